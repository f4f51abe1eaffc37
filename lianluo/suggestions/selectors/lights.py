"""The traffic lights of a congress today: for a page, for figures, and as a filter of a list."""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Q, Value

from lianluo.congress.calendar import work_calendar
from lianluo.congress.models import Congress
from lianluo.congress.rules import RuleBook
from lianluo.kernel.lights import Light, Lights, lights


def lights_of(congress: Congress, today: date, book: RuleBook | None = None) -> Lights:
    """The lights by the congress's own warning days; `book` where the page has read the rules already."""
    return lights(today, work_calendar(), (book or RuleBook(congress, today)).numbers("warn.days"))


def tests(field: str, of: Lights) -> list[tuple[Light, Q]]:
    """Light → condition, the most pressing first; each condition leaves out those before it."""
    return [
        (Light.OVERDUE, Q(**{f"{field}__lt": of.today})),
        (Light.RED, Q(**{f"{field}__gte": of.today, f"{field}__lte": of.red_until})),
        (Light.AMBER, Q(**{f"{field}__gt": of.red_until, f"{field}__lte": of.amber_until})),
        (Light.GREEN, Q(**{f"{field}__gt": of.amber_until})),
    ]


LIGHTS: list[tuple[str, Any]] = [(light.value, light.label) for light in reversed(Light)]
"""For the filter: the most pressing first."""


def bounds(field: str, of: Lights) -> dict[str, Any]:
    """Columns by which `under` tells the light of the day `field`; the days are the same in every row."""
    days = {"today": of.today, "red_until": of.red_until, "amber_until": of.amber_until}
    return {"lit_by": F(field)} | {name: Value(day) for name, day in days.items()}


def under(values: list[str]) -> Q:
    """The condition of a filter over rows with `bounds`. It compares days with days, so that an index can answer it."""
    columns: Any = {name: F(name) for name in ("today", "red_until", "amber_until")}
    wanted = (test for light, test in tests("lit_by", Lights(**columns)) if light in values)
    return reduce(or_, wanted, Q())
