"""Why numbers are missing: which of which series, on what ground, in words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.forms.handlings import _words
from lianluo.suggestions.states import GapGround


def _number(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=2**31 - 1,
        error_messages={"required": _("请写流水号。"), "invalid": _("请写一个整数。")},
    )


class GapForm(forms.Form):
    series = forms.ChoiceField(label=_("编号序列"))
    first = _number(_("从第几号"))
    last = _number(_("到第几号"))
    ground = forms.ChoiceField(
        label=_("情形"),
        choices=[("", _("请选择")), *GapGround.choices],
        error_messages={"required": _("请选择情形。")},
    )
    text = _words(_("说明"), rows=3, missing=_("请写明查到的原因，例如登记簿第几页。"))

    def __init__(self, *args: Any, series: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["series"].choices = series  # type: ignore[attr-defined]
        self.fields["text"].max_length = 500  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not self.errors and facts["last"] < facts["first"]:
            self.add_error("last", _("不能比开始的号小。"))
        return facts
