"""Deadlines that were counted again, waiting for the head, and those of earlier recounts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.verdict import Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions import policy, services
from lianluo.suggestions.deadlines import CLOCK_LABELS
from lianluo.suggestions.flow import RECOUNT
from lianluo.suggestions.forms.recounts import AgainForm, KeepForm
from lianluo.suggestions.models import RecountRow
from lianluo.suggestions.selectors import recounts
from lianluo.suggestions.selectors.lists import units
from lianluo.suggestions.states import Outcome, RecountState
from lianluo.ui.components.small import badge, how
from lianluo.ui.components.text import date_full, title
from lianluo.ui.lists import LISTS, Bulk, Column, ListPage, Sort, View
from lianluo.ui.lists.filters import Choices


def _title(row: Any) -> SafeString:
    url = reverse("suggestions:case", args=[row.suggestion_id])
    return format_html('<a class="t" href="{}">{}</a>', url, title(str(row.suggestion)))


def _days(row: Any) -> SafeString:
    return format_html("{} → <b>{}</b>{}", date_full(row.was), date_full(row.becomes), how(row.why))


def _outcome(row: Any) -> SafeString:
    note = format_html("<br><small>{}</small>", row.note) if row.note else ""
    return format_html("{}{}", badge(row.result), note)


def _judge(actor: Actor, row: Any) -> Verdict:
    if row.recount.state != RecountState.OPEN:
        return no(_("这次重算已经核准或者作废，不能再改。"))
    return policy.may_decide_recount(actor, row.recount)


def _is_head(actor: Actor) -> bool:
    return bool(policy.may_decide_recount(actor, None))


class Recounts(ListPage):
    """Row by row: which deadline of which suggestion, from which day to which, counted how."""

    name, title, unit = "recounts", _("期限重算"), _("个")
    template = "suggestions/recounts.html"
    columns = (
        Column("number", _("编号"), lambda r: r.suggestion.number, sort="suggestion__number", numeric=True),
        Column("title", _("标题"), _title, text=str, fixed=True, main=True),
        Column("unit", _("单位"), lambda r: str(r.unit or ""), sort="unit__order", css="nb"),
        Column("kind", _("期限"), lambda r: str(CLOCK_LABELS.get(r.kind, r.kind)), sort="kind", css="nb"),
        Column("days", _("怎么变"), _days, text=lambda r: f"{r.was} → {r.becomes}", sort="becomes", width=30),
        Column("cause", _("缘由"), lambda r: r.cause_words, css="nb", width=24),
        Column("how", _("怎么算的"), lambda r: r.why, shown=False, width=60),
        Column("outcome", _("处理"), _outcome, text=lambda r: f"{r.result.label} {r.note}".strip(), sort="outcome"),
    )  # fmt: skip
    filters = (
        Choices("outcome", _("处理"), Outcome.choices, lookup="outcome"),
        Choices("unit", _("承办单位"), units, lookup="unit"),
        Choices("kind", _("期限"), tuple(CLOCK_LABELS.items()), lookup="kind"),
        Choices("recount", _("哪一次"), recounts.named, lookup="recount", one=True),
        Choices("standing", _("进度"), RecountState.choices, lookup="recount__state"),
    )
    sorts = (
        Sort("soon", _("新期限最早在前"), ("becomes", "pk")),
        Sort("new", _("最新测算在前"), ("-recount", "pk")),
    )
    views = (
        View("open", _("待核准"), "standing=open"),
        View("done", _("已重算"), "standing=done&standing=applying"),
        View("all", _("全部"), ""),
    )
    bulks = (
        Bulk(
            "keep",
            _("不改"),
            judge=_judge,
            run=lambda row, actor, at, data: services.keep(row, actor=actor, at=at, note=data["note"]),
            form=KeepForm,
            shown=_is_head,
        ),
        Bulk(
            "take_in",
            _("还是要改"),
            judge=_judge,
            run=lambda row, actor, at, data: services.take_in(row, actor=actor, at=at),
            shown=_is_head,
        ),
    )
    empty_title, empty_opening = _("没有待核准的期限"), True
    empty_text = _("工作日历或者期限规则改动以后，会变的期限先列在这里，核准后才生效。")
    find_hint = _("编号、标题")

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        rows: QuerySet[Any] = RecountRow.objects.within(actor.scope)
        return rows.select_related("recount", "suggestion", "unit")

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        recounts.dress(rows)

    def find(self, rows: "QuerySet[Any]", words: str) -> "QuerySet[Any]":
        return rows.filter(Q(suggestion__number__icontains=words) | Q(suggestion__title__icontains=words))

    def may_see(self, actor: Actor) -> Verdict:
        return policy.may_see_recounts(actor)

    def context(self, actor: Actor, at: datetime) -> dict[str, Any]:
        """What may be decided now."""
        now = recounts.present(actor)
        moves = {move.name for move in RECOUNT.open_moves(actor, now)} if now else set()
        head = bool(policy.may_decide_recount(actor, now))
        return {"now": now, "moves": moves, "may_decide": head, "again": AgainForm() if head else None}

    def subtitle(self, actor: Actor, at: datetime) -> str:
        return now_("已经告诉承办单位和代表的期限不会自动改变：会变的列在这里，由联工委负责人核准。")


LISTS.add(Recounts.name, Recounts)
