"""What the administration itself waits for: a year whose holidays are not in the calendar yet."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianluo.congress import policy
from lianluo.congress.calendar import work_calendar
from lianluo.people.actor import Actor
from lianluo.ui.todo import TODO, TodoEntry, TodoSource

ASKED_FROM_MONTH = 11
"""The State Council announces the holidays of a year around November of the year before."""


def missing_year(at: datetime) -> int | None:
    """The year to ask for: this one, or from November on the next one, when it is not announced yet."""
    today, announced = localdate(at), work_calendar().announced
    years = (today.year, today.year + 1) if today.month >= ASKED_FROM_MONTH else (today.year,)
    return next((year for year in years if year not in announced), None)


def calendar_entries(actor: Actor, at: datetime) -> list[TodoEntry]:
    """One entry for whoever keeps the calendar, until the year is in it."""
    if not policy.may_edit_calendar(actor, actor.congress) or (year := missing_year(at)) is None:
        return []
    url = reverse("desk:calendar_year", args=[year])
    return [
        TodoEntry(
            title=_("录入 %d 年放假安排") % year,
            number="",
            why=_("国务院办公厅的通知一般在上一年 11 月前后公布。录入以前，走到这一年的期限都是推算的。"),
            due=None,
            url=url,
            action=_("去录入"),
            source="calendar",
            key=f"calendar:{year}",
        )
    ]


def register() -> None:
    TODO.add("calendar", TodoSource(key="calendar", label=gettext_lazy("工作日历"), entries=calendar_entries))
