"""Correcting a plan row by row. Every correction is a step of the plan: who changed what is in its history."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lianluo.congress.models import Unit
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import PLAN
from lianluo.suggestions.models import PlanRow
from lianluo.suggestions.services.assignment import Task, judge_tasks
from lianluo.suggestions.services.planning.rows import held, row_held, told_units, written
from lianluo.suggestions.states import RowOutcome
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@transaction.atomic
def settle(
    row: PlanRow, tasks: Sequence[Task], *, actor: Actor, at: datetime, committee: Unit | None
) -> Event:
    """These units, in these ways; `committee` supervises."""
    verdict = judge_tasks(tasks, localdate(at))
    if not verdict:
        raise Refused(str(verdict.reason))
    now = _open(row, actor)
    now.tasks, now.unit_ids = written(tasks), [task.unit.pk for task in tasks]
    now.committee, now.edited = committee, True
    facts: dict[str, object] = {"units": told_units(tasks), "committee": str(committee or "")}
    return _kept(now, RowOutcome.WAITING, facts, actor, at)


@transaction.atomic
def leave_out(row: PlanRow, *, actor: Actor, at: datetime) -> Event:
    """Not at this meeting: it goes on waiting for its units."""
    return _kept(_open(row, actor), RowOutcome.LEFT, {"note": _("这次不交办")}, actor, at)


@transaction.atomic
def take_back(row: PlanRow, *, actor: Actor, at: datetime) -> Event:
    """At this meeting after all."""
    return _kept(_open(row, actor), RowOutcome.WAITING, {"note": _("放回这次交办")}, actor, at)


def _open(row: PlanRow, actor: Actor) -> PlanRow:
    now = row_held(row.pk, actor)
    if now.outcome == RowOutcome.DONE:
        raise Refused(_("这件已经交办，不能在方案里再改；要调整，请在建议的页面上改办。"))
    return now


def _kept(row: PlanRow, outcome: str, facts: dict[str, object], actor: Actor, at: datetime) -> Event:
    facts = {"number": row.suggestion.number_words} | facts
    event = advance(PLAN, held(row.plan, actor), "change", actor=actor, at=at, facts=facts)
    row.outcome, row.error = outcome, ""
    row.save(update_fields=["tasks", "unit_ids", "committee", "edited", "outcome", "error"])
    return event
