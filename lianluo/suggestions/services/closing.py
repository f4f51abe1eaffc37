"""办结, 归档, 恢复办理; and what of an ended term nobody was charged with."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.numbers import draw
from lianluo.congress.rules import RuleBook
from lianluo.kernel.numbering import format_number
from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import HANDLING, SUGGESTION
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.archive import missing
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.assignment import live_handlings
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import HandlingState, Settled
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@transaction.atomic
def close(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """办结. Its handlings end with it."""
    facts = {"rating": suggestion.final_rating, "note": note, "settled": suggestion.settled}
    event = advance(SUGGESTION, suggestion, "close", actor=actor, at=at, facts=facts, closed_at=at)
    for handling in live_handlings(suggestion).filter(state=HandlingState.REPLIED):
        advance(HANDLING, handling, "finish", actor=actor, at=at)
    clocks.follow_move(suggestion, "close", at)
    tell("closed", suggestion, at)
    return event


@transaction.atomic
def archive(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """归档: the file is complete, or `note` says why a piece is missing; number and retention by the rules of the day."""
    gaps = missing(suggestion)
    if gaps and not note.strip():
        raise Refused(Sentence(_("案卷不齐：{gaps}。请补齐，或者写明为什么没有。"), gaps="、".join(gaps)))
    day = localdate(at)
    book = RuleBook(suggestion.congress, day)
    number = suggestion.archive_number or _number(suggestion, book, day.year)
    retention = book.text("archive.retention")
    return advance(
        SUGGESTION,
        suggestion,
        "archive",
        actor=actor,
        at=at,
        facts={"number": number, "retention": retention, "missing": gaps, "note": note},
        archived_at=at,
        archive_number=number,
        retention=retention,
    )


def _number(suggestion: Suggestion, book: RuleBook, year: int) -> str:
    """One series a year and congress; the number of a case taken up again stays its own."""
    seq = draw(suggestion.congress, f"archive:{year}")
    return format_number(
        book.text("archive.number"),
        seq=seq,
        year=year,
        term=suggestion.term.number,
        session=suggestion.session.number if suggestion.session else 0,
        code=suggestion.congress.region.code,
    )


@transaction.atomic
def reopen(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str) -> Event:
    """What was closed is taken up again: it stands where the judgement stood, and may be handled anew."""
    event = advance(
        SUGGESTION,
        suggestion,
        "reopen",
        actor=actor,
        at=at,
        facts={"reason": reason},
        closed_at=None,
        archived_at=None,
        settled=Settled.REOPENED,
    )
    for handling in live_handlings(suggestion).filter(state=HandlingState.DONE):
        advance(HANDLING, handling, "resume", actor=actor, at=at, facts={"reason": reason})
    clocks.follow_move(suggestion, "reopen", at)
    tell("reopened", suggestion, at, note=reason)
    return event


@transaction.atomic
def lapse(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str) -> Event:
    """An ended term, a rule that says nothing is carried over, and no unit charged yet: kept for reference."""
    day = localdate(at)
    if not (verdict := policy.open_by_rule("lapse", RuleBook(suggestion.congress, day))):
        raise Refused(str(verdict.reason))
    if suggestion.term.ends_on is None or suggestion.term.ends_on >= day:
        raise Refused(_("提出建议的代表还在任期内。"))
    event = advance(SUGGESTION, suggestion, "lapse", actor=actor, at=at, facts={"reason": reason})
    clocks.follow_move(suggestion, "lapse", at)
    tell("lapsed", suggestion, at, note=reason)
    return event
