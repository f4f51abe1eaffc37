"""What letters of reply have: the numbers of a unit, and what is promised."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lianluo.congress.models import Counter, Unit
from lianluo.kernel.numbering import format_number
from lianluo.kernel.scoping import Scope
from lianluo.suggestions.models import Reply
from lianluo.suggestions.states import VOID


def series(unit: Unit, year: int) -> str:
    return f"document:{unit.pk}:{year}"


def last_drawn(unit: Unit, year: int) -> int:
    """The last number that the series gave. One query."""
    rows = Counter.objects.within(unit.congress.scope).filter(series=series(unit, year))
    return int(rows.values_list("value", flat=True).first() or 0)


def proposed(unit: Unit, day: date) -> str:
    """How the next number will most likely read; it is drawn only at the signature."""
    if not unit.document_pattern:
        return ""
    return written(unit.document_pattern, day.year, last_drawn(unit, day.year) + 1)


def written(pattern: str, year: int, seq: int) -> str:
    return format_number(pattern, year=year, seq=seq)


def taken(unit_id: int, number: str, scope: Scope, *, but: int | None = None) -> bool:
    """Does another reply of the unit bear this number? The year stands in the number itself."""
    rows = Reply.objects.within(scope).filter(handling__unit=unit_id, document_number=number)
    return bool(rows.exclude(state__in=VOID).exclude(pk=but).exists())


def promised(reply: Reply) -> list[Mapping[str, Any]]:
    """The promises that are written out: what, who, when."""
    return [
        row for row in reply.promises if row.get("text") and row.get("responsible") and row.get("planned_on")
    ]
