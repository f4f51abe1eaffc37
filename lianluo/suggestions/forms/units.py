"""What an undertaking unit types into its reply."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.rules import RuleBook
from lianluo.suggestions.forms.promise_rows import answered, rows_of
from lianluo.suggestions.models import Handling, Reply
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
    number_reason = forms.CharField(
        label=_("另编文号的理由"), required=False, max_length=200, help_text=_("不按本单位编号时写。")
    )
    explanation = forms.CharField(
        label=_("不能解决的原因"),
        required=False,
        max_length=3000,
        help_text=_("类别要求说明原因的必填。"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    without_opinions = forms.BooleanField(label=_("会办意见逾期未送，已在答复里说明"), required=False)
    signer_name = forms.CharField(label=_("签发人"), required=False, max_length=40)
    contact_name = forms.CharField(label=_("联系人"), required=False, max_length=40)
    contact_phone = forms.CharField(label=_("联系电话"), required=False, max_length=30)

    def __init__(
        self, *args: Any, book: RuleBook, handling: Handling, missing: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        answers_deputy = handling.role.answers_deputy
        self.promise_rows = rows_of(
            self.data or None if self.is_bound else None, self.initial.get("promises", ())
        )
        self.numbered = bool(handling.unit.document_pattern) and answers_deputy
        self.classes = book.answer_classes()
        reasons = [(row.label, row.label) for row in book.withhold_reasons()]
        self.fields["withheld_reason"].choices = [("", _("请选择")), *reasons]  # type: ignore[attr-defined]
        self.fields["reply_class"].choices = [(row.code, row.label) for row in self.classes]  # type: ignore[attr-defined]
        away = (
            set() if answers_deputy else {"reply_class", "public_attribute", "withheld_reason", "explanation"}
        )
        away |= set() if self.numbered else {"number_reason"}
        away |= set() if missing else {"without_opinions"}
        for name in away:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        withheld = facts.get("public_attribute") == PublicAttribute.WITHHELD
        if withheld and not facts.get("withheld_reason"):
            self.add_error("withheld_reason", _("不予公开的，请选择理由；公开目录上只写理由。"))
        if any(not row.is_valid() for row in self.promise_rows):
            self.add_error(None, _("承诺事项里有一项没有填对，请核对日期。"))
        if "public_attribute" in facts and not withheld:
            facts["withheld_reason"] = ""
        return facts

    @property
    def answer(self) -> Answer:
        said = {name: value for name, value in self.cleaned_data.items() if name in FIELDS}
        return Answer(**said, promises=answered(self.promise_rows))

    def draft_answer(self, draft: Reply | None) -> Answer:
        """What is typed so far: a field that does not pass keeps what was saved before."""
        said = {name: self.cleaned_data[name] for name in FIELDS if name in self.cleaned_data}
        return Answer(**written(draft) | said | {"promises": answered(self.promise_rows)})

    def kept(self, draft: Reply) -> Answer:
        """What is saved, to compare with."""
        return Answer(**written(draft))


def written(reply: Reply | None) -> dict[str, Any]:
    """What stands in the reply, as the form's first values."""
    if reply is None:
        return {}
    return {name: getattr(reply, name) for name in FIELDS} | {"promises": tuple(reply.promises)}
