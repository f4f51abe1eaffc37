"""期限提醒: everybody concerned once, caught up after a standstill, never of what is extended, answered or over."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest

from lianluo.notices.models import Delivery, Notice
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion, Warned
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.warnings import tell_leaders, warn
from lianluo.suggestions.services.warnings.stages import OVER, TODAY, stage
from lianluo.suggestions.tasks import warn as warn_everywhere
from lianluo.suggestions.tests import lives
from tests.cast import CHINA, Cast
from tests.cast import TODAY as DAY

pytestmark = pytest.mark.django_db
DUE = date(2026, 8, 20)
"""Three months after the cast's today."""
ANSWERING = {"xu", "zhao", "gao", "wang", "qian"}


def morning(day: date) -> datetime:
    return datetime.combine(day, time(7, 10), tzinfo=CHINA)


def heard(cast: Cast, key: str, words: str = "") -> Counter[str]:
    """Who at home got how many notices."""
    names = {account.pk: name for name, account in cast.home.accounts.items()}
    rows = Notice.objects.within(cast.home.congress.scope).filter(
        key=f"suggestion.{key}", title__contains=words
    )
    return Counter(names[pk] for pk in rows.values_list("account", flat=True))


def in_hand(cast: Cast, now: datetime) -> Suggestion:
    """Signed for and talked about: only the answer is still owed."""
    case = lives.signed_for(cast.home, now)
    clocks.contacted(case.handlings.get(), now)
    return case


def each_morning(cast: Cast, first: date, last: date) -> None:
    for n in range((last - first).days + 1):
        warn(cast.home.congress, morning(first + timedelta(days=n)))


def test_each_warning_reaches_everybody_concerned_once(cast: Cast, now: datetime) -> None:
    in_hand(cast, now)
    each_morning(cast, DAY, DUE + timedelta(days=20))
    for words in ("还有 30 天", "还有 15 天", "还有 7 天", "还有 3 天", "今天到期"):
        assert heard(cast, "due_soon", words) == dict.fromkeys(ANSWERING, 1), words
    assert heard(cast, "due_soon") == dict.fromkeys(ANSWERING, 5)
    assert heard(cast, "overdue") == dict.fromkeys(ANSWERING, 1)
    assert heard(cast, "overdue", "已逾期 1 天") == dict.fromkeys(ANSWERING, 1)


def test_twice_in_one_morning_says_nothing_new(cast: Cast, now: datetime) -> None:
    in_hand(cast, now)
    day = morning(DUE - timedelta(days=15))
    assert warn(cast.home.congress, day) == 1
    assert warn(cast.home.congress, day) == 0
    assert heard(cast, "due_soon") == dict.fromkeys(ANSWERING, 1)


def test_a_worker_that_stood_still_catches_up_with_one_warning(cast: Cast, now: datetime) -> None:
    in_hand(cast, now)
    warn(cast.home.congress, morning(DUE - timedelta(days=30)))
    warn(cast.home.congress, morning(DUE - timedelta(days=5)))
    assert heard(cast, "due_soon") == dict.fromkeys(ANSWERING, 2)
    assert heard(cast, "due_soon", "还有 5 天到期") == dict.fromkeys(ANSWERING, 1)
    warn(cast.home.congress, morning(DUE - timedelta(days=4)))
    assert heard(cast, "due_soon") == dict.fromkeys(ANSWERING, 2)


def test_more_time_silences_the_old_day_and_warns_of_the_new_one(cast: Cast, now: datetime) -> None:
    case = in_hand(cast, now)
    until = date(2026, 10, 9)
    asked = say.ask_longer(
        case.handlings.get(), actor=cast.zhao, at=now, until=until, reason="涉及面广", told_on=DAY,
        told_deputy="电话告知李建国代表",
    )  # fmt: skip
    say.grant(asked, actor=cast.wang, at=now)
    each_morning(cast, DUE - timedelta(days=31), DUE + timedelta(days=5))
    assert heard(cast, "due_soon") == {}
    assert heard(cast, "overdue") == {}
    warn(cast.home.congress, morning(until - timedelta(days=7)))
    assert heard(cast, "due_soon", "2026年10月9日") == dict.fromkeys(ANSWERING, 1)


