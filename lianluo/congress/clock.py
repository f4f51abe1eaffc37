"""Deadlines: when something is due, when it is due at the latest, and how that was counted.

Pure: the rules and the calendar come from outside. The day of the event itself does not count (民法典 art. 201);
calendar months end on the same day of the month, or on the last one where that day does not exist (2-domain 13.1).
How it was counted is kept as facts and worded when it is read (`congress.explaining`), in the reader's language.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils.timezone import localdate

from lianluo.congress.calendar import NationalCalendar, work_calendar
from lianluo.congress.explaining import MOST_SKIPPED, Fact, worded
from lianluo.congress.levels import PeriodUnit
from lianluo.congress.models import Congress
from lianluo.congress.rules import Period, RuleBook, RuleValue
from lianluo.kernel.workdays import WorkCalendar, add_months

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """When `kind` (a rule key) is due. `certain` is False while a year in between has no notice (推算)."""

    kind: str
    label: str
    start: date
    due: date
    hard_due: date | None
    facts: tuple[Fact, ...]
    certain: bool
    rule: RuleValue

    @property
    def steps(self) -> tuple[str, ...]:
        """「怎么算的」, sentence by sentence, in the reader's language."""
        return tuple(worded(self.facts))

    @property
    def explanation(self) -> str:
        """「怎么算的」 as one text."""
        return "".join(self.steps)


@dataclass(frozen=True)
class Clocks:
    """The deadlines of one congress: the rules in force on the day a clock starts, and the work calendar."""

    book: RuleBook
    calendar: WorkCalendar

    def due(self, key: str, start: date, *, hard: str = "") -> Deadline:
        """The deadline of the rule `key` for something that happened on `start`; `hard` names the outermost one."""
        rule = self.book.get(key)
        return deadline(rule, start, self.calendar, hard=self.book.get(hard) if hard else None)

    def reply(self, start: date) -> Deadline:
        """The answer to the deputy: 3 months, at most 6 (代表法 art. 51)."""
        return self.due("reply.limit", start, hard="reply.hard_limit")


def clocks(congress: Congress, start: date | datetime) -> Clocks:
    """The clocks of `congress` with the rules that hold on the day `start`."""
    day = localdate(start) if isinstance(start, datetime) else start
    return Clocks(RuleBook(congress, day), work_calendar())


def count(period: Period, start: date, calendar: WorkCalendar) -> date:
    """The last day of `period` counted from `start`."""
    if period.unit == PeriodUnit.WORKDAYS:
        return calendar.add_workdays(start, period.n)
    due = (
        add_months(start, period.n) if period.unit == PeriodUnit.MONTHS else start + timedelta(days=period.n)
    )
    return calendar.next_workday(due) if period.roll else due


def deadline(
    rule: RuleValue, start: date, calendar: WorkCalendar, *, hard: RuleValue | None = None
) -> Deadline:
    """The deadline that `rule` sets for something that happened on `start`."""
    due = count(rule.value, start, calendar)
    hard_due = count(hard.value, start, calendar) if hard else None
    certain = _certain(rule.value, start, due, calendar)
    return Deadline(
        kind=rule.spec.key,
        label=str(rule.spec.label),
        start=start,
        due=due,
        hard_due=hard_due,
        facts=tuple(_facts(rule, start, due, hard_due, calendar)),
        certain=certain,
        rule=rule,
    )


def warn_days(days: Iterable[int], due: date) -> list[date]:
    """The days on which to remind, earliest first: T-30, T-15, T-7, T-3."""
    return sorted(due - timedelta(days=n) for n in days)


def _certain(period: Period, start: date, due: date, calendar: WorkCalendar) -> bool:
    if period.unit == PeriodUnit.WORKDAYS or period.roll:
        return calendar.certain(start, due)
    return True


def _facts(
    rule: RuleValue, start: date, due: date, hard_due: date | None, calendar: WorkCalendar
) -> Iterable[Fact]:
    period: Period = rule.value
    counted = {"rule": rule.spec.key, "n": period.n, "unit": str(period.unit)}
    yield {"is": "begins", "start": start.isoformat()} | counted
    if period.unit == PeriodUnit.WORKDAYS:
        yield from _counted(start, due, calendar)
    else:
        yield from _landed(period, start, due, calendar)
    yield {"is": "due", "day": due.isoformat()}
    if not calendar.is_workday(due):
        yield {"is": "rest_day"}
    if hard_due:
        yield {"is": "hard", "day": hard_due.isoformat()}
    yield from _basis(rule)
    if not _certain(period, start, due, calendar):
        yield {"is": "projected"}


def _counted(start: date, due: date, calendar: WorkCalendar) -> Iterable[Fact]:
    labels = calendar.labels if isinstance(calendar, NationalCalendar) else {}
    days = [start + ONE_DAY * n for n in range(1, (due - start).days + 1)]
    off = [day for day in days if not calendar.is_workday(day)]
    made_up = [day for day in days if calendar.is_workday(day) and day.weekday() >= 5]
    if 0 < len(off) <= MOST_SKIPPED:
        yield {"is": "skipped", "runs": _runs(off, labels)}
    elif off:
        yield {"is": "skipped_many", "n": len(off)}
    if made_up:
        yield {"is": "made_up", "days": [day.isoformat() for day in made_up]}


def _landed(period: Period, start: date, due: date, calendar: WorkCalendar) -> Iterable[Fact]:
    plain = count(Period(period.n, period.unit), start, calendar)
    if period.unit == PeriodUnit.MONTHS and plain.day != start.day:
        yield {"is": "clamped", "month": plain.month, "day": start.day}
    if plain != due:
        yield {"is": "rolled", "day": plain.isoformat()}


def _runs(off: list[date], labels: object) -> list[list[str]]:
    """Rest days gathered into runs of one name: first day, last day, name."""
    names = labels if isinstance(labels, dict) else {}
    runs = groupby(enumerate(off), key=lambda pair: (pair[1].toordinal() - pair[0], names.get(pair[1], "")))
    found = [([day for _n, day in run], name) for (_gap, name), run in runs]
    return [[run[0].isoformat(), run[-1].isoformat(), name] for run, name in found]


def _basis(rule: RuleValue) -> Iterable[Fact]:
    """The words of our own table are said in the reader's language; what an office wrote stays as it wrote it."""
    if rule.assumed:
        yield {"is": "assumed"}
    elif rule.basis:
        yield {"is": "basis", "text": rule.basis if rule.congress else "", "rule": rule.spec.key}
