"""The door of these pages: signed in, at work, allowed; refusals become sentences."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from lianluo.exchange.kinds import KINDS, Kind
from lianluo.exchange.models import Batch
from lianluo.exchange.policy import may_open, may_see_batch
from lianluo.people.actor import Actor
from lianluo.trail.steps import Refused
from lianluo.ui.pages import refused, sent_back

View = Callable[..., HttpResponseBase]


class ExchangeRequest(HttpRequest):
    """A request that has passed the door."""

    actor: Actor


class Forbidden(Refused):
    """Answered with 403 whatever was sent."""


def door(view: View) -> View:
    """Let in whom `may_open` lets; a refused act says so on the next page."""

    @login_required
    @wraps(view)
    def open_door(request: ExchangeRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (verdict := may_open(getattr(request, "actor", None))):
            return refused(request, verdict)
        try:
            return view(request, *args, **kwargs)
        except Refused as refusal:
            return _refused(request, refusal)

    return open_door


def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    if request.method != "POST" or isinstance(refusal, Forbidden):
        return refused(request, refusal)
    return sent_back(request, refusal, "exchange:home")


def found_kind(key: str) -> Kind:
    kind = KINDS.get(key)
    if kind is None:
        raise Http404
    return kind


def found_batch(request: ExchangeRequest, pk: int) -> tuple[Batch, Kind]:
    """An import of the own congress. Whoever may not load its kind reads why not."""
    batch = cast(
        Batch,
        get_object_or_404(
            Batch.objects.within(request.actor.scope).select_related("congress", "work"), pk=pk
        ),
    )
    if not (verdict := may_see_batch(request.actor, batch)):
        raise Forbidden(str(verdict.reason))
    return batch, KINDS[batch.kind]