@pytest.mark.parametrize("life", ["closed", "withdrawn", "not_accepted", "referred", "letter"])
def test_what_is_over_is_not_warned_of(cast: Cast, now: datetime, life: str) -> None:
    getattr(lives, life)(cast.home, now)
    each_morning(cast, DUE - timedelta(days=3), DUE + timedelta(days=3))
    assert not Warned.objects.within(cast.home.congress.scope).exists()


def test_a_suggestion_withdrawn_while_it_is_handled_is_not_warned_of(cast: Cast, now: datetime) -> None:
    case = in_hand(cast, now)
    say.withdraw(case, actor=cast.li, at=now, reason="情况已经解决")
    assert warn(cast.home.congress, morning(DUE)) == 0


def test_an_answered_part_is_not_warned_of(cast: Cast, now: datetime) -> None:
    lives.replied(cast.home, now)
    warn(cast.home.congress, morning(DUE))
    assert heard(cast, "due_soon", "答复代表") == {}


def test_a_co_unit_hears_of_its_own_opinion_only(cast: Cast, now: datetime) -> None:
    lives.assigned(cast.home, now, ("education", "health"))
    warn(cast.home.congress, morning(date(2026, 6, 19)))
    assert "liu" in heard(cast, "due_soon", "会办意见")
    assert "zhao" not in heard(cast, "due_soon", "会办意见")
    warn(cast.home.congress, morning(DUE))
    assert "liu" not in heard(cast, "due_soon", "答复代表")


def test_short_clocks_are_not_warned_of_in_their_first_half(cast: Cast, now: datetime) -> None:
    lives.assigned(cast.home, now)
    each_morning(cast, DAY + timedelta(days=1), DAY + timedelta(days=3))
    assert heard(cast, "due_soon") == {}
    warn(cast.home.congress, morning(date(2026, 5, 24)))
    assert heard(cast, "due_soon", "签收") == {"zhao": 1, "xu": 1}


def test_the_office_hears_what_it_has_to_pass_on(cast: Cast, now: datetime) -> None:
    lives.at_office(cast.home, now)
    warn(cast.home.congress, morning(date(2026, 5, 27)))
    assert heard(cast, "due_soon", "分办") == {"gao": 1}


def test_deputies_who_have_not_judged_are_reminded(cast: Cast, now: datetime) -> None:
    case = lives.joint(cast.home, now)
    lives.give_answer(cast.home, case, now)
    say.rate(case, actor=cast.wu, at=now, attitude="satisfied", result="satisfied", comment="")
    due = date(2026, 6, 3)
    each_morning(cast, DAY, due + timedelta(days=2))
    assert heard(cast, "rate_soon") == {"li": 3}
    assert heard(cast, "rate_soon", "还有 5 天") == {"li": 1}
    assert heard(cast, "overdue", "代表评价") == {"wang": 1, "qian": 1}


def test_many_suggestions_of_one_day_make_one_notice(cast: Cast, now: datetime) -> None:
    first, second = in_hand(cast, now), in_hand(cast, now)
    warn(cast.home.congress, morning(DUE - timedelta(days=7)))
    assert heard(cast, "due_soon", "2 件建议") == dict.fromkeys(ANSWERING, 1)
    body = Notice.objects.within(cast.home.congress.scope).filter(key="suggestion.due_soon")[0].body
    assert first.number in body
    assert second.number in body


def test_the_days_are_the_rule_of_the_congress(cast: Cast, now: datetime) -> None:
    in_hand(cast, now)
    lives.rule(cast.home, "warn.days", [20])
    each_morning(cast, DUE - timedelta(days=31), DUE - timedelta(days=1))
    assert heard(cast, "due_soon") == dict.fromkeys(ANSWERING, 1)


