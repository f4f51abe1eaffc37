"""What stands beside the to-do list on everybody's first page. Rooms add panels while the application starts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianluo.kernel.registry import Registry
from lianluo.kernel.workdays import WorkCalendar
from lianluo.people.actor import Actor
from lianluo.ui.components.text import day as day_words
from lianluo.ui.parts import Link

WEEKDAYS = (
    gettext_lazy("周一"),
    gettext_lazy("周二"),
    gettext_lazy("周三"),
    gettext_lazy("周四"),
    gettext_lazy("周五"),
    gettext_lazy("周六"),
    gettext_lazy("周日"),
)
SHOWN_DAYS = 10  # two weeks without their week-ends
CROWD = 3  # a day with this many times the usual number stands out


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of my scope; `url` opens its records, `spark` are its last values, oldest first."""

    label: str
    value: int | str
    unit: str = ""
    note: str = ""
    url: str = ""
    spark: Sequence[float] = ()


@dataclass(frozen=True, kw_only=True)
class FigurePanel:
    """Up to four figures in pairs."""

    template: ClassVar[str] = "ui/glance/figures.html"
    heading: str
    figures: Sequence[Figure]
    note: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCount:
    """How many of the whole came to one step; `note` says what became of the rest."""

    label: str
    value: int
    url: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ProgressPanel:
    """How far all cases of one session or year have come, step by step; bars start at zero."""

    template: ClassVar[str] = "ui/glance/progress.html"
    heading: str
    rows: Sequence[StepCount]
    link: Link | None = None

    @property
    def whole(self) -> int:
        return max((row.value for row in self.rows), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """One working day of the calendar. `tone`: "bad" overdue, "now" today, "peak" many at once."""

    day: date
    count: int
    url: str = ""
    tone: str = ""
    word: str = ""

    @property
    def weekday(self) -> str:
        return str(WEEKDAYS[self.day.weekday()])


@dataclass(frozen=True, kw_only=True)
class DuePanel:
    """What falls due in the week of today and the next one."""

    template: ClassVar[str] = "ui/glance/due.html"
    heading: str
    days: Sequence[DueDay]

    @property
    def span(self) -> str:
        """5月18日至5月29日."""
        if not self.days:
            return ""
        return _("%(first)s至%(last)s") % {
            "first": day_words(self.days[0].day),
            "last": day_words(self.days[-1].day),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCard:
    """A case of mine in three lines: title, how far of `total` steps it has come, and what it waits for."""

    title: str
    url: str
    words: str
    done: int = 0
    total: int = 0
    tone: str = ""
    note: str = ""
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class CardPanel:
    """My own cases, newest business first."""

    template: ClassVar[str] = "ui/glance/cards.html"
    heading: str
    cards: Sequence[CaseCard]
    link: Link | None = None


Panel = FigurePanel | ProgressPanel | DuePanel | CardPanel


def _everybody(actor: Actor) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Glance:
    """A room's panels for the first page."""

    key: str
    panels: Callable[[Actor, datetime], Sequence[Panel]]
    shown: Callable[[Actor], bool] = _everybody
    order: int = 50


GLANCE: Registry[Glance] = Registry("glance")


def glance(actor: Actor, at: datetime) -> list[Panel]:
    """The panels of `actor` at `at`, in order."""
    rooms = sorted((room for room in GLANCE if room.shown(actor)), key=lambda room: room.order)
    return [panel for room in rooms for panel in room.panels(actor, at)]


def due_days(
    counts: Mapping[date, int], *, today: date, calendar: WorkCalendar, url: Callable[[date], str]
) -> list[DueDay]:
    """This and the next working week with `counts` per day."""
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=n) for n in range(14)]
    shown = [day for day in days if day.weekday() < 5]
    usual = sum(counts.get(day, 0) for day in shown) / SHOWN_DAYS
    return [_due_day(day, counts.get(day, 0), today, usual, calendar, url) for day in shown]


def _due_day(
    day: date, count: int, today: date, usual: float, calendar: WorkCalendar, url: Callable[[date], str]
) -> DueDay:
    tone, word = "", ""
    if count and day < today:
        tone, word = "bad", _("逾期")
    elif day == today:
        tone, word = "now", _("今日")
    elif not calendar.is_workday(day):
        word = _("休")
    elif count >= 10 and count > CROWD * usual:
        tone, word = "peak", _("集中")
    return DueDay(day=day, count=count, url=url(day) if count else "", tone=tone, word=word)
