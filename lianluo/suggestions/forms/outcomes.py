"""What goes with letters, withdrawals and bundles."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.forms.handlings import MoveForm, _words
from lianluo.suggestions.models import Suggestion

APART = re.compile(r"[\s,，、;；]+")


class PlainForm(MoveForm):
    """Nothing to add."""


class LetterAnswerForm(MoveForm):
    answer = _words(_("办理结果"), rows=6, missing=_("请写明来信的办理结果，代表会看到。"))


class AskWithdrawForm(MoveForm):
    reason = _words(_("为什么想撤回"), missing=_("请写明理由，联名代表会看到。"))


class RefuseWithdrawForm(MoveForm):
    reason = _words(_("为什么不同意"), missing=_("请写明理由，领衔代表会看到。"))


class UnmergeForm(MoveForm):
    reason = _words(_("为什么移出"), missing=_("请写明理由，代表和承办单位会看到。"))


class MergeForm(forms.Form):
    """Which ones are put together, which one leads, and why. Whatever is chosen may also be named by its number."""

    others = forms.TypedMultipleChoiceField(label=_("并入的建议"), required=False, coerce=int)
    numbers = forms.CharField(
        label=_("还要并入的编号"),
        required=False,
        max_length=200,
        help_text=_("不在上面的，写编号，几个编号之间用顿号隔开。"),
    )
    main = forms.TypedChoiceField(label=_("主件"), coerce=int, required=False)
    reason = _words(_("为什么并案"), required=False, rows=3, why=_("代表和承办单位会看到。"))

    def __init__(self, *args: Any, case: Suggestion, offered: Sequence[Suggestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        keys = [(one.pk, str(one)) for one in offered]
        self.fields["others"].choices = keys  # type: ignore[attr-defined]
        self.fields["main"].choices = [(case.pk, str(case)), *keys]  # type: ignore[attr-defined]

    def clean_numbers(self) -> list[str]:
        """第0412号, 0412 and 412 as people write them; the view finds the rows."""
        words = [
            word.removeprefix("第").removesuffix("号") for word in APART.split(self.cleaned_data["numbers"])
        ]
        return [word for word in words if word]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not self.errors and not facts.get("others") and not facts.get("numbers"):
            self.add_error("others", _("请选择要并入的建议，或者写出编号。"))
        chosen = {self.case.pk, *facts.get("others", [])}
        if facts.get("main") and facts["main"] not in chosen:
            self.add_error("main", _("主件要在选中的建议里。"))
        return facts


class MergeIntoForm(forms.Form):
    """For many rows of a list: the number of the main one."""

    main = forms.CharField(
        label=_("主件的编号"),
        max_length=40,
        help_text=_("选中的建议并入这一件；主件自己也选中了没有关系。"),
        error_messages={"required": _("请写主件的编号。")},
    )
    reason = forms.CharField(
        label=_("为什么并案"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
