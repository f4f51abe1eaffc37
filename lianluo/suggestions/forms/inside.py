"""What a unit writes down while it handles: talks, notes, who handles it, how its letters are numbered."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.people.models import Account
from lianluo.suggestions.forms.files import FilesField
from lianluo.suggestions.forms.handlings import MoveForm, _words
from lianluo.suggestions.states import Attitude, ContactMethod, ContactStage


def day_field(label: Any, why: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=why,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("请选择日期。"), "invalid": _("请写到年月日。")},
    )


def person_field(label: Any) -> Any:
    return forms.ModelChoiceField(
        label=label,
        queryset=Account.objects.none(),
        empty_label=_("请选择"),
        error_messages={"required": _("请选择一个人。")},
    )


class Dated(MoveForm):
    """A form with the day on which it happened: today, unless said otherwise."""

    on = day_field(_("日期"))

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > self.day:
            raise forms.ValidationError(_("日期不能晚于今天。"))
        return day


class ContactForm(Dated):
    stage = forms.ChoiceField(label=_("阶段"), choices=ContactStage.choices, widget=forms.RadioSelect)
    way = forms.ChoiceField(label=_("方式"), choices=ContactMethod.choices)
    participants = forms.CharField(
        label=_("参加人员"),
        max_length=200,
        help_text=_("本单位谁参加，代表以外还有谁。"),
        error_messages={"required": _("请写参加人员。")},
    )
    content = _words(_("沟通内容"), rows=5, missing=_("请写沟通了什么。"))
    attitude = forms.ChoiceField(label=_("代表态度"), choices=Attitude.choices, widget=forms.RadioSelect)
    place = forms.CharField(label=_("地点"), required=False, max_length=100, help_text=_("面复必填。"))
    opinions = _words(_("代表意见"), required=False, rows=3, why=_("面复必填，尽量写代表原话。"))
    signed = forms.BooleanField(label=_("代表已在面复记录上签名"), required=False)
    files: Any = FilesField(label=_("佐证材料"), help_text=_("签字的记录、照片、信函等。"))

    field_order = (
        "on",
        "stage",
        "way",
        "participants",
        "content",
        "attitude",
        "place",
        "opinions",
        "signed",
        "files",
    )

    def clean(self) -> dict[str, Any]:
        """A field of a form that is called `method` would hide how the form is sent; the service says `method`."""
        facts = super().clean() or {}
        facts["method"] = facts.pop("way", "")
        if facts["method"] == ContactMethod.FACE:
            for name in ("place", "opinions"):
                if not facts.get(name):
                    self.add_error(name, _("当面答复要写明地点和代表意见。"))
        return facts


class NoteForm(Dated):
    text = _words(_("进展"), rows=5, missing=_("请写进展。"))
    inside = forms.BooleanField(
        label=_("只给本单位看"), required=False, help_text=_("不选，代表马上收到通知并能看到。")
    )
    files: Any = FilesField(label=_("附件"))


class HandOverForm(MoveForm):
    to = person_field(_("移交给"))
    note = _words(_("交代的话"), required=False, rows=3)

    def __init__(self, *args: Any, people: list[Account], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to"]
        field.queryset = Account.objects.filter(pk__in=[one.pk for one in people])


class ReturnOpinionForm(MoveForm):
    reason = _words(_("哪里不清楚"), missing=_("请写明需要补正什么，会办单位会看到。"))


class CorrectionForm(MoveForm):
    correction = _words(_("实际情况"), missing=_("请写明实际情况，承办单位和联工委会看到。"))


class SeriesForm(forms.Form):
    """How the letters of a unit are numbered."""

    pattern = forms.CharField(
        label=_("发文字号格式"),
        required=False,
        max_length=60,
        help_text=_("例如 湘教函〔{year}〕{seq}号。{year} 是年份，{seq} 是序号。留空则每件手工填写。"),
    )
    last = forms.IntegerField(
        label=_("今年已用到第几号"),
        min_value=0,
        max_value=99999,
        help_text=_("包括系统以外用掉的。下一件从后一号编起。"),
        error_messages={"required": _("请写数字，没有用过写 0。")},
    )


class LeaverForm(forms.Form):
    """Everything of one person goes to another."""

    giver = person_field(_("谁的工作"))
    to = person_field(_("移交给"))
    note = forms.CharField(
        label=_("说明"), required=False, max_length=300, help_text=_("例如：调离、长期病假。")
    )

    def __init__(self, *args: Any, people: list[Account], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Account.objects.filter(pk__in=[one.pk for one in people])
        for name in ("giver", "to"):
            field: Any = self.fields[name]
            field.queryset = rows

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("giver") and facts.get("giver") == facts.get("to"):
            self.add_error("to", _("请选择另一个人。"))
        return facts
