"""Talks, notes, files and promises of a unit's part, as they come along with the handling in its one query."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils.dateparse import parse_date

from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import Contact, ProgressNote, Promise, Reply
from lianluo.suggestions.selectors.shapes import KEPT, NOTE, PROMISED, TALK
from lianluo.suggestions.selectors.veil import Veil, veil_of
from lianluo.suggestions.states import (
    DROPPED,
    Attitude,
    ContactAnswer,
    ContactMethod,
    ContactStage,
    PromiseState,
    ReplyState,
)
from lianluo.trail.models import Attachment

WHY = "rows of a handling that is itself in scope"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A talk or a note, as the page tells it."""

    id: int
    handling: Any
    on: date
    head: str
    text: str
    by: str
    files: list[dict[str, Any]]
    inside: bool = False
    people: str = ""
    opinions: str = ""
    signed: bool = False
    face: bool = False
    answer: ContactAnswer | None = None
    correction: str = ""
    answered_by: str = ""
    talk: bool = False

    @property
    def open(self) -> bool:
        """Waits for the deputy's word."""
        return self.talk and self.answer is None


@dataclass(frozen=True)
class PromiseLine:
    id: int
    text: str
    state: PromiseState
    planned_on: date | None
    reply: int
    responsible: str


def beside_handling() -> dict[str, Any]:
    """Annotations for a query of handlings."""
    mine, outer = OuterRef("pk"), OuterRef(OuterRef("pk"))
    talks = Contact.objects.everywhere(WHY).filter(handling=mine).order_by("pk")
    notes = ProgressNote.objects.everywhere(WHY).filter(handling=mine).order_by("pk")
    promised = Promise.objects.everywhere(WHY).filter(handling=mine).order_by("planned_on", "pk")
    files = Attachment.objects.everywhere(WHY).filter(case_type="handling", case_id=mine).order_by("pk")
    delivered = Reply.objects.everywhere(WHY).filter(handling=outer, state=ReplyState.DELIVERED)
    theirs = Attachment.objects.everywhere(WHY).filter(case_type="reply", case_id__in=delivered.values("pk"))
    return {
        "talked": ArraySubquery(talks.values(row=TALK)),
        "noted": ArraySubquery(notes.values(row=NOTE)),
        "promised": ArraySubquery(promised.values(row=PROMISED)),
        "own_files": ArraySubquery(files.values(row=KEPT)),
        "reply_files": ArraySubquery(theirs.exclude(kind=DROPPED).order_by("pk").values(row=KEPT)),
    }


def entries(handling: Any, actor: Actor, veil: Veil | None = None) -> list[Entry]:
    """Talks and notes that the actor may read, newest first; whoever has the `veil` in hand brings it along."""
    scans, veil = policy.may_read_talk_files(actor, handling), veil or veil_of(handling.suggestion)
    found = [_talk(row, handling, bool(scans)) for row in veil.all(handling.talked)]
    found += [
        _note(row, handling)
        for row in veil.all(handling.noted)
        if policy.may_read_note(actor, handling, bool(row["inside"]))
    ]
    return sorted(found, key=lambda one: (one.on, one.id), reverse=True)


def _files(handling: Any, kind: str) -> list[dict[str, Any]]:
    return [one for one in handling.own_files if one["kind"] == kind]


def _day(text: str) -> date:
    return parse_date(text) or date.min


def _talk(row: dict[str, Any], handling: Any, scans: bool) -> Entry:
    method = ContactMethod(row["method"])
    parts = [str(ContactStage(row["stage"]).label), str(method.label), row["place"]]
    return Entry(
        id=row["id"],
        handling=handling,
        on=_day(row["on"]),
        head=" · ".join(part for part in parts if part),
        text=row["content"],
        by=row["by_name"],
        files=_files(handling, f"contact:{row['id']}") if scans else [],
        people=f"{row['participants']}；{Attitude(row['attitude']).label}",
        opinions=row["opinions"],
        signed=row["signed"],
        face=method == ContactMethod.FACE,
        answer=ContactAnswer(row["answer"]) if row["answer"] else None,
        correction=row["correction"],
        answered_by=row["answered_by"] or "",
        talk=True,
    )


def _note(row: dict[str, Any], handling: Any) -> Entry:
    return Entry(
        id=row["id"],
        handling=handling,
        on=_day(row["on"]),
        head="",
        text=row["text"],
        by=row["by_name"],
        files=_files(handling, f"note:{row['id']}"),
        inside=row["inside"],
    )


def promises(handling: Any) -> list[PromiseLine]:
    """What was promised in the replies of this part."""
    return [
        PromiseLine(
            row["id"],
            row["text"],
            PromiseState(row["state"]),
            _day(row["planned_on"]),
            row["reply"],
            row["responsible"],
        )
        for row in handling.promised
    ]
