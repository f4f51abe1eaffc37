"""Puts the actor on the request: lazily for the account, afresh at each request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from lianluo.congress.models import Congress
from lianluo.people.actor import Actor, actor_for, workplaces
from lianluo.people.models import Account

SESSION_KEY = "congress"


class ActorMiddleware:
    """Sets `request.actor` (None before sign-in or without any seat or role)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = current_actor(request)  # type: ignore[attr-defined]
        return self.get_response(request)


def current_actor(request: HttpRequest) -> Actor | None:
    """The signed-in account at its chosen congress; the first workplace when the chosen one is no longer its own."""
    account = request.user
    if not isinstance(account, Account):
        return None
    day = timezone.localdate()
    chosen = request.session.get(SESSION_KEY) or account.last_congress_id
    if chosen:
        congress = Congress.objects.everywhere("the account's chosen workplace").filter(pk=chosen).first()
        if congress and (actor := actor_for(account, congress, day)) and (actor.roles or actor.seats):
            return actor
    places = workplaces(account, day)
    return actor_for(account, places[0], day) if places else None
