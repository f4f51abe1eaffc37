"""The form of one rule: its value by kind, from which day, on what ground."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import PeriodUnit, RuleKind
from lianluo.congress.rules import RuleSpec
from lianluo.congress.rules.acts import Basis
from lianluo.desk.forms.fields import DayField

SPARE_ROWS = 3
NUMBER = {"inputmode": "numeric", "autocomplete": "off"}


class RuleForm(forms.Form):
    """Fields for the value of `spec` (see `value`), and what every rule needs. Prefilled with `stored`."""

    valid_from = DayField(label=_("从哪天起"), help_text=_("这天以后新开始的才用；已经告诉代表的日期不变。"))
    assumed = forms.BooleanField(
        label=_("假定"), required=False, help_text=_("还没有查到本省条文，先按这个办。")
    )
    source = forms.CharField(label=_("出处"), required=False, max_length=120)
    article = forms.CharField(label=_("条文"), required=False, max_length=60)
    note = forms.CharField(label=_("说明"), required=False, max_length=300)

    def __init__(self, *args: Any, spec: RuleSpec, stored: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spec = spec
        self.fields["valid_from"].initial = today
        self.fields["source"].widget.attrs["placeholder"] = _("哪个文件")
        self.fields["article"].widget.attrs["placeholder"] = _("第几条")
        self.value_names: list[str] = []
        for name, (field, initial) in BUILD.get(spec.kind, _text)(spec, stored).items():
            field.initial = initial
            self.fields[name] = field
            self.value_names.append(name)

    @property
    def value_fields(self) -> list[Any]:
        """The bound fields of the value, for the page."""
        return [self[name] for name in self.value_names]

    @property
    def table(self) -> list[list[Any]]:
        """The bound fields of a list, row by row."""
        width = len(self.spec.columns)
        fields = self.value_fields
        return [fields[n : n + width] for n in range(0, len(fields), width)]

    @property
    def value(self) -> Any:
        """What was chosen, as the rule stores it (checked by the service)."""
        facts = self.cleaned_data
        if self.spec.kind == RuleKind.PERIOD:
            return {"n": facts["n"], "unit": facts["unit"], "roll": facts["roll"] == "yes"}
        if self.spec.kind == RuleKind.FLAG:
            return facts["value"] == "yes"
        if self.spec.kind == RuleKind.LIST:
            keys = [column.key for column in self.spec.columns]
            count = len(self.value_names) // len(keys)
            return [{key: facts.get(f"r{n}_{key}") for key in keys} for n in range(count)]
        return facts["value"]

    @property
    def basis(self) -> Basis:
        facts = self.cleaned_data
        return Basis(facts["source"], facts["article"], facts["assumed"], facts["note"])


Built = dict[str, tuple[forms.Field, Any]]


def _period(spec: RuleSpec, stored: Any) -> Built:
    roll = [("no", _("遇休不顺延")), ("yes", _("遇休顺延"))]
    return {
        "n": (forms.IntegerField(label=_("改为"), min_value=1, widget=forms.TextInput(NUMBER)), stored["n"]),
        "unit": (forms.ChoiceField(label=_("单位"), choices=PeriodUnit.choices), stored["unit"]),
        "roll": (
            forms.ChoiceField(label=_("到期日是休息日"), choices=roll),
            "yes" if stored.get("roll") else "no",
        ),
    }


def _flag(spec: RuleSpec, stored: Any) -> Built:
    choices = [("yes", _("是")), ("no", _("否"))]
    field = forms.ChoiceField(label=_("改为"), choices=choices, widget=forms.RadioSelect)
    return {"value": (field, "yes" if stored else "no")}


def _choice(spec: RuleSpec, stored: Any) -> Built:
    return {
        "value": (forms.ChoiceField(label=_("改为"), choices=spec.choices, widget=forms.RadioSelect), stored)
    }


def _numbers(spec: RuleSpec, stored: Any) -> Built:
    hint = _("用逗号或顿号隔开。")
    return {"value": (forms.CharField(label=_("改为"), help_text=hint), "、".join(map(str, stored)))}


def _text(spec: RuleSpec, stored: Any) -> Built:
    return {"value": (forms.CharField(label=_("改为"), max_length=200), stored)}


def _list(spec: RuleSpec, stored: Any) -> Built:
    rows = [*stored, *({} for _n in range(SPARE_ROWS))]
    built: Built = {}
    for n, row in enumerate(rows):
        for column in spec.columns:
            kind = forms.BooleanField if column.flag else forms.CharField
            field = kind(label=f"{column.label} {n + 1}", required=False)
            built[f"r{n}_{column.key}"] = (field, row.get(column.key, False if column.flag else ""))
    return built


BUILD = {
    RuleKind.PERIOD: _period,
    RuleKind.FLAG: _flag,
    RuleKind.CHOICE: _choice,
    RuleKind.NUMBERS: _numbers,
    RuleKind.LIST: _list,
}


class ReturnForm(forms.Form):
    """From which day to live by what holds above."""

    valid_from = DayField(label=_("从哪天起"))
    note = forms.CharField(label=_("说明"), required=False, max_length=300)
