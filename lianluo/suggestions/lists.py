"""The lists of suggestions: one for those who see the whole congress's, one for the units' own."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from lianluo.kernel.verdict import Verdict
from lianluo.people.actor import Actor
from lianluo.suggestions import services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.staff import NoteForm
from lianluo.suggestions.selectors import lists as rows_of
from lianluo.suggestions.states import HandlingState, Kind, Mode, Satisfaction, SuggestionState
from lianluo.ui.components.small import badge, cls, due, tag
from lianluo.ui.components.text import date_full, title
from lianluo.ui.lists import LISTS, Bulk, Choices, Column, Days, Flag, ListPage, Sort, View

FOUND = 500
"""The index gives at most so many; beyond that a filter does better."""


def _title(row: Any) -> SafeString:
    mark = tag(now_("重点"), "key") if row.is_key else ""
    return format_html('<a class="t" href="{}">{} {}</a>', reverse("suggestions:case", args=[row.pk]), title(str(row)), mark)


def _lead(row: Any) -> SafeString:
    more = len(row.signer_ids) - 1
    parts = [str(row.delegation or ""), now_("联名 %d") % more if more else ""]
    return format_html("{}<br><small>{}</small>", row.lead.person, " · ".join(part for part in parts if part))


def _state(row: Any) -> SafeString:
    now = row.standing_now
    return badge(label=now.label, tone=now.tone, p=now.progress)


def _units(row: Any) -> SafeString | str:
    first = [one for one in row.units if one.mode != Mode.CO]
    helpers = [one for one in row.units if one.mode == Mode.CO]
    if not first:
        return ""
    names = "、".join(str(one.unit) for one in first)
    said = now_("会办 %s") % "、".join(str(one.unit) for one in helpers) if helpers else ""
    if len(first) > 1:
        said = now_("分办 %d 个单位") % len(first)
    return format_html('{}<small class="co">{}</small>', names, said) if said else format_html("{}", names)


def _units_text(row: Any) -> str:
    return "；".join(f"{one.role.label} {one.unit}" for one in row.units)


def _mine(row: Any) -> SafeString:
    state, mode = HandlingState(row.mine_state), Mode(row.mine_mode)
    return format_html("{} {}", tag(mode.label), badge(state))


def _due_text(row: Any) -> str:
    return f"{row.due.label} {row.due.note}".strip()


NUMBER = Column("number", _("编号"), lambda row: row.number, sort="number", numeric=True, fixed=True, css="muted", width=12)
TITLE = Column("title", _("标题"), _title, text=str, sort="title", fixed=True, main=True)
LEAD = Column("lead", _("领衔代表"), _lead, text=lambda row: row.lead.person, sort="lead__person__pinyin", css="nb")
STATE = Column("state", _("状态"), _state, text=lambda row: row.standing_now.label, sort="state", css="nb")
UNITS = Column("units", _("主办和会办单位"), _units, text=_units_text, width=36)
CLASS = Column("class", _("类别"), lambda row: cls(row.reply_class), text=lambda row: row.reply_class, sort="reply_class", css="c", width=8)
DUE = Column("due", _("期限"), lambda row: due(row.due), text=_due_text, sort="due_on", css="nb", width=22)
MORE = (
    Column("delegation", _("代表团"), lambda row: row.delegation or "", sort="delegation__order", shown=False),
    Column("signers", _("联名人数"), lambda row: len(row.signer_ids) - 1, numeric=True, shown=False, width=10),
    Column("session", _("会议"), lambda row: row.session or now_("闭会期间"), sort="session", shown=False, width=22),
    Column("rating", _("评价"), lambda row: row.get_final_rating_display(), sort="final_rating", shown=False, width=10),
    Column("round", _("轮次"), lambda row: row.round or "", sort="round", numeric=True, shown=False, width=8),
    Column("submitted", _("提出日期"), lambda row: date_full(row.submitted_at), sort="submitted_at", shown=False),
    Column("assigned", _("交办日期"), lambda row: date_full(row.assigned_at), sort="assigned_at", shown=False),
    Column("replied", _("答复日期"), lambda row: date_full(row.replied_at), sort="replied_at", shown=False),
)

STATES = [(state.value, state.label) for state in SuggestionState if state != SuggestionState.DRAFT]
LATE = [("late", _("逾期")), ("today", _("今日到期")), ("week", _("七天内到期"))]
FILTERS = (
    Choices("state", _("状态"), STATES, lookup="state"),
    Choices("late", _("缓急"), LATE, q=rows_of.late),
    Choices("unit", _("承办单位"), rows_of.units, q=rows_of.with_units),
    Choices("mode", _("办理方式"), Mode.choices, q=rows_of.in_mode),
    Choices("delegation", _("代表团"), rows_of.delegations, lookup="delegation"),
    Choices("topic", _("内容分类"), rows_of.topics, lookup="topic"),
    Choices("session", _("会议"), rows_of.sessions, q=rows_of.of_session),
    Choices("rating", _("评价"), Satisfaction.choices, lookup="final_rating"),
    Choices("kind", _("提出方式"), Kind.choices, lookup="kind"),
    Flag("key", _("重点督办"), Q(is_key=True)),
    Days("due", _("期限"), lookup="due_on"),
    Days("submitted", _("提出日期"), lookup="submitted_at__date"),
)
SORTS = (
    Sort("urgent", _("最急在前"), ("due_on",)),
    Sort("new", _("最新在前"), ("-submitted_at",)),
    Sort("by_number", _("按编号"), ("number",)),
)
REVIEWING = "state=delegation_review&state=review"
OPEN = "state=accepted&state=handling&state=replied&state=rated"


def _may(move: str) -> Any:
    def judge(actor: Actor, row: Any) -> Verdict:
        return SUGGESTION.judge(actor, row, move)

    return judge


def _urged(rows: Sequence[Any]) -> str:
    units = {pk for row in rows for pk in row.unit_ids}
    said = ngettext("将通知 %d 个单位尽快办理。", "将通知 %d 个单位尽快办理。", len(units))
    return said % len(units)


def _reminded(rows: Sequence[Any]) -> str:
    seats = {pk for row in rows for pk in row.signer_ids}
    return ngettext("将提醒 %d 名代表评价。", "将提醒 %d 名代表评价。", len(seats)) % len(seats)


def _for_liaison(actor: Actor) -> bool:
    return actor.is_liaison


BULKS = (
    Bulk(
        "urge",
        _("催办"),
        judge=_may("urge"),
        run=lambda row, actor, at, data: services.urge(row, actor=actor, at=at, note=data.get("note", "")),
        effect=_urged,
        form=NoteForm,
        shown=_for_liaison,
    ),
    Bulk(
        "remind",
        _("提醒评价"),
        judge=_may("remind"),
        run=lambda row, actor, at, data: services.remind(row, actor=actor, at=at),
        effect=_reminded,
        shown=_for_liaison,
    ),
)


class Suggestions(ListPage):
    """All suggestions that one may see."""

    name, title, unit = "suggestions", _("代表建议"), _("件")
    columns = (NUMBER, TITLE, LEAD, STATE, UNITS, CLASS, DUE, *MORE)
    filters, sorts, bulks = FILTERS, SORTS, BULKS
    views = (
        View("all", _("全部"), ""),
        View("review", _("待审核"), REVIEWING),
        View("accepted", _("待交办"), "state=accepted"),
        View("open", _("办理中"), "state=handling"),
        View("late", _("逾期"), "late=late"),
        View("replied", _("待评价"), "state=replied"),
        View("bad", _("不满意"), "rating=dissatisfied"),
        View("key", _("重点督办"), "key=yes"),
    )
    find_hint = _("编号、标题、代表、正文")
    empty_title = _("还没有代表建议")
    empty_text = _("代表提交以后，会出现在这里。")

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        self.actor = actor
        return rows_of.listed(actor)

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        rows_of.dress(rows, actor, at)

    def find(self, rows: "QuerySet[Any]", words: str) -> "QuerySet[Any]":
        """By number, title or name as typed; and by the words of the whole text, through the index."""
        from lianluo.search.find import find

        hits = find(words, actor=self.actor, rooms=["suggestions"], scope=self.actor.scope, size=FOUND)
        plain = Q(number__icontains=words) | Q(title__icontains=words) | Q(lead__person__name__icontains=words)
        return rows.filter(plain | Q(pk__in=[hit.row.id for hit in hits.rows]))


class UnitSuggestions(Suggestions):
    """What an undertaking unit handles: its own part comes first."""

    name, title = "unit_suggestions", _("我单位的建议")
    columns = (
        NUMBER,
        TITLE,
        LEAD,
        Column("mine", _("我单位"), _mine, sort="mine_state", css="nb"),
        UNITS,
        CLASS,
        Column("due", _("期限"), lambda row: due(row.due), text=_due_text, sort="mine_due", css="nb", width=22),
        Column("state", _("全件状态"), _state, text=lambda row: row.standing_now.label, sort="state", shown=False),
        *MORE,
    )
    filters = (
        Choices("mine", _("我单位"), HandlingState.choices, lookup="mine_state"),
        Choices("role", _("办理方式"), Mode.choices, lookup="mine_mode"),
        *(one for one in FILTERS if one.key not in {"unit", "mode", "late"}),
        Days("own_due", _("我单位的期限"), lookup="mine_due"),
    )
    sorts = (
        Sort("urgent", _("最急在前"), ("mine_due",)),
        Sort("new", _("最近交办在前"), ("-assigned_at",)),
        Sort("by_number", _("按编号"), ("number",)),
    )
    bulks = ()
    empty_text = _("交办给本单位以后，会出现在这里。")

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        self.actor = actor
        return rows_of.listed_for_units(actor)

    views = (
        View("all", _("全部"), ""),
        View("new", _("待签收"), "mine=assigned"),
        View("signed", _("在办"), "mine=signed"),
        View("replied", _("已答复"), "mine=replied"),
        View("bad", _("不满意"), "rating=dissatisfied"),
        View("key", _("重点督办"), "key=yes"),
    )


def list_for(actor: Actor) -> type[ListPage]:
    """The list that fits the actor's work: a unit's people see their own part first."""
    only_units = actor.units() and not (actor.is_liaison or actor.is_deputy or actor.has("leader", "committee"))
    return UnitSuggestions if only_units else Suggestions


def register() -> None:
    """Exports in the background find their list by name."""
    for page in (Suggestions, UnitSuggestions):
        LISTS.add(page.name, page)


