"""What can be taken in and given out, what was; and the first step: choosing a file."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lianluo.exchange.giving import empty_table
from lianluo.exchange.kinds import KINDS, Kind
from lianluo.exchange.models import Batch
from lianluo.exchange.policy import may_load, may_see_batch
from lianluo.exchange.reading import ACCEPT
from lianluo.exchange.services import open_batch
from lianluo.exchange.web.doors import ExchangeRequest, Forbidden, door, found_kind
from lianluo.people.actor import Actor
from lianluo.trail.attachments import limit
from lianluo.trail.steps import Refused
from lianluo.ui.pages import render

SHOWN = 20


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=_("选一个文件"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        help_text=_("xlsx、csv、jsonl、docx，或装着多个 docx 的 zip。"),
        allow_empty_file=True,
    )


@door
def home(request: ExchangeRequest) -> HttpResponse:
    """Kinds with their two doors, and what was loaded."""
    rows = Batch.objects.within(request.actor.scope)
    seen = [kind.key for kind in KINDS if may_see_batch(request.actor, Batch(kind=kind.key))]
    page = Paginator(rows.filter(kind__in=seen).order_by("-pk"), SHOWN).get_page(request.GET.get("page"))
    for batch in page:
        batch.kind_label = KINDS[batch.kind].label
    facts = {"kinds": _doors(request.actor), "page": page}
    return render(request, "exchange/home.html", facts)


def _doors(actor: Actor) -> list[dict[str, Any]]:
    may: Callable[[Kind], dict[str, Any]] = lambda kind: {  # noqa: E731
        "kind": kind, "load": kind.may(actor), "export": kind.may_export(actor),
    }  # fmt: skip
    return [one for one in map(may, KINDS) if one["load"] or one["export"]]


@door
def new(request: ExchangeRequest, key: str) -> HttpResponse:
    """Choose a file. What cannot be read is said beside the field, and nothing is kept."""
    kind = found_kind(key)
    if not (verdict := may_load(request.actor, key)):
        raise Forbidden(str(verdict.reason))
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            batch = open_batch(key, file.file, file.name, actor=request.actor, at=timezone.now())
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("exchange:columns", batch.pk)
    return render(request, "exchange/new.html", {"form": form, "kind": kind, "mb": limit() // 2**20})


@door
def blank(request: ExchangeRequest, key: str) -> HttpResponseBase:
    """The headings alone."""
    kind = found_kind(key)
    if not (verdict := may_load(request.actor, key)):
        raise Forbidden(str(verdict.reason))
    made = empty_table(kind)
    return FileResponse(made.file, as_attachment=True, filename=made.name)
