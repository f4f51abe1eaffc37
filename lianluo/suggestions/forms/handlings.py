"""What goes with the moves of one unit's handling: reasons, another unit, more time."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress, Unit
from lianluo.suggestions.forms.pick import UnitSelect


class OneUnit(forms.Select):
    """A list that scripts turn into a box for names, pinyin and initials."""

    def __init__(self) -> None:
        super().__init__(attrs={"data-picker": ""})

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        unit = getattr(value, "instance", None)
        if unit is not None:
            option["attrs"]["data-keys"] = f"{unit.pinyin} {unit.initials} {unit.name}".strip().lower()
        return option


class MoveForm(forms.Form):
    """A form that knows the congress and the day, for the units that may be chosen."""

    def __init__(self, *args: Any, congress: Congress, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standing = Q(valid_to=None) | Q(valid_to__gt=on)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = Unit.objects.within(congress.scope).filter(standing).order_by("order", "pk")


def _unit(label: Any, *, required: bool = True, why: Any = "") -> Any:
    return forms.ModelChoiceField(
        label=label,
        queryset=Unit.objects.none(),
        required=required,
        widget=OneUnit(),
        help_text=why,
        error_messages={"required": _("请选择一个单位。")},
    )


def _words(label: Any, *, required: bool = True, rows: int = 4, why: Any = "", missing: Any = "") -> Any:
    return forms.CharField(
        label=label,
        required=required,
        max_length=1000,
        help_text=why,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing or _("请写明理由。")},
    )


class RedirectForm(MoveForm):
    unit = _unit(_("改交"), why=_("只能选由本机构负责分办的单位。"))
    note = _words(_("说明"), required=False, rows=3)


class DispatchForm(MoveForm):
    note = _words(_("给承办单位的话"), required=False, rows=3, why=_("会记在经过里，也写在通知里。"))


class SplitForm(MoveForm):
    first = _unit(_("主办"), why=_("只能选由本机构负责分办的单位。"))
    others = forms.ModelMultipleChoiceField(
        label=_("会办"),
        queryset=Unit.objects.none(),
        widget=UnitSelect(),
        error_messages={"required": _("请至少选一个会办单位；只分给一个单位的，用“分办”或“改交”。")},
    )
    note = _words(_("说明"), required=False, rows=3)

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("first") and facts["first"] in facts.get("others", ()):
            self.add_error("others", _("同一个单位只能选一次。"))
        return facts


class ObjectForm(MoveForm):
    reason = _words(_("为什么不该由本单位办"), missing=_("请写明不属于本单位职责的理由。"))
    basis = forms.CharField(
        label=_("职责依据"), required=False, max_length=200, help_text=_("写文件名和条款。")
    )
    proposed = _unit(_("建议改由"), required=False)


class UpholdForm(MoveForm):
    unit = _unit(_("改由哪个单位办"))
    decision = _words(_("裁定说明"), required=False, rows=3)


class OverruleForm(MoveForm):
    decision = _words(_("为什么不同意"), missing=_("请写明不同意改办的理由，承办单位会看到。"))


class ReassignForm(MoveForm):
    unit = _unit(_("改由哪个单位办"))
    reason = _words(_("为什么调整"), missing=_("请写明调整的理由，原单位、新单位和代表都会看到。"))


class LongerForm(MoveForm):
    until = forms.DateField(
        label=_("延到哪一天"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("请选择日期。"), "invalid": _("请写到年月日。")},
    )
    reason = _words(_("为什么需要更多时间"))
    told_deputy = forms.CharField(
        label=_("怎样告知代表的"),
        max_length=300,
        help_text=_("写明时间、方式和代表的意见。"),
        error_messages={"required": _("请先告知代表，并写明告知的时间和方式。")},
    )


class GrantForm(MoveForm):
    decision = _words(_("审定意见"), required=False, rows=3)


class RefuseForm(MoveForm):
    decision = _words(_("为什么不同意"), missing=_("请写明不同意延期的理由。"))


class QuestionForm(MoveForm):
    reason = _words(_("为什么觉得承办单位不合适"))
    wished = _unit(_("希望由谁办"), required=False)


class TransferForm(MoveForm):
    unit = _unit(_("转给哪个单位"))
    reason = _words(_("为什么转办"), missing=_("请写明转办的理由，新单位、联工委和代表都会看到。"))


class ExpressForm(MoveForm):
    reason = _words(_("为什么列入直通车"), missing=_("请写明理由，领导会看到。"))
