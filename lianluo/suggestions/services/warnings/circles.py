"""Who is warned of which clock: whoever owes the step, whoever passes it on, and whoever watches over it."""

from collections.abc import Callable

from lianluo.notices.recipients import Recipients
from lianluo.people.roles import RoleKind
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.notices.whom import liaison, reviewers, unrated

NOBODY = Recipients()


def unit(part: Handling) -> Recipients:
    """The people of the unit who handle the part or look after the unit's work."""
    return Recipients.unit(part.unit_id, RoleKind.UNIT_HANDLER, RoleKind.UNIT_ADMIN)


def office(part: Handling) -> Recipients:
    """The office through which the unit is reached."""
    through = part.unit.dispatched_by_id
    return Recipients.unit(through, RoleKind.DISPATCHER) if through else NOBODY


def answering(part: Handling) -> Recipients:
    """What the deputy waits for: the unit, its office and the deputies' body."""
    return unit(part) | office(part) | liaison(part.suggestion)


def passing_on(part: Handling) -> Recipients:
    """While it lies with the office, the unit has nothing yet; an office with a part of its own passes on that too."""
    return office(part) | Recipients.unit(part.unit_id, RoleKind.DISPATCHER)


def deciding(part: Handling) -> Recipients:
    """An objection waits for the office or the deputies' body."""
    return office(part) | liaison(part.suggestion)


OF_PART: dict[str, Callable[[Handling], Recipients]] = {
    "reply": answering,
    "co_opinion": answering,
    "rework": answering,
    "co_redo": answering,
    "contact": unit,
    "sign_for": unit,
    "dispatch": passing_on,
    "reassign": deciding,
}
"""Kind of a unit's clock → who is warned."""

OF_SUGGESTION: dict[str, Callable[[Suggestion], Recipients]] = {
    "delegation_review": reviewers,
    "review": reviewers,
    "assign": liaison,
    "feedback": unrated,
    "close": liaison,
}
"""Kind of a suggestion's own clock → who is warned."""

STATUTORY = frozenset({"reply", "rework"})
"""Here every day of the rule is warned of, however early it lies."""

SILENT_WHEN_OVER = frozenset({"sign_for"})
"""What is said of these when they are over, the nightly look at receipts says."""
