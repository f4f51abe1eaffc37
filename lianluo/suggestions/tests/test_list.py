"""The list: who sees which rows and columns, what the filters find, what is urged at once, what is exported."""

import io
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from lianluo.congress.models import Rule
from lianluo.kernel.lights import Light
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.tests import lives
from tests.cast import SINCE, Cast

pytestmark = pytest.mark.django_db
MOST = 12


def listed(client: Client, query: str = "all=") -> Any:
    return client.get(f"{reverse('suggestions:list')}?{query}")


def text(answer: Any) -> str:
    return str(answer.content.decode()).replace("<wbr>", "")


def rows(client: Client, query: str = "all=") -> set[int]:
    """The suggestions on the page, by the links of their titles."""
    found = listed(client, query)
    assert found.status_code == 200
    page = text(found)
    scope = Suggestion.objects.everywhere("a test reads what a page shows")
    return {case.pk for case in scope if f'href="{reverse("suggestions:case", args=[case.pk])}"' in page}


def test_everybody_sees_the_own_rows(cast: Cast, now: datetime) -> None:
    draft, review = lives.draft(cast.home, now), lives.submitted(cast.home, now)
    handed, next_door = lives.assigned(cast.home, now), lives.assigned(cast.neighbour, now)
    assert rows(cast.client("wang")) == {review.pk, handed.pk}
    assert rows(cast.client("zhao")) == {handed.pk}
    assert rows(cast.client("liu")) == set()
    assert rows(cast.client("guo")) == {handed.pk}
    assert rows(cast.client("zhou")) == {handed.pk}
    assert rows(cast.neighbour.client("wang")) == {next_door.pk}
    assert draft.pk not in rows(cast.client("li"))


def test_a_unit_reads_its_own_part(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, units=("education", "health"))
    say.sign_for(case.handlings.get(mode="lead"), actor=cast.zhao, at=now)
    assert rows(cast.client("zhao"), "mine=signed") == {case.pk}
    assert rows(cast.client("liu"), "mine=signed") == set()
    assert rows(cast.client("liu"), "mine=assigned&role=co") == {case.pk}
    assert "我单位" in text(listed(cast.client("liu")))


def test_filters_narrow_and_stand_as_chips(cast: Cast, now: datetime) -> None:
    review, accepted = lives.submitted(cast.home, now), lives.accepted(cast.home, now, deputy="zhou")
    handed = lives.assigned(cast.home, now, units=("court",))
    wang, home = cast.client("wang"), cast.home
    assert rows(wang, "state=review") == {review.pk}
    assert rows(wang, f"delegation={home.delegations[1].pk}") == {accepted.pk}
    assert rows(wang, f"unit={home.units['court'].pk}") == {handed.pk}
    assert rows(wang, "mode=sole") == {handed.pk}
    assert rows(wang, "session=recess&state=accepted") == {accepted.pk}
    assert rows(wang, f"session={home.session.pk}") == set()
    assert rows(wang, "due_from=2026-08-20&due_to=2026-08-20") == {handed.pk}
    assert "待审核" in text(listed(wang, "state=review"))


def test_overdue_is_found(cast: Cast, now: datetime) -> None:
    from django.utils import timezone

    late, fresh = lives.submitted(cast.home, now), lives.submitted(cast.home, timezone.now())
    assert rows(cast.client("wang"), "late=late") == {late.pk}
    assert fresh.pk in rows(cast.client("wang"))
    assert "逾期" in text(listed(cast.client("wang"), "late=late"))


def test_it_is_found_by_number_title_and_name(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now, deputy="zhou", title="关于完善公交优先通行的建议")
    lives.accepted(cast.home, now)
    wang = cast.client("wang")
    for words in (case.number, "公交优先", "周志强"):
        assert rows(wang, f"q={words}") == {case.pk}, words


