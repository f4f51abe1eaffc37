"""What every view of the room does at its door: find what the visitor may see, make one move, answer in words."""

from collections.abc import Callable
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from lianluo.kernel.flow import Flow
from lianluo.people.actor import Actor
from lianluo.suggestions.models import Handling, Reply, Suggestion
from lianluo.suggestions.selectors.visible import known, visible
from lianluo.trail.models import Case, Event
from lianluo.trail.steps import Refused, Stale, who_was_faster
from lianluo.ui.pages import back, done, meanwhile, refused

SEEN = "seen"
"""The form field that carries how many steps the case had when the page was drawn."""


def acting(request: HttpRequest) -> Actor:
    """The actor of the request; without a seat or a role there is nothing here to be seen."""
    actor = getattr(request, "actor", None)
    if actor is None:
        raise Http404
    return cast(Actor, actor)


def found(request: HttpRequest, pk: int, **beside: Any) -> Suggestion:
    """The suggestion, if the visitor may see it: otherwise it does not exist. `beside`: what comes with its query."""
    actor = acting(request)
    (case,) = known([get_object_or_404(visible(actor).with_people().annotate(**beside), pk=pk)], actor)
    return case


def found_handling(request: HttpRequest, pk: int, **beside: Any) -> Handling:
    """A handling of a suggestion that the visitor may see; `beside` are annotations that a page needs."""
    actor = acting(request)
    rows = Handling.objects.within(actor.scope).filter(suggestion__in=visible(actor))
    parts = (
        "unit__dispatched_by",
        "congress",
        "handler",
        "suggestion__lead__person",
        "suggestion__delegation",
    )
    more = ("suggestion__congress", "suggestion__term", "suggestion__session__term")
    rows = rows.select_related(*parts, *more).annotate(**beside)
    handling = cast(Handling, get_object_or_404(rows, pk=pk))
    known([handling.suggestion], actor)
    return handling


def case_url(suggestion: Suggestion | int) -> str:
    return reverse("suggestions:case", args=[getattr(suggestion, "pk", suggestion)])


def moved(
    request: HttpRequest,
    flow: Flow,
    case: Case,
    names: tuple[str, ...],
    act: Callable[[Any], object],
    *,
    said: object,
    to: str,
) -> HttpResponse:
    """Make one move (`act(at)`, called `names` in the table) and go `to` with the message `said`.

    The form says how many steps the case had when it was drawn: if somebody moved it since, nothing is done and
    the page says who was faster. The same form sent twice is answered twice the same and done once.
    """
    actor = acting(request)
    seen = _seen(request, case)
    newest = case.trail_seq
    case.trail_seq = seen
    try:
        act(timezone.now())
    except Refused as reason:
        if _made_by(actor, flow, case, names, seen):
            done(request, said)
            return back(request, to)
        if isinstance(reason, Stale):
            return meanwhile(request, reason, url=to)
        if newest > seen:
            return meanwhile(request, who_was_faster(flow, case, timezone.now()), url=to)
        return refused(request, reason, url=to)
    done(request, said)
    return back(request, to)


def _seen(request: HttpRequest, case: Case) -> int:
    posted = request.POST.get(SEEN, "")
    return min(int(posted), case.trail_seq) if posted.isdecimal() else case.trail_seq


def _made_by(actor: Actor, flow: Flow, case: Case, names: tuple[str, ...], seen: int) -> bool:
    """Is the first step after `seen` this very move by the same person?"""
    rows = Event.objects.within(actor.scope).filter(case_type=flow.name, case_id=case.pk, seq__gt=seen)
    first = rows.order_by("seq").first()
    return first is not None and first.move in names and first.account_id == actor.account_id


def reply_in(handling: Handling) -> Reply | None:
    """The reply of the handling's present round, with what its page shows."""
    from lianluo.suggestions.services import open_reply

    reply = open_reply(handling)
    if reply is not None:
        reply.handling = handling
    return reply
