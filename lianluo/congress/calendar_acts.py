"""Changing the work calendar: adopt a notice, import a table; what that means for deadlines is prepared with it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lianluo.congress import policy
from lianluo.congress.calendar import NationalCalendar, read_calendar
from lianluo.congress.models import CalendarDay, CalendarYear
from lianluo.congress.notice import Notice
from lianluo.congress.refusals import Refusal, demand
from lianluo.congress.signed import signed
from lianluo.kernel.registry import Registry
from lianluo.kernel.workdays import WorkCalendar, days_after

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day as a notice or a table gives it."""

    day: date
    is_workday: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A day that will be counted differently."""

    day: date
    was: bool
    becomes: bool
    label: str


@dataclass(frozen=True, kw_only=True)
class CalendarFollower:
    """A room above whose deadlines hang on the calendar.

    `count(before, after, at)` says how many would move; `apply(before, after, actor, at)` prepares the new days,
    inside the transaction of the change; they hold when each congress's office has approved them.
    """

    label: Any
    count: Callable[[WorkCalendar, WorkCalendar, datetime], int]
    apply: Callable[[WorkCalendar, WorkCalendar, policy.Worker, datetime], int]


CALENDAR_FOLLOWERS: Registry[CalendarFollower] = Registry("calendar followers")


def rows_of(notice: Notice) -> list[DayRow]:
    """The days that `notice` names."""
    rows = [DayRow(day, False, label) for day, label in notice.off.items()]
    return rows + [DayRow(day, True, label) for day, label in notice.work.items()]


def with_days(calendar: NationalCalendar, rows: Iterable[DayRow], year: int | None) -> NationalCalendar:
    """`calendar` as it would be; with `year` its other exceptions fall away (a notice speaks of the whole year)."""
    kept = {d: w for d, w in calendar.exceptions.items() if d.year != year or _new_year_eve(calendar, d)}
    labels = {d: name for d, name in calendar.labels.items() if d in kept}
    for row in rows:
        kept[row.day], labels[row.day] = row.is_workday, row.label
    announced = calendar.announced | ({year} if year else set())
    return NationalCalendar(exceptions=kept, announced=announced, labels=labels)


def changes(before: WorkCalendar, after: NationalCalendar, year: int) -> list[Change]:
    """The days from the last week of the year before to the end of `year` that are counted differently."""
    return [
        Change(day, before.is_workday(day), after.is_workday(day), after.labels.get(day, ""))
        for day in days_after(date(year - 1, 12, 24), date(year, 12, 31))
        if before.is_workday(day) != after.is_workday(day)
    ]


def moved(before: WorkCalendar, after: WorkCalendar, at: datetime) -> list[tuple[str, int]]:
    """How many deadlines of which room would move."""
    return [(str(f.label), f.count(before, after, at)) for f in CALENDAR_FOLLOWERS]


@transaction.atomic
def adopt_notice(notice: Notice, *, source: str, actor: policy.Worker, at: datetime) -> int:
    """Make the calendar of the notice's year what the notice says; returns how many deadlines would move."""
    demand(policy.may_edit_calendar(actor, actor.congress))
    before = read_calendar()
    with signed(actor, source):
        stale = [d for d in before.exceptions if d.year == notice.year and not _new_year_eve(before, d)]
        CalendarDay.objects.filter(day__in=set(stale) - notice.off.keys() - notice.work.keys()).delete()
        _write(rows_of(notice))
        CalendarYear.objects.update_or_create(
            year=notice.year, defaults={"source": source[:120], "announced_at": at}
        )
    return _follow(before, actor, at)


@transaction.atomic
def adopt_table(
    rows: list[DayRow], *, announces: int | None, source: str, actor: policy.Worker, at: datetime
) -> int:
    """Write single days (a correction, or a whole year when `announces` names it)."""
    demand(policy.may_edit_calendar(actor, actor.congress))
    if not rows:
        raise Refusal(_("表里没有可以导入的日期。"))
    before = read_calendar()
    with signed(actor, source):
        _write(rows)
        if announces:
            facts = {"source": source[:120], "announced_at": at}
            CalendarYear.objects.update_or_create(year=announces, defaults=facts)
    return _follow(before, actor, at)


def _write(rows: Iterable[DayRow]) -> None:
    known: Mapping[date, CalendarDay] = {row.day: row for row in CalendarDay.objects.all()}
    for row in rows:
        old = known.get(row.day)
        if old is None:
            CalendarDay.objects.create(day=row.day, is_workday=row.is_workday, label=row.label)
        elif (old.is_workday, old.label) != (row.is_workday, row.label):
            old.is_workday, old.label = row.is_workday, row.label
            old.save()


def _follow(before: WorkCalendar, actor: policy.Worker, at: datetime) -> int:
    after = read_calendar()
    return sum(follower.apply(before, after, actor, at) for follower in CALENDAR_FOLLOWERS)


def _new_year_eve(calendar: NationalCalendar, day: date) -> bool:
    """The last days of December may stand in the next year's notice (元旦): they are not this year's to delete."""
    return day.month == 12 and calendar.labels.get(day) == "元旦"
