"""签收: what a unit received, as text with a digest that can be checked later (GB/T 32905)."""

import json
from datetime import datetime
from typing import Any

from django.db import transaction

from lianluo.kernel.ciphers import sm3
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.flow import HANDLING
from lianluo.suggestions.models import Handling, Receipt
from lianluo.suggestions.services import clocks
from lianluo.trail.models import Attachment, Event
from lianluo.trail.steps import advance


@transaction.atomic
def sign_for(handling: Handling, *, actor: Actor, at: datetime) -> Event:
    """The unit confirms that it received the suggestion; the receipt keeps what, and the history its digest."""
    text = received(handling)
    digest = sm3(text.encode()).hex()
    event = advance(
        HANDLING,
        handling,
        "sign_for",
        actor=actor,
        at=at,
        facts={"digest": digest, "unit": str(handling.unit)},
        signed_at=at,
        **_taken_up(handling, actor),
    )
    Receipt.objects.create(
        handling=handling,
        unit=handling.unit,
        name=event.actor_name,
        role=event.actor_role,
        at=at,
        received=text,
        digest=digest,
    )
    clocks.follow_handling(handling, "sign_for", at)
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
