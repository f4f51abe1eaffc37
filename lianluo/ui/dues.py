"""Deadlines in words: 逾期 2 天, 今日, 剩 5 个工作日. Pure: the day and the calendar come from outside."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.kernel.lights import Light, Lights
from lianluo.kernel.workdays import WorkCalendar
from lianluo.ui.components.text import day as day_words

FAR = 60  # days from which months say more than working days


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A deadline as it is shown. `tone`: "bad" overdue, "warn" today, "" ahead, "none" nothing runs.
    `light` is its traffic light, where the page knows the congress's warning days."""

    day: date | None
    label: str
    note: str = ""
    tone: str = ""
    light: Light | None = None


def due_on(
    day: date, *, today: date, calendar: WorkCalendar, note: str = "", lights: Lights | None = None
) -> Due:
    """The deadline `day` seen from `today`; `note` replaces the date in the second line."""
    text, light = note or day_words(day, today), lights.of(day) if lights else None
    if day < today:
        days = (today - day).days
        return Due(
            day=day,
            label=ngettext("逾期 %d 天", "逾期 %d 天", days) % days,
            note=text,
            tone="bad",
            light=light,
        )
    if day == today:
        return Due(day=day, label=_("今日"), note=text, tone="warn", light=light)
    if (day - today).days > FAR:
        return Due(day=day, label=_("还有 %d 个月") % ((day - today).days // 30), note=text, light=light)
    return Due(
        day=day, label=_("剩 %d 个工作日") % calendar.workdays_between(today, day), note=text, light=light
    )


def due_done(day: date, label: str, note: str = "") -> Due:
    """What was due is done: `label` says how, `note` the second line."""
    return Due(day=None, label=label, note=note or day_words(day), tone="none")


def due_none(label: str, note: str = "") -> Due:
    """No deadline runs."""
    return Due(day=None, label=label, note=note, tone="none")
