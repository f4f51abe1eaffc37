"""The list of units."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.congress import policy
from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Unit
from lianluo.congress.spelling import abbreviated, spelled
from lianluo.people.actor import Actor
from lianluo.ui.lists import LISTS, Choices, Column, Flag, ListPage, Sort, View


def _name(unit: Unit) -> str:
    note = unit.name if unit.name != unit.short_name else ""
    return format_html(
        '<a class="t" href="{}">{}</a><small>{}</small>', reverse("desk:unit", args=[unit.pk]), unit, note
    )


def via(unit: Unit) -> str:
    if unit.is_dispatcher:
        return now_("交办机构")
    return now_("经{office}").format(office=unit.dispatched_by) if unit.dispatched_by else now_("直接交办")


def _state(unit: Unit) -> str:
    if not unit.valid_to:
        return format_html('<span class="badge b-done" data-p="100">{}</span>', now_("在用"))
    heir = now_("，职责归{heir}").format(heir=unit.successor) if unit.successor else ""
    return format_html('<span class="muted">{}{}</span>', now_("{d} 撤销").format(d=unit.valid_to), heir)


class Units(ListPage):
    name, title, unit = "units", _("机构与单位"), _("个")
    template = "desk/units.html"
    columns = (
        Column(
            "name", _("单位"), cell=_name, text=lambda u: u.name, sort="name", fixed=True, main=True, width=36
        ),
        Column("short_name", _("简称"), cell=lambda u: u.short_name, shown=False),
        Column("kind", _("类别"), cell=lambda u: u.get_kind_display(), sort="kind"),
        Column("parent", _("上级单位"), cell=lambda u: str(u.parent) if u.parent else ""),
        Column("via", _("交办"), cell=via),
        Column("initials", _("首字母"), cell=lambda u: u.initials.split(" ")[0]),
        Column("since", _("设立"), cell=lambda u: u.valid_from, sort="valid_from", shown=False),
        Column("state", _("状态"), cell=_state),
    )
    filters = (
        Choices("kind", _("类别"), UnitKind.choices, lookup="kind"),
        Flag("dispatcher", _("交办机构"), Q(is_dispatcher=True)),
        Flag("closed", _("已撤销"), Q(valid_to__isnull=False)),
    )
    sorts = (
        Sort("order", _("按排序"), ("order", "pk")),
        Sort("name", _("按名称"), ("pinyin", "pk")),
        Sort("kind", _("按类别"), ("kind", "order", "pk")),
    )
    views = (
        View("open", _("在用"), "closed=no"),
        View("dispatchers", _("交办机构"), "closed=no&dispatcher=yes"),
        View("closed", _("已撤销"), "closed=yes"),
        View("all", _("全部"), "closed="),
    )
    find_hint = _("名称、曾用名或拼音首字母")
    empty_title = _("还没有单位")
    empty_text = _("先设立政府办公厅这样的交办机构，再添加部门。")

    def rows(self, actor: Actor, at: datetime) -> QuerySet[Any]:
        return Unit.objects.within(actor.scope).select_related("parent", "dispatched_by", "successor")

    def find(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        former = Q(
            pk__in=Unit.objects.everywhere("narrowed by the rows' own scope").filter(
                former_names__name__icontains=words
            )
        )
        return rows.filter(spelled(words, name_fields=("name", "short_name")) | abbreviated(words) | former)

    def may_see(self, actor: Actor) -> Any:
        return policy.may_look(actor, actor.congress)

    def context(self, actor: Actor, at: datetime) -> dict[str, Any]:
        return {"may_edit": policy.may_edit_units(actor, actor.congress)}

    def subtitle(self, actor: Actor, at: datetime) -> str:
        return now_(
            "办理建议的政府部门、党群部门、法院、检察院、专门委员会和企事业单位。更名、撤并都留有记录，公文用当时的名称。"
        )


LISTS.add("units", Units)
