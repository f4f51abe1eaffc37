from typing import Any

from lianluo.notices import inbox
from lianluo.notices.tests.conftest import Matter
from lianluo.notices.tests.test_tell import assigned
from tests.cast import NOW, Cast


def test_unread_are_counted_with_one_question(cast: Cast, matter: Matter, at_most_queries: Any) -> None:
    assigned(cast)
    account_id = cast.zhao.account_id
    with at_most_queries(1):
        assert inbox.unread_count(account_id) == 1
    assert inbox.unread_count(cast.liu.account_id) == 0


def test_reading_marks_only_the_own(cast: Cast, matter: Matter) -> None:
    zhao, xu = sorted(assigned(cast), key=lambda n: n.account_id != cast.zhao.account_id)
    assert inbox.mark_read(cast.zhao.account_id, at=NOW, ids=[zhao.pk, xu.pk]) == 1
    assert inbox.unread_count(cast.zhao.account_id) == 0
    assert inbox.unread_count(cast.xu.account_id) == 1


def test_reading_twice_keeps_the_first_time(cast: Cast, matter: Matter) -> None:
    assigned(cast)
    own = cast.zhao.account_id
    assert inbox.mark_read(own, at=NOW) == 1
    assert inbox.mark_read(own, at=NOW) == 0


def test_a_case_that_may_not_be_seen_any_more_is_not_named(cast: Cast, matter: Matter) -> None:
    assigned(cast)
    assigned(cast, case=("matter", 8), title="另一件")
    matter.hidden.add((cast.zhao.account_id, 7))
    lines = inbox.lines(list(inbox.of(cast.zhao.account_id)), cast.zhao)
    assert {(line.notice.title, line.hidden) for line in lines} == {
        ("新交办建议第0123号", True),
        ("另一件", False),
    }


def test_one_page_asks_once_per_kind_of_case(cast: Cast, matter: Matter) -> None:
    for n in range(5):
        assigned(cast, title=f"第{n}件", case=("matter", n + 1))
    matter.asked = 0
    inbox.lines(list(inbox.of(cast.zhao.account_id)), cast.zhao)
    assert matter.asked == 1


def test_the_log_shows_the_own_congress_only(cast: Cast, matter: Matter) -> None:
    assigned(cast)
    assert inbox.log(cast.qian).count() == 1
    assert inbox.log(cast.neighbour.actor("qian")).count() == 0
    assert inbox.log(cast.upper.actor("qian")).count() == 0
