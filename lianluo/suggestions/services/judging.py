"""评价, 重新办理, 办结."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import Sentence, _
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
    """A deputy who signed judges attitude and result apart; a dissatisfied one says why (2-domain 1.10).

    When all whose answer the rule asks for have judged, the round is rated.
    """
    if Satisfaction.DISSATISFIED in (attitude, result) and not comment.strip():
        raise Refused(_("评价“不满意”时，请写明具体意见，承办单位要据此重新办理。"))
    seat_id = min(actor.seat_ids & set(suggestion.signer_ids) - set(suggestion.rated_ids), default=0)
    event = advance(
        SUGGESTION,
        suggestion,
        "rate",
        actor=actor,
        at=at,
        facts={"attitude": attitude, "result": result, "comment": comment, "round": suggestion.round},
        rated_ids=sorted({*suggestion.rated_ids, seat_id}),
    )
    Rating.objects.create(
        suggestion=suggestion,
        round=suggestion.round,
        seat_id=seat_id,
        attitude=attitude,
        result=result,
        comment=comment,
        at=at,
    )
    tell("rated", suggestion, at, note=comment)
    if not outstanding(suggestion, at):
        _gather(suggestion, "rated", actor, at)
    return event


def outstanding(suggestion: Suggestion, at: datetime) -> set[int]:
    """The seats whose judgement is still waited for: every signer's, or the lead's alone, by rule."""
    whom = RuleBook(suggestion.congress, localdate(at)).text("joint.reply_to")
    asked = {suggestion.lead_id} if whom == "lead" else set(suggestion.signer_ids)
    return asked - set(suggestion.rated_ids)


@transaction.atomic
def conclude(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """The period is over and not all have answered: the round is rated by those who did (2-domain 1.3)."""
    if suggestion.due_on and localdate(at) <= suggestion.due_on:
        raise Refused(
            Sentence(_("评价期限到{day}，期满之后才能按未反馈结束。"), day=suggestion.due_on.isoformat())
        )
    return _gather(suggestion, "conclude", actor, at)


def _gather(suggestion: Suggestion, move: str, actor: Actor, at: datetime) -> Event:
    """The round's result is its worst judgement: nobody's dissatisfaction is outvoted."""
    given = suggestion.ratings.filter(round=suggestion.round).values_list("attitude", "result")
    levels = {level for pair in given for level in pair}
    final = next((level for level in WORST_FIRST if level in levels), "")
    silent = len(set(suggestion.signer_ids) - set(suggestion.rated_ids))
    facts = {"rating": final, "round": suggestion.round, "silent": silent}
    event = advance(SUGGESTION, suggestion, move, actor=actor, at=at, facts=facts, final_rating=final)
    clocks.follow_move(suggestion, move, at)
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
        rated_ids=[],
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
