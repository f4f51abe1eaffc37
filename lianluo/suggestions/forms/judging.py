"""The judgement of an answer, as the congress's own scale asks for it; the same from a paper form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.forms.deputy import Prose
from lianluo.suggestions.forms.files import FilesField
from lianluo.suggestions.models import Handling
from lianluo.suggestions.scale import Scale
from lianluo.suggestions.services import Opinion
from lianluo.suggestions.states import option_words

COMMENT_SHORTEST = 20
"""Who asks for more says in at least this many characters what to do better (2-domain 1.10)."""
AXES = {
    "attitude": (_("办理态度"), _("有没有主动联系、认真听您的意见"), _("请评价办理态度。")),
    "result": (_("办理结果"), _("问题是不是解决了，或有了靠得住的安排"), _("请评价办理结果。")),
}


@dataclass(frozen=True)
class Group:
    """The fields of one answer; `unit` where several are judged apart."""

    unit: str
    axes: Sequence[Any]
    comment: Any


class RateForm(forms.Form):
    """One axis or two, one answer or several (`parts`), as the rules say."""

    def __init__(self, *args: Any, known: Scale, parts: Sequence[Handling] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known, self.parts = known, parts
        choices = [(one.code, option_words(one.code, one.label)) for one in known.options]
        for suffix in self._suffixes():
            for name in self._axes():
                label, hint, missing = AXES[name]
                self.fields[f"{name}{suffix}"] = forms.ChoiceField(
                    label=label,
                    help_text=hint,
                    choices=choices,
                    widget=forms.RadioSelect,
                    error_messages={"required": missing},
                )
            self.fields[f"comment{suffix}"] = Prose(label=_("具体意见"), required=False, max_length=2000)
        self.fields["publish_agreed"] = forms.BooleanField(
            label=_("同意公开这份答复"), required=False, initial=True
        )

    def _suffixes(self) -> list[str]:
        return [f"_{one.pk}" for one in self.parts] or [""]

    def _axes(self) -> tuple[str, ...]:
        return ("attitude", "result") if self.known.two else ("result",)

    @property
    def groups(self) -> Iterator[Group]:
        units = [str(one.unit) for one in self.parts] or [""]
        for suffix, unit in zip(self._suffixes(), units, strict=True):
            yield Group(unit, [self[f"{name}{suffix}"] for name in self._axes()], self[f"comment{suffix}"])

    @property
    def redo_codes(self) -> set[str]:
        return {one.code for one in self.known.options if one.redo}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for suffix in self._suffixes():
            judged = [values.get(f"{name}{suffix}", "") for name in self._axes()]
            said = len("".join(values.get(f"comment{suffix}", "").split()))
            if self.known.reason and self.known.redo(*judged) and said < COMMENT_SHORTEST:
                sentence = _("评“不满意”请写明意见，至少 %d 个字，单位才知道怎么改。")
                self.add_error(f"comment{suffix}", sentence % COMMENT_SHORTEST)
        return values

    @property
    def opinions(self) -> list[Opinion]:
        facts = self.cleaned_data
        ids: list[int | None] = [one.pk for one in self.parts] or [None]
        return [
            Opinion(
                attitude=facts.get(f"attitude{suffix}", ""),
                result=facts[f"result{suffix}"],
                comment=facts[f"comment{suffix}"],
                handling_id=pk,
            )
            for suffix, pk in zip(self._suffixes(), ids, strict=True)
        ]

    @property
    def asks_for_more(self) -> bool:
        return any(self.known.redo(one.attitude, one.result) for one in self.opinions)


class PaperRateForm(RateForm):
    """From the paper 征询意见表 of a deputy, with its scan."""

    def __init__(self, *args: Any, seats: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seat = forms.TypedChoiceField(
            label=_("哪位代表的征询意见表"),
            choices=[("", _("请选择")), *seats],
            coerce=int,
            error_messages={"required": _("请选择代表。")},
        )
        files = FilesField(
            label=_("扫描件"),
            help_text=_("代表签了名的征询意见表，PDF 或图片"),
            error_messages={"required": _("请附上代表签了名的征询意见表扫描件。")},
        )
        self.fields = {"seat_id": seat} | self.fields | {"uploads": files}
