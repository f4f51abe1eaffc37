"""Puts the actor on the request: lazily for the account, afresh at each request."""

from collections.abc import Callable
from contextlib import nullcontext

import structlog
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from lianluo.kernel.memo import one_page
from lianluo.people.actor import Actor, holdings
from lianluo.people.models import Account

SESSION_KEY = "congress"


class ActorMiddleware:
    """Sets `request.actor` (None before sign-in or without any seat or role) and its account on every log line."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = current_actor(request)  # type: ignore[attr-defined]
        structlog.contextvars.bind_contextvars(account=request.user.pk)
        with one_page() if request.method in ("GET", "HEAD") else nullcontext():
            return self.get_response(request)


def current_actor(request: HttpRequest) -> Actor | None:
    """The signed-in account at its chosen congress; the first workplace when that is no longer its own. Two queries."""
    account = request.user
    if not isinstance(account, Account):
        return None
    held = holdings(account, timezone.localdate())
    chosen = request.session.get(SESSION_KEY) or account.last_congress_id
    places = held.places
    place = next((one for one in places if one.pk == chosen), places[0] if places else None)
    return held.actor(place) if place else None
