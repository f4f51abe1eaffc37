"""The whole life of a suggestion, step by step, and what is refused on the way."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lianluo.people.actor import RoleRef
from lianluo.suggestions import services as say
from lianluo.suggestions.flow import HANDLING, SUGGESTION
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.states import HandlingState, Mode, Satisfaction, SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Clock, Event
from lianluo.trail.steps import Refused, Stale
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def history(case: Suggestion) -> list[str]:
    rows = Event.objects.within(case.congress.scope).filter(case_type="suggestion", case_id=case.pk)
    return [event.move for event in rows.order_by("seq")]


def running(case: Suggestion | Handling) -> list[str]:
    rows = Clock.objects.within(case.congress.scope).filter(
        case_type=case.flow_name, case_id=case.pk, stopped_at=None
    )
    return sorted(clock.kind for clock in rows)


def test_from_draft_to_closed(cast: Cast, now: datetime) -> None:
    case = lives.closed(cast.home, now)
    assert case.state == SuggestionState.CLOSED
    assert history(case) == ["begin", "submit", "accept", "assign", "answer", "rate", "rated", "close"]
    assert case.handlings.get().state == HandlingState.DONE
    assert running(case) == []
    assert running(case.handlings.get()) == []


def test_every_state_has_a_way_in_these_tests() -> None:
    assert set(lives.BY_STATE) == set(SUGGESTION.reachable())


def test_in_session_the_delegation_comes_first(cast: Cast, now: datetime) -> None:
    case = lives.in_session(cast.home, now)
    assert case.state == SuggestionState.DELEGATION_REVIEW
    with pytest.raises(Refused, match="代表团"):
        say.pass_on(case, actor=cast.wang, at=now)
    say.pass_on(case, actor=cast.he, at=now)
    say.accept(case, actor=cast.lin, at=now, topic="agriculture")
    assert case.number
    assert case.session == cast.home.session


def test_a_number_in_session_and_one_between_sessions_differ(cast: Cast, now: datetime) -> None:
    between = lives.accepted(cast.home, now)
    inside = lives.in_session(cast.home, now)
    say.pass_on(inside, actor=cast.he, at=now)
    say.accept(inside, actor=cast.wang, at=now, topic="agriculture")
    assert between.number != inside.number


def test_without_concrete_proposals_it_is_not_sent(cast: Cast, now: datetime) -> None:
    case = lives.draft(cast.home, now, proposals="  ")
    with pytest.raises(Refused, match="具体建议"):
        say.submit(case, actor=cast.li, at=now)


def test_a_submitted_text_is_closed_to_its_author(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    with pytest.raises(Refused, match="已提交"):
        say.save_draft(case, lives.text(title="改了"), actor=cast.li, at=now)


def test_a_returned_one_keeps_both_texts(cast: Cast, now: datetime) -> None:
    case = lives.returned(cast.home, now)
    say.save_draft(case, lives.text(proposals="一、补充了数据。"), actor=cast.li, at=now)
    case.refresh_from_db()
    say.submit(case, actor=cast.li, at=now)
    assert [r.proposals[:6] for r in case.revisions.all()] == ["一、把二十三", "一、补充了数"]


def test_two_devices_do_not_overwrite_each_other(cast: Cast, now: datetime) -> None:
    case = lives.draft(cast.home, now)
    say.save_draft(case, lives.text(title="手机上的"), actor=cast.li, at=now, edition=0)
    with pytest.raises(say.Elsewhere):
        say.save_draft(case, lives.text(title="电脑上的"), actor=cast.li, at=now, edition=0)
    case.refresh_from_db()
    assert case.title == "手机上的"


def test_two_clerks_at_once_one_wins(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    same = Suggestion.objects.within(cast.home.congress.scope).get(pk=case.pk)
    say.accept(case, actor=cast.wang, at=now, topic="agriculture")
    with pytest.raises(Stale, match="王敏"):
        say.send_back(same, actor=cast.qian, at=now, advice="请补充。")


@pytest.mark.parametrize(
    ("modes", "fits"),
    [
        (["sole"], True),
        (["lead", "co"], True),
        (["separate", "separate"], True),
        (["lead"], False),
        (["separate"], False),
        (["sole", "co"], False),
        (["lead", "lead"], False),
        (["lead", "separate"], False),
        (["co", "co"], False),
        ([], False),
    ],
)
def test_ways_of_handling(cast: Cast, now: datetime, modes: list[str], fits: bool) -> None:
    units = list(cast.home.units.values())
    tasks = [say.Task(unit=unit, mode=Mode(mode)) for unit, mode in zip(units, modes, strict=False)]
    assert bool(say.judge_tasks(tasks, now.date())) is fits


def test_one_unit_is_not_chosen_twice(cast: Cast, now: datetime) -> None:
    unit = cast.home.units["education"]
    verdict = say.judge_tasks(
        [say.Task(unit=unit, mode=Mode.LEAD), say.Task(unit=unit, mode=Mode.CO)], now.date()
    )
    assert "一次" in str(verdict.reason)


def test_reply_is_due_three_calendar_months_after_assignment(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now.replace(month=11, day=30))
    handling = case.handlings.get()
    assert (handling.due_on.month, handling.due_on.day) == (2, 28)
    assert case.due_on == handling.due_on
    assert running(handling) == ["contact", "reply", "sign_for"]


def test_the_suggestion_waits_for_all_who_answer(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    units = [cast.home.units[key] for key in ("education", "health")]
    say.assign(case, [say.Task(unit=u, mode=Mode.SEPARATE) for u in units], actor=cast.wang, at=now)
    lives.pass_on_to_units(cast.home, case, now)
    say.sign_for(case.handlings.get(unit=units[0]), actor=cast.zhao, at=now)
    lives.give_answer(cast.home, case, now)
    assert case.state == SuggestionState.HANDLING


def test_a_co_handler_does_not_hold_up_the_answer(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, ("education", "health"))
    say.sign_for(case.handlings.get(unit=cast.home.units["education"]), actor=cast.zhao, at=now)
    late = now + timedelta(days=40)
    lives.give_answer(cast.home, case, late, without_opinions=True)
    assert case.state == SuggestionState.REPLIED


def test_a_late_opinion_of_a_co_handler_does_not_answer_again(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, ("education", "health"))
    for handling, who in zip(case.handlings.all(), (cast.zhao, cast.liu), strict=True):
        say.sign_for(handling, actor=who, at=now)
    now += timedelta(days=40)
    lives.give_answer(cast.home, case, now, without_opinions=True)
    opinion = lives.answer(reply_class="", document_number="")
    late = case.handlings.get(unit=cast.home.units["health"])
    reply = say.write_reply(late, opinion, actor=cast.liu, at=now)
    signer = replace(cast.hu, roles=(RoleRef("unit_signer", late.unit_id),))
    say.deliver(reply, actor=signer, at=now)
    case.refresh_from_db()
    assert history(case).count("answer") == 1
    assert case.state == SuggestionState.REPLIED


def test_another_unit_cannot_sign_for(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    with pytest.raises(Refused, match="承办单位"):
        say.sign_for(case.handlings.get(), actor=cast.liu, at=now)


def test_only_the_signer_signs(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    lives.talk(case.handlings.get(), cast.home, now)
    reply = say.write_reply(case.handlings.get(), lives.answer(), actor=cast.zhao, at=now)
    with pytest.raises(Refused, match="签发人"):
        say.deliver(reply, actor=cast.zhao, at=now)
    say.deliver(reply, actor=cast.hu, at=now)


def test_a_reply_without_class_is_not_signed(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    reply = say.write_reply(case.handlings.get(), lives.answer(reply_class=""), actor=cast.zhao, at=now)
    with pytest.raises(Refused, match="类别"):
        say.deliver(reply, actor=cast.hu, at=now)


def test_a_reply_under_review_is_not_rewritten(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    lives.talk(case.handlings.get(), cast.home, now)
    reply = say.write_reply(case.handlings.get(), lives.answer(), actor=cast.zhao, at=now)
    say.move_reply(reply, "to_review", actor=cast.zhao, at=now)
    with pytest.raises(Refused, match="退回拟稿"):
        say.write_reply(case.handlings.get(), lives.answer(body="改"), actor=cast.zhao, at=now)


def test_dissatisfied_says_why(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refused, match="具体意见"):
        lives.rated(cast.home, now, Satisfaction.DISSATISFIED)


def test_dissatisfied_is_handled_again(cast: Cast, now: datetime) -> None:
    case = lives.rated(cast.home, now, Satisfaction.DISSATISFIED, "没有时限。")
    with pytest.raises(Refused, match="重新办理"):
        say.close(case, actor=cast.wang, at=now)
    later = now + timedelta(days=3)
    say.rework(case, actor=cast.wang, at=later, note="请明确时限。")
    handling = case.handlings.get()
    assert (case.state, case.round, handling.state, handling.round) == ("handling", 2, "signed", 2)
    assert running(handling) == ["rework"]
    lives.give_answer(cast.home, case, later, document_number="湘水函〔2026〕87号")
    assert [reply.round for reply in handling.replies.all()] == [1, 2]
    both = {"attitude": Satisfaction.SATISFIED, "result": Satisfaction.BASIC}
    say.rate(case, actor=cast.li, at=later, **both)
    say.close(case, actor=cast.wang, at=later)
    assert case.final_rating == Satisfaction.BASIC


def test_what_satisfied_is_not_reworked(cast: Cast, now: datetime) -> None:
    case = lives.rated(cast.home, now)
    with pytest.raises(Refused, match="不需要重新办理"):
        say.rework(case, actor=cast.wang, at=now, note="")


def test_withdrawing_ends_the_handling(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    say.withdraw(case, actor=cast.li, at=now, reason="已解决")
    handling = case.handlings.get()
    assert handling.state == HandlingState.CANCELLED
    assert running(handling) == []
    assert not HANDLING.open_moves(cast.zhao, handling)


def test_somebody_else_cannot_withdraw(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    with pytest.raises(Refused, match="领衔代表"):
        say.withdraw(case, actor=cast.wu, at=now)


def test_urging_is_kept_with_the_units(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    event = say.urge(case, actor=cast.wang, at=now)
    assert event.facts["units"] == ["教育厅"]
    assert case.state == SuggestionState.HANDLING


def test_numbers_follow_each_other(cast: Cast, now: datetime) -> None:
    first, second = lives.accepted(cast.home, now), lives.accepted(cast.home, now, "wu")
    assert first.number != second.number
    assert (
        int("".join(filter(str.isdigit, second.number))) - int("".join(filter(str.isdigit, first.number)))
        == 1
    )


def test_arrays_repeat_what_rows_say(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, ("education", "health"))
    office = cast.home.units["office"].pk
    assert case.unit_ids == sorted({office, *(h.unit_id for h in case.handlings.all())})
    assert case.signer_ids == [cast.home.seats["li"].pk]
