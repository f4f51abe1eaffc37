"""撤回: by the lead alone, or a joint one when everybody whose name stands under it agrees (2-domain 1.3)."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.people.actor import Actor
from lianluo.people.models import Seat
from lianluo.suggestions import policy
from lianluo.suggestions.flow import HANDLING, SUGGESTION
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.assignment import live_handlings
from lianluo.suggestions.services.joint import kind_of
from lianluo.suggestions.services.merge import leave
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import HandlingState
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@transaction.atomic
def withdraw(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str = "") -> Event:
    """The deputy takes it back; handling ends with it, its number is never used again."""
    _by_rule(suggestion, "withdraw", at)
    leave(suggestion, actor=actor, at=at)
    event = advance(
        SUGGESTION,
        suggestion,
        "withdraw",
        actor=actor,
        at=at,
        facts={"reason": reason},
        agreed_ids=[],
        merged_into=None,
        bundle_size=0,
    )
    clocks.follow_move(suggestion, "withdraw", at)
    _end_handlings(suggestion, actor, at, reason)
    tell("withdrawn", suggestion, at, note=reason)
    return event


def _by_rule(suggestion: Suggestion, move: str, at: datetime) -> None:
    verdict = policy.open_here(move, suggestion, RuleBook(suggestion.congress, localdate(at)))
    if not verdict:
        raise Refused(str(verdict.reason))


def _end_handlings(suggestion: Suggestion, actor: Actor, at: datetime, reason: str) -> None:
    """Who has answered has done the work; for all others it ends here."""
    for handling in live_handlings(suggestion):
        move = "finish" if handling.state == HandlingState.REPLIED else "cancel"
        if handling.state in HANDLING.moves[move].sources:
            advance(HANDLING, handling, move, actor=actor, at=at, facts={"reason": reason})
            clocks.follow_handling(handling, move, at)


@transaction.atomic
def ask_withdraw(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str) -> Event:
    """The lead wants to take a joint one back: every co-signer is asked."""
    _by_rule(suggestion, "ask_withdraw", at)
    event = advance(
        SUGGESTION,
        suggestion,
        "ask_withdraw",
        actor=actor,
        at=at,
        facts={"reason": reason},
        agreed_ids=[suggestion.lead_id],
    )
    tell("withdrawal_asked", suggestion, at, note=reason)
    return event


@transaction.atomic
def agree_withdraw(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """A co-signer agrees; with the last one it is withdrawn, for the reason that the lead gave."""
    _by_rule(suggestion, "agree_withdraw", at)
    agreed = {*suggestion.agreed_ids, *_own(suggestion, actor)}
    event = advance(SUGGESTION, suggestion, "agree_withdraw", actor=actor, at=at, agreed_ids=sorted(agreed))
    if policy.all_agreed(suggestion):
        withdraw(suggestion, actor=actor, at=at, reason=asked_because(suggestion))
    else:
        tell("withdrawal_agreed", suggestion, at, note=actor.name)
    return event


@transaction.atomic
def refuse_withdraw(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str) -> Event:
    """A co-signer does not agree: it goes on. The lead may ask anew after talking with the others."""
    event = advance(
        SUGGESTION,
        suggestion,
        "refuse_withdraw",
        actor=actor,
        at=at,
        facts={"reason": reason},
        agreed_ids=[],
    )
    tell("withdrawal_refused", suggestion, at, note=f"{actor.name}：{reason}")
    return event


@transaction.atomic
def lead_on(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """A co-signer leads on; only the name of the lead who wanted to withdraw is taken back."""
    own = _own(suggestion, actor)
    before = suggestion.lead
    seats = Seat.objects.within(suggestion.congress.scope).select_related("person", "delegation")
    heir = seats.filter(pk__in=own).first()
    left = sorted(set(suggestion.signer_ids) - {before.pk})
    event = advance(
        SUGGESTION,
        suggestion,
        "lead_on",
        actor=actor,
        at=at,
        facts={"from": str(before.person), "to": str(heir.person) if heir else ""},
        lead=heir,
        delegation=heir.delegation if heir else None,
        signer_ids=left,
        rated_ids=sorted(set(suggestion.rated_ids) - {before.pk}),
        entrusted_ids=sorted(set(suggestion.entrusted_ids) - own - {before.pk}),
        kind=kind_of(suggestion, left),
        agreed_ids=[],
    )
    _keep_name(suggestion, before, at)
    tell("lead_changed", suggestion, at, note="" if suggestion.confidential else str(before.person))
    return event


def _keep_name(suggestion: Suggestion, before: Seat, at: datetime) -> None:
    """Who led until now stays among the signatures as one who left: papers of earlier days count the name, and where
    names are kept back it is known which."""
    signed = {
        "invited_at": suggestion.created_at,
        "confirmed_at": suggestion.submitted_at,
        "withdrawn_at": at,
    }
    suggestion.signatures.update_or_create(seat=before, defaults=signed)


@transaction.atomic
def keep_going(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """The lead no longer wants to withdraw."""
    event = advance(SUGGESTION, suggestion, "keep_going", actor=actor, at=at, agreed_ids=[])
    tell("kept", suggestion, at)
    return event


def asked_because(suggestion: Suggestion) -> str:
    """The reason that the lead gave when asking last."""
    rows = Event.objects.within(suggestion.congress.scope)
    rows = rows.filter(case_type="suggestion", case_id=suggestion.pk, move="ask_withdraw")
    last = rows.order_by("-seq").first()
    return str(last.facts.get("reason", "")) if last else ""


def _own(suggestion: Suggestion, actor: Actor) -> set[int]:
    """The actor's seat whose consent is asked for; none, which the flow then refuses."""
    asked = actor.seat_ids & (set(suggestion.signer_ids) - set(suggestion.agreed_ids))
    return set(sorted(asked)[:1])
