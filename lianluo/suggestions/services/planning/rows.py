"""A plan and its rows, held while they are written so that two people at one meeting never lose each other's work."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F

from lianluo.congress.models import Unit
from lianluo.kernel.scoping import ScopedQuerySet
from lianluo.people.actor import Actor
from lianluo.suggestions.models import AssignmentPlan, PlanRow
from lianluo.suggestions.services.assignment import Task
from lianluo.suggestions.states import Mode


def held(plan: AssignmentPlan, actor: Actor) -> AssignmentPlan:
    """The plan as it stands now, locked until the transaction ends."""
    rows = AssignmentPlan.objects.within(actor.scope).select_for_update(of=("self",))
    found: AssignmentPlan = rows.select_related("congress", "session").get(pk=plan.pk)
    return found


def row_held(pk: int, actor: Actor) -> PlanRow:
    """One row as it stands now, locked, with what an assignment needs of it."""
    rows = PlanRow.objects.within(actor.scope).select_for_update(of=("self",))
    parts = ("plan__session", "committee", "suggestion__congress", "suggestion__session__term")
    found: PlanRow = rows.select_related(*parts, "suggestion__lead__person", "suggestion__term").get(pk=pk)
    return found


def to_carry(plan: AssignmentPlan) -> ScopedQuerySet:
    """Rows that will be carried out: with units, and neither done nor left out; of a bundle the main one first."""
    rows: ScopedQuerySet = PlanRow.objects.within(plan.congress.scope).filter(plan=plan).exclude(tasks=[])
    return rows.filter(outcome__in=("waiting", "failed")).order_by(
        F("suggestion__merged_into").asc(nulls_first=True), "suggestion__number", "pk"
    )


def tasks_of(row: PlanRow, units: Mapping[int, Unit]) -> list[Task]:
    """The row's units as tasks; a unit that is not known any more is left out, and judged as missing then."""
    return [
        Task(unit=units[one["unit"]], mode=Mode(one["mode"]), part=one["part"])
        for one in row.tasks
        if one["unit"] in units
    ]


def written(tasks: Sequence[Task]) -> list[dict[str, Any]]:
    """Tasks as the row keeps them."""
    return [{"unit": one.unit.pk, "mode": str(one.mode), "part": one.part} for one in tasks]


def told_units(tasks: Sequence[Task]) -> list[dict[str, str]]:
    """Tasks as the history keeps them."""
    return [{"unit": str(one.unit), "mode": str(one.mode)} for one in tasks]
