"""Forms of terms, sessions, groups and office names."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.forms import ModelForm, modelform_factory
from django.utils import timezone
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress, Delegation, DeputyGroup, ElectoralUnit
from lianluo.congress.rules import RuleBook
from lianluo.desk.forms.fields import DayField


class TermForm(forms.Form):
    """A term; its number cannot change once it exists."""

    number = forms.IntegerField(label=_("届次"), min_value=1, max_value=99)
    starts_on = DayField(label=_("开始日期"), help_text=_("本届第一次会议召开之日。"))
    seats_total = forms.IntegerField(
        label=_("代表名额"),
        min_value=1,
        max_value=3000,
        required=False,
        help_text=_("依法确定的名额，不是实有人数。"),
    )


class TermCorrection(forms.Form):
    """What can be corrected in a term."""

    starts_on = DayField(label=_("开始日期"))
    ends_on = DayField(label=_("结束日期"), required=False, help_text=_("下一届开始时自动填写。"))
    seats_total = forms.IntegerField(label=_("代表名额"), min_value=1, max_value=3000, required=False)


class SessionPlan(forms.Form):
    """The days of a session."""

    opens_on = DayField(label=_("拟开幕日期"))
    closes_on = DayField(label=_("拟闭幕日期"))
    deadline_at = forms.DateTimeField(
        label=_("建议截止时间"),
        required=False,
        help_text=_("不填就按办理规则推算。主席团决定后可以再改。"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )

    def __init__(self, *args: Any, congress: Congress, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.congress = congress

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        closes_on, opens_on = facts.get("closes_on"), facts.get("opens_on")
        if closes_on and opens_on and closes_on < opens_on:
            self.add_error("closes_on", now_("闭幕日期不能早于开幕日期。"))
        elif closes_on and not facts.get("deadline_at"):
            facts["deadline_at"] = usual_deadline(self.congress, closes_on)
        return facts


class NewSession(SessionPlan):
    """A session with its number."""

    number = forms.IntegerField(label=_("会次"), min_value=1, max_value=40)
    field_order = ("number",)


def usual_deadline(congress: Congress, closes_on: date) -> datetime:
    """The deadline for suggestions that the rules propose."""
    book = RuleBook(congress, closes_on)
    try:
        hour = time.fromisoformat(book.text("session.deadline_time"))
    except ValueError:
        hour = time(12)
    day = closes_on - timedelta(days=book.count("session.deadline_days"))
    return timezone.make_aware(datetime.combine(day, hour))


class OfficeForm(forms.Form):
    """What the deputies' body is called, from which day."""

    name = forms.CharField(label=_("全称"), max_length=80)
    short = forms.CharField(
        label=_("简称"), max_length=20, help_text=_("页面上的称呼，例如：联工委、代表工委。")
    )
    valid_from = DayField(label=_("从哪天起"))


FIELDS = {
    Delegation: ["name", "kind", "order"],
    DeputyGroup: ["name", "order"],
    ElectoralUnit: ["name", "order"],
}


def group_form(model: type[Any], *args: Any, **kwargs: Any) -> "ModelForm[Any]":
    """The form of a delegation, deputy group or electoral unit; it never saves."""
    return modelform_factory(model, fields=FIELDS[model])(*args, **kwargs)
