"""The work calendar from the tables, kept in the process until a trigger stamps a change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from lianluo.congress.models import CalendarDay, CalendarStamp, CalendarYear
from lianluo.kernel.memo import once
from lianluo.kernel.workdays import WorkCalendar

PROJECTED_YEARS = 4
"""How many years beyond the last notice the fixed holidays are assumed."""

FIXED_HOLIDAYS = {(1, 1): "元旦", (5, 1): "劳动节", (5, 2): "劳动节"} | {(10, d): "国庆节" for d in (1, 2, 3)}
"""Holidays on fixed days (全国年节及纪念日放假办法, 2024 revision, art. 2). Lunar ones wait for the notice."""


@dataclass(frozen=True)
class NationalCalendar(WorkCalendar):
    """A WorkCalendar that also knows what a day is called."""

    labels: Mapping[date, str] = field(default_factory=dict)


class _Kept:
    """The calendar of this process and the stamp under which it was read."""

    stamp: datetime | None = None
    calendar: NationalCalendar | None = None


def work_calendar() -> NationalCalendar:
    """The calendar in force. One small query when nothing changed since this process read it last.

    The stamp is read before the days: a change between the two reads is seen at the next call.
    """
    stamp = once("calendar", lambda: CalendarStamp.objects.values_list("changed_at", flat=True).first())
    if _Kept.calendar is None or _Kept.stamp != stamp:
        _Kept.calendar, _Kept.stamp = read_calendar(), stamp
    return _Kept.calendar


def read_calendar() -> NationalCalendar:
    """The calendar straight from the tables, with the fixed holidays of the years to come assumed."""
    announced = frozenset(CalendarYear.objects.values_list("year", flat=True))
    rows = list(CalendarDay.objects.values_list("day", "is_workday", "label"))
    exceptions = projected(announced) | {day: works for day, works, _label in rows}
    labels = _names(announced) | {day: label for day, _w, label in rows}
    return NationalCalendar(exceptions=exceptions, announced=announced, labels=labels)


def projected(announced: frozenset[int]) -> dict[date, bool]:
    """Holidays that are sure although their year has no notice yet."""
    return dict.fromkeys(_names(announced), False)


def _names(announced: frozenset[int]) -> dict[date, str]:
    if not announced:
        return {}
    years = range(max(announced) + 1, max(announced) + 1 + PROJECTED_YEARS)
    return {date(year, m, d): name for year in years for (m, d), name in FIXED_HOLIDAYS.items()}
