"""交办会: drawn up from the records, corrected, discussed with the office, carried out once."""

from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from lianluo.notices.models import Notice
from lianluo.suggestions import services as say
from lianluo.suggestions.models import AssignmentPlan, Handling, PlanRow, Suggestion
from lianluo.suggestions.services import planning
from lianluo.suggestions.states import HandlingState, Mode, PlanState, RowOutcome, SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, Stale
from lianluo.trail.verify import verify
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def accepted(cast: Cast, now: datetime, *wished: str, n: int = 1) -> list[Suggestion]:
    """Accepted suggestions of deputy Li, with the units that were wished for."""
    found = []
    for k in range(n):
        case = lives.accepted(cast.home, now, title=f"关于第{k + 1}件事情的建议")
        case.wished_units.set([cast.home.units[key] for key in wished])
        found.append(case)
    return found


def drawn(cast: Cast, now: datetime) -> AssignmentPlan:
    return planning.draw_up(None, actor=cast.wang, at=now)


def rows(plan: AssignmentPlan) -> list[PlanRow]:
    return list(plan.rows.order_by("pk"))


def run(plan: AssignmentPlan, cast: Cast, now: datetime) -> None:
    planning.carry_out(plan, actor=cast.wang, at=now)
    planning.carry_rows(plan, actor=cast.wang, now=lambda: now)
    plan.refresh_from_db()


def test_the_deputys_wish_is_proposed_with_its_reason(cast: Cast, now: datetime) -> None:
    accepted(cast, now, "education")
    accepted(cast, now, "health", "education")
    plan = drawn(cast, now)
    one, two = rows(plan)
    education, health = cast.home.units["education"].pk, cast.home.units["health"].pk
    assert one.tasks == [{"unit": education, "mode": "sole", "part": ""}]
    assert [(task["unit"], task["mode"]) for task in two.tasks] == [(health, "lead"), (education, "co")] or [
        (task["unit"], task["mode"]) for task in two.tasks
    ] == [(education, "lead"), (health, "co")]
    assert one.why == [{"unit": education, "code": "wish"}]
    assert plan.state == PlanState.OPEN


def test_the_history_of_a_topic_speaks_and_says_how_many(cast: Cast, now: datetime) -> None:
    for _case in range(3):
        lives.assigned(cast.home, now)
    accepted(cast, now)
    row = rows(drawn(cast, now))[0]
    education = cast.home.units["education"].pk
    assert row.why == [{"unit": education, "code": "topic", "n": 3, "of": 3}]
    assert row.unit_ids == [education]


def test_without_records_nobody_is_proposed(cast: Cast, now: datetime) -> None:
    accepted(cast, now)
    row = rows(drawn(cast, now))[0]
    assert (row.tasks, row.why) == ([], [])


def test_only_one_open_plan_for_the_same_suggestions(cast: Cast, now: datetime) -> None:
    accepted(cast, now)
    drawn(cast, now)
    with pytest.raises(Refused, match="已经有一份"):
        drawn(cast, now)
    with pytest.raises(Refused, match="没有待交办"):
        planning.draw_up(cast.home.session, actor=cast.wang, at=now)


def test_who_does_not_assign_does_not_plan(cast: Cast, now: datetime) -> None:
    accepted(cast, now)
    for key in ("gao", "zhao", "li", "chen"):
        with pytest.raises(Refused, match="联工委"):
            planning.draw_up(None, actor=getattr(cast, key), at=now)


def test_a_row_is_corrected_and_the_history_keeps_who(cast: Cast, now: datetime) -> None:
    accepted(cast, now, "education")
    plan = drawn(cast, now)
    task = say.Task(unit=cast.home.units["health"], mode=Mode.SOLE)
    committee = cast.home.units["committee"]
    planning.settle(rows(plan)[0], [task], actor=cast.qian, at=now, committee=committee)
    row = rows(plan)[0]
    assert (row.unit_ids, row.edited, row.committee) == ([cast.home.units["health"].pk], True, committee)
    event = Event.objects.within(cast.wang.scope).get(case_type="plan", move="change")
    assert (event.actor_name, event.facts["units"][0]["unit"]) == (cast.qian.name, "卫健委")


def test_two_leads_in_one_row_are_refused(cast: Cast, now: datetime) -> None:
    accepted(cast, now)
    row = rows(drawn(cast, now))[0]
    two = [say.Task(unit=cast.home.units[key], mode=Mode.LEAD) for key in ("health", "education")]
    with pytest.raises(Refused, match="主办"):
        planning.settle(row, two, actor=cast.wang, at=now, committee=None)


def test_the_office_comments_and_agrees_and_the_planners_hear(cast: Cast, now: datetime) -> None:
    accepted(cast, now, "education")
    plan = drawn(cast, now)
    with pytest.raises(Refused):
        planning.comment(rows(plan)[0], actor=cast.gao, at=now, text="应由卫健委办。")
    planning.consult(plan, actor=cast.wang, at=now)
    planning.comment(
        rows(plan)[0], actor=cast.gao, at=now, text="应由卫健委办。", unit=cast.home.units["health"]
    )
    assert rows(plan)[0].said[0]["unit"] == cast.home.units["health"].pk
    planning.agree(plan, actor=cast.gao, at=now)
    with pytest.raises(Refused, match="已经会商一致"):
        planning.agree(plan, actor=cast.gao, at=now)
    told = Notice.objects.within(cast.wang.scope)
    assert told.filter(account=cast.home.accounts["gao"], key="suggestion.plan_sent").count() == 1
    assert told.filter(account=cast.home.accounts["wang"], key="suggestion.plan_answered").count() == 2


