"""承诺台账."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, ClassVar

from django.db.models import F, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.congress.calendar import work_calendar
from lianluo.congress.models import Unit
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions.selectors import promises as rows_of
from lianluo.suggestions.selectors.visible import known
from lianluo.suggestions.states import UNKEPT, LookBack, PromiseState
from lianluo.ui.components.small import badge, due, tag
from lianluo.ui.components.text import date_full
from lianluo.ui.dues import Due, due_done, due_on
from lianluo.ui.lists import Choices, Column, Days, Flag, ListPage, Sort, View
from lianluo.ui.lists.filters import Filter

UNKEPT_STATES = "&".join(f"state={state}" for state in UNKEPT)


def _text(row: Any) -> SafeString:
    mark = tag(now_("跨年度")) if row.cross_year else ""
    return format_html(
        '<a class="t" href="{}">{}</a> {}', reverse("suggestions:promise", args=[row.pk]), str(row), mark
    )


def _due(row: Any, today: date) -> Due:
    if row.ended_on:
        return due_done(row.ended_on, str(row.standing.label))
    return due_on(row.planned_on, today=today, calendar=work_calendar())


def units(actor: Actor, at: datetime) -> list[tuple[str, str]]:
    """The units that promised something in what one may read."""
    seen = rows_of.kept_in_ledger(actor).values("unit")
    rows = Unit.objects.within(actor.scope).filter(pk__in=seen)
    return [(str(unit.pk), str(unit)) for unit in rows]


def years(actor: Actor, at: datetime) -> list[tuple[str, str]]:
    """The years in which something was promised."""
    rows = rows_of.kept_in_ledger(actor).annotate(year=ExtractYear("made_on")).values_list("year", flat=True)
    return [(str(year), str(year)) for year in sorted(set(rows.order_by()), reverse=True)]


def of_year(keys: Sequence[str]) -> Q:
    return Q(made_on__year__in=[int(key) for key in keys if key.isdigit()])


def late(keys: Sequence[str]) -> Q:
    """Overdue is told by the planned day."""
    return Q(state__in=UNKEPT, planned_on__lt=timezone.localdate())


class Promises(ListPage):
    """What replies promised, and what came of it (2-domain 1.12)."""

    name, title, unit = "promises", _("承诺台账"), _("项")
    columns: ClassVar[Sequence[Column]] = (
        Column(
            "number",
            _("编号"),
            lambda row: row.handling.suggestion.number,
            sort="handling__suggestion__number",
            fixed=True,
            css="muted",
            width=12,
        ),
        Column("text", _("承诺事项"), _text, text=lambda row: row.text, fixed=True, main=True, width=50),
        Column("unit", _("单位"), lambda row: row.unit, sort="unit__order", width=16),
        Column("responsible", _("责任处室、责任人"), lambda row: row.responsible, width=22),
        Column(
            "state",
            _("状态"),
            lambda row: badge(row.standing),
            text=lambda row: row.standing.label,
            sort="state",
            css="nb",
        ),
        Column(
            "due",
            _("计划完成"),
            lambda row: due(row.due),
            text=lambda row: date_full(row.planned_on),
            sort="planned_on",
            css="nb",
        ),
        Column("told", _("最近通报"), lambda row: date_full(row.told_on), sort="told_on", shown=False),
        Column("made", _("承诺日期"), lambda row: date_full(row.made_on), sort="made_on", shown=False),
        Column("lead", _("领衔代表"), lambda row: row.handling.suggestion.lead_name, shown=False),
        Column("title", _("建议"), lambda row: row.handling.suggestion.title, shown=False, width=50),
        Column("look_back", _("回头看"), lambda row: row.get_look_back_display(), shown=False),
    )
    filters: ClassVar[Sequence[Filter]] = (
        Choices("state", _("状态"), PromiseState.choices, lookup="state"),
        Choices("late", _("缓急"), [("late", _("逾期"))], q=late),
        Choices("unit", _("单位"), units, lookup="unit"),
        Choices("year", _("承诺年度"), years, q=of_year),
        Choices("back", _("回头看"), LookBack.choices, lookup="look_back"),
        Flag("cross", _("跨年度"), Q(planned_on__year__gt=F("made_on__year"))),
        Days("due", _("计划完成"), lookup="planned_on"),
    )
    sorts: ClassVar[Sequence[Sort]] = (
        Sort("urgent", _("最急在前"), ("planned_on",)),
        Sort("new", _("最新在前"), ("-made_on",)),
    )
    views: ClassVar[Sequence[View]] = (
        View("all", _("全部"), ""),
        View("open", _("正在落实"), UNKEPT_STATES),
        View("late", _("逾期"), "late=late"),
        View("done", _("已落实"), "state=done"),
        View("changed", _("已调整"), "state=changed"),
    )
    find_hint = _("编号、承诺事项、责任人")
    empty_title = _("还没有承诺")
    empty_text = _("答复类别要记承诺的，签发时逐项记入这里。")

    def may_see(self, actor: Actor) -> Verdict:
        return (
            YES
            if rows_of.may_read_ledger(actor)
            else no(_("承诺台账给代表、承办单位、专门委员会和联工委看。"))
        )

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        parts = ("unit", "handling__suggestion__lead__person")
        found: QuerySet[Any] = rows_of.kept_in_ledger(actor).select_related(*parts)
        return found

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        known([row.handling.suggestion for row in rows], actor)
        for row in rows:
            row.due = _due(row, timezone.localtime(at).date())

    def find(self, rows: "QuerySet[Any]", words: str) -> "QuerySet[Any]":
        plain = Q(text__icontains=words) | Q(responsible__icontains=words)
        return rows.filter(plain | Q(handling__suggestion__number__icontains=words))
