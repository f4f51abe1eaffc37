"""Working days and calendar months. Pure: the table of days comes from outside.

A working day is what the State Council's yearly notice says; make-up working days (调休) count, holidays do not.
Where a year has not been announced yet, weekdays are assumed and `certain` says so.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """`day` plus calendar months; the last day of a short month where the day does not exist (31 Jan + 1 → 28 Feb)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@dataclass(frozen=True)
class WorkCalendar:
    """`exceptions` maps the days that differ from Monday–Friday; `announced` are the years with a notice."""

    exceptions: Mapping[date, bool] = field(default_factory=dict)
    announced: frozenset[int] = frozenset()

    def is_workday(self, day: date) -> bool:
        return self.exceptions.get(day, day.weekday() < 5)

    def certain(self, *days: date) -> bool:
        """Are all years from the first to the last of `days` announced?"""
        years = [day.year for day in days]
        return set(range(min(years), max(years) + 1)) <= self.announced

    def add_workdays(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; "within N days of receipt" counts from the next day."""
        if count < 0:
            raise ValueError("count must not be negative")
        while count:
            day += ONE_DAY
            count -= self.is_workday(day)
        return day

    def next_workday(self, day: date) -> date:
        """`day` itself, or the first working day after it."""
        while not self.is_workday(day):
            day += ONE_DAY
        return day

    def workdays_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` lies before `start`."""
        if end < start:
            return -self.workdays_between(end, start)
        return sum(self.is_workday(day) for day in days_after(start, end))

    def skipped(self, start: date, end: date) -> list[date]:
        """The days after `start` up to `end` that do not count: for 「怎么算的」."""
        return [day for day in days_after(start, end) if not self.is_workday(day)]


def days_after(start: date, end: date) -> Iterable[date]:
    """Every day after `start` up to and including `end`."""
    return (start + ONE_DAY * n for n in range(1, (end - start).days + 1))
