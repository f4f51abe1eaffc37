"""Deadlines: when something is due, when it is due at the latest, and how that was counted, in sentences.

Pure: the rules and the calendar come from outside. The day of the event itself does not count (民法典 art. 201);
calendar months end on the same day of the month, or on the last one where that day does not exist (2-domain 13.1).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lianluo.congress.calendar import NationalCalendar, work_calendar
from lianluo.congress.levels import PeriodUnit
from lianluo.congress.models import Congress
from lianluo.congress.rules import Period, RuleBook, RuleValue
from lianluo.kernel.language import chinese, days_in_a_row, full_day, short_day
from lianluo.kernel.workdays import WorkCalendar, add_months

ONE_DAY = timedelta(days=1)
MOST_SKIPPED = 40  # days named one by one; beyond that they are only counted


@dataclass(frozen=True, slots=True)
class Deadline:
    """When `kind` (a rule key) is due. `certain` is False while a year in between has no notice (推算)."""

    kind: str
    label: str
    start: date
    due: date
    hard_due: date | None
    steps: tuple[str, ...]
    certain: bool
    rule: RuleValue

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
        steps=tuple(_steps(rule, start, due, hard_due, calendar)),
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


def _steps(
    rule: RuleValue, start: date, due: date, hard_due: date | None, calendar: WorkCalendar
) -> Iterable[str]:
    period: Period = rule.value
    yield _("从{begins}（{start}）算，次日起 {period}。").format(
        begins=str(rule.spec.begins).removesuffix("起"), start=full_day(start), period=period
    )
    if period.unit == PeriodUnit.WORKDAYS:
        yield from _counted(start, due, calendar)
    else:
        yield from _landed(period, start, due, calendar)
    yield _("所以 {due}到期。").format(due=full_day(due))
    if not calendar.is_workday(due):
        yield _("当天是休息日，按规定不顺延，请提前办理。")
    if hard_due:
        yield _("经同意可以延期，最迟 {due}。").format(due=full_day(hard_due))
    yield _basis(rule)
    if not _certain(period, start, due, calendar):
        yield _("其中有的年份国务院还没有公布放假安排，这个日期是推算的，公布后会重新计算。")


def _counted(start: date, due: date, calendar: WorkCalendar) -> Iterable[str]:
    labels = calendar.labels if isinstance(calendar, NationalCalendar) else {}
    days = [start + ONE_DAY * n for n in range(1, (due - start).days + 1)]
    off = [day for day in days if not calendar.is_workday(day)]
    made_up = [day for day in days if calendar.is_workday(day) and day.weekday() >= 5]
    if 0 < len(off) <= MOST_SKIPPED:
        yield _("跳过{days}。").format(days=("；" if chinese() else "; ").join(_named(off, labels)))
    elif off:
        yield _("跳过其间 {n} 个休息日。").format(n=len(off))
    if made_up:
        yield _("{days}调休上班，算在内。").format(
            days=("、" if chinese() else ", ").join(map(short_day, made_up))
        )


def _landed(period: Period, start: date, due: date, calendar: WorkCalendar) -> Iterable[str]:
    plain = count(Period(period.n, period.unit), start, calendar)
    if period.unit == PeriodUnit.MONTHS and plain.day != start.day:
        yield _("{month}月没有 {day} 日，取当月最后一天。").format(month=plain.month, day=start.day)
    if plain != due:
        yield _("{day}是休息日，顺延到下一个工作日。").format(day=short_day(plain))


def _named(off: list[date], labels: object) -> list[str]:
    """Rest days gathered into runs of one name: 「5月1日至5日（劳动节）」, 「5月23日、24日」."""
    names = labels if isinstance(labels, dict) else {}
    runs = groupby(enumerate(off), key=lambda pair: (pair[1].toordinal() - pair[0], names.get(pair[1], "")))
    return [_run_words([day for _n, day in run], name) for (_gap, name), run in runs]


def _run_words(run: list[date], name: str) -> str:
    words = short_day(run[0]) if len(run) == 1 else days_in_a_row(run[0], run[-1])
    if not name:
        return words
    return f"{words}（{name}）" if chinese() else f"{words} ({name})"


def _basis(rule: RuleValue) -> str:
    if rule.assumed:
        return _("本省条文还没有查到，这是假定的期限。")
    return _("依据{basis}。").format(basis=rule.basis) if rule.basis else ""
