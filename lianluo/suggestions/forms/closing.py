"""What goes with triage, meetings, assessments, archiving and taking up again."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.forms.files import FilesField
from lianluo.suggestions.forms.handlings import MoveForm
from lianluo.suggestions.states import TriageOutcome


def _words(label: Any, missing: Any = "", *, rows: int = 3, why: Any = "", required: bool = True) -> Any:
    return forms.CharField(
        label=label,
        required=required,
        max_length=2000,
        help_text=why,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing},
    )


def _line(label: Any, missing: Any = "", *, why: Any = "", most: int = 300, required: bool = True) -> Any:
    return forms.CharField(
        label=label,
        max_length=most,
        help_text=why,
        required=required,
        error_messages={"required": missing},
    )


OUTCOME_NOTES = {
    TriageOutcome.REDO: _("进入下一轮，期限重新起算，承办单位再次答复"),
    TriageOutcome.EXPLAINED: _("代表听了说明，不再要求重新办理，可以办结"),
    TriageOutcome.MEETING: _("双方坐在一起谈，记录经代表确认以后定下一步"),
    TriageOutcome.EXPERTS: _("请专家评估，按结论继续办理或者办结"),
}


class PlainForm(MoveForm):
    """Nothing to add."""


class TriageForm(MoveForm):
    """What both sides say, and what is decided."""

    talk_deputy = _words(
        _("与代表沟通的情况"),
        _("请先与代表沟通，记下代表不满意在哪里、希望怎么办。"),
        why=_("时间、方式、代表的意见"),
    )
    talk_unit = _words(
        _("与承办单位沟通的情况"), _("请先与承办单位沟通，记下单位怎么说。"), why=_("能不能办、还需要什么")
    )
    outcome = forms.ChoiceField(
        label=_("研判结果"), widget=forms.RadioSelect, error_messages={"required": _("请选择研判结果。")}
    )
    note = _words(
        _("说明"), required=False, why=_("重新办理的必须写明请承办单位怎么办；承办单位和代表都会看到")
    )

    def __init__(self, *args: Any, offered: Sequence[TriageOutcome], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcome: Any = self.fields["outcome"]
        outcome.choices = [(one.value, one.label) for one in offered]
        outcome.notes = {one.value: OUTCOME_NOTES[one] for one in offered}
        if len(offered) == 1:
            outcome.initial = offered[0].value

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("outcome") == TriageOutcome.REDO and not facts.get("note"):
            self.add_error("note", _("请写明代表不满意在哪里、要承办单位做什么。"))
        return facts


class MeetForm(MoveForm):
    """面商记录."""

    held_at = forms.DateTimeField(
        label=_("什么时候"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"required": _("请填写面商的时间。"), "invalid": _("请写到年月日和时分。")},
    )
    place = _line(_("地点"), _("请填写地点。"), most=100)
    chair = _line(_("主持人"), _("请填写主持人。"), most=60)
    deputies_side = _line(_("代表一方到会的"), _("请填写代表一方谁到了会。"))
    units_side = _line(_("承办单位一方到会的"), _("请填写承办单位谁到了会。"), why=_("写明单位、姓名、职务"))
    others = _line(_("其他到会的"), required=False)
    deputies_said = _words(_("代表的意见"), _("请记下代表的意见。"))
    units_said = _words(_("承办单位的意见"), _("请记下承办单位的意见。"))
    agreed = _words(_("商定的事项"), _("请写明商定了什么；没有谈成的，也请写明。"))
    more = forms.TypedChoiceField(
        label=_("接下来"),
        choices=[("yes", _("商定继续办理，进入下一轮")), ("no", _("不再继续办理，可以办结"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择接下来怎么办。")},
    )
    uploads = FilesField(label=_("附件"), required=False, help_text=_("签名的记录、照片、材料"))
    signed = forms.BooleanField(
        label=_("代表已在纸质记录上签名，扫描件在附件里"),
        required=False,
        help_text=_("没有签名的，领衔代表会收到通知，请他在手机上确认"),
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("signed") and not facts.get("uploads"):
            self.add_error("uploads", _("代表已在纸质记录上签名的，请附上扫描件。"))
        return facts


class AssessForm(MoveForm):
    """What the experts found."""

    held_on = forms.DateField(
        label=_("评估日期"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("请选择日期。"), "invalid": _("请写到年月日。")},
    )
    experts = _line(_("评估人员"), _("请填写评估人员的姓名和单位。"))
    findings = _words(_("评估情况"), _("请写明评估了什么、情况怎样。"))
    conclusion = _words(_("结论"), _("请写明结论，必须照办。"))
    more = forms.TypedChoiceField(
        label=_("按结论"),
        choices=[("yes", _("应继续办理，进入下一轮")), ("no", _("办理已到位，可以办结"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择按结论怎么办。")},
    )
    uploads = FilesField(label=_("附件"), required=False, help_text=_("评估报告等材料"))


class NotedForm(MoveForm):
    """A deputy's words to the lead, to a record, to what was entered."""

    note = _words(_("您的意见"), _("请写明您的意见。"), rows=4)


class ArchiveForm(forms.Form):
    """Why a piece is missing, where one is."""

    note = _words(_("缺件说明"), required=False, why=_("案卷不齐的必须写明原因"))


class ArchiveMoveForm(MoveForm):
    note = _words(_("缺件说明"), required=False, why=_("案卷不齐的必须写明原因"))


class ReopenForm(MoveForm):
    reason = _words(_("为什么恢复办理"), _("请写明恢复办理的理由，代表和承办单位都会看到。"), rows=4)


class LapseForm(MoveForm):
    reason = _words(_("说明"), _("请写明理由，代表会看到。"), rows=3)
