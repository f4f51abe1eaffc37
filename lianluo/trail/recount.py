"""What running clocks would be if they were counted again: after a change of the calendar or of a rule.

Nothing is changed here but what moves no day. The differences go to the rooms, which prepare them for approval.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.calendar import work_calendar
from lianluo.congress.calendar_acts import CALENDAR_FOLLOWERS, CalendarFollower
from lianluo.congress.clock import Deadline, deadline
from lianluo.congress.levels import PeriodUnit
from lianluo.congress.models import Congress
from lianluo.congress.rules import RULES, Period, RuleBook
from lianluo.congress.rules.acts import RULE_EFFECTS, RULE_FOLLOWERS, RuleEffect
from lianluo.kernel.registry import Registry
from lianluo.kernel.scoping import ScopedQuerySet
from lianluo.kernel.workdays import WorkCalendar
from lianluo.trail.models import Clock

WHY = "the calendar is one for the whole country"
CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Difference:
    """A running clock and its deadline as it would be; `rule_on`: by the rules of that day instead of its first."""

    clock: Clock
    new: Deadline
    rule_on: date | None = None

    @property
    def due(self) -> date:
        """A granted extension stays, unless the new statutory day is later still."""
        return max(self.clock.due_on, self.new.due) if self.clock.extended else self.new.due

    @property
    def moves(self) -> bool:
        return (self.due, self.new.hard_due) != (self.clock.due_on, self.clock.hard_on)


Preparer = Callable[[list[Difference], str, Any, datetime], int]

PREPARERS: Registry[Preparer] = Registry("preparers of recounts")
"""Rooms with clocks: `(differences, cause, actor, at)` prepares them for approval. `cause`: a rule, or the calendar."""


def changed_days(before: WorkCalendar, after: WorkCalendar) -> list[date]:
    """The days that count differently."""
    days = before.exceptions.keys() | after.exceptions.keys()
    return sorted(day for day in days if before.is_workday(day) != after.is_workday(day))


def differences(
    rows: ScopedQuerySet, calendar: WorkCalendar, *, rule_on: date | None = None
) -> Iterator[Difference]:
    """Each clock of `rows` that still runs with its deadline by `calendar` and the rules that hold for it."""
    books: dict[tuple[int, date], RuleBook] = {}
    for clock in rows.filter(stopped_at=None).select_related("congress").order_by("pk").iterator():
        day = rule_on or clock.rule_on or clock.started_on
        book = books.setdefault((clock.congress_id, day), RuleBook(clock.congress, day))
        if clock.rule in RULES:
            outer = _outer(clock)
            hard = book.get(outer) if outer else None
            yield Difference(
                clock, deadline(book.get(clock.rule), clock.started_on, calendar, hard=hard), rule_on
            )


def _outer(clock: Clock) -> str:
    """The rule of the outermost day, for clocks that have one (reply.limit → reply.hard_limit)."""
    key = clock.rule.replace(".limit", ".hard_limit")
    return key if clock.hard_on and key != clock.rule and key in RULES else ""


def _hangs_on_calendar(period: Period) -> bool:
    return period.unit == PeriodUnit.WORKDAYS or period.roll


def reached(before: WorkCalendar, after: WorkCalendar) -> Iterator[Difference]:
    """The running clocks that the change of calendar reaches."""
    days, near = changed_days(before, after), Q(certain=False)
    if days:
        near |= Q(started_on__lt=days[-1], statutory_on__gte=days[0])
    rows = Clock.objects.everywhere(WHY).filter(near)
    return (one for one in differences(rows, after) if _hangs_on_calendar(one.new.rule.value))


def count(before: WorkCalendar, after: WorkCalendar, at: datetime) -> int:
    """How many running clocks would get another day."""
    return sum(one.moves for one in reached(before, after))


def follow_calendar(before: WorkCalendar, after: WorkCalendar, actor: Any, at: datetime) -> int:
    """Inside the transaction that changes the calendar: prepare what moves; returns how many days that are."""
    return prepare(list(reached(before, after)), CALENDAR, actor, at)


def follow_rule(congress: Congress, key: str, actor: Any, at: datetime) -> None:
    """A rule changed: clocks keep the rule of their first day, so only a change in the past reaches them."""
    if RULES[key].kind == "period":
        prepare(list(differences(running_by(key, congress), work_calendar())), key, actor, at)


def prepare(found: Iterable[Difference], cause: str, actor: Any, at: datetime) -> int:
    """Hand what moves to the rooms. What moves no day is written at once: a projected day that became certain."""
    moving = []
    for one in found:
        if one.moves:
            moving.append(one)
        elif (one.new.certain, list(one.new.facts)) != (one.clock.certain, one.clock.steps):
            one.clock.certain, one.clock.steps = one.new.certain, list(one.new.facts)
            one.clock.statutory_on = one.new.due
            one.clock.save(update_fields=["certain", "steps", "statutory_on"])
    return sum(preparer(moving, cause, actor, at) for preparer in PREPARERS) if moving else 0


def running_by(key: str, congress: Congress) -> ScopedQuerySet:
    """The clocks that run by the rule `key`, also as their outermost day, in `congress` and below."""
    inner = key.replace(".hard_limit", ".limit")
    rows = Clock.objects.within(congress.subtree).filter(stopped_at=None, rule=inner)
    return rows if inner == key else rows.filter(hard_on__isnull=False)


def running(key: str, congress: Congress, at: datetime) -> int | None:
    """How many clocks run by the rule `key` in `congress` and below; None for rules that start no clock."""
    if RULES[key].kind != "period":
        return None
    return running_by(key, congress).count()


def register() -> None:
    """Called once when the application starts."""
    follower = CalendarFollower(label=_("会变的期限（核准后生效）"), count=count, apply=follow_calendar)
    CALENDAR_FOLLOWERS.add("clocks", follower)
    RULE_EFFECTS.add("clocks", RuleEffect(label=_("正在走的期限（不变，除非核准重算）"), count=running))
    RULE_FOLLOWERS.add("clocks", follow_rule)
