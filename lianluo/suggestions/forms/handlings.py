"""What goes with the moves of one unit's handling: reasons, another unit, more time."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress, Unit
from lianluo.kernel.language import full_day
from lianluo.suggestions.forms.pick import UnitSelect
from lianluo.trail.attachments import limit
from lianluo.trail.filetypes import Unfit, clean_name, inspect


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


def standing_units(congress: Congress, on: date) -> "QuerySet[Unit]":
    """The units that may be chosen on a day."""
    standing = Q(valid_to=None) | Q(valid_to__gt=on)
    rows: QuerySet[Unit] = Unit.objects.within(congress.scope).filter(standing).order_by("order", "pk")
    return rows


class MoveForm(forms.Form):
    """A form that knows the congress and the day, for the units that may be chosen."""

    def __init__(self, *args: Any, congress: Congress, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = on
        units = standing_units(congress, on)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = units


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


def _day(label: Any, why: Any = "") -> Any:
    return forms.DateField(
        label=label,
        help_text=why,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("请选择日期。"), "invalid": _("请写到年月日。")},
    )


class LongerForm(MoveForm):
    """`limits`: between which days; the browser's own calendar offers no others."""

    until = _day(_("延到哪一天"))
    reason = _words(_("为什么需要更多时间"))
    told_on = _day(_("哪一天告知代表的"))
    told_deputy = forms.CharField(
        label=_("怎样告知代表的"),
        max_length=300,
        help_text=_("写明谁、用什么方式告知，代表有什么意见。"),
        error_messages={"required": _("请先告知代表，并写明告知的时间和方式。")},
    )
    proof = forms.FileField(
        label=_("告知的证明材料"),
        required=False,
        help_text=_("代表的回复截图、签字的书面告知等，PDF 或图片。没有可以不传。"),
    )

    def __init__(self, *args: Any, limits: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.limits = limits
        if limits:
            days = {"min": limits.due + timedelta(days=1), "max": limits.latest}
            self.fields["until"].widget.attrs |= {n: day.isoformat() for n, day in days.items() if day}

    def clean(self) -> dict[str, Any]:
        """The last day may have passed while the page stood open."""
        if self.limits is None or localdate() > self.limits.due:
            raise forms.ValidationError(_("答复期限已过，不能再申请延期，请尽快答复代表。"))
        return self.cleaned_data

    def clean_until(self) -> date:
        """Refused beside the field, so that nothing typed is lost."""
        until: date = self.cleaned_data["until"]
        if self.limits and until <= self.limits.due:
            raise forms.ValidationError(_("请选择比现在的期限更晚的日期。"))
        if self.limits and self.limits.latest and until > self.limits.latest:
            latest = full_day(self.limits.latest)
            raise forms.ValidationError(_("最迟只能延到%(day)s。") % {"day": latest})
        return until

    def clean_told_on(self) -> date:
        told_on: date = self.cleaned_data["told_on"]
        if told_on > localdate():
            raise forms.ValidationError(_("告知代表的日期不能晚于今天。"))
        return told_on

    def clean_proof(self) -> Any:
        """Looked at by its bytes before anything is kept."""
        if found := self.cleaned_data.get("proof"):
            try:
                inspect(clean_name(found.name or ""), found.size or 0, found.file, limit=limit())
            except Unfit as error:
                raise forms.ValidationError(str(error)) from error
        return found


class DecisionForm(MoveForm):
    """`for_deputy`: the office writes down what the deputy answered, so the words are required."""

    def __init__(self, *args: Any, for_deputy: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if for_deputy:
            field = self.fields["decision"]
            field.label, field.required = _("代表是怎样答复的"), True
            field.error_messages["required"] = _("请写明代表是什么时候、怎样答复的。")


class GrantForm(DecisionForm):
    decision = _words(_("审定意见"), required=False, rows=3)


class RefuseForm(DecisionForm):
    decision = _words(_("为什么不同意"), missing=_("请写明不同意延期的理由。"))


class QuestionForm(MoveForm):
    reason = _words(_("为什么觉得承办单位不合适"))
    wished = _unit(_("希望由谁办"), required=False)


class TransferForm(MoveForm):
    unit = _unit(_("转给哪个单位"))
    reason = _words(_("为什么转办"), missing=_("请写明转办的理由，新单位、联工委和代表都会看到。"))


class ExpressForm(MoveForm):
    reason = _words(_("为什么列入直通车"), missing=_("请写明理由，领导会看到。"))
