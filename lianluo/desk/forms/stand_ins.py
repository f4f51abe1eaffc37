"""The form by which one names who stands in: parse and check; it never saves."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.desk.forms.fields import DayField
from lianluo.people.absences import OwnWork
from lianluo.people.models import Account
from lianluo.people.services import Absence


class StandInForm(forms.Form):
    """Who, for which of my roles, from which day to which."""

    stand_in = forms.ChoiceField(label=_("谁来代理"), help_text=_("同一单位的同事。"))
    kinds = forms.MultipleChoiceField(
        label=_("代理哪些工作"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请选择代理哪些角色。")},
    )
    starts_on = DayField(label=_("自"))
    ends_on = DayField(label=_("至"), help_text=_("到期自动失效；提前回来可以随时终止。"))
    reason = forms.CharField(
        label=_("原因"), max_length=100, required=False, help_text=_("例如：出差、休假。")
    )

    def __init__(self, *args: Any, work: Sequence[OwnWork], others: Sequence[Account], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.work = {one.key: one for one in work}
        self.others = {str(one.pk): one for one in others}
        for name, choices in (
            ("stand_in", [("", _("请选择")), *((key, str(one)) for key, one in self.others.items())]),
            ("kinds", [(key, one.label) for key, one in self.work.items()]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
        self.fields["stand_in"].widget.attrs["data-picker"] = ""

    def absences(self) -> list[Absence]:
        """One for each unit that was chosen."""
        chosen = [self.work[key] for key in self.cleaned_data["kinds"]]
        units = {one.unit.pk: one.unit for one in chosen}
        days: dict[str, date] = {name: self.cleaned_data[name] for name in ("starts_on", "ends_on")}
        return [
            Absence(
                unit=unit,
                stand_in=self.others[self.cleaned_data["stand_in"]],
                kinds=[one.kind for one in chosen if one.unit.pk == pk],
                reason=self.cleaned_data["reason"],
                **days,
            )
            for pk, unit in units.items()
        ]
