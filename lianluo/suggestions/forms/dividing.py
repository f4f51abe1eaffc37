"""Which paragraph, which file goes to which of two suggestions, and what each is called."""

import json
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.rules import RuleBook
from lianluo.kernel.ciphers import sm3
from lianluo.suggestions.dividing import BOTH, FIRST, SECOND, paragraphs
from lianluo.suggestions.forms.handlings import MoveForm, _words
from lianluo.suggestions.forms.staff import HOW
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services import Talk
from lianluo.suggestions.services.dividing import Plan
from lianluo.suggestions.states import SuggestionState
from lianluo.trail.models import Attachment

Row = tuple[str, forms.BoundField]
"""What it says, and where it goes."""
PLACES = [(FIRST, _("第一件")), (SECOND, _("第二件")), (BOTH, _("两件都有"))]


def _title(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=200, error_messages={"required": _("请给这一件写一个标题。")}
    )


class DivideForm(forms.Form):
    """A row for every paragraph and file; nothing may be left out."""

    title_first = _title(_("第一件的标题"))
    title_second = _title(_("第二件的标题"))
    topic = forms.ChoiceField(label=_("第二件的内容分类"), required=False)
    reason = _words(
        _("为什么分件"), rows=2, missing=_("请写明为什么分件，代表会看到。"), why=_("代表会看到。")
    )

    def __init__(
        self, *args: Any, case: Suggestion, book: RuleBook, files: Sequence[Attachment], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows, self.kept = paragraphs(case.situation, case.proposals), files
        for key in (*(row.key for row in self.rows), *(_of_file(one) for one in files)):
            self.fields[key] = forms.ChoiceField(
                choices=PLACES, widget=forms.RadioSelect, initial=FIRST, required=True
            )
        if case.state == SuggestionState.ACCEPTED:
            topics = [(topic.code, topic.label) for topic in book.topics()]
            self.fields["topic"].choices = [("", _("与第一件相同")), *topics]  # type: ignore[attr-defined]
        else:
            del self.fields["topic"]

    def _placed(self, name: str) -> list[Row]:
        return [(row.text.strip("\n"), self[row.key]) for row in self.rows if row.field == name]

    @property
    def of_situation(self) -> list[Row]:
        return self._placed("situation")

    @property
    def of_proposals(self) -> list[Row]:
        return self._placed("proposals")

    @property
    def of_files(self) -> list[Row]:
        return [(one.name, self[_of_file(one)]) for one in self.kept]

    @property
    def plan(self) -> Plan:
        facts = self.cleaned_data
        return Plan(
            titles=(facts["title_first"], facts["title_second"]),
            lands={row.key: facts[row.key] for row in self.rows},
            files={str(one.pk): facts[_of_file(one)] for one in self.kept},
            topic=facts.get("topic", ""),
            reason=facts["reason"],
        )

    @property
    def digest(self) -> str:
        """Names these choices: what is done is what was looked at."""
        return sm3(json.dumps(self.cleaned_data, sort_keys=True, default=str).encode()).hex()


def _of_file(one: Attachment) -> str:
    return f"file-{one.pk}"


class RefuseDivisionForm(MoveForm):
    reason = _words(_("为什么不同意"), missing=_("请写明理由，联工委会看到。"))


class ReuniteForm(MoveForm):
    reason = _words(_("为什么撤销分件"), missing=_("请写明理由，代表会看到。"))


class RecordDivisionForm(MoveForm):
    """What the lead deputy said (2-domain 1.5: who spoke, when, how)."""

    how = forms.ChoiceField(
        label=_("沟通方式"), choices=HOW, error_messages={"required": _("请选择与代表沟通的方式。")}
    )
    on = forms.DateField(
        label=_("沟通日期"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("请填写沟通的日期。")},
    )
    with_whom = forms.CharField(label=_("与谁沟通"), required=False, max_length=60)
    note = _words(_("代表怎么说"), rows=3, missing=_("请简要记下谈了什么、代表怎么看。"))

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > self.day:
            raise forms.ValidationError(_("沟通日期不能晚于今天。"))
        return on

    def clean(self) -> dict[str, Any]:
        """As the service takes it: one talk."""
        facts = super().clean() or {}
        if self.errors:
            return facts
        how = str(dict(HOW)[facts["how"]])
        return {
            "talk": Talk(
                how=how, on=facts["on"].isoformat(), with_whom=facts["with_whom"], note=facts["note"]
            )
        }
