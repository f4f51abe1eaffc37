"""What a deputy fills in: the draft in two steps, the reason of a withdrawal, the judgement of an answer.

A draft is saved in whatever state it is (`WriteDraft`, `DetailsDraft`); going on to the next step asks for what is
missing (`Write`, `Details`). Both read the same fields, so nothing that was typed is ever turned away.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.rules import RuleBook
from lianluo.suggestions.forms.pick import UnitsField
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services.drafts import FIELDS, Text
from lianluo.suggestions.states import Consent, FormedBy, RaisedBefore

LONGEST = 20_000
TITLE_LONGEST = 100
BLANK_LINES = re.compile(r"\n{3,}")


class Written(forms.CharField):
    """A text that people write. What is too long is said beside it: a browser told of the limit would cut off the end of
    what is pasted, in silence."""

    widget = forms.Textarea

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs: dict[str, Any] = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class Prose(Written):
    """Plain paragraphs: pasted text keeps its lines and its numbering, invisible characters go."""

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "")
        text = (
            text.replace("\r\n", "\n")
            .replace("\r", "\n")
            .replace("\v", "\n")
            .replace("\u200b", "")
            .replace("\xa0", " ")
        )
        return BLANK_LINES.sub("\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip()


class Heading(Written):
    """A title: one line, however it was pasted."""

    def to_python(self, value: Any) -> str:
        return "".join(str(super().to_python(value) or "").split("\n")).strip()


class DraftForm(forms.Form):
    """A part of a draft. `step` names the page, so that one address can save them all."""

    step: str

    def __init__(self, data: Any = None, *, draft: Suggestion, on: date) -> None:
        super().__init__(data, initial=None if data else initial_of(draft), label_suffix="")
        self.offer(draft, on)

    def offer(self, draft: Suggestion, on: date) -> None:
        """Fill in choices that depend on the congress and the day."""

    def text(self, current: Text) -> Text:
        """`current` with what was filled in here."""
        return replace(current, **self.cleaned_data)

    def values(self, text: Text) -> dict[str, list[str]]:
        """`text` as this form would send it: what a device compares and shows."""
        return {name: listed(getattr(text, name)) for name in self.fields}


def listed(value: Any) -> list[str]:
    """A value as the browser sends it."""
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


class WriteDraft(DraftForm):
    """The text itself, complete or not."""

    step = "write"

    title = Heading(
        label=_("标题"),
        required=False,
        max_length=TITLE_LONGEST,
        error_messages={"max_length": _("标题最长 %(limit_value)d 个字，现在有 %(show_value)d 个，请缩短。")},
    )
    situation = Prose(
        label=_("情况与问题"),
        required=False,
        max_length=LONGEST,
        help_text=_("讲清楚在哪里、影响谁、有什么依据"),
        error_messages={"max_length": _("最长 %(limit_value)d 个字，现在有 %(show_value)d 个，请精简。")},
    )
    proposals = Prose(
        label=_("具体建议"),
        required=False,
        max_length=LONGEST,
        help_text=_("希望谁做什么、做到什么程度，一条一条写"),
        error_messages={"max_length": _("最长 %(limit_value)d 个字，现在有 %(show_value)d 个，请精简。")},
    )


MISSING = {
    "title": _("请写标题，让人一眼看出要解决什么事。"),
    "situation": _("请写清楚情况与问题，承办单位才知道从哪里查起。"),
    "proposals": _("请写具体建议，承办单位才知道要办什么。"),
}


class Write(WriteDraft):
    """The text, with all that a suggestion needs (代表法 art. 24: clear and specific)."""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for name, sentence in MISSING.items():
            if name in values and not values[name]:
                self.add_error(name, sentence)
        return values


class DetailsDraft(DraftForm):
    """What goes with the text (2-domain 1.4)."""

    step = "details"

    wished_units = UnitsField(
        label=_("希望哪个单位办理"),
        help_text=_("供交办时参考，由人大确定承办单位。输入名称或拼音首字母，如 jyt"),
    )
    formed_by = forms.ChoiceField(
        label=_("这件建议怎么形成的"), choices=[("", _("请选择")), *FormedBy.choices], required=False
    )
    raised_before = forms.ChoiceField(label=_("以前提过吗"), choices=RaisedBefore.choices)
    consent = forms.ChoiceField(label=_("公开意愿"), choices=Consent.choices, widget=forms.RadioSelect)
    reply_wanted = forms.TypedChoiceField(
        label=_("要不要书面答复"),
        choices=[("True", _("需要书面答复")), ("False", _("供工作参考，不需要答复"))],
        coerce=lambda value: str(value) == "True",
        widget=forms.RadioSelect,
    )

    confidential = forms.TypedChoiceField(
        label=_("姓名"),
        choices=[("False", _("公开姓名")), ("True", _("不公开姓名"))],
        coerce=lambda value: str(value) == "True",
        required=False,
        empty_value=False,  # type: ignore[arg-type]
        widget=forms.RadioSelect,
    )

    def offer(self, draft: Suggestion, on: date) -> None:
        book = RuleBook(draft.congress, on)
        for name, rule in BY_RULE.items():
            if not book.flag(rule):
                del self.fields[name]
        if "confidential" in self.fields:
            self.fields["confidential"].notes = NAME_NOTES  # type: ignore[attr-defined]
        if "wished_units" in self.fields:
            self.fields["wished_units"].offer(draft.congress, on)  # type: ignore[attr-defined]
        self.fields["consent"].notes = CONSENT_NOTES  # type: ignore[attr-defined]
        self.fields["reply_wanted"].notes = REPLY_NOTES  # type: ignore[attr-defined]


BY_RULE = {"wished_units": "proposer.suggest_unit", "confidential": "proposer.confidential"}
"""Questions that only some congresses ask."""
NAME_NOTES = {
    "False": _("承办单位和公众知道是谁提的"),
    "True": _("承办单位、其他代表和公众看不到您的姓名；联工委和大会工作机构知道，便于联系您"),
}
CONSENT_NOTES = {
    Consent.FULL: _("建议全文和答复可以向社会公开；身份证号、电话等个人信息一律不公开"),
    Consent.TITLE: _("社会上只看得到标题和办理结果"),
}
REPLY_NOTES = {
    "True": _("承办单位书面答复您，由您评价"),
    "False": _("承办单位研究参考，不占用答复时间"),
}


class Details(DetailsDraft):
    """What goes with the text, complete."""

    def clean_formed_by(self) -> str:
        value = str(self.cleaned_data["formed_by"])
        if not value:
            raise forms.ValidationError(_("请选一项：是调研来的、群众反映的，还是工作中了解的。"))
        return value


class WithdrawForm(forms.Form):
    """Why a suggestion is taken back; may stay empty."""

    reason = Prose(
        label=_("撤回原因"), required=False, max_length=500, help_text=_("写明原因，方便联工委和承办单位了解")
    )


def text_of(draft: Suggestion) -> Text:
    """The draft's text as it stands."""
    units = list(draft.wished_units.values_list("pk", flat=True))
    return Text(**{name: getattr(draft, name) for name in FIELDS}, wished_units=units)


def initial_of(draft: Suggestion) -> dict[str, Any]:
    """The draft as a form shows it."""
    text = text_of(draft)
    return {name: getattr(text, name) for name in (*FIELDS, "wished_units")}
