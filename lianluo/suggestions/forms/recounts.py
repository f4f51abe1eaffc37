"""What goes with the decision on recounted deadlines."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.rules import RULES


def _clock_rules() -> list[tuple[str, Any]]:
    return [(spec.key, spec.label) for spec in RULES if spec.kind == "period"]


class KeepForm(forms.Form):
    note = forms.CharField(
        label=_("为什么不改"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("请写明为什么不改。")},
    )


class AgainForm(forms.Form):
    """Which rule of today is to hold for clocks that ran before it."""

    rule = forms.ChoiceField(label=_("哪条期限规则"), choices=_clock_rules)
