"""Drawing up a plan from the records, and taking in what was accepted since."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext

from lianluo.congress.models import Congress, Session
from lianluo.congress.rules import RuleBook
from lianluo.kernel.scoping import ScopedQuerySet
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import PLAN
from lianluo.suggestions.models import AssignmentPlan, PlanRow, Suggestion
from lianluo.suggestions.selectors.committees import committees, of_topic
from lianluo.suggestions.selectors.planning.proposals import BATCH, Proposal, proposals, records
from lianluo.suggestions.services.planning.rows import held
from lianluo.suggestions.states import PlanState, SuggestionState
from lianluo.trail.steps import Refused, advance, begin
from lianluo.ui.models import LongWork
from lianluo.ui.work import start

AT_ONCE = 60
"""More suggestions than this are compared by the worker."""
Progress = Callable[[int], bool]


def waiting_cases(congress: Congress, session: Session | None) -> ScopedQuerySet:
    """Accepted suggestions of the session (or between sessions) that wait for their units.

    Of a bundle only the main one: the others go where it goes.
    """
    rows: ScopedQuerySet = Suggestion.objects.within(congress.scope).filter(merged_into=None)
    return rows.filter(state=SuggestionState.ACCEPTED, session=session).order_by("number", "pk")


def start_drawing(
    session: Session | None, *, actor: Actor, at: datetime, label: str, back_url: str
) -> AssignmentPlan | LongWork:
    """Draw up a small plan at once; a large one is work for the worker, to be watched on a page."""
    n = waiting_cases(actor.congress, session).count()
    _demand_open(session, actor, n)
    if n <= AT_ONCE:
        return draw_up(session, actor=actor, at=at)
    of = session.pk if session else None
    return start(actor, label, n, "suggestions.draw_up", at=at, back_url=back_url, session=of)


def _demand_open(session: Session | None, actor: Actor, waiting: int) -> None:
    verdict = policy.may_plan(actor, AssignmentPlan(congress=actor.congress, session=session))
    if not verdict:
        raise Refused(str(verdict.reason))
    if not waiting:
        raise Refused(gettext("没有待交办的建议。"))
    ended = (PlanState.DONE, PlanState.DROPPED)
    if AssignmentPlan.objects.within(actor.scope).filter(session=session).exclude(state__in=ended).exists():
        raise Refused(gettext("已经有一份没有办完的交办方案，请接着用它。"))


def draw_up(
    session: Session | None, *, actor: Actor, at: datetime, progress: Progress = lambda done: True
) -> AssignmentPlan:
    """A plan with a proposal for every suggestion that waits. Two clerks at once: one draws it up, the other reads so."""
    cases = _with_wishes(waiting_cases(actor.congress, session))
    _demand_open(session, actor, len(cases))
    plan = AssignmentPlan(congress=actor.congress, session=session, made_by=actor.name, made_at=at)
    try:
        with transaction.atomic():
            begin(PLAN, plan, actor=actor, at=at, facts={"rows": len(cases)})
            _fill(plan, cases, actor, at, progress)
    except IntegrityError as double:
        raise Refused(gettext("已经有一份没有办完的交办方案，请接着用它。")) from double
    return plan


@transaction.atomic
def take_in(plan: AssignmentPlan, *, actor: Actor, at: datetime) -> int:
    """Add what was accepted since the plan was drawn up; how many that were."""
    now = held(plan, actor)
    kept = now.rows.values("suggestion")
    cases = _with_wishes(waiting_cases(actor.congress, now.session).exclude(pk__in=kept))
    if not cases:
        raise Refused(gettext("没有新立案、还不在方案里的建议。"))
    note = gettext("加入 %d 件新立案的建议") % len(cases)
    advance(PLAN, now, "change", actor=actor, at=at, facts={"number": "", "note": note})
    _fill(now, cases, actor, at, lambda done: True)
    return len(cases)


def _with_wishes(rows: ScopedQuerySet) -> list[Suggestion]:
    return list(rows.prefetch_related("wished_units").select_related("congress"))


def _fill(
    plan: AssignmentPlan, cases: Sequence[Suggestion], actor: Actor, at: datetime, progress: Progress
) -> None:
    day = localdate(at)
    book, among = RuleBook(plan.congress, day), list(committees(plan.congress, day))
    read, done = records(plan.congress, at), 0
    for first in range(0, len(cases), BATCH):
        batch = cases[first : first + BATCH]
        found = proposals(batch, read, actor)
        PlanRow.objects.bulk_create(
            _row(plan, case, found[case.pk], of_topic(case.topic, book, among)) for case in batch
        )
        done += len(batch)
        if not progress(done):
            raise Refused(str(_("已停止，没有拟定方案。")))


def _row(plan: AssignmentPlan, case: Suggestion, found: Proposal, committee: Any) -> PlanRow:
    return PlanRow(
        plan=plan,
        suggestion=case,
        committee=committee,
        tasks=found.tasks,
        unit_ids=[task["unit"] for task in found.tasks],
        why=found.why,
        alike=found.alike,
    )
