"""The work calendar: a year at a glance; a notice pasted or a table imported, compared, then adopted."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.congress import policy
from lianluo.congress.calendar import work_calendar
from lianluo.congress.calendar_acts import (
    Change,
    DayRow,
    adopt_notice,
    adopt_table,
    changes,
    moved,
    rows_of,
    with_days,
)
from lianluo.congress.calendar_seed import title
from lianluo.congress.models import CalendarDay, CalendarYear
from lianluo.desk.calendar_year import months, weekdays
from lianluo.desk.doors import DeskRequest, door
from lianluo.desk.forms.calendar import AdoptForm, NoticeForm, TableForm, packed
from lianluo.desk.histories import who, why
from lianluo.ui.pages import done, render, warn
from lianluo.ui.parts import TimelineRow

FIRST, LAST = 2000, 2100


@dataclass(frozen=True, slots=True)
class Shown(Change):
    """A difference with its weekday in words."""

    weekday: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a notice or a table."""

    year: int
    rows: list[DayRow]
    whole_year: int | None
    summary: str
    problems: tuple[str, ...]
    new_year: bool
    source: str


def _page(request: DeskRequest, year: int, **more: Any) -> HttpResponse:
    calendar, today = more.pop("calendar", None) or work_calendar(), timezone.localdate()
    announced = work_calendar().announced
    differing = frozenset(change.day for change in more.get("changes", ()))
    grid = months(calendar, year, today=today, differing=differing)
    facts = {
        "year": year,
        "years": [(y, y in announced) for y in range(year - 1, year + 2) if FIRST <= y <= LAST],
        "row": CalendarYear.objects.filter(year=year).first(),
        "months": grid,
        "weekdays": weekdays(),
        "total": sum(month.workdays for month in grid),
        "waiting": next((y for y in (today.year, today.year + 1) if y not in announced), None),
        "may_edit": policy.may_edit_calendar(request.actor, request.actor.congress),
        "form": NoticeForm(),
        "table_form": TableForm(),
    }
    return render(request, "desk/calendar.html", facts | more)


@door()
def calendar(request: DeskRequest, year: int | None = None) -> HttpResponse:
    """One year; this year at first."""
    shown = year or timezone.localdate().year
    if not FIRST <= shown <= LAST:
        raise Http404
    return _page(request, shown)


@require_POST
@door(policy.may_edit_calendar)
def calendar_read(request: DeskRequest) -> HttpResponse:
    """Read what was pasted or chosen and compare; nothing is changed yet."""
    if request.FILES:
        table = TableForm(request.POST, request.FILES)
        if not table.is_valid():
            return _page(request, timezone.localdate().year, table_form=table)
        reading = _of_table(table)
        return _compared(request, reading, {"rows": packed(reading.rows), "announces": reading.whole_year})
    form = NoticeForm(request.POST)
    if not form.is_valid():
        return _page(request, timezone.localdate().year, form=form)
    return _compared(request, _of_notice(form), {"text": form.cleaned_data["text"]}, form=form)


def _of_notice(form: NoticeForm) -> Reading:
    notice = form.notice
    summary = _("认出 {year} 年 {h} 个假期、{off} 天放假、{on} 天调休上班。").format(
        year=notice.year, h=len(notice.holidays), off=len(notice.off), on=len(notice.work)
    )
    new_year = notice.year not in work_calendar().announced
    source = f"{title(notice.year)}（{notice.serial}）" if notice.serial else title(notice.year)
    return Reading(notice.year, rows_of(notice), notice.year, summary, notice.problems, new_year, source)


def _of_table(form: TableForm) -> Reading:
    whole, rows = form.cleaned_data["announces"], form.days
    year = whole or rows[0].day.year
    summary = _("认出 {n} 天。").format(n=len(rows))
    new_year = whole is not None and whole not in work_calendar().announced
    source = title(whole) if whole else ""
    return Reading(year, rows, whole, summary, tuple(form.problems), new_year, source)


def _compared(request: DeskRequest, reading: Reading, kept: dict[str, Any], **more: Any) -> HttpResponse:
    before = work_calendar()
    after = with_days(before, reading.rows, reading.whole_year if "text" in kept else None)
    found = changes(before, after, reading.year)
    return _page(
        request,
        reading.year,
        calendar=before,
        read=reading,
        changes=[_shown(change) for change in found],
        moved=moved(before, after, timezone.now()),
        adopt_form=AdoptForm(initial=kept | {"source": reading.source}),
        **more,
    )


def _shown(change: Change) -> Shown:
    name = _("周{d}").format(d=weekdays()[change.day.weekday()])
    return Shown(change.day, change.was, change.becomes, change.label, name)


@require_POST
@door(policy.may_edit_calendar)
def calendar_adopt(request: DeskRequest) -> HttpResponse:
    """Make the calendar what was read."""
    form, at = AdoptForm(request.POST), timezone.now()
    if not form.is_valid():
        warn(request, next(iter(form.errors.values()))[0])
        return redirect("desk:calendar")
    facts, actor = form.cleaned_data, request.actor
    if notice := facts.get("notice"):
        year, hung = notice.year, adopt_notice(notice, source=facts["source"], actor=actor, at=at)
    else:
        rows, announces = facts["rows"], facts["announces"]
        year = announces or rows[0].day.year
        hung = adopt_table(rows, announces=announces, source=facts["source"], actor=actor, at=at)
    done(
        request,
        _("{year} 年日历已更新，{n} 个期限会变，各级联工委负责人核准后生效。").format(year=year, n=hung),
    )
    return redirect("desk:calendar_year", year)


@door()
def calendar_changes(request: DeskRequest) -> HttpResponse:
    """Who changed which day when."""
    rows = CalendarDay.pgh_event_model.objects.exclude(pgh_context=None)  # type: ignore[attr-defined]
    events = rows.select_related("pgh_context").order_by("-pgh_id")[:200]
    facts = {"changes": [_change(event) for event in events], "years": CalendarYear.objects.all()}
    return render(request, "desk/calendar_changes.html", facts)


def _change(event: Any) -> TimelineRow:
    verb = _("不再特别安排") if event.pgh_label == "delete" else _("上班") if event.is_workday else _("放假")
    title_ = _("{who}：{day} {verb}").format(who=who(event), day=event.day, verb=verb)
    return TimelineRow(at=event.pgh_created_at, title=title_, text=why(event) or event.label)


urlpatterns = [
    path("admin/calendar/", calendar, name="calendar"),
    path("admin/calendar/<int:year>/", calendar, name="calendar_year"),
    path("admin/calendar/read/", calendar_read, name="calendar_read"),
    path("admin/calendar/adopt/", calendar_adopt, name="calendar_adopt"),
    path("admin/calendar/changes/", calendar_changes, name="calendar_changes"),
]
