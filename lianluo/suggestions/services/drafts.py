"""Writing: a draft is a case from its first saved letter; its text is free until it is submitted."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from lianluo.kernel.text import _
from lianluo.people.actor import Actor, SeatRef
from lianluo.people.models import Seat
from lianluo.suggestions import policy
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services.joint import SIGNED, ask_again
from lianluo.suggestions.states import Consent, RaisedBefore
from lianluo.trail.steps import Refused, Stale, begin


@dataclass(frozen=True, kw_only=True)
class Text:
    """What the deputy writes (2-domain 1.4)."""

    title: str = ""
    situation: str = ""
    proposals: str = ""
    formed_by: str = ""
    consent: str = Consent.FULL
    reply_wanted: bool = True
    confidential: bool = False
    raised_before: str = RaisedBefore.NO
    wished_units: list[int] = field(default_factory=list)


FIELDS = (
    "title",
    "situation",
    "proposals",
    "formed_by",
    "consent",
    "reply_wanted",
    "raised_before",
    "confidential",
)


class Elsewhere(Stale):
    """The draft was saved meanwhile on another device."""


@transaction.atomic
def start_draft(*, actor: Actor, at: datetime, text: Text) -> Suggestion:
    """A new draft of the actor's seat. Raises `Refused` without a live seat."""
    if not actor.seats:
        raise Refused(_("只有代表可以提出建议。"))
    seat = _seat(actor.seats[0])
    draft = Suggestion(
        congress=actor.congress,
        term=seat.term,
        lead=seat,
        delegation=seat.delegation,
        signer_ids=[seat.pk],
        created_at=at,
        saved_at=at,
    )
    fill(draft, text)
    begin(SUGGESTION, draft, actor=actor, at=at)
    draft.wished_units.set(text.wished_units)
    return draft


@transaction.atomic
def save_draft(
    suggestion: Suggestion, text: Text, *, actor: Actor, at: datetime, edition: int | None = None
) -> Suggestion:
    """Save the text. `edition` is the one that the writer started from: `Elsewhere` when it is not the last.

    None saves over whatever is there (the writer chose so).
    """
    verdict = policy.may_write(actor, suggestion)
    if not verdict:
        raise Refused(str(verdict.reason))
    rows = Suggestion.objects.within(actor.scope).select_for_update()
    current: Suggestion = rows.get(pk=suggestion.pk)
    if not (verdict := policy.may_write(actor, current)):
        raise Refused(str(verdict.reason))
    if edition is not None and edition != current.edition:
        raise Elsewhere(_("这份草稿刚在另一台设备上保存过，请选择保留哪一份。"))
    changed = any(getattr(current, name) != getattr(text, name) for name in SIGNED)
    fill(current, text)
    current.edition += 1
    current.saved_at = at
    current.save(update_fields=[*FIELDS, "edition", "saved_at"])
    if changed:
        ask_again(current, actor=actor, at=at)
    current.wished_units.set(text.wished_units)
    return current


def fill(suggestion: Suggestion, text: Text) -> None:
    """Write the text into the suggestion, unsaved."""
    for name in FIELDS:
        setattr(suggestion, name, getattr(text, name))


def _seat(ref: SeatRef) -> Seat:
    rows = Seat.objects.everywhere("the actor's own seat").select_related("term", "delegation")
    seat: Seat = rows.get(pk=ref.id)
    return seat
