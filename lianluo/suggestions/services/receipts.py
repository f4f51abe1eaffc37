"""签收: what a unit received, as text with a digest that can be checked later (GB/T 32905)."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.models import Congress
from lianluo.congress.rules import RuleBook
from lianluo.kernel.ciphers import sm3
from lianluo.kernel.scoping import ScopedQuerySet
from lianluo.notices.recipients import Recipients
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.flow import HANDLING
from lianluo.suggestions.models import Handling, Receipt
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.bundle import with_bundle
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import HandlingState
from lianluo.trail.models import Attachment, Clock, Event
from lianluo.trail.steps import Refused, advance


@transaction.atomic
@with_bundle("sign_for")
def sign_for(handling: Handling, *, actor: Actor, at: datetime) -> Event:
    """The unit confirms that it received the suggestion; the receipt keeps what, and the history its digest."""
    event = _signed(handling, "sign_for", actor, at)
    clocks.follow_handling(handling, "sign_for", at)
    return event


@transaction.atomic
def take_as_signed(handling: Handling, at: datetime) -> Event:
    """逾期视为签收: nobody signed and nobody objected in time (rule `objection.late_accepted`); the unit is told."""
    event = _signed(handling, "take_as_signed", None, at)
    clocks.follow_handling(handling, "take_as_signed", at)
    tell("taken_as_signed", handling.suggestion, at, note=str(handling.unit))
    return event


def _signed(handling: Handling, move: str, actor: Actor | None, at: datetime) -> Event:
    text = received(handling)
    digest = sm3(text.encode()).hex()
    facts = {"digest": digest, "unit": str(handling.unit)}
    more = _taken_up(handling, actor) if actor else {}
    event = advance(HANDLING, handling, move, actor=actor, at=at, facts=facts, signed_at=at, **more)
    Receipt.objects.create(
        handling=handling,
        unit=handling.unit,
        name=event.actor_name if actor else "",
        role=event.actor_role if actor else "",
        at=at,
        deemed=actor is None,
        received=text,
        digest=digest,
    )
    return event


def _taken_up(handling: Handling, actor: Actor) -> dict[str, Any]:
    """A handler who signs for it is its handler (承办人) until it is handed over."""
    if (
        handling.handler_id is None
        and handling.unit_id in actor.units(RoleKind.UNIT_HANDLER)
        and actor.account_id
    ):
        return {"handler_id": actor.account_id}
    return {}


def unsigned(congress: Congress, at: datetime) -> ScopedQuerySet:
    """Parts whose days for signing or objecting are over and that nobody signed for."""
    late = Clock.objects.within(congress.scope).filter(
        case_type="handling", kind="sign_for", stopped_at=None, due_on__lt=localdate(at)
    )
    rows: ScopedQuerySet = Handling.objects.within(congress.scope).filter(state=HandlingState.ASSIGNED)
    parts = ("unit", "congress", "suggestion__congress", "suggestion__lead__person")
    return rows.filter(pk__in=late.values("case_id")).select_related(*parts).order_by("pk")


def look_after_receipts(congress: Congress, at: datetime) -> int:
    """Every night: by rule a part counts as signed for, or its unit is told once that it did not sign in time."""
    deemed = not RuleBook(congress, localdate(at)).flag("objection.late_accepted")
    done = 0
    for handling in unsigned(congress, at):
        try:
            if deemed:
                take_as_signed(handling, at)
            else:
                _remind(handling, at)
            done += 1
        except Refused:
            continue  # signed for meanwhile
    return done


def _remind(handling: Handling, at: datetime) -> None:
    """Once a part, whatever the number of nights."""
    tell(
        "not_signed", handling.suggestion, at, note=str(handling.unit), once=f"not-signed:{handling.pk}",
        to=Recipients.unit(handling.unit_id),
    )  # fmt: skip


@dataclass(frozen=True)
class Proof:
    """A receipt looked at again: does the digest fit the text that was kept, the history, and what the unit sees now?"""

    kept: bool
    history: bool
    unchanged: bool

    @property
    def sound(self) -> bool:
        return self.kept and self.history


def check(receipt: Receipt) -> Proof:
    """Reckon the digest again. Three queries."""
    handling = receipt.handling
    again = sm3(receipt.received.encode()).hex()
    rows = Event.objects.within(handling.congress.scope).filter(case_type="handling", case_id=handling.pk)
    events = rows.filter(move__in=("sign_for", "take_as_signed"))
    written = {event.facts.get("digest") for event in events}
    now = sm3(_without_due(received(handling)).encode()).hex()
    before = sm3(_without_due(receipt.received).encode()).hex()
    return Proof(again == receipt.digest, receipt.digest in written, now == before)


def _without_due(text: str) -> str:
    """An extension moves the day; what was received is the same."""
    return json.dumps({name: value for name, value in json.loads(text).items() if name != "due"})


def received(handling: Handling) -> str:
    """What the unit has before it, always written the same way. One query."""
    return json.dumps(contents(handling), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def contents(handling: Handling) -> dict[str, Any]:
    """The suggestion's words and files, and the part that is the unit's."""
    suggestion = handling.suggestion
    rows = Attachment.objects.within(suggestion.congress.scope)
    files = rows.filter(case_type="suggestion", case_id=suggestion.pk).order_by("pk")
    return {
        "number": suggestion.number,
        "title": suggestion.title,
        "situation": suggestion.situation,
        "proposals": suggestion.proposals,
        "files": [[name, bytes(digest).hex()] for name, digest in files.values_list("name", "sm3")],
        "unit": handling.unit.name,
        "mode": handling.mode,
        "part": handling.part,
        "due": handling.due_on.isoformat() if handling.due_on else "",
    }
