"""When the calendar moves a running clock, the due days of this room follow and those concerned are told."""

from datetime import datetime
from typing import Any

from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.services.clocks import ANSWER_KINDS, keep_due, lead_due
from lianluo.suggestions.services.tell import tell
from lianluo.trail.recount import MIRRORS, Moved
from lianluo.ui.components.text import date_full

WHY = "the calendar is one for the whole country"


def follow_handlings(moved: list[Moved], actor: Any, at: datetime) -> None:
    """The day by which a unit owes its answer or opinion, and with it the day of the suggestion."""
    found = Handling.objects.everywhere(WHY).filter(pk__in=[one.clock.case_id for one in moved])
    rows = {
        row.pk: row
        for row in found.select_related("congress", "suggestion__congress", "suggestion__lead__person")
    }
    for one in moved:
        handling = rows[one.clock.case_id]
        if one.clock.kind in ANSWER_KINDS:
            keep_due(handling, one.due_on)
            lead_due(handling.suggestion)
        tell("unit_recounted", handling.suggestion, at, date_full(one.due_on))


def follow_suggestions(moved: list[Moved], actor: Any, at: datetime) -> None:
    """The day on which the suggestion itself is due next."""
    found = Suggestion.objects.everywhere(WHY).filter(pk__in=[one.clock.case_id for one in moved])
    rows = {row.pk: row for row in found.select_related("congress", "lead__person")}
    for one in moved:
        case = rows[one.clock.case_id]
        Suggestion.objects.within(case.congress.scope).filter(pk=case.pk).update(due_on=one.due_on)
        if one.clock.kind == "feedback":
            tell("rating_recounted", case, at, date_full(one.due_on))


def register() -> None:
    MIRRORS.add("handling", follow_handlings)
    MIRRORS.add("suggestion", follow_suggestions)
