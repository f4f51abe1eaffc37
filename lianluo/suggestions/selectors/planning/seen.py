"""The plans and rows that an actor may read."""

from lianluo.kernel.scoping import ScopedQuerySet
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import AssignmentPlan, PlanRow


def plans_of(actor: Actor) -> ScopedQuerySet:
    """Plans of the actor's congress, newest first."""
    rows: ScopedQuerySet = AssignmentPlan.objects.within(actor.scope).filter(policy.plans_seen_by(actor))
    return rows.select_related("congress", "session__term").order_by("-pk")


def rows_of(actor: Actor) -> ScopedQuerySet:
    """Rows of those plans, with what a line shows."""
    rows: ScopedQuerySet = PlanRow.objects.within(actor.scope).filter(plan__in=plans_of(actor).order_by())
    parts = ("plan__session", "committee", "suggestion__lead__person", "suggestion__delegation")
    return rows.select_related(*parts)