def test_carrying_out_gives_each_unit_one_notice(cast: Cast, now: datetime) -> None:
    cases = accepted(cast, now, "court", n=4)
    plan = drawn(cast, now)
    run(plan, cast, now)
    assert plan.state == PlanState.DONE
    assert {case.state for case in Suggestion.objects.within(cast.wang.scope)} == {SuggestionState.HANDLING}
    assert Handling.objects.within(cast.wang.scope).filter(unit=cast.home.units["court"]).count() == 4
    told = Notice.objects.within(cast.wang.scope).filter(key="suggestion.assigned_together")
    li = told.get(account=cast.home.accounts["li"])
    assert li.title == "您的 4 件建议已交办"
    assert cases[0].title in li.body
    assert verify() == []


def test_units_reached_through_the_office_come_to_the_office_first(cast: Cast, now: datetime) -> None:
    accepted(cast, now, "education", n=2)
    run(drawn(cast, now), cast, now)
    states = Handling.objects.within(cast.wang.scope).values_list("state", flat=True)
    assert list(states) == [HandlingState.DISPATCHING] * 2
    told = Notice.objects.within(cast.wang.scope).filter(key="suggestion.assigned_together")
    assert told.get(account=cast.home.accounts["gao"]).title == "交办会交办 2 件建议，请办理"
    assert not told.filter(account=cast.home.accounts["zhao"]).exists()


def test_run_twice_nothing_happens_twice(cast: Cast, now: datetime) -> None:
    accepted(cast, now, "education", n=3)
    plan = drawn(cast, now)
    run(plan, cast, now)
    events = Event.objects.everywhere("test").count()
    notices = Notice.objects.everywhere("test").count()
    planning.carry_rows(plan, actor=cast.wang, now=lambda: now)
    assert Event.objects.everywhere("test").count() == events
    assert Notice.objects.everywhere("test").count() == notices


def test_the_second_clerk_reads_who_began(cast: Cast, now: datetime) -> None:
    accepted(cast, now, "education")
    plan = drawn(cast, now)
    same = AssignmentPlan.objects.within(cast.wang.scope).get()
    planning.carry_out(plan, actor=cast.wang, at=now)
    with pytest.raises((Stale, Refused)):
        planning.carry_out(same, actor=cast.qian, at=now)


def test_what_cannot_be_done_says_why_and_stays(cast: Cast, now: datetime) -> None:
    first, second = accepted(cast, now, "education", n=2)
    plan = drawn(cast, now)
    say.withdraw(first, actor=cast.li, at=now, reason="已经解决")
    run(plan, cast, now)
    one, two = rows(plan)
    assert one.outcome == RowOutcome.FAILED
    assert "已撤回" in one.error
    assert two.outcome == RowOutcome.DONE
    assert plan.state == PlanState.OPEN
    planning.leave_out(one, actor=cast.wang, at=now)
    second.refresh_from_db()
    assert second.state == SuggestionState.HANDLING


def test_an_abolished_unit_is_named_in_the_row(cast: Cast, now: datetime) -> None:
    accepted(cast, now, "education")
    plan = drawn(cast, now)
    unit = cast.home.units["education"]
    unit.valid_to = timezone.localdate(now)
    unit.save()
    run(plan, cast, now)
    assert "已撤销" in rows(plan)[0].error


def test_a_stopped_run_goes_on_where_it_was(cast: Cast, now: datetime, monkeypatch: Any) -> None:
    accepted(cast, now, "education", n=3)
    plan = drawn(cast, now)
    monkeypatch.setattr("lianluo.suggestions.services.planning.carrying.CHUNK", 1)
    planning.carry_out(plan, actor=cast.wang, at=now)
    planning.carry_rows(plan, actor=cast.wang, now=lambda: now, progress=lambda done: done < 2)
    plan.refresh_from_db()
    assert [row.outcome for row in rows(plan)] == ["done", "done", "waiting"]
    assert plan.state == PlanState.OPEN
    run(plan, cast, now)
    assert plan.state == PlanState.DONE
    assert Handling.objects.within(cast.wang.scope).count() == 3


def test_a_run_whose_worker_died_is_taken_up_again(cast: Cast, now: datetime) -> None:
    accepted(cast, now, "education", n=2)
    plan = drawn(cast, now)
    planning.carry_out(plan, actor=cast.wang, at=now)
    planning.resume(plan, actor=cast.qian, at=now)
    planning.carry_rows(plan, actor=cast.qian, now=lambda: now)
    plan.refresh_from_db()
    assert plan.state == PlanState.DONE


def test_what_was_accepted_since_is_taken_in(cast: Cast, now: datetime) -> None:
    accepted(cast, now, "education")
    plan = drawn(cast, now)
    with pytest.raises(Refused, match="没有新立案"):
        planning.take_in(plan, actor=cast.wang, at=now)
    accepted(cast, now, "health")
    assert planning.take_in(plan, actor=cast.wang, at=now) == 1
    assert len(rows(plan)) == 2


def test_where_the_rule_says_jointly_the_office_agrees_first(cast: Cast, now: datetime) -> None:
    from lianluo.congress.models import Rule

    session = cast.home.open_session(now)
    lives.submitted(cast.home, now)
    case = Suggestion.objects.within(cast.wang.scope).get()
    say.pass_on(case, actor=cast.he, at=now)
    say.accept(case, actor=cast.lin, at=now, topic="AGR")
    case.wished_units.set([cast.home.units["education"]])
    Rule.objects.create(
        congress=cast.home.congress,
        key="assign.session_by",
        value="joint",
        valid_from=timezone.localdate(now),
    )
    plan = planning.draw_up(session, actor=cast.wang, at=now)
    with pytest.raises(Refused, match="会商一致"):
        planning.carry_out(plan, actor=cast.wang, at=now)
