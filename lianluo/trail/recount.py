"""Running clocks counted again when the work calendar changes, and who keeps a copy of their days is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.calendar_acts import CALENDAR_FOLLOWERS, CalendarFollower
from lianluo.congress.clock import Deadline, deadline
from lianluo.congress.levels import PeriodUnit
from lianluo.congress.models import Congress
from lianluo.congress.rules import RULES, Period, RuleBook
from lianluo.congress.rules.acts import RULE_EFFECTS, RuleEffect
from lianluo.kernel.registry import Registry
from lianluo.kernel.workdays import WorkCalendar
from lianluo.trail.models import Clock

WHY = "the calendar is one for the whole country"


@dataclass(frozen=True, slots=True)
class Moved:
    """A running clock whose day changed."""

    clock: Clock
    was: date

    @property
    def due_on(self) -> date:
        return self.clock.due_on


Mirror = Callable[[list[Moved], Any, datetime], None]

MIRRORS: Registry[Mirror] = Registry("mirrors of clocks")
"""By case type: rooms that keep a copy of a due day (for sorting) take over the new one and tell whom it concerns."""


def changed_days(before: WorkCalendar, after: WorkCalendar) -> list[date]:
    """The days that count differently."""
    days = before.exceptions.keys() | after.exceptions.keys()
    return sorted(day for day in days if before.is_workday(day) != after.is_workday(day))


def recounted(before: WorkCalendar, after: WorkCalendar) -> Iterator[tuple[Clock, Deadline]]:
    """Running clocks that the change reaches, each with its deadline by the new calendar."""
    days = changed_days(before, after)
    reached = Q(certain=False)
    if days:
        reached |= Q(started_on__lt=days[-1], statutory_on__gte=days[0])
    books: dict[tuple[int, date], RuleBook] = {}
    rows = Clock.objects.everywhere(WHY).filter(reached, stopped_at=None).select_related("congress")
    for clock in rows.order_by("pk").iterator():
        book = books.setdefault(
            (clock.congress_id, clock.started_on), RuleBook(clock.congress, clock.started_on)
        )
        if clock.rule in RULES and _hangs_on_calendar(book.get(clock.rule).value):
            yield clock, deadline(book.get(clock.rule), clock.started_on, after)


def _hangs_on_calendar(period: Period) -> bool:
    return period.unit == PeriodUnit.WORKDAYS or period.roll


def count(before: WorkCalendar, after: WorkCalendar, at: datetime) -> int:
    """How many running clocks would get another day."""
    return sum(_new_due(clock, new) != clock.due_on for clock, new in recounted(before, after))


def apply(before: WorkCalendar, after: WorkCalendar, actor: Any, at: datetime) -> int:
    """Count again, inside the transaction that changes the calendar; returns how many days moved."""
    moved: list[Moved] = []
    for clock, new in list(recounted(before, after)):
        was = clock.due_on
        clock.due_on, clock.statutory_on = _new_due(clock, new), new.due
        clock.steps, clock.certain = list(new.facts), new.certain
        clock.save(update_fields=["due_on", "statutory_on", "steps", "certain"])
        if clock.due_on != was:
            moved.append(Moved(clock, was))
    for case_type in {one.clock.case_type for one in moved}:
        if mirror := MIRRORS.get(case_type):
            mirror([one for one in moved if one.clock.case_type == case_type], actor, at)
    return len(moved)


def _new_due(clock: Clock, new: Deadline) -> date:
    """A granted extension stays, unless the new statutory day is later still."""
    return new.due if clock.due_on == clock.statutory_on else max(clock.due_on, new.due)


def running(key: str, congress: Congress, at: datetime) -> int | None:
    """How many clocks run by the rule `key` in `congress` and below; None for rules that start no clock."""
    if RULES[key].kind != "period":
        return None
    return Clock.objects.within(congress.subtree).filter(rule=key, stopped_at=None).count()


def register() -> None:
    """Called once when the application starts."""
    CALENDAR_FOLLOWERS.add("clocks", CalendarFollower(label=_("日期会变的期限"), count=count, apply=apply))
    RULE_EFFECTS.add("clocks", RuleEffect(label=_("正在走的时钟（日期不变）"), count=running))
