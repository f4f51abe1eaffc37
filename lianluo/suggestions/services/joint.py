"""联名: the lead deputy invites, each confirms or declines, and a change of the text asks again (2-domain 1.4).

Several deputies answer at the same time: each sentence takes the row's lock and reads it afresh, so no name is lost.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from lianluo.kernel.text import _
from lianluo.notices.recipients import Recipients
from lianluo.people.actor import Actor
from lianluo.people.models import Seat
from lianluo.people.roles import SeatState
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import CoSignature, Suggestion
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import Kind
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, Stale, advance

SIGNED = ("title", "situation", "proposals")
"""What co-signers put their names under."""


def latest(suggestion: Suggestion) -> Suggestion:
    """The row as it stands now, locked until the transaction ends; written into the suggestion in hand."""
    rows = Suggestion.objects.within(suggestion.congress.scope).select_for_update(of=("self",))
    suggestion.refresh_from_db(from_queryset=rows.with_people())
    return suggestion


def kind_of(suggestion: Suggestion, signers: Collection[int]) -> str:
    """One name, several, or a delegation's, which stays so until it is said otherwise."""
    if suggestion.kind == Kind.DELEGATION:
        return Kind.DELEGATION
    return Kind.JOINT if len(signers) > 1 else Kind.SINGLE


def text_now(suggestion: Suggestion) -> dict[str, str]:
    return {name: getattr(suggestion, name) for name in SIGNED}


@transaction.atomic
def invite(suggestion: Suggestion, seats: Sequence[Seat], *, actor: Actor, at: datetime) -> Event:
    """Ask deputies of the same congress to put their names under it. Who is asked already is not asked twice."""
    latest(suggestion)
    asked = {*suggestion.signer_ids, *suggestion.invited_ids}
    fresh = [seat for seat in seats if seat.pk not in asked]
    if not fresh:
        raise Refused(_("请选择还没有邀请过的代表。"))
    if any(seat.congress_id != suggestion.congress_id or seat.state != SeatState.ACTIVE for seat in fresh):
        raise Refused(_("只能邀请本级人大的在任代表。"))
    ids = [seat.pk for seat in fresh]
    event = advance(
        SUGGESTION,
        suggestion,
        "invite",
        actor=actor,
        at=at,
        facts={"names": [str(seat.person) for seat in fresh]},
        invited_ids=sorted({*suggestion.invited_ids, *ids}),
        asking_ids=sorted(set(suggestion.asking_ids) - set(ids)),
    )
    blank = {"invited_at": at, "declined_at": None, "withdrawn_at": None, "note": "", "reminded_at": None}
    for seat in fresh:
        suggestion.signatures.update_or_create(seat=seat, defaults=blank)
    tell("invited", suggestion, at, to=Recipients.seats(*ids))
    return event


@transaction.atomic
def take_back(suggestion: Suggestion, seat: Seat, *, actor: Actor, at: datetime) -> Event:
    """The lead takes an unanswered invitation back; that deputy no longer sees the draft."""
    latest(suggestion)
    if seat.pk not in suggestion.invited_ids:
        raise Refused(_("这位代表已经答复，或者没有邀请过。"))
    event = advance(
        SUGGESTION,
        suggestion,
        "take_back",
        actor=actor,
        at=at,
        facts={"names": [str(seat.person)]},
        invited_ids=_without(suggestion.invited_ids, seat.pk),
    )
    _signature(suggestion, seat.pk).delete()
    return event


@transaction.atomic
def remind_invited(suggestion: Suggestion, *, actor: Actor, at: datetime) -> int:
    """Tell those who have not answered once more, at most once a day each; how many were told."""
    verdict = SUGGESTION.judge(actor, suggestion, "invite")
    if not verdict:
        raise Refused(str(verdict.reason))
    waiting = suggestion.signatures.select_for_update().filter(seat__in=suggestion.invited_ids)
    due = [one for one in waiting if (at - (one.reminded_at or one.invited_at)).days >= 1]
    if not due:
        raise Refused(_("今天已经通知过他们，明天可以再提醒。"))
    suggestion.signatures.filter(pk__in=[one.pk for one in due]).update(reminded_at=at)
    tell(
        "invited",
        suggestion,
        at,
        note=str(_("请答复是否联名。")),
        to=Recipients.seats(*[one.seat_id for one in due]),
    )
    return len(due)


