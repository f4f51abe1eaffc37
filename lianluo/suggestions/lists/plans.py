"""The rows of an assignment meeting as a list: filters in the address, bulk moves with preview, export of what is shown."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from lianluo.congress.rules import RuleBook
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.forms.plans import ManyUnits
from lianluo.suggestions.models import PlanRow
from lianluo.suggestions.selectors import lists as choices
from lianluo.suggestions.selectors.assigning import choosable
from lianluo.suggestions.selectors.planning.seen import plans_of, rows_of
from lianluo.suggestions.selectors.planning.words import short_reason, ways
from lianluo.suggestions.selectors.visible import known
from lianluo.suggestions.services import planning
from lianluo.suggestions.states import RowOutcome
from lianluo.ui.components.small import badge, tag
from lianluo.ui.components.text import title
from lianluo.ui.lists import Bulk, Choices, Column, Flag, ListPage, Sort, View
from lianluo.ui.lists.filters import Filter


def _title(row: Any) -> SafeString:
    url = reverse("suggestions:plan_row", args=[row.pk])
    marks = [tag(now_("直通车"), "key")] if row.suggestion.is_express else []
    marks += [tag(now_("意见 %d") % len(row.said), "warn")] if row.said else []
    marks += [tag(now_("相近 %s") % row.alike[0]["number"], "guess")] if row.alike else []
    return format_html(
        '<a class="t" href="{}">{} {}</a>', url, title(str(row.suggestion)), SafeString("".join(marks))
    )


def _units(row: Any) -> SafeString | str:
    if not row.ways:
        return format_html('<span class="warn">{}</span>', now_("还没有定"))
    first, more = row.ways[0], row.ways[1:]
    said = "；".join(f"{one.label} {one.unit}" for one in more)
    return format_html("{} {}<small class='co'>{}</small>", tag(first.label), first.unit, said)


def _why(row: Any) -> str:
    return str(row.error or row.reason)


COLUMNS = (
    Column(
        "number", _("编号"), lambda row: row.suggestion.number, sort="suggestion__number", numeric=True,
        fixed=True, css="muted", width=12,
    ),
    Column("title", _("标题"), _title, text=lambda row: row.suggestion.title, fixed=True, main=True),
    Column("lead", _("领衔代表"), lambda row: row.suggestion.lead_name, css="nb"),
    Column(
        "units", _("承办单位"), _units,
        text=lambda row: "；".join(f"{one.label} {one.unit}" for one in row.ways), width=36,
    ),
    Column("why", _("依据"), _why, width=36),
    Column("committee", _("督办委员会"), lambda row: row.committee or "", sort="committee__order", width=22),
    Column("outcome", _("结果"), lambda row: badge(row.standing), text=lambda row: row.standing.label, css="nb"),
    Column("topic", _("内容分类"), lambda row: row.topic, sort="suggestion__topic", shown=False),
    Column("delegation", _("代表团"), lambda row: row.suggestion.delegation or "", shown=False),
    Column(
        "said", _("会商意见"), lambda row: "；".join(f"{one['office']}：{one['text']}" for one in row.said),
        shown=False, width=36,
    ),
)  # fmt: skip


def _plans(actor: Actor, at: datetime) -> list[tuple[str, str]]:
    return [(str(plan.pk), str(plan)) for plan in plans_of(actor)[:20]]


def _with_unit(values: list[str]) -> Q:
    return Q(unit_ids__overlap=[int(value) for value in values])


FILTERS = (
    Choices("plan", _("交办方案"), _plans, lookup="plan", one=True),
    Flag("decided", _("已定单位"), ~Q(tasks=[])),
    Flag("edited", _("人工调整"), Q(edited=True)),
    Flag("commented", _("会商有意见"), ~Q(said=[])),
    Flag("alike", _("内容相近"), ~Q(alike=[])),
    Choices("outcome", _("结果"), RowOutcome.choices, lookup="outcome"),
    Choices("unit", _("承办单位"), choices.units, q=_with_unit),
    Choices("committee", _("督办委员会"), choices.units, lookup="committee"),
    Flag("supervised", _("有督办委员会"), Q(committee__isnull=False)),
    Choices("topic", _("内容分类"), choices.topics, lookup="suggestion__topic"),
    Choices("delegation", _("代表团"), choices.delegations, lookup="suggestion__delegation"),
)


def _judge(actor: Actor, row: Any) -> Verdict:
    if row.outcome == RowOutcome.DONE:
        return no(now_("已经交办，不能在方案里再改。"))
    if row.plan.state not in ("open", "consulting"):
        return no(now_("正在交办或已经办完，方案不能再改。"))
    return policy.may_plan(actor, row.plan)


def _judge_back(actor: Actor, row: Any) -> Verdict:
    if row.outcome != RowOutcome.LEFT:
        return no(now_("本来就在这次交办里。"))
    return _judge(actor, row)


def _settle(row: Any, actor: Actor, at: datetime, data: Mapping[str, Any]) -> object:
    return planning.settle(row, data["tasks"], actor=actor, at=at, committee=row.committee)


def _settled(rows: Sequence[Any]) -> str:
    kept = sum(bool(row.tasks) for row in rows)
    said = ngettext("其中 %d 件原来定的单位会换掉。", "其中 %d 件原来定的单位会换掉。", kept)
    return said % kept if kept else now_("这些建议现在都还没有定单位。")


def _plans_here(actor: Actor) -> bool:
    return actor.is_liaison or actor.has("session_staff")


BULKS = (
    Bulk("settle", _("定承办单位"), judge=_judge, run=_settle, effect=_settled, form=ManyUnits, shown=_plans_here),
    Bulk(
        "leave", _("这次不交办"), judge=_judge, shown=_plans_here, tone="",
        run=lambda row, actor, at, data: planning.leave_out(row, actor=actor, at=at),
    ),
    Bulk(
        "back", _("放回这次交办"), judge=_judge_back, shown=_plans_here, tone="",
        run=lambda row, actor, at, data: planning.take_back(row, actor=actor, at=at),
    ),
)  # fmt: skip


class PlanRows(ListPage):
    """What a meeting decides, suggestion by suggestion."""

    name, title, unit = "plan_rows", _("交办方案逐件"), _("件")
    columns: ClassVar[Sequence[Column]] = COLUMNS
    filters: ClassVar[Sequence[Filter]] = FILTERS
    bulks: ClassVar[Sequence[Bulk]] = BULKS
    sorts: ClassVar[Sequence[Sort]] = (
        Sort("number", _("按编号"), ("-plan", "suggestion__number", "pk")),
        Sort("topic", _("按内容分类"), ("suggestion__topic", "suggestion__number")),
    )
    views: ClassVar[Sequence[View]] = (
        View("all", _("全部"), ""),
        View("undecided", _("未定单位"), "decided=no"),
        View("commented", _("会商有意见"), "commented=yes"),
        View("edited", _("人工调整"), "edited=yes"),
        View("failed", _("没有办成"), "outcome=failed"),
    )
    template = "suggestions/plan_rows.html"
    find_hint = _("编号、标题、代表")
    empty_title = _("没有符合的建议")
    empty_text = _("去掉几个条件再看；没有交办方案的，先在“交办会”里拟定。")

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        self.actor = actor
        return rows_of(actor)

    def may_see(self, actor: Actor) -> Verdict:
        reads = actor.is_liaison or actor.has("session_staff", "leader", "committee", "dispatcher")
        return YES if reads else no(now_("交办方案由联工委拟定，会商时送交办机构看。"))

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        day = localdate(at)
        units, book = choosable(actor.congress, day), RuleBook(actor.congress, day)
        labels = {row.code: row.label for row in book.topics()}
        known([row.suggestion for row in rows], actor)
        for row in rows:
            row.ways = ways(row, units, book.text("handling.co_term"))
            row.reason = short_reason(row, units)
            row.topic = labels.get(row.suggestion.topic, row.suggestion.topic)

    def find(self, rows: "QuerySet[Any]", words: str) -> "QuerySet[Any]":
        named = policy.found_by_name(self.actor, "suggestion__")
        return rows.filter(
            Q(suggestion__number__icontains=words)
            | Q(suggestion__title__icontains=words)
            | Q(suggestion__lead__person__name__icontains=words) & named
        )


def row_after(row: PlanRow, actor: Actor, only: str) -> int | None:
    """The next row of the same plan, for going through them by keyboard; `only` undecided ones, or all."""
    rows = rows_of(actor).filter(plan=row.plan_id, outcome__in=("waiting", "failed"))
    rows = rows.filter(tasks=[]) if only == "undecided" else rows
    rows = rows.order_by("suggestion__number", "pk")
    key = (row.suggestion.number, row.pk)
    later = rows.filter(Q(suggestion__number__gt=key[0]) | Q(suggestion__number=key[0], pk__gt=key[1]))
    found = later.values_list("pk", flat=True).first()
    return found or rows.exclude(pk=row.pk).values_list("pk", flat=True).first() if only else found
