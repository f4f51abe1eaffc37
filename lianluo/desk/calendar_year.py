"""A year of the work calendar as a page shows it."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lianluo.congress.calendar import NationalCalendar


@dataclass(frozen=True, slots=True)
class Cell:
    """One day."""

    number: int
    css: str
    mark: str
    title: str


@dataclass(frozen=True, slots=True)
class Month:
    """One month: weeks of seven cells, None outside the month."""

    number: int
    workdays: int
    weeks: list[list[Cell | None]]


def weekdays() -> list[str]:
    return [_("一"), _("二"), _("三"), _("四"), _("五"), _("六"), _("日")]


def months(calendar: NationalCalendar, year: int, *, today: date, differing: frozenset[date]) -> list[Month]:
    """The twelve months of `year`."""
    return [_month(calendar, year, number, today, differing) for number in range(1, 13)]


def _month(
    calendar: NationalCalendar, year: int, number: int, today: date, differing: frozenset[date]
) -> Month:
    weeks: list[list[Cell | None]] = []
    workdays = 0
    for week in Calendar().monthdatescalendar(year, number):
        inside = [day if day.month == number else None for day in week]
        workdays += sum(calendar.is_workday(day) for day in inside if day)
        weeks.append([_cell(calendar, day, today, differing) if day else None for day in inside])
    return Month(number, workdays, weeks)


def _cell(calendar: NationalCalendar, day: date, today: date, differing: frozenset[date]) -> Cell:
    works, named = calendar.is_workday(day), calendar.labels.get(day, "")
    css, mark = "", ""
    if day in calendar.exceptions and not works:
        css, mark = "h", _("休")
    elif works and day.weekday() >= 5:
        css, mark = "m", _("班")
    elif not works:
        css = "w"
    if day in differing:
        css = f"{css} x".strip()
    if day == today:
        css = f"{css} now".strip()
    title = _("{name}，调休上班").format(name=named) if css.startswith("m") and named else named
    return Cell(day.day, css, mark, title)
