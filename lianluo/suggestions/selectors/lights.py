"""The traffic lights of a congress today: for a page, and as a column and a condition of a list."""

from datetime import date
from typing import Any

from django.db.models import Case, Q, Value, When

from lianluo.congress.calendar import work_calendar
from lianluo.congress.models import Congress
from lianluo.congress.rules import RuleBook
from lianluo.kernel.lights import Light, Lights, lights


def lights_of(congress: Congress, today: date, book: RuleBook | None = None) -> Lights:
    """The lights by the congress's own warning days; `book` where the page has read the rules already."""
    return lights(today, work_calendar(), (book or RuleBook(congress, today)).numbers("warn.days"))


def lit(field: str, of: Lights) -> Case:
    """The light of the day `field`, in the database; the same answer as `Lights.of`."""
    return Case(*(When(test, then=Value(light.value)) for light, test in tests(field, of)), default=Value(""))


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
