"""A suggestion on paper as staff types it in, the deputy's answer, and the record of a delegation's discussion."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.people.models import Seat
from lianluo.suggestions.forms.deputy import DetailsDraft, Write
from lianluo.suggestions.forms.joint import typed
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services import Meeting, Text
from lianluo.trail.filetypes import ACCEPT
from lianluo.ui.pickers import Picker

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
NOT_TEXT = ("seat", "received_on", "form")


class EnterForm(Write, DetailsDraft):
    """Whose it is, when it came on paper, the scanned form, and the text as it stands there."""

    field_order = ("seat", "received_on", "form", "title", "situation", "proposals")

    seat = forms.ChoiceField(
        label=_("哪位代表"),
        widget=Picker(),
        help_text=_("输入姓名、拼音首字母（如 ljg）或代表团"),
        error_messages={"required": _("请选择代表。"), "invalid_choice": _("请选择代表。")},
    )
    received_on = forms.DateField(
        label=_("收到日期"),
        widget=DAY,
        help_text=_("收到纸质建议的那天"),
        error_messages={"required": _("请填写收到日期。"), "invalid": _("请填写日期，如 2026-05-20。")},
    )
    form = forms.FileField(
        label=_("纸质建议扫描件"),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        help_text=_("有代表签名的建议专用纸，PDF 或图片"),
        error_messages={
            "required": _("请上传纸质建议的扫描件。"),
            "empty": _("这个文件是空的，请重新选择。"),
        },
    )

    def __init__(
        self, data: Any = None, files: Any = None, *, congress: Congress, on: date, seats: Sequence[Seat]
    ) -> None:
        forms.Form.__init__(self, data, files, initial={"received_on": on, **START}, label_suffix="")
        self.offer(Suggestion(congress=congress), on)
        self.seats = {str(seat.pk): seat for seat in seats}
        picker: Any = self.fields["seat"]
        picker.choices = [("", _("请选择")), *((seat.pk, seat.person.name) for seat in seats)]
        picker.widget.keys = {key: typed(seat) for key, seat in self.seats.items()}

    def clean_received_on(self) -> date:
        day: date = self.cleaned_data["received_on"]
        if day > self.initial["received_on"]:
            raise forms.ValidationError(_("收到日期不能晚于今天。"))
        return day

    @property
    def whose(self) -> Seat:
        return self.seats[self.cleaned_data["seat"]]

    @property
    def written(self) -> Text:
        return Text(**{name: said for name, said in self.cleaned_data.items() if name not in NOT_TEXT})


START = {"consent": "full", "reply_wanted": "True", "raised_before": "no", "confidential": "False"}


class DisownForm(forms.Form):
    """What the deputy wants to say to whoever entered it."""

    note = forms.CharField(
        label=_("附言"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class DiscussionForm(forms.Form):
    """代表团全体会议: when, how many came of how many."""

    held_on = forms.DateField(
        label=_("全体会议日期"), widget=DAY, error_messages={"required": _("请填写讨论日期。")}
    )
    members = forms.IntegerField(
        label=_("应到人数"),
        min_value=1,
        max_value=3000,
        error_messages={"required": _("请填写应到人数。"), "invalid": _("请填写数字。")},
    )
    present = forms.IntegerField(
        label=_("到会人数"),
        min_value=1,
        max_value=3000,
        error_messages={"required": _("请填写到会人数。"), "invalid": _("请填写数字。")},
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("held_on") and facts["held_on"] > self.on:
            self.add_error("held_on", _("讨论日期不能晚于今天。"))
        if facts.get("present") and facts.get("members") and facts["present"] > facts["members"]:
            self.add_error("present", _("到会人数不能多于应到人数。"))
        return facts

    @property
    def meeting(self) -> Meeting:
        return Meeting(**self.cleaned_data)
