"""The two of a division as a page shows them beside one another."""

from dataclasses import dataclass

from django.db.models import Q

from lianluo.suggestions.models import Division, Suggestion

WHY = "the other one of a division, for whoever may answer for the one in hand"


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Why it was divided, and both as they stand."""

    reason: str
    both: tuple[Suggestion, Suggestion]


def beside_other(suggestion: Suggestion) -> Beside | None:
    """The last division of it that holds. One query."""
    rows = Division.objects.everywhere(WHY).filter(undone_at=None)
    rows = rows.filter(Q(first=suggestion) | Q(second=suggestion)).select_related("first", "second")
    found = rows.order_by("-pk").first()
    return Beside(reason=found.reason, both=(found.first, found.second)) if found else None
