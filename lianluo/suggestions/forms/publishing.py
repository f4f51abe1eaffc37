"""How much goes out, in which wording; or why not."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.rules import RuleBook
from lianluo.suggestions.models import Publication
from lianluo.suggestions.services import Edition
from lianluo.suggestions.services.publication import demand_fit
from lianluo.suggestions.states import OUT, WITH_TEXT, PublicationState, PublicLevel
from lianluo.trail.refusals import Refused


class PublishForm(forms.Form):
    """One decision about one text."""

    level = forms.ChoiceField(
        label=_("怎样公开"),
        choices=PublicLevel.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择公开的方式。")},
    )
    title = forms.CharField(label=_("公开的标题"), max_length=300)
    body = forms.CharField(
        label=_("公开的正文"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("电话、证件号、邮箱已经隐去。还有不宜公开的，在这里删改；摘要也写在这里。原文不变。"),
    )
    reason = forms.ChoiceField(label=_("不公开的理由"), required=False)
    note = forms.CharField(
        label=_("说明"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, of: Publication, book: RuleBook, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of = of
        reasons = [(row.code, row.label) for row in book.withhold_reasons()]
        self.fields["reason"].choices = [("", _("请选择")), *reasons]  # type: ignore[attr-defined]

    @property
    def edition(self) -> Edition:
        return Edition(
            title=self.cleaned_data["title"].strip(),
            body=self.cleaned_data["body"].replace("\r\n", "\n").strip(),
        )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("level") == PublicLevel.WITHHELD and not values.get("reason"):
            self.add_error("reason", _("请选择不公开的理由。"))
        if values.get("level") in OUT and values.get("title") and self.data.get("act") != "save":
            self._demand_fit(PublicationState(values["level"]))
        return values

    def _demand_fit(self, state: PublicationState) -> None:
        """Beside the text, before anything is asked, so that nothing typed is lost."""
        try:
            demand_fit(self.of, state, self.edition)
        except Refused as reason:
            self.add_error("body" if state in WITH_TEXT else "title", str(reason))


def initial_of(publication: Publication) -> dict[str, Any]:
    """What the page begins with: the proposal, and the public wording as it stands."""
    return {
        "level": publication.proposal,
        "title": publication.title,
        "body": publication.body,
        "reason": publication.reason,
        "note": publication.note if publication.reason else "",
    }


class TakeBackForm(forms.Form):
    reason = forms.CharField(
        label=_("为什么撤下"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("请写明撤下的理由。")},
    )
