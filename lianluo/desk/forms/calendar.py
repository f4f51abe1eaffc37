"""Forms of the work calendar."""

import json
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.congress.calendar_acts import DayRow
from lianluo.congress.calendar_table import BadTable, read_days
from lianluo.congress.notice import Notice, Unreadable, read_notice

MOST_BYTES = 512 * 1024


class NoticeForm(forms.Form):
    """The text of a State Council notice."""

    text = forms.CharField(
        label=_("放假通知原文"),
        max_length=8000,
        widget=forms.Textarea,
        help_text=_("连标题一起粘贴《国务院办公厅关于……年部分节假日安排的通知》。"),
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if "text" in facts:
            try:
                facts["notice"] = read_notice(facts["text"])
            except Unreadable as error:
                self.add_error("text", str(error))
        return facts

    @property
    def notice(self) -> Notice:
        notice: Notice = self.cleaned_data["notice"]
        return notice


class TableForm(forms.Form):
    """A table of days."""

    file = forms.FileField(
        label=_("csv 或 xlsx 文件"), help_text=_("三列：日期、上班（是/否）、名称。只改表里有的日子。")
    )
    announces = forms.IntegerField(
        label=_("这是哪一年的完整安排"),
        required=False,
        min_value=2000,
        max_value=2100,
        help_text=_("填了年份，这一年就不再标“推算”。只更正几天就不填。"),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(now_("文件太大了，一年的日历不会超过 512 KB。"))
        try:
            self.days, self.problems = read_days(file.read(), file.name)
        except BadTable as error:
            raise forms.ValidationError(str(error)) from error
        if not self.days:
            raise forms.ValidationError(now_("表里没有可以导入的日期。"))
        return file


class AdoptForm(forms.Form):
    """What was read, carried to the second step, with its ground."""

    text = forms.CharField(required=False, max_length=8000, widget=forms.HiddenInput)
    rows = forms.CharField(required=False, max_length=80_000, widget=forms.HiddenInput)
    announces = forms.IntegerField(required=False, min_value=2000, max_value=2100, widget=forms.HiddenInput)
    source = forms.CharField(label=_("依据"), max_length=120)

    def clean_rows(self) -> list[DayRow]:
        try:
            return [
                DayRow(date.fromisoformat(d), bool(w), str(n)[:30])
                for d, w, n in json.loads(self.cleaned_data["rows"] or "[]")
            ]
        except (ValueError, TypeError) as error:
            raise forms.ValidationError(now_("核对的内容不完整，请重新核对一次。")) from error

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("text"):
            try:
                facts["notice"] = read_notice(facts["text"])
            except Unreadable as error:
                self.add_error(None, str(error))
        elif not facts.get("rows"):
            self.add_error(None, now_("核对的内容不完整，请重新核对一次。"))
        return facts


def packed(rows: list[DayRow]) -> str:
    """Rows as the hidden field carries them."""
    return json.dumps([[row.day.isoformat(), row.is_workday, row.label] for row in rows], ensure_ascii=False)
