"""Giving out a whole table: which kind, what of it, in which format."""

from typing import Any

from django import forms
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.exchange.giving import AT_ONCE, formats, give_out
from lianluo.exchange.kinds import Kind
from lianluo.exchange.web.doors import ExchangeRequest, Forbidden, door, found_kind
from lianluo.ui.pages import render, warn
from lianluo.ui.work import start, where

LABELS = {
    "xlsx": _("Excel 表格（xlsx）"),
    "csv": _("文本表格（csv）"),
    "jsonl": _("每行一条的数据（jsonl）"),
    "zip": _("Word 文档（每件一个，打成 zip）"),
}


class FormatForm(forms.Form):
    """In which format."""

    form = forms.ChoiceField(label=_("格式"), widget=forms.RadioSelect, initial="xlsx")

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["form"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, LABELS[one]) for one in formats(kind)]


@door
def export(request: ExchangeRequest, key: str) -> HttpResponseBase:
    """Choose, then download; a long one is written by the worker."""
    kind = found_kind(key)
    if not (verdict := kind.may_export(request.actor)):
        raise Forbidden(str(verdict.reason))
    data = request.POST if request.method == "POST" else None
    form = FormatForm(data, kind=kind)
    filters = kind.filters(data, actor=request.actor) if kind.filters else forms.Form(data)
    if request.method == "POST" and form.is_valid() and filters.is_valid():
        return _given(request, kind, form.cleaned_data["form"], _kept(filters))
    facts = {"form": form, "filters": filters, "kind": kind, "n": kind.count(request.actor, {})}
    return render(request, "exchange/export.html", facts)


def _kept(filters: forms.Form) -> dict[str, Any]:
    kept: dict[str, Any] = filters.kept() if hasattr(filters, "kept") else {}
    return kept


def _given(request: ExchangeRequest, kind: Kind, form: str, filters: dict[str, Any]) -> HttpResponseBase:
    at, total = timezone.now(), kind.count(request.actor, filters)
    if not total:
        warn(request, now_("没有符合条件的%(what)s，没有导出。") % {"what": kind.label})
        return redirect("exchange:export", kind.key)
    if total <= AT_ONCE:
        made = give_out(kind.key, form, filters, actor=request.actor, at=at)
        assert made is not None
        return FileResponse(made.file, as_attachment=True, filename=made.name)
    label = now_("导出%(what)s %(n)s %(unit)s") % {"what": kind.label, "n": f"{total:,}", "unit": kind.unit}
    work = start(request.actor, label[:120], total, "exchange.give_out", at=at,
                 back_url=reverse("exchange:home"), kind=kind.key, form=form, filters=filters)  # fmt: skip
    return redirect(where(work))
