"""申请联名: a deputy who would say the same asks to put the own name under it; the lead decides (2-domain 1.4)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from lianluo.kernel.text import _
from lianluo.notices.recipients import Recipients
from lianluo.people.actor import Actor
from lianluo.people.models import Seat
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services.joint import kind_of, latest, text_now
from lianluo.suggestions.services.tell import tell
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@transaction.atomic
def ask_to_join(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """Ask the lead deputy to be added. The actor's name counts only when the lead agrees."""
    latest(suggestion)
    seat_id = next((seat.id for seat in actor.seats), 0)
    event = advance(
        SUGGESTION,
        suggestion,
        "ask_to_join",
        actor=actor,
        at=at,
        facts={"note": note} if note else {},
        asking_ids=sorted({*suggestion.asking_ids, seat_id} - {0}),
    )
    fresh = {"invited_at": at, "asked_at": at, "declined_at": None, "withdrawn_at": None, "note": note}
    suggestion.signatures.update_or_create(seat_id=seat_id, defaults=fresh)
    tell("join_asked", suggestion, at, note="\n".join(part for part in (actor.name, note) if part))
    return event


@transaction.atomic
def admit(suggestion: Suggestion, seat: Seat, *, actor: Actor, at: datetime) -> Event:
    """The lead agrees: the deputy is a co-signer from now on, of the text as it was handed in."""
    latest(suggestion)
    _must_ask(suggestion, seat)
    signers = sorted({*suggestion.signer_ids, seat.pk})
    changes: dict[str, Any] = {"signer_ids": signers, "kind": kind_of(suggestion, signers)}
    event = _answer(suggestion, "admit", seat, actor, at, changes)
    suggestion.signatures.filter(seat=seat).update(
        confirmed_at=at, edition=suggestion.edition, read=text_now(suggestion), note=""
    )
    tell("admitted", suggestion, at, to=Recipients.seats(seat.pk))
    return event


@transaction.atomic
def turn_down(suggestion: Suggestion, seat: Seat, *, actor: Actor, at: datetime) -> Event:
    """The lead would rather not; the deputy may raise an own suggestion."""
    latest(suggestion)
    _must_ask(suggestion, seat)
    event = _answer(suggestion, "turn_down", seat, actor, at, {})
    suggestion.signatures.filter(seat=seat).update(declined_at=at)
    tell("turned_down", suggestion, at, to=Recipients.seats(seat.pk))
    return event


def _must_ask(suggestion: Suggestion, seat: Seat) -> None:
    if seat.pk not in suggestion.asking_ids and suggestion.asking_ids:
        raise Refused(_("这位代表没有申请联名，或者已经答复。"))


def _answer(
    suggestion: Suggestion, move: str, seat: Seat, actor: Actor, at: datetime, changes: dict[str, Any]
) -> Event:
    left = sorted(set(suggestion.asking_ids) - {seat.pk})
    facts = {"names": [str(seat.person)]}
    return advance(SUGGESTION, suggestion, move, actor=actor, at=at, facts=facts, asking_ids=left, **changes)
