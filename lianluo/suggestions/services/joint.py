"""联名: the lead deputy invites, each confirms or declines, and a change of the text asks again (2-domain 1.4)."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.people.models import Seat
from lianluo.people.roles import SeatState
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import CoSignature, Suggestion
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import Kind
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@transaction.atomic
def invite(suggestion: Suggestion, seats: Sequence[Seat], *, actor: Actor, at: datetime) -> Event:
    """Ask deputies of the same congress to put their names under it. Who is asked already is not asked twice."""
    asked = {*suggestion.signer_ids, *suggestion.invited_ids}
    fresh = [seat for seat in seats if seat.pk not in asked]
    if not fresh:
        raise Refused(_("请选择还没有邀请过的代表。"))
    if any(seat.congress_id != suggestion.congress_id or seat.state != SeatState.ACTIVE for seat in fresh):
        raise Refused(_("只能邀请本级人大的在任代表。"))
    event = advance(
        SUGGESTION,
        suggestion,
        "invite",
        actor=actor,
        at=at,
        facts={"names": [str(seat.person) for seat in fresh]},
        invited_ids=sorted({*suggestion.invited_ids, *(seat.pk for seat in fresh)}),
    )
    for seat in fresh:
        suggestion.signatures.update_or_create(
            seat=seat,
            defaults={"invited_at": at, "declined_at": None, "withdrawn_at": None},
        )
    tell("invited", suggestion, at)
    return event


@transaction.atomic
def cosign(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """The invited deputy confirms that it is the own true will, for the text as it stands now."""
    seat_id = _own(actor, suggestion.invited_ids)
    event = advance(
        SUGGESTION,
        suggestion,
        "cosign",
        actor=actor,
        at=at,
        facts={"edition": suggestion.edition},
        invited_ids=_without(suggestion.invited_ids, seat_id),
        signer_ids=sorted({*suggestion.signer_ids, seat_id} - {0}),
        kind=Kind.JOINT,
    )
    _signature(suggestion, seat_id).update(confirmed_at=at, edition=suggestion.edition)
    tell("cosigned", suggestion, at, note=actor.name)
    return event


@transaction.atomic
def decline(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """Not this time."""
    seat_id = _own(actor, suggestion.invited_ids)
    invited = _without(suggestion.invited_ids, seat_id)
    event = advance(SUGGESTION, suggestion, "decline", actor=actor, at=at, invited_ids=invited)
    _signature(suggestion, seat_id).update(declined_at=at)
    tell("declined", suggestion, at, note=actor.name)
    return event


@transaction.atomic
def uncosign(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str = "") -> Event:
    """One deputy takes the own name back; the suggestion goes on with the others."""
    seat_id = _own(actor, _without(suggestion.signer_ids, suggestion.lead_id))
    left = _without(suggestion.signer_ids, seat_id)
    event = advance(
        SUGGESTION,
        suggestion,
        "uncosign",
        actor=actor,
        at=at,
        facts={"reason": reason},
        signer_ids=left,
        entrusted_ids=_without(suggestion.entrusted_ids, seat_id),
        kind=Kind.JOINT if len(left) > 1 else Kind.SINGLE,
    )
    _signature(suggestion, seat_id).update(withdrawn_at=at)
    tell("uncosigned", suggestion, at, note=actor.name)
    return event


def ask_again(suggestion: Suggestion, at: datetime) -> bool:
    """The text changed after names stood under it: those deputies are asked again. True when there were any."""
    confirmed = _without(suggestion.signer_ids, suggestion.lead_id)
    if not confirmed:
        return False
    suggestion.signer_ids = [suggestion.lead_id]
    suggestion.invited_ids = sorted({*suggestion.invited_ids, *confirmed})
    suggestion.kind = Kind.SINGLE
    suggestion.save(update_fields=["signer_ids", "invited_ids", "kind"])
    suggestion.signatures.filter(seat__in=confirmed).update(confirmed_at=None, invited_at=at)
    tell("invited", suggestion, at, note=str(_("正文有改动，请再次确认。")))
    return True


def _own(actor: Actor, among: Collection[int]) -> int:
    """The actor's seat among those; 0, which the flow then refuses, when there is none."""
    return min(actor.own_seat_ids & set(among), default=0)


def _without(ids: Collection[int], one: int) -> list[int]:
    return sorted(set(ids) - {one})


def _signature(suggestion: Suggestion, seat_id: int) -> "QuerySet[CoSignature]":
    return suggestion.signatures.filter(seat=seat_id)
