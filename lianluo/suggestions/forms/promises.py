"""What goes with the moves of a promise."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.forms.files import FilesField
from lianluo.suggestions.forms.handlings import MoveForm, _words
from lianluo.suggestions.forms.inside import Dated, day_field
from lianluo.suggestions.states import LookBack, Satisfaction


class StepForm(Dated):
    text = _words(_("落实情况"), rows=5, missing=_("请写落实情况，代表会看到。"))
    files: Any = FilesField(label=_("佐证材料"))


class CarryForm(MoveForm):
    until = day_field(_("新的期限"))
    reason = _words(_("为什么结转"), missing=_("请写明结转的理由，代表会看到。"))


class ChangeForm(MoveForm):
    reason = _words(_("为什么调整"), missing=_("请写明调整的理由，代表和联工委会看到。"))
    signer = forms.CharField(
        label=_("签字领导"), max_length=40, error_messages={"required": _("请写在说明上签字的领导姓名。")}
    )
    files: Any = FilesField(
        label=_("领导签字的说明"), required=True, error_messages={"required": _("请上传领导签字的说明。")}
    )


class RatePromiseForm(MoveForm):
    result = forms.ChoiceField(label=_("落实情况"), choices=Satisfaction.choices, widget=forms.RadioSelect)
    comment = _words(_("具体意见"), required=False, why=_("评“不满意”的，请写明意见。"))

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("result") == Satisfaction.DISSATISFIED and not facts.get("comment", "").strip():
            self.add_error("comment", _("评“不满意”的，请写明意见。"))
        return facts


class LookBackForm(MoveForm):
    result = forms.ChoiceField(label=_("回头看结论"), choices=LookBack.choices, widget=forms.RadioSelect)
    text = _words(_("回头看情况"), missing=_("请写看到的情况。"))
