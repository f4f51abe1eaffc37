"""What the unit of a part was called at a moment: units are renamed and merged, and parts change hands."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import localdate

from lianluo.congress.models import UnitName
from lianluo.suggestions.models import Handling
from lianluo.trail.models import Event

PASSED = JSONObject(
    seq="seq", at="at", move="move", was="facts__from", unit="facts__from_unit", name="facts__from_name"
)
CHANGES = ("inherit", "redirect")
"""Steps after which the same part lies with another unit; their facts name the one before."""


def beside_handling() -> dict[str, Any]:
    """Former names of the unit and of those whose heir it is, and the units before it: with the handling's query."""
    why = "rows of a handling that is itself in scope"
    heir = OuterRef("unit")
    family = Q(unit=heir) | Q(unit__successor=heir) | Q(unit__successor__successor=heir)
    called = UnitName.objects.everywhere(why).filter(family).order_by("until")
    passed = Event.objects.everywhere(why).filter(case_type="handling", case_id=OuterRef("pk"))
    return {
        "called": ArraySubquery(called.values(row=JSONObject(unit="unit_id", name="name", until="until"))),
        "passed": ArraySubquery(passed.filter(move__in=CHANGES).order_by("seq").values(row=PASSED)),
    }


def name_at(handling: Any, event: Event) -> str:
    """The unit that had the part when `event` happened, in short; by its full name where it was renamed since."""
    before = next((row for row in _passed(handling) if event.seq <= row["seq"]), None)
    unit = before["unit"] if before else handling.unit_id
    former = _former(handling, unit, localdate(event.at))
    return former or str(before["was"] if before else handling.unit)


def full_name_at(handling: Any, at: datetime | None) -> str:
    """The full name for a paper that tells of the moment `at`; None: of now. A redirected part never was the first
    unit's."""
    if at is None:
        return str(handling.unit.name)
    before = _inherited_from(handling, at)
    unit = before["unit"] if before else handling.unit_id
    now = (before["name"] or before["was"]) if before else handling.unit.name
    return _former(handling, unit, localdate(at)) or str(now)


def short_name_at(handling: Any, at: datetime) -> str:
    """How the page calls the unit whose part it was at the moment `at`: an answer stays with whoever gave it."""
    before = _inherited_from(handling, at)
    former = _former(handling, before["unit"] if before else handling.unit_id, localdate(at))
    return former or str(before["was"] if before else handling.unit)


def _inherited_from(handling: Any, at: datetime) -> dict[str, Any] | None:
    inherited = (row for row in _passed(handling) if row["move"] == "inherit")
    return next((row for row in inherited if at < (parse_datetime(row["at"]) or at)), None)


def called_at(handling: Handling, at: datetime | None) -> str:
    """`full_name_at` for a handling, with one query where it did not bring its names along."""
    if hasattr(handling, "passed"):
        return full_name_at(handling, at)
    rows = handling.suggestion.handlings.filter(pk=handling.pk).select_related("unit")
    return full_name_at(rows.annotate(**beside_handling()).get(), at)


def _passed(handling: Any) -> Iterable[dict[str, Any]]:
    return getattr(handling, "passed", None) or ()


def _former(handling: Any, unit: int | None, day: date) -> str:
    """The name that the unit gave up on that day or later."""
    for row in getattr(handling, "called", None) or ():
        until = parse_date(row["until"])
        if row["unit"] == unit and until and day <= until:
            return str(row["name"])
    return ""
