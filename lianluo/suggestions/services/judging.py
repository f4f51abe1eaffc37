"""评价, 重新办理, 办结."""

from datetime import datetime

from django.db import transaction

from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import HANDLING, SUGGESTION
from lianluo.suggestions.models import Rating, Suggestion
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.assignment import live_handlings
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import HandlingState, Mode, Satisfaction
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance

WORST_FIRST = (Satisfaction.DISSATISFIED, Satisfaction.BASIC, Satisfaction.SATISFIED)


@transaction.atomic
def rate(
    suggestion: Suggestion, *, actor: Actor, at: datetime, attitude: str, result: str, comment: str = ""
) -> Event:
    """The deputy judges attitude and result apart; a dissatisfied one says why (2-domain 1.10)."""
    if Satisfaction.DISSATISFIED in (attitude, result) and not comment.strip():
        raise Refused(_("评价“不满意”时，请写明具体意见，承办单位要据此重新办理。"))
    final = next(level for level in WORST_FIRST if level in (attitude, result))
    event = advance(
        SUGGESTION,
        suggestion,
        "rate",
        actor=actor,
        at=at,
        facts={"attitude": attitude, "result": result, "comment": comment, "round": suggestion.round},
        final_rating=final,
    )
    Rating.objects.create(
        suggestion=suggestion,
        round=suggestion.round,
        seat_id=min(actor.seat_ids & set(suggestion.signer_ids)),
        attitude=attitude,
        result=result,
        comment=comment,
        at=at,
    )
    clocks.follow_move(suggestion, "rate", at)
    tell("rated", suggestion, at, note=comment)
    return event


@transaction.atomic
def remind(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """The deputies who signed are asked once more for their judgement."""
    event = advance(SUGGESTION, suggestion, "remind", actor=actor, at=at)
    tell("reminded", suggestion, at)
    return event


@transaction.atomic
def rework(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str) -> Event:
    """Back to the units that answered, as a new round with a clock of its own."""
    event = advance(
        SUGGESTION,
        suggestion,
        "rework",
        actor=actor,
        at=at,
        facts={"note": note, "round": suggestion.round + 1},
        round=suggestion.round + 1,
    )
    clocks.follow_move(suggestion, "rework", at)
    for handling in live_handlings(suggestion).exclude(mode=Mode.CO).filter(state=HandlingState.REPLIED):
        advance(
            HANDLING,
            handling,
            "rework",
            actor=actor,
            at=at,
            facts={"note": note, "round": suggestion.round},
            round=suggestion.round,
        )
        clocks.start_rework(handling, at)
    clocks.lead_due(suggestion)
    tell("reworked", suggestion, at, note=note)
    return event


@transaction.atomic
def close(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """办结. Its handlings end with it."""
    event = advance(
        SUGGESTION,
        suggestion,
        "close",
        actor=actor,
        at=at,
        facts={"rating": suggestion.final_rating, "note": note},
        closed_at=at,
    )
    for handling in live_handlings(suggestion).filter(state=HandlingState.REPLIED):
        advance(HANDLING, handling, "finish", actor=actor, at=at)
    clocks.follow_move(suggestion, "close", at)
    tell("closed", suggestion, at)
    return event
