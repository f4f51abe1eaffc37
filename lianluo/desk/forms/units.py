"""Forms of units: parse and check; they never save."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.find import in_force
from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Congress, Unit
from lianluo.desk.forms.fields import DayField, UnitField


class UnitFacts(forms.Form):
    """What is not the name of a unit."""

    kind = forms.ChoiceField(label=_("类别"), choices=UnitKind.choices)
    parent = UnitField(label=_("上级单位"), help_text=_("直属机构写主管单位；没有就不选。"))
    is_dispatcher = forms.BooleanField(
        label=_("是交办机构"), required=False, help_text=_("例如政府办公厅：先收到交办，再分给部门。")
    )
    dispatched_by = UnitField(
        label=_("经由哪个交办机构"), help_text=_("政府部门一般经政府办公厅；党群、法检直接交办。")
    )
    order = forms.IntegerField(label=_("排序"), min_value=0, max_value=9999, initial=100)
    valid_from = DayField(label=_("设立日期"), required=False)
    note = forms.CharField(
        label=_("依据"), required=False, max_length=200, help_text=_("机构设置文件名称或文号。")
    )

    def __init__(
        self, *args: Any, congress: Congress, today: date, unit: Unit | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        units = Unit.objects.within(congress.scope).filter(in_force(today))
        if unit:
            units = units.exclude(pk=unit.pk)
        self._offer("parent", units)
        self._offer("dispatched_by", units.filter(is_dispatcher=True))

    def _offer(self, name: str, units: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, UnitField)
        field.offer(units)


class NewUnit(UnitFacts):
    """A unit with its names."""

    name = forms.CharField(label=_("全称"), max_length=80)
    short_name = forms.CharField(
        label=_("简称"), max_length=30, help_text=_("页面上用的名字，例如：省教育厅。")
    )
    field_order = ("name", "short_name")


class RenameUnit(forms.Form):
    """From which day the unit is called what."""

    name = forms.CharField(label=_("新的全称"), max_length=80)
    short_name = forms.CharField(label=_("新的简称"), max_length=30)
    on = DayField(label=_("从哪天起"), help_text=_("这天以前的公文仍写原名。"))


class CloseUnit(forms.Form):
    """When a unit ends and who takes over."""

    heir = UnitField(label=_("职责承接单位"), help_text=_("没办完的建议转给它，期限不变。"))
    on = DayField(label=_("撤销日期"))
    note = forms.CharField(
        label=_("依据"), required=False, max_length=200, help_text=_("机构改革文件名称或文号。")
    )

    def __init__(self, *args: Any, unit: Unit, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = Unit.objects.within(unit.congress.scope).filter(in_force(today)).exclude(pk=unit.pk)
        field = self.fields["heir"]
        assert isinstance(field, UnitField)
        field.offer(units)
        self.fields["on"].initial = today
