"""Reads for the review of what goes out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from lianluo.congress.rules import RuleBook
from lianluo.people.actor import Actor
from lianluo.suggestions.models import Publication
from lianluo.suggestions.states import PublicationKind, PublicationState

ROW = JSONObject(
    id="pk",
    kind="kind",
    state="state",
    unit="reply__handling__unit__short_name",
    round="reply__round",
    reason="reason",
    note="note",
    published_at="published_at",
    decided_at="decided_at",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicMark:
    """One text of a case, as its page says how much of it is public."""

    label: str
    unit: str
    state: PublicationState
    at: datetime | None
    reason: str
    url: str


def beside_suggestion() -> ArraySubquery:
    """The publications of a suggestion, in its own query."""
    rows = Publication.objects.everywhere("rows of a suggestion that is itself in scope")
    return ArraySubquery(rows.filter(suggestion=OuterRef("pk")).order_by("pk").values(row=ROW))


def marks(suggestion: Any, book: RuleBook, actor: Actor) -> list[PublicMark]:
    """How much of the text and of each reply is public; who reviews gets the way to the review."""
    reasons = {row.code: row.label for row in book.withhold_reasons()}
    return [_mark(row, reasons, actor) for row in suggestion.publishing]


def _mark(row: dict[str, Any], reasons: dict[str, str], actor: Actor) -> PublicMark:
    state, at = PublicationState(row["state"]), row["published_at"] or row["decided_at"]
    withheld = reasons.get(row["reason"], row["reason"]) if state == PublicationState.WITHHELD else ""
    taken = row["note"] if state == PublicationState.TAKEN_BACK else ""
    return PublicMark(
        label=str(PublicationKind(row["kind"]).label),
        unit=row["unit"] or "",
        state=state,
        at=parse_datetime(at) if at and state != PublicationState.REVIEW else None,
        reason=withheld or taken,
        url=reverse("suggestions:publication", args=[row["id"]]) if actor.is_liaison else "",
    )
