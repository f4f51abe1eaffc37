"""Carrying a plan out: one long job, each row a transaction of its own; it may be stopped, die, and go on."""

from collections.abc import Callable, Mapping
from datetime import datetime

import structlog
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.congress.models import Unit
from lianluo.congress.rules import RuleBook
from lianluo.kernel.memo import one_page
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import PLAN
from lianluo.suggestions.models import AssignmentPlan, PlanRow
from lianluo.suggestions.selectors.assigning import choosable
from lianluo.suggestions.services.assignment import hand_out
from lianluo.suggestions.services.planning.announcing import announce
from lianluo.suggestions.services.planning.rows import held, row_held, tasks_of, to_carry
from lianluo.suggestions.states import PlanState, RowOutcome, SuggestionState
from lianluo.trail.steps import Refused, advance
from lianluo.trail.whole import all_or_nothing
from lianluo.ui.models import LongWork
from lianluo.ui.work import start

log = structlog.get_logger()
CHUNK = 25
"""Rules and calendar are read anew after so many rows, and the progress is written."""


@transaction.atomic
def carry_out(plan: AssignmentPlan, *, actor: Actor, at: datetime) -> LongWork:
    """Begin: from now on the worker goes through the rows. Two clerks at once: one wins, the other reads who did."""
    by_rule = policy.may_carry_out_by_rule(actor, plan, RuleBook(plan.congress, localdate(at)))
    if not by_rule:
        raise Refused(str(by_rule.reason))
    return _start(plan, "carry_out", actor, at)


@transaction.atomic
def resume(plan: AssignmentPlan, *, actor: Actor, at: datetime) -> LongWork:
    """Go on where the job was cut off; a job that still runs takes no harm, every row is done once."""
    return _start(plan, "resume", actor, at)


def _start(plan: AssignmentPlan, move: str, actor: Actor, at: datetime) -> LongWork:
    n = to_carry(plan).count()
    if not n and move == "carry_out":
        raise Refused(_("方案里没有定了承办单位、等着交办的建议。"))
    advance(PLAN, plan, move, actor=actor, at=at, facts={"rows": n})
    url = reverse("suggestions:plan", args=[plan.pk])
    work = start(
        actor, str(plan)[:120], max(n, 1), "suggestions.carry_out", at=at, back_url=url, plan=plan.pk
    )
    AssignmentPlan.objects.within(actor.scope).filter(pk=plan.pk).update(work=work.pk)
    return work


def carry_rows(
    plan: AssignmentPlan,
    *,
    actor: Actor,
    now: Callable[[], datetime],
    progress: Callable[[int], bool] = lambda done: True,
) -> None:
    """Do all rows that wait, tell the units and deputies, and close the run."""
    keys = list(to_carry(plan).values_list("pk", flat=True))
    for first in range(0, len(keys), CHUNK):
        chunk = keys[first : first + CHUNK]
        with one_page():
            units = choosable(plan.congress, localdate(now()))
            for pk in chunk:
                _carry(pk, units, actor, now())
        if not progress(first + len(chunk)):
            break
    announce(plan, now())
    close_run(plan, actor=actor, at=now())


def _carry(pk: int, units: Mapping[int, Unit], actor: Actor, at: datetime) -> None:
    """One row. What cannot be done is said in a sentence and stays in the plan; the others go on."""
    try:
        _hand_out(pk, units, actor, at)
    except Refused as refusal:
        _failed(pk, actor, str(refusal))
    except Exception:
        log.exception("plan_row_failed", row=pk)
        _failed(pk, actor, _("中途出错，已记入日志，请再试一次。"))


@all_or_nothing()
def _hand_out(pk: int, units: Mapping[int, Unit], actor: Actor, at: datetime) -> None:
    row = row_held(pk, actor)
    if row.outcome not in (RowOutcome.WAITING, RowOutcome.FAILED):
        return
    if not _went_along(row):
        _give(row, units, actor, at)
    row.outcome, row.error, row.at = RowOutcome.DONE, "", at
    row.save(update_fields=["outcome", "error", "at"])


def _went_along(row: PlanRow) -> bool:
    """Put together with another one since the plan was drawn up, and handed out with it."""
    case = row.suggestion
    return case.merged_into_id is not None and case.state == SuggestionState.HANDLING


def _give(row: PlanRow, units: Mapping[int, Unit], actor: Actor, at: datetime) -> None:
    tasks = tasks_of(row, units)
    if len(tasks) < len(row.tasks):
        raise Refused(_("承办单位已撤销，请改选承接其职责的单位。"))
    hand_out(row.suggestion, tasks, actor=actor, at=at, committee=row.committee)


def _failed(pk: int, actor: Actor, sentence: str) -> None:
    rows = PlanRow.objects.within(actor.scope).filter(pk=pk).exclude(outcome=RowOutcome.DONE)
    rows.update(outcome=RowOutcome.FAILED, error=sentence[:300])


@transaction.atomic
def close_run(plan: AssignmentPlan, *, actor: Actor, at: datetime) -> None:
    """Done when nothing is left to do; else the plan opens again for what is left."""
    now = held(plan, actor)
    if now.state != PlanState.RUNNING:
        return
    rows = PlanRow.objects.within(actor.scope).filter(plan=now)
    left = rows.filter(outcome__in=(RowOutcome.WAITING, RowOutcome.FAILED)).count()
    facts = {
        "done": rows.filter(outcome=RowOutcome.DONE).count(),
        "failed": rows.filter(outcome=RowOutcome.FAILED).count(),
    }
    if left:
        advance(PLAN, now, "pause", actor=actor, at=at, facts=facts)
    else:
        advance(PLAN, now, "finish", actor=actor, at=at, facts=facts, ended_at=at)


def outcome(plan: AssignmentPlan) -> str:
    """How the run went, for the page of the long work."""
    rows = PlanRow.objects.within(plan.congress.scope).filter(plan=plan)
    done, failed = (rows.filter(outcome=one).count() for one in (RowOutcome.DONE, RowOutcome.FAILED))
    said = ngettext("已交办 %d 件。", "已交办 %d 件。", done) % done
    return said + (ngettext("%d 件没有办成。", "%d 件没有办成。", failed) % failed if failed else "")
