"""The result of a round: its worst judgement, for the whole and for each unit that answered apart."""

from datetime import datetime

from lianluo.congress.rules.book import RatingOption
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Handling, Rating, Suggestion
from lianluo.suggestions.scale import Scale
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.assignment import live_handlings
from lianluo.suggestions.states import HandlingState, Mode, Share
from lianluo.trail.models import Event
from lianluo.trail.steps import advance


def gather(suggestion: Suggestion, move: str, known: Scale, *, actor: Actor, at: datetime) -> Event:
    """Nobody's dissatisfaction is outvoted. What counts as satisfied is kept as it holds on this day, so that a later
    change of the rule does not rewrite the figures of this year."""
    given = list(suggestion.ratings.filter(round=suggestion.round, replaced_at=None))
    codes = _codes(given)
    for handling in _answering(suggestion):
        codes |= _keep_for_unit(handling, suggestion, given, known)
    final = known.worst(codes)
    share = share_of(final, known)
    silent = len(set(suggestion.asked_ids) - set(suggestion.rated_ids))
    event = advance(
        SUGGESTION,
        suggestion,
        move,
        actor=actor,
        at=at,
        facts={
            "rating": final.code if final else "",
            "label": final.label if final else "",
            "round": suggestion.round,
            "silent": silent,
            "share": share,
        },
        final_rating=final.code if final else "",
        final_label=final.label if final else "",
        final_share=share,
        first_share=share if suggestion.round <= 1 else suggestion.first_share,
        redo_wanted=bool(final and final.redo),
        settled="",
    )
    clocks.follow_move(suggestion, move, at)
    return event


def share_of(final: RatingOption | None, known: Scale) -> str:
    """Part, only in the whole, or left out: a silence is left out where the rule says so."""
    if final is None:
        return "" if known.skip_silent else Share.NO
    return Share.YES if final.counts else Share.NO


def _codes(given: list[Rating]) -> set[str]:
    return {code for one in given for code in (one.attitude, one.result) if code}


def _answering(suggestion: Suggestion) -> list[Handling]:
    rows = live_handlings(suggestion).exclude(mode=Mode.CO)
    return list(rows.filter(state=HandlingState.REPLIED))


def _keep_for_unit(handling: Handling, suggestion: Suggestion, given: list[Rating], known: Scale) -> set[str]:
    """What was said of one unit's answer; one that satisfied in an earlier round keeps that judgement."""
    if handling.round < suggestion.round:
        return {handling.final_rating} - {""}
    own = _codes([one for one in given if one.handling_id in (None, handling.pk)])
    final = known.worst(own)
    handling.final_rating = final.code if final else ""
    handling.share, handling.redo_wanted = share_of(final, known), bool(final and final.redo)
    handling.save(update_fields=["final_rating", "share", "redo_wanted"])
    return own
