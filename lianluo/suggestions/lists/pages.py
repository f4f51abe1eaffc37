"""The lists of suggestions: one for those who see the whole congress's, one for the units' own."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions import policy
from lianluo.suggestions.lists import cells
from lianluo.suggestions.lists.bulks import BULKS, DISPATCH, SIGN
from lianluo.suggestions.lists.filters import (
    COMMITTEE_FILTERS,
    FILTERS,
    OFFICE_FILTERS,
    OFFICE_SORTS,
    SORTS,
    UNIT_FILTERS,
    UNIT_SORTS,
)
from lianluo.suggestions.lists.numbers import NumberRegister
from lianluo.suggestions.lists.plans import PlanRows
from lianluo.suggestions.lists.promises import Promises
from lianluo.suggestions.lists.publications import Publications
from lianluo.suggestions.selectors import desk_rows
from lianluo.suggestions.selectors import lists as rows_of
from lianluo.suggestions.selectors.found import Found, found_for
from lianluo.ui.lists import LISTS, Bulk, Column, ListPage, Sort, View
from lianluo.ui.lists.filters import Filter

REVIEWING = "state=delegation_review&state=review"
OPEN = "state=accepted&state=handling&state=replied&state=rated"


class Suggestions(ListPage):
    """All suggestions that one may see."""

    name, title, unit = "suggestions", _("代表建议"), _("件")
    template = "suggestions/list.html"
    columns: ClassVar[Sequence[Column]] = (
        cells.NUMBER, cells.TITLE, cells.LEAD, cells.STATE, cells.UNITS, cells.CLASS, cells.DUE, cells.COMMITTEE,
        *cells.MORE,
    )  # fmt: skip
    filters: ClassVar[Sequence[Filter]] = FILTERS
    sorts: ClassVar[Sequence[Sort]] = SORTS
    bulks: ClassVar[Sequence[Bulk]] = BULKS
    views: ClassVar[Sequence[View]] = (
        View("all", _("全部"), ""),
        View("review", _("待审核"), REVIEWING),
        View("accepted", _("待交办"), "state=accepted"),
        View("open", _("办理中"), "state=handling"),
        View("late", _("逾期"), "late=late"),
        View("replied", _("待评价"), "state=replied"),
        View("bad", _("不满意"), "redo=yes"),
        View("to_archive", _("待归档"), "state=closed"),
        View("key", _("重点督办"), "key=yes"),
        View("letter", _("来信"), "state=letter"),
        View("unsigned", _("未签收"), "receipt=missing"),
        View("express", _("直通车"), "express=yes"),
    )
    found: Found | None = None
    find_hint = _("编号、标题、代表、正文")
    empty_title = _("还没有代表建议")
    empty_text = _("代表提交以后，会出现在这里。")

    def context(self, actor: Actor, at: datetime) -> dict[str, Any]:
        return {
            "may_enter": policy.may_enter_any(actor),
            "may_read_register": bool(policy.may_read_register(actor)),
        }

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        self.actor = actor
        return rows_of.with_light(rows_of.listed(actor), "due_on", actor, at)

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        rows_of.dress(rows, actor, at)

    def find(self, rows: "QuerySet[Any]", words: str) -> "QuerySet[Any]":
        """By number or name as typed; and by the words of the whole text, through the index."""
        self.found = found_for(self.actor, words)
        return rows.filter(self.found.condition)

    def subtitle(self, actor: Actor, at: datetime) -> str:
        """Says so when there is more than the index gives."""
        return self.found.said if self.found else ""


class UnitSuggestions(Suggestions):
    """What an undertaking unit handles: its own part comes first."""

    name, title = "unit_suggestions", _("我单位的建议")
    columns: ClassVar[Sequence[Column]] = (
        cells.NUMBER, cells.TITLE, cells.LEAD, cells.MINE, cells.UNITS, cells.CLASS, cells.OWN_DUE, cells.WHOLE_STATE,
        cells.WRITING, *cells.MORE,
    )  # fmt: skip
    filters: ClassVar[Sequence[Filter]] = UNIT_FILTERS
    sorts: ClassVar[Sequence[Sort]] = UNIT_SORTS
    bulks: ClassVar[Sequence[Bulk]] = (SIGN,)
    views: ClassVar[Sequence[View]] = (
        View("all", _("全部"), ""),
        View("new", _("待签收"), "mine=assigned"),
        View("objected", _("有异议"), "mine=objected"),
        View("signed", _("在办"), "mine=signed"),
        View("write", _("待拟稿"), "mine=signed&writing=none&writing=drafting"),
        View("review", _("待审核"), "mine=signed&writing=reviewing"),
        View("sign", _("待签发"), "mine=signed&writing=signing"),
        View("replied", _("已答复"), "mine=replied"),
        View("bad", _("不满意"), "share=no"),
        View("key", _("重点督办"), "key=yes"),
    )
    empty_text = _("交办给本单位以后，会出现在这里。")

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        self.actor = actor
        rows = desk_rows.with_writing(rows_of.listed_for_units(actor), actor)
        return rows_of.with_light(rows, "mine_due", actor, at)


class OfficeSuggestions(UnitSuggestions):
    """What a dispatching office has: what lies with it by days left, and what became of what it passed on."""

    name, title = "office_suggestions", _("本机构分办的建议")
    columns = (
        cells.NUMBER, cells.TITLE, cells.LEAD, cells.OFFICE, cells.MINE, cells.UNITS, cells.CLASS, cells.OWN_DUE,
        cells.WHOLE_STATE, *cells.MORE,
    )  # fmt: skip
    filters = OFFICE_FILTERS
    sorts = OFFICE_SORTS
    bulks = (DISPATCH,)
    views = (
        View("all", _("全部"), ""),
        View("dispatching", _("待分办"), "office=here"),
        View("soon", _("三天内要分办"), "office=soon"),
        View("overdue", _("逾期未分办"), "office=late"),
        View("unsigned", _("分出去未签收"), "office=passed"),
        View("objected", _("有异议"), "office=objected"),
        View("signed", _("在办"), "mine=signed"),
        View("replied", _("已答复"), "mine=replied"),
        View("bad", _("不满意"), "share=no"),
    )
    empty_text = _("需要本机构分办的，会出现在这里。")

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        self.actor = actor
        rows = desk_rows.for_office(rows_of.listed_for_units(actor), actor)
        return rows_of.with_light(rows, "mine_due", actor, at)

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        super().prepare(rows, actor, at)
        desk_rows.dress_for_office(rows, actor, at)


class CommitteeSuggestions(Suggestions):
    """What a special committee reads: what it supervises itself comes first."""

    name = "committee_suggestions"
    filters = COMMITTEE_FILTERS
    views = (
        View("watched", _("我委督办的"), "watched=yes"),
        View("watched_late", _("督办中逾期"), "watched=yes&late=late"),
        View("watched_bad", _("督办中不满意"), "watched=yes&share=no"),
        View("all", _("全部"), ""),
        View("late", _("逾期"), "late=late"),
        View("key", _("重点督办"), "key=yes"),
    )
    empty_title = _("没有贵委督办的建议")
    empty_text = _("交办时按内容分类确定督办委员会；联工委也可以调整。")

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        self.actor = actor
        rows = desk_rows.watched(rows_of.listed(actor), actor)
        return rows_of.with_light(rows, "due_on", actor, at)


class DelegationSuggestions(Suggestions):
    """What the staff of a delegation works on while the session is held: its own deputies' suggestions."""

    name = "delegation_suggestions"
    views = (
        View("first", _("待本团初审"), "state=delegation_review"),
        View("returned", _("退回修改"), "state=returned"),
        View("passed", _("已送审核"), "state=review"),
        View("numbered", _("已立案"), OPEN),
        View("all", _("全部"), ""),
    )
    empty_title = _("没有待本团初审的建议")
    empty_text = _("会议期间本团代表提交以后，会出现在这里。")


def list_for(actor: Actor) -> type[ListPage]:
    """The list that fits the actor's work: a unit's people see their own part first."""
    if actor.is_liaison or actor.is_deputy or actor.has(RoleKind.LEADER, RoleKind.SESSION_STAFF):
        return Suggestions
    if actor.has(RoleKind.COMMITTEE):
        return CommitteeSuggestions
    if actor.has(RoleKind.DISPATCHER):
        return OfficeSuggestions
    if actor.units():
        return UnitSuggestions
    return DelegationSuggestions if actor.delegation_ids else Suggestions


OWN = (Suggestions, UnitSuggestions, OfficeSuggestions, CommitteeSuggestions, DelegationSuggestions)


def register() -> None:
    """Exports in the background find their list by name."""
    for page in (*OWN, Publications, NumberRegister, PlanRows, Promises):
        LISTS.add(page.name, page)
