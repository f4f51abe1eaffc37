"""来信: a text that is no suggestion but deserves an answer goes on as a deputy's letter (2-domain 1.5: QD 11, SH 8)."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from lianluo.congress.models import Unit
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.drafts import FIELDS, Text, start_draft
from lianluo.suggestions.services.review import Talk
from lianluo.suggestions.services.tell import tell
from lianluo.trail.models import Event
from lianluo.trail.steps import advance


@transaction.atomic
def letter(
    suggestion: Suggestion,
    *,
    actor: Actor,
    at: datetime,
    reason: str,
    talk: Talk,
    to: str = "",
    unit: Unit | None = None,
) -> Event:
    """Handled as a letter after talking with the deputy, and passed to a unit that works here, or to somebody else."""
    whom = str(unit) if unit else to
    facts = {"reason": reason, "talk": asdict(talk), "to": whom}
    reached = [unit.pk] if unit else []
    event = advance(
        SUGGESTION, suggestion, "letter", actor=actor, at=at, facts=facts, letter_to=whom, unit_ids=reached
    )
    clocks.follow_move(suggestion, "letter", at)
    tell("lettered", suggestion, at, note=reason)
    if unit:
        tell("letter_passed", suggestion, at, note=reason)
    return event


@transaction.atomic
def answer_letter(suggestion: Suggestion, *, actor: Actor, at: datetime, answer: str) -> Event:
    """What came of the letter; the deputy reads it."""
    facts = {"answer": answer}
    event = advance(
        SUGGESTION, suggestion, "letter_answer", actor=actor, at=at, facts=facts, letter_answered_at=at
    )
    tell("letter_answered", suggestion, at, note=answer)
    return event


@transaction.atomic
def rewrite(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Suggestion:
    """A new draft with the words of one that was not handled as a suggestion; each knows of the other."""
    advance(SUGGESTION, suggestion, "rewrite", actor=actor, at=at)
    words = {name: getattr(suggestion, name) for name in FIELDS}
    wished = list(suggestion.wished_units.values_list("pk", flat=True))
    draft = start_draft(actor=actor, at=at, text=Text(**words, wished_units=wished))
    draft.origin = suggestion
    draft.save(update_fields=["origin"])
    return draft
