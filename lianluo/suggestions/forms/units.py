"""What an undertaking unit types into its reply."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.rules import RuleBook
from lianluo.suggestions.models import Reply
from lianluo.suggestions.services import Answer
from lianluo.suggestions.states import PublicAttribute

FIELDS = tuple(Answer.__dataclass_fields__)


class ReplyForm(forms.Form):
    """A reply as it is being written (2-domain 1.9): a draft may lack anything; what signing asks for is checked then."""

    reply_class = forms.ChoiceField(label=_("答复类别"), required=False, widget=forms.RadioSelect)
    document_number = forms.CharField(label=_("发文字号"), required=False, max_length=40)
    public_attribute = forms.ChoiceField(
        label=_("公开属性"), choices=PublicAttribute.choices, initial=PublicAttribute.ACTIVE
    )
    withheld_reason = forms.ChoiceField(label=_("不公开的理由"), required=False)
    body = forms.CharField(
        label=_("正文"), required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 14})
    )
    signer_name = forms.CharField(label=_("签发人"), required=False, max_length=40)
    contact_name = forms.CharField(label=_("联系人"), required=False, max_length=40)
    contact_phone = forms.CharField(label=_("联系电话"), required=False, max_length=30)

    def __init__(self, *args: Any, book: RuleBook, answers_deputy: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.classes = book.answer_classes()
        reasons = [(row.label, row.label) for row in book.withhold_reasons()]
        self.fields["withheld_reason"].choices = [("", _("请选择")), *reasons]  # type: ignore[attr-defined]
        self.fields["reply_class"].choices = [(row.code, row.label) for row in self.classes]  # type: ignore[attr-defined]
        if not answers_deputy:
            for name in ("reply_class", "public_attribute", "withheld_reason"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        withheld = facts.get("public_attribute") == PublicAttribute.WITHHELD
        if withheld and not facts.get("withheld_reason"):
            self.add_error("withheld_reason", _("不予公开的，请选择理由；公开目录上只写理由。"))
        if "public_attribute" in facts and not withheld:
            facts["withheld_reason"] = ""
        return facts

    @property
    def answer(self) -> Answer:
        return Answer(**{name: value for name, value in self.cleaned_data.items() if name in FIELDS})

    def draft_answer(self, draft: Reply | None) -> Answer:
        """What is typed so far: a field that does not pass keeps what was saved before."""
        return Answer(
            **written(draft) | {name: self.cleaned_data[name] for name in FIELDS if name in self.cleaned_data}
        )

    def kept(self, draft: Reply) -> Answer:
        """What is saved, to compare with."""
        return Answer(**written(draft))


def written(reply: Reply | None) -> dict[str, Any]:
    """What stands in the reply, as the form's first values."""
    return {name: getattr(reply, name) for name in FIELDS} if reply else {}
