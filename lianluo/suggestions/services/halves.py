"""What the second of a division gets from the first: everything that was said beside the text, names and files."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from lianluo.people.actor import Actor
from lianluo.suggestions.dividing import BOTH, FIRST, SECOND, Half
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import CoSignature, Discussion, Suggestion
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.files import files_of
from lianluo.suggestions.services.review import draw_number
from lianluo.suggestions.states import DROPPED, FORM, Divided, SuggestionState
from lianluo.trail import clocks as trail
from lianluo.trail.attachments import copy
from lianluo.trail.models import Attachment
from lianluo.trail.steps import advance, begin

SAME = (
    "congress",
    "term",
    "session",
    "kind",
    "lead",
    "delegation",
    "formed_by",
    "consent",
    "reply_wanted",
    "raised_before",
    "confidential",
    "received_on",
    "entered_by",
    "created_at",
    "submitted_at",
    "signer_ids",
    "entrusted_ids",
)
"""Said of the original as a whole, so it holds for both."""
NAMED = ("seat_id", "invited_at", "confirmed_at", "edition", "asked_at", "note", "read")
DISCUSSED = ("head_id", "held_on", "present", "members")


def begin_second(first: Suggestion, text: Half, topic: str, *, actor: Actor, at: datetime) -> Suggestion:
    """A case of its own beside `first`, at the same step, its clock as far on; with a number where that has one."""
    second = Suggestion(**{name: getattr(first, name) for name in SAME}, **asdict(text))
    second.origin, second.saved_at = first, at
    begin(SUGGESTION, second, actor=actor, at=at, facts={"from": first.pk})
    changes, facts = _standing(first, second, topic, at)
    move = "divided_off_numbered" if changes else "divided_off"
    advance(SUGGESTION, second, move, actor=actor, at=at, facts=facts, division=Divided.WAITS, **changes)
    second.wished_units.set(first.wished_units.all())
    _names(first, second)
    kinds = ("review", "assign")
    due = trail.carry(first, second, *kinds)
    clocks.due_with(second, due)
    return second


def _standing(
    first: Suggestion, second: Suggestion, topic: str, at: datetime
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What changes with the step of the second, and what its history keeps of it."""
    facts = {"other": first.number or first.title}
    if first.state != SuggestionState.ACCEPTED:
        return {}, facts
    series, seq, number = draw_number(second, at)
    topic = topic or first.topic
    kept = {"series": series, "series_no": seq, "number": number, "topic": topic, "accepted_at": at}
    return kept, facts | {"number": number, "topic": topic}


def _names(first: Suggestion, second: Suggestion) -> None:
    """Those who signed, with the text that they read; and the meeting of the delegation that discussed it."""
    signed = first.signatures.filter(seat__in=first.signer_ids)
    CoSignature.objects.bulk_create(
        CoSignature(suggestion=second, **{name: getattr(one, name) for name in NAMED}) for one in signed
    )
    for held in Discussion.objects.within(first.congress.scope).filter(suggestion=first):
        Discussion.objects.create(suggestion=second, **{name: getattr(held, name) for name in DISCUSSED})


def hand_files(first: Suggestion, second: Suggestion, places: Mapping[str, str]) -> dict[str, str]:
    """Files to the second, to both, or left where they are; the scanned form goes with both. What was done is told."""
    done = {}
    for one in files_of(first):
        place = BOTH if one.kind == FORM else places.get(str(one.pk), FIRST)
        if place in (SECOND, BOTH):
            copy(one, second)
        if place == SECOND:
            _rows(first).filter(pk=one.pk).update(kind=DROPPED)
        done[str(one.pk)] = place
    return done


def put_back_files(first: Suggestion, places: Mapping[str, str]) -> None:
    """What went to the second alone is the first one's again."""
    gone = [int(key) for key, place in places.items() if place == SECOND]
    _rows(first).filter(pk__in=gone, kind=DROPPED).update(kind="")


def _rows(suggestion: Suggestion) -> Any:
    rows = Attachment.objects.within(suggestion.congress.scope)
    return rows.filter(case_type="suggestion", case_id=suggestion.pk)