def test_every_congress_has_its_own_morning(cast: Cast, now: datetime) -> None:
    in_hand(cast, now)
    lives.signed_for(cast.neighbour, now)
    warn(cast.home.congress, morning(DUE))
    assert not Notice.objects.within(cast.neighbour.congress.scope).filter(key="suggestion.due_soon").exists()


def test_the_job_serves_all_congresses(cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    in_hand(cast, now)
    lives.signed_for(cast.neighbour, now)
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning(DUE))
    warn_everywhere(0)
    for place in (cast.home, cast.neighbour):
        rows = Notice.objects.within(place.congress.scope).filter(key="suggestion.due_soon")
        assert rows.filter(account=place.accounts["zhao"], title__contains="答复代表").count() == 1


def test_what_breaks_in_one_congress_does_not_silence_the_others(
    cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_hand(cast, now)
    lives.signed_for(cast.neighbour, now)
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning(DUE))
    served = []

    def broken(congress: object, at: datetime) -> int:
        served.append(congress)
        raise ValueError("a rule that cannot be read")

    monkeypatch.setattr("lianluo.suggestions.services.warnings.warn", broken)
    with pytest.raises(ExceptionGroup):
        warn_everywhere(0)
    assert set(served) == {cast.home.congress, cast.neighbour.congress}


def test_quiet_hours_of_the_congress_hold_letters_back(cast: Cast, now: datetime) -> None:
    in_hand(cast, now)
    warn(cast.home.congress, morning(DUE))
    sent = Delivery.objects.within(cast.home.congress.scope).filter(notice__key="suggestion.due_soon")
    assert {row.due_at.astimezone(CHINA).time() for row in sent} == {time(7, 30)}


MONDAY = date(2026, 8, 24)


def test_leaders_read_once_a_week_who_is_behind(cast: Cast, now: datetime) -> None:
    in_hand(cast, now)
    for n in range(5):
        tell_leaders(cast.home.congress, morning(MONDAY + timedelta(days=n)))
    assert heard(cast, "leaders_digest", "逾期 1 件") == {"chen": 1, "qian": 1}
    body = Notice.objects.within(cast.home.congress.scope).filter(key="suggestion.leaders_digest")[0].body
    assert "教育厅：逾期 1 件" in body
    tell_leaders(cast.home.congress, morning(MONDAY + timedelta(days=7)))
    assert heard(cast, "leaders_digest") == {"chen": 2, "qian": 2}


def test_a_monday_without_a_worker_is_made_up_on_tuesday(cast: Cast, now: datetime) -> None:
    in_hand(cast, now)
    assert tell_leaders(cast.home.congress, morning(MONDAY + timedelta(days=1))) == 2
    assert tell_leaders(cast.home.congress, morning(MONDAY + timedelta(days=2))) == 0


def test_leaders_hear_daily_or_never_by_rule(cast: Cast, now: datetime) -> None:
    assert tell_leaders(cast.home.congress, morning(MONDAY)) == 0, "nothing is being handled"
    in_hand(cast, now)
    lives.rule(cast.home, "warn.leaders", "daily")
    told = [tell_leaders(cast.home.congress, morning(MONDAY + timedelta(days=n))) for n in range(7)]
    assert told == [2, 2, 2, 2, 2, 0, 0]


def test_leaders_may_be_left_alone(cast: Cast, now: datetime) -> None:
    in_hand(cast, now)
    lives.rule(cast.home, "warn.leaders", "none")
    assert tell_leaders(cast.home.congress, morning(MONDAY)) == 0


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2026, 5, 20), None),
        (date(2026, 7, 20), None),
        (date(2026, 7, 21), 30),
        (date(2026, 8, 4), 30),
        (date(2026, 8, 5), 15),
        (date(2026, 8, 19), 3),
        (DUE, TODAY),
        (date(2027, 1, 1), OVER),
    ],
)
def test_the_warning_of_a_day(today: date, found: int | None) -> None:
    assert stage((30, 15, 7, 3), date(2026, 5, 20), DUE, today, every=True) == found