def test_urging_many_says_first_what_will_happen(cast: Cast, now: datetime) -> None:
    case, waiting = lives.signed_for(cast.home, now), lives.submitted(cast.home, now)
    wang, url = cast.client("wang"), f"{reverse('suggestions:list')}?all="
    case.refresh_from_db()
    seen = case.trail_seq
    shown = text(wang.post(url, {"do": "bulk", "bulk": "urge", "pk": [case.pk, waiting.pk]}))
    assert "个单位尽快办理" in shown
    case.refresh_from_db()
    assert case.trail_seq == seen
    chosen = {"do": "bulk", "bulk": "urge", "pk": [case.pk], "confirmed": "1", "note": "请抓紧"}
    assert wang.post(url, chosen).status_code == 302
    case.refresh_from_db()
    assert case.trail_seq == seen + 1


def test_a_unit_is_offered_only_its_own_bulk_moves(cast: Cast, now: datetime) -> None:
    lives.assigned(cast.home, now)
    offered = {
        key: set(re.findall(r'name="bulk" value="(\w+)"', text(listed(cast.client(key)))))
        for key in ("wang", "zhao")
    }
    assert "urge" in offered["wang"]
    assert offered["zhao"] == {"sign_for"}


def test_the_sheet_holds_exactly_what_is_shown(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now, title="=关于公式的建议")
    lives.submitted(cast.home, now)
    url = f"{reverse('suggestions:list')}?state=accepted"
    answer = cast.client("wang").post(url, {"do": "export"})
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    lines = [[cell.value for cell in row] for row in book.active.iter_rows(min_row=2)]
    assert lines[0][:3] == ["编号", "标题", "领衔代表"]
    assert len(lines) == 2
    assert lines[1][0] == case.number
    assert lines[1][1] == "=关于公式的建议"
    sheet: Any = book.active
    assert sheet["B3"].data_type == "s"


def test_an_empty_list_says_so(cast: Cast) -> None:
    assert "还没有代表建议" in text(listed(cast.client("wang")))


@pytest.mark.parametrize("key", ["wang", "zhao", "li", "chen", "gao"])
def test_the_list_asks_at_most_twelve_times(cast: Cast, now: datetime, key: str) -> None:
    for _ in range(4):
        lives.assigned(cast.home, now, units=("education", "health", "court"))
    client = cast.client(key)
    with CaptureQueriesContext(connection) as asked:
        assert listed(client).status_code == 200
    assert len(asked) <= MOST, [query["sql"][:120] for query in asked]


@pytest.mark.parametrize("who", ["wang", "zhao"])
def test_the_lights_find_what_they_show(cast: Cast, who: str) -> None:
    """Filter and lamp come from one place: each light lists exactly the rows that carry its lamp."""
    today = timezone.localdate()
    cases = {light: lives.signed_for(cast.home, timezone.now()) for light in Light}
    days = {Light.OVERDUE: -2, Light.RED: 1, Light.AMBER: 7, Light.GREEN: 40}
    for light, case in cases.items():
        due = today + timedelta(days=days[light])
        Suggestion.objects.everywhere("a test sets days").filter(pk=case.pk).update(due_on=due)
        case.handlings.update(due_on=due)
    for light, case in cases.items():
        page = text(listed(cast.client(who), f"light={light}"))
        assert rows(cast.client(who), f"light={light}") == {case.pk}
        assert page.count(f"lamp-{light}") >= 1
        assert not any(f"lamp-{other}" in page for other in Light if other != light)


def test_the_lights_follow_the_congresss_own_warning_days(cast: Cast) -> None:
    case = lives.signed_for(cast.home, timezone.now())
    assert rows(cast.client("wang"), "light=green") == {case.pk}
    facts = {"source": "办法", "article": "", "assumed": False}
    Rule.objects.create(
        congress=cast.home.congress, key="warn.days", value=[200, 150], valid_from=SINCE, **facts
    )
    assert rows(cast.client("wang"), "light=red") == {case.pk}
