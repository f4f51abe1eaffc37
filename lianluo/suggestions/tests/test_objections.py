"""Through the dispatching office, objections, changes of unit, more time."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from lianluo.notices.models import Notice
from lianluo.suggestions import policy
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.selectors.todo import todo_entries
from lianluo.suggestions.states import HandlingState, Mode
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Clock
from lianluo.trail.steps import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def live(case: Suggestion) -> Handling:
    return case.handlings.exclude(state=HandlingState.CANCELLED).get()


@pytest.fixture
def through_office(cast: Cast, now: datetime) -> Suggestion:
    """The education department is reached through the government office."""
    return lives.at_office(cast.home, now)


def test_the_office_sees_it_first_and_the_unit_after_dispatch(
    cast: Cast, now: datetime, through_office: Suggestion
) -> None:
    case, handling = through_office, live(through_office)
    assert policy.may_see(cast.gao, case)
    assert not policy.may_see(cast.zhao, case)
    with pytest.raises(Refused):
        say.sign_for(handling, actor=cast.zhao, at=now)
    say.dispatch(handling, actor=cast.gao, at=now + timedelta(days=2))
    case.refresh_from_db()
    assert policy.may_see(cast.zhao, case)
    say.sign_for(handling, actor=cast.zhao, at=now + timedelta(days=3))


def test_the_time_at_the_office_counts(cast: Cast, now: datetime, through_office: Suggestion) -> None:
    handling = live(through_office)
    due = handling.due_on
    say.dispatch(handling, actor=cast.gao, at=now + timedelta(days=4))
    handling.refresh_from_db()
    assert handling.due_on == due


def test_the_office_may_choose_another_of_its_units(
    cast: Cast, now: datetime, through_office: Suggestion
) -> None:
    handling = live(through_office)
    say.redirect(handling, cast.home.units["health"], actor=cast.gao, at=now, note="属卫健委职责")
    assert live(through_office).unit == cast.home.units["health"]
    with pytest.raises(Refused, match="本机构"):
        say.redirect(handling, cast.home.units["court"], actor=cast.gao, at=now)


def test_another_office_does_not_dispatch(cast: Cast, now: datetime, through_office: Suggestion) -> None:
    with pytest.raises(Refused, match="交办机构"):
        say.dispatch(live(through_office), actor=cast.wang, at=now)


def objected(cast: Cast, now: datetime) -> Handling:
    handling = live(lives.assigned(cast.home, now))
    say.object_to(
        handling,
        actor=cast.zhao,
        at=now,
        reason="属卫健委职责",
        basis="三定方案",
        proposed=cast.home.units["health"],
    )
    return handling


def test_an_objection_upheld_goes_to_the_other_unit(cast: Cast, now: datetime) -> None:
    handling = objected(cast, now)
    later = now + timedelta(days=6)
    heir = say.uphold(handling, cast.home.units["health"], actor=cast.wang, at=later, decision="同意改办")
    assert (heir.unit, heir.mode, heir.state) == (
        cast.home.units["health"],
        Mode.SOLE,
        HandlingState.ASSIGNED,
    )
    assert heir.due_on == date(2026, 8, 26)
    handling.suggestion.refresh_from_db()
    seen = {cast.home.units[key].pk for key in ("health", "office")}
    assert set(handling.suggestion.unit_ids) == seen
    assert handling.objections.get().upheld is True


def test_an_objection_refused_stays_with_the_unit(cast: Cast, now: datetime) -> None:
    handling = objected(cast, now)
    say.overrule(handling, actor=cast.wang, at=now, decision="请继续办理")
    assert handling.state == HandlingState.ASSIGNED
    running = Clock.objects.within(cast.home.congress.scope).filter(
        case_type="handling", case_id=handling.pk, stopped_at=None
    )
    assert {clock.kind for clock in running} == {"contact", "reply", "sign_for"}


def test_a_late_objection_is_not_taken(cast: Cast, now: datetime) -> None:
    handling = live(lives.assigned(cast.home, now))
    with pytest.raises(Refused, match="超过"):
        say.object_to(handling, actor=cast.zhao, at=now + timedelta(days=20), reason="不属我厅职责")


def test_the_deputies_body_changes_the_unit_at_the_deputys_wish(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    say.question_units(case, actor=cast.li, at=now, reason="应由卫健委办理", wished=cast.home.units["health"])
    say.reassign(live(case), cast.home.units["health"], actor=cast.wang, at=now, reason="按代表意见")
    assert live(case).unit == cast.home.units["health"]


def test_a_unit_is_not_asked_twice(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, ("education", "health"))
    lead = case.handlings.get(mode=Mode.LEAD)
    with pytest.raises(Refused, match="已经在承办"):
        say.reassign(lead, cast.home.units["health"], actor=cast.wang, at=now, reason="")


def test_more_time_is_granted_up_to_six_months(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    handling = live(case)
    facts = {
        "reason": "涉及面广",
        "told_on": now.date(),
        "told_deputy": "电话告知李建国代表",
        "actor": cast.zhao,
        "at": now,
    }
    with pytest.raises(Refused, match="2026-11-20"):
        say.ask_longer(handling, until=date(2026, 11, 21), **facts)
    with pytest.raises(Refused, match="更晚"):
        say.ask_longer(handling, until=date(2026, 8, 20), **facts)
    with pytest.raises(Refused, match="告知代表"):
        say.ask_longer(handling, until=date(2026, 10, 1), **facts | {"told_deputy": " "})
    extension = say.ask_longer(handling, until=date(2026, 10, 1), **facts)
    with pytest.raises(Refused):
        say.grant(extension, actor=cast.zhao, at=now)
    say.grant(extension, actor=cast.wang, at=now, decision="同意")
    handling.refresh_from_db()
    case.refresh_from_db()
    assert handling.due_on == case.due_on == date(2026, 10, 1)
    clock = Clock.objects.within(cast.home.congress.scope).get(
        case_type="handling", case_id=handling.pk, kind="reply"
    )
    assert (clock.statutory_on, clock.due_on) == (date(2026, 8, 20), date(2026, 10, 1))


def test_a_refused_extension_changes_nothing(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    handling = live(case)
    extension = say.ask_longer(
        handling,
        until=date(2026, 9, 1),
        reason="人手不足",
        told_on=now.date(),
        told_deputy="已告知",
        actor=cast.zhao,
        at=now,
    )
    say.refuse(extension, actor=cast.wang, at=now, decision="请按期答复")
    handling.refresh_from_db()
    assert handling.due_on == date(2026, 8, 20)


def told(cast: Cast, key: str) -> set[str]:
    """What `key` was told last, by the titles."""
    rows = Notice.objects.within(cast.home.congress.scope).filter(account=cast.home.accounts[key])
    return set(rows.values_list("title", flat=True))


def test_deputy_new_unit_and_former_unit_read_that_it_was_given_on(cast: Cast, now: datetime) -> None:
    handling = objected(cast, now)
    say.uphold(handling, cast.home.units["health"], actor=cast.gao, at=now, decision="同意改办")
    number = handling.suggestion.number_words
    for key in ("li", "liu"):
        assert f"{number}建议调整了承办单位" in told(cast, key)
    assert f"{number}建议改由卫健委承办" in told(cast, "zhao")
    assert "改由卫健委承办" in cast.client("zhao").get("/notices/").content.decode()


def test_a_doubt_waits_in_the_offices_list_until_it_is_answered(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    say.question_units(case, actor=cast.li, at=now, reason="应由卫健委办理")
    (entry,) = todo_entries(cast.wang, now)
    assert (entry.action, entry.why) == ("答复对承办单位的意见", "李建国代表对承办单位有意见，等您答复")
    assert "answer-question" in entry.action_url
    say.answer_question(case, actor=cast.wang, at=now, answer="仍由教育厅办理。")
    assert todo_entries(cast.wang, now) == []


@pytest.mark.parametrize(("page", "other"), [("uphold", "overrule"), ("overrule", "uphold")])
def test_whoever_decides_can_turn_to_the_other_decision(
    cast: Cast, now: datetime, page: str, other: str
) -> None:
    handling = objected(cast, now)
    shown = cast.client("gao").get(reverse(f"suggestions:{page}", args=[handling.pk])).content.decode()
    assert reverse(f"suggestions:{other}", args=[handling.pk]) in shown