@transaction.atomic
def cosign(suggestion: Suggestion, *, actor: Actor, at: datetime, edition: int | None = None) -> Event:
    """The invited deputy confirms that it is the own true will, for the text as it stands now.

    `edition` is the one that was read: `Stale` when the text was changed since."""
    latest(suggestion)
    if edition is not None and edition != suggestion.edition:
        raise Stale(_("领衔代表刚改了正文，请再看一遍，然后确认。"))
    seat_id = _own(actor, suggestion.invited_ids)
    signers = sorted({*suggestion.signer_ids, seat_id} - {0})
    event = advance(
        SUGGESTION,
        suggestion,
        "cosign",
        actor=actor,
        at=at,
        facts={"edition": suggestion.edition},
        invited_ids=_without(suggestion.invited_ids, seat_id),
        signer_ids=signers,
        kind=kind_of(suggestion, signers),
    )
    read = text_now(suggestion)
    _signature(suggestion, seat_id).update(confirmed_at=at, edition=suggestion.edition, read=read, note="")
    tell("cosigned", suggestion, at, note=actor.name)
    return event


@transaction.atomic
def decline(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """Not this time, with a word if one likes."""
    latest(suggestion)
    seat_id = _own(actor, suggestion.invited_ids)
    invited = _without(suggestion.invited_ids, seat_id)
    facts = {"note": note} if note else {}
    event = advance(SUGGESTION, suggestion, "decline", actor=actor, at=at, facts=facts, invited_ids=invited)
    _signature(suggestion, seat_id).update(declined_at=at, note=note)
    tell("declined", suggestion, at, note="\n".join(part for part in (actor.name, note) if part))
    return event


@transaction.atomic
def uncosign(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str = "") -> Event:
    """One deputy takes the own name back; the suggestion goes on with the others."""
    latest(suggestion)
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
        kind=kind_of(suggestion, left),
    )
    _signature(suggestion, seat_id).update(withdrawn_at=at, note=reason)
    tell("uncosigned", suggestion, at, note="\n".join(part for part in (actor.name, reason) if part))
    return event


def ask_again(suggestion: Suggestion, *, actor: Actor, at: datetime) -> bool:
    """The text changed after names stood under it: those deputies are asked again. True when there were any."""
    confirmed = _without(suggestion.signer_ids, suggestion.lead_id)
    if not confirmed:
        return False
    names = suggestion.signatures.filter(seat__in=confirmed).values_list("seat__person__name", flat=True)
    advance(
        SUGGESTION,
        suggestion,
        "ask_again",
        actor=actor,
        at=at,
        facts={"names": list(names)},
        signer_ids=[suggestion.lead_id],
        invited_ids=sorted({*suggestion.invited_ids, *confirmed}),
        entrusted_ids=[],
        kind=kind_of(suggestion, ()),
    )
    suggestion.signatures.filter(seat__in=confirmed).update(
        confirmed_at=None, invited_at=at, reminded_at=None
    )
    tell("invited", suggestion, at, note=str(_("正文有改动，请再次确认。")), to=Recipients.seats(*confirmed))
    return True


def _own(actor: Actor, among: Collection[int]) -> int:
    """The actor's seat among those; 0, which the flow then refuses, when there is none."""
    return min(actor.own_seat_ids & set(among), default=0)


def _without(ids: Collection[int], one: int) -> list[int]:
    return sorted(set(ids) - {one})


def _signature(suggestion: Suggestion, seat_id: int) -> "QuerySet[CoSignature]":
    return suggestion.signatures.filter(seat=seat_id)
