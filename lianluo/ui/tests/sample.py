"""A list over units and a case-like state: what the tests of the list machinery work on."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.html import format_html

from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Unit
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.kernel.workdays import WorkCalendar
from lianluo.people.actor import Actor
from lianluo.ui.components.small import badge, due
from lianluo.ui.components.text import title
from lianluo.ui.dues import due_on
from lianluo.ui.lists import Bulk, Choices, Column, Days, Flag, ListPage, Sort, View


def may_rename(actor: Actor, unit: Unit) -> Verdict:
    """Everything but courts."""
    return no("法院不由我们改名。") if unit.kind == UnitKind.COURT else YES


def rename(unit: Unit, actor: Actor, at: datetime, data: Mapping[str, Any]) -> None:
    """Put a mark behind the name."""
    unit.name += data.get("mark") or "（改）"
    unit.save()


class MarkForm(forms.Form):
    mark = forms.CharField(label="加什么字", max_length=4)


class UnitList(ListPage):
    """Units with every piece of machinery."""

    name, title, unit = "sample-units", "承办单位", "个"
    columns = (
        Column("order", "编号", lambda u: f"{u.order:04}", sort="order", numeric=True, fixed=True),
        Column("name", "名称", lambda u: format_html('<a class="t" href="#{}">{}</a>', u.pk, title(u.name)),
               text=lambda u: u.name, sort="name", fixed=True, main=True),
        Column("kind", "类别", lambda u: badge(label=u.get_kind_display(), p=60)),
        Column("due", "期限", lambda u: due(u.due), text=lambda u: u.due.label),
        Column("initials", "首字母", lambda u: u.initials, shown=False),
    )  # fmt: skip
    filters = (
        Choices("kind", "类别", UnitKind.choices, lookup="kind"),
        Days("since", "设立日期", lookup="valid_from"),
        Flag("dispatcher", "交办机构", Q(is_dispatcher=True)),
    )
    sorts = (Sort("order", "按编号", ("order",)), Sort("new", "最新在前", ("-pk",)))
    views = (View("all", "全部"), View("gov", "政府部门", "kind=government"))
    bulks = (
        Bulk("rename", "改名", may_rename, rename, effect=lambda units: f"{len(units)} 个单位会收到通知"),
        Bulk("mark", "加字", may_rename, rename, form=MarkForm),
    )
    find_hint = "名称、拼音首字母"

    def rows(self, actor: Actor, at: datetime) -> QuerySet[Unit]:
        return Unit.objects.within(actor.scope)

    def find(self, rows: QuerySet[Unit], words: str) -> QuerySet[Unit]:
        return rows.filter(Q(name__icontains=words) | Q(initials__startswith=words))

    def prepare(self, rows: Sequence[Unit], actor: Actor, at: datetime) -> None:
        for unit in rows:
            unit.due = due_on(date(2026, 5, 27), today=at.date(), calendar=WorkCalendar())
