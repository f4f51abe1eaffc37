"""The promises of a reply as rows of its form: any of them may still lack something while the reply is a draft."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

ROW = re.compile(r"promise-(\d{1,2})-text")
MOST = 30


class PromiseRow(forms.Form):
    """One promise: what, who, until when, in which stages."""

    text = forms.CharField(
        label=_("承诺做什么"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    responsible = forms.CharField(label=_("责任处室、责任人"), required=False, max_length=100)
    planned_on = forms.DateField(
        label=_("计划完成"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("请写到年月日。")},
    )
    stages = forms.CharField(
        label=_("分步"),
        required=False,
        max_length=1000,
        help_text=_("每步一行，写明时间。"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def row(self) -> dict[str, Any]:
        """As the reply keeps it."""
        said, day = self.cleaned_data, self.cleaned_data.get("planned_on")
        return {
            "text": said.get("text", "").strip(),
            "responsible": said.get("responsible", "").strip(),
            "planned_on": day.isoformat() if day else "",
            "stages": [line.strip() for line in said.get("stages", "").splitlines() if line.strip()],
        }


def rows_of(data: Mapping[str, Any] | None, kept: Sequence[Mapping[str, Any]]) -> list[PromiseRow]:
    """What was sent; or what is kept, with an empty one to write in."""
    if data is not None:
        sent = sorted({int(found[1]) for name in data if (found := ROW.fullmatch(name))})[:MOST]
        return [PromiseRow(data, prefix=f"promise-{n}") for n in sent]
    start = [{**row, "stages": "\n".join(row.get("stages") or [])} for row in kept]
    return [PromiseRow(initial=row, prefix=f"promise-{n}") for n, row in enumerate([*start, {}])]


def answered(rows: Sequence[PromiseRow]) -> tuple[dict[str, Any], ...]:
    """The rows in which something stands."""
    found = [row.row for row in rows if row.is_valid()]
    return tuple(row for row in found if any(row.values()))
