"""The lists of suggestions: one for those who see the whole congress's, one for the units' own."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.lists import cells
from lianluo.suggestions.lists.bulks import BULKS
from lianluo.suggestions.lists.filters import FILTERS, SORTS, UNIT_FILTERS, UNIT_SORTS
from lianluo.suggestions.lists.plans import PlanRows
from lianluo.suggestions.lists.publications import Publications
from lianluo.suggestions.selectors import lists as rows_of
from lianluo.ui.lists import LISTS, Bulk, Column, ListPage, Sort, View
from lianluo.ui.lists.filters import Filter

FOUND = 500
"""The index gives at most so many; beyond that a filter does better."""

REVIEWING = "state=delegation_review&state=review"
OPEN = "state=accepted&state=handling&state=replied&state=rated"


class Suggestions(ListPage):
    """All suggestions that one may see."""

    name, title, unit = "suggestions", _("代表建议"), _("件")
    columns: ClassVar[Sequence[Column]] = (
        cells.NUMBER, cells.TITLE, cells.LEAD, cells.STATE, cells.UNITS, cells.CLASS, cells.DUE, *cells.MORE,
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
        View("bad", _("不满意"), "rating=dissatisfied"),
        View("key", _("重点督办"), "key=yes"),
    )
    find_hint = _("编号、标题、代表、正文")
    empty_title = _("还没有代表建议")
    empty_text = _("代表提交以后，会出现在这里。")

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        self.actor = actor
        return rows_of.with_light(rows_of.listed(actor), "due_on", actor, at)

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        rows_of.dress(rows, actor, at)

    def find(self, rows: "QuerySet[Any]", words: str) -> "QuerySet[Any]":
        """By number, title or name as typed; and by the words of the whole text, through the index."""
        from lianluo.search.find import find

        hits = find(words, actor=self.actor, rooms=["suggestions"], scope=self.actor.scope, size=FOUND)
        plain = (
            Q(number__icontains=words) | Q(title__icontains=words) | Q(lead__person__name__icontains=words)
        )
        return rows.filter(plain | Q(pk__in=[hit.row.id for hit in hits.rows]))


class UnitSuggestions(Suggestions):
    """What an undertaking unit handles: its own part comes first."""

    name, title = "unit_suggestions", _("我单位的建议")
    columns = (
        cells.NUMBER, cells.TITLE, cells.LEAD, cells.MINE, cells.UNITS, cells.CLASS, cells.OWN_DUE, cells.WHOLE_STATE,
        *cells.MORE,
    )  # fmt: skip
    filters = UNIT_FILTERS
    sorts = UNIT_SORTS
    bulks = ()
    views = (
        View("all", _("全部"), ""),
        View("dispatching", _("待分办"), "mine=dispatching"),
        View("new", _("待签收"), "mine=assigned"),
        View("objected", _("有异议"), "mine=objected"),
        View("signed", _("在办"), "mine=signed"),
        View("replied", _("已答复"), "mine=replied"),
        View("bad", _("不满意"), "rating=dissatisfied"),
        View("key", _("重点督办"), "key=yes"),
    )
    empty_text = _("交办给本单位以后，会出现在这里。")

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        self.actor = actor
        return rows_of.with_light(rows_of.listed_for_units(actor), "mine_due", actor, at)


def list_for(actor: Actor) -> type[ListPage]:
    """The list that fits the actor's work: a unit's people see their own part first."""
    wide = actor.is_liaison or actor.is_deputy or actor.has(RoleKind.LEADER, RoleKind.COMMITTEE)
    return UnitSuggestions if actor.units() and not wide else Suggestions


def register() -> None:
    """Exports in the background find their list by name."""
    for page in (Suggestions, UnitSuggestions, Publications, PlanRows):
        LISTS.add(page.name, page)
