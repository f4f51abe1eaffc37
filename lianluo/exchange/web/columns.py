"""Which column is which, and what holds for the whole file."""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.exchange.kinds import Kind
from lianluo.exchange.models import Batch, Stage
from lianluo.exchange.policy import may_load
from lianluo.exchange.reading.sheet import column_letters
from lianluo.exchange.services import check, map_columns
from lianluo.exchange.services.mapping import OPEN
from lianluo.exchange.web.doors import ExchangeRequest, Forbidden, door, found_batch
from lianluo.exchange.web.steps import steps_of
from lianluo.trail.steps import Refused
from lianluo.ui.pages import render, warn
from lianluo.ui.work import start, where

INLINE = 300_000
"""Files up to so many bytes are checked at once; larger ones by the worker, with a bar."""


@door
def columns(request: ExchangeRequest, pk: int) -> HttpResponse:
    """Map, then check."""
    batch, kind = found_batch(request, pk)
    if not (verdict := may_load(request.actor, batch.kind)):
        raise Forbidden(str(verdict.reason))
    if batch.stage not in OPEN:
        return redirect("exchange:batch", pk)
    form = _options(kind, batch, request)
    if request.method == "POST":
        try:
            return _mapped(request, batch, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    facts = {
        "batch": batch,
        "kind": kind,
        "rows": _rows(batch, kind, request),
        "form": form,
        "steps": steps_of(batch, "map"),
    }
    return render(request, "exchange/columns.html", facts)


def _options(kind: Kind, batch: Batch, request: ExchangeRequest) -> forms.Form:
    data = request.POST if request.method == "POST" else None
    if kind.options is None:
        return forms.Form(data)
    return kind.options(data, actor=request.actor, at=timezone.now(), initial=dict(batch.options))


def _mapped(request: ExchangeRequest, batch: Batch, form: forms.Form) -> HttpResponse:
    if not form.is_valid():
        raise Refused(_("下面还有没填好的。"))
    mapping = {str(n): request.POST.get(f"column-{n}", "") for n in range(len(batch.columns))}
    kept: dict[str, str] = form.kept() if hasattr(form, "kept") else {}
    map_columns(batch, mapping, kept, actor=request.actor, at=timezone.now())
    return checked(request, batch)


def checked(request: ExchangeRequest, batch: Batch) -> HttpResponseRedirect:
    """Check at once, or let the worker do it."""
    at = timezone.now()
    if batch.size <= INLINE:
        try:
            check(batch, actor=request.actor, at=at)
        except Refused as refusal:
            if batch.stage != Stage.REFUSED:
                warn(request, refusal)
        return redirect("exchange:batch", batch.pk)
    label = _("检查%(name)s") % {"name": batch.name}
    work = start(request.actor, label[:120], max(1, batch.total), "exchange.check", at=at,
                 back_url=reverse("exchange:batch", args=[batch.pk]), batch=batch.pk)  # fmt: skip
    batch.work = work
    batch.save(update_fields=["work"])
    return redirect(where(work))


def _rows(batch: Batch, kind: Kind, request: ExchangeRequest) -> list[dict[str, Any]]:
    """Every column with its letter, its first values and the fields to choose from."""
    fields = [(field.key, field.label, field.required) for field in kind.fields]
    chosen = dict(batch.mapping)
    if request.method == "POST":
        chosen = {str(n): request.POST.get(f"column-{n}", "") for n in range(len(batch.columns))}
    return [
        {
            "number": n,
            "letter": column_letters(n) if batch.format in {"xlsx", "csv"} else "",
            "heading": heading or _("（没有栏目名）"),
            "samples": [row[n] for row in batch.samples if n < len(row) and row[n]],
            "fields": fields,
            "chosen": chosen.get(str(n), ""),
        }
        for n, heading in enumerate(batch.columns)
    ]
