"""Inside a unit: notes of progress, the handler and the hand-over."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.kernel.text import Sentence, _
from lianluo.notices.recipients import Recipients
from lianluo.people.actor import Actor, in_force
from lianluo.people.models import Account, Role
from lianluo.people.roles import UNIT_STAFF, RoleKind
from lianluo.suggestions import policy
from lianluo.suggestions.flow import HANDLING
from lianluo.suggestions.models import Handling, ProgressNote
from lianluo.suggestions.services.evidence import keep_files
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import HandlingState
from lianluo.trail.attachments import Upload
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance

WORKERS = (*UNIT_STAFF, RoleKind.UNIT_ADMIN)
OPEN_WORK = (HandlingState.ASSIGNED, HandlingState.OBJECTED, HandlingState.SIGNED, HandlingState.REPLIED)


@transaction.atomic
def note(
    handling: Handling,
    *,
    actor: Actor,
    at: datetime,
    on: date,
    text: str,
    inside: bool = False,
    files: Sequence[Upload] = (),
) -> ProgressNote:
    """进展: told to the deputy at once, or kept in the unit."""
    if on > localdate(at):
        raise Refused(_("进展日期不能晚于今天。"))
    row = ProgressNote.objects.create(
        handling=handling, on=on, text=text, inside=inside, by_name=actor.name, at=at
    )
    kept = keep_files(handling, files, row.file_kind, actor=actor, at=at)
    facts = {"note": row.pk, "on": on, "text": text} | ({"files": kept} if kept else {})
    advance(HANDLING, handling, "note_inside" if inside else "note", actor=actor, at=at, facts=facts)
    if not inside:
        tell("progressed", handling.suggestion, at, note=f"{handling.unit}：{text[:200]}")
    return row


def people_of(unit_id: int, actor: Actor, day: date) -> list[Account]:
    """Who works in the unit on that day, by name."""
    roles = Role.objects.within(actor.scope).filter(in_force(day), unit=unit_id, kind__in=WORKERS)
    found = Account.objects.filter(pk__in=roles.values("account"), is_active=True)
    return list(found.order_by("display_name", "pk"))


@transaction.atomic
def hand_over(handling: Handling, *, actor: Actor, at: datetime, to: Account, note: str = "") -> Event:
    """移交: from now on `to` is the handler, and finds it in the own list."""
    if to.pk == handling.handler_id:
        raise Refused(Sentence(_("承办人已经是{name}。"), name=to.display_name))
    if to not in people_of(handling.unit_id, actor, localdate(at)):
        raise Refused(Sentence(_("{name}不在本单位任职，不能移交。"), name=to.display_name))
    facts = {"handler_to": to.display_name, "to_id": to.pk, "note": note}
    if handling.handler:
        facts |= {"handler_from": handling.handler.display_name, "from_id": handling.handler.pk}
    event = advance(HANDLING, handling, "hand_over", actor=actor, at=at, facts=facts, handler=to)
    if to.pk != actor.account_id:
        tell("handed_over", handling.suggestion, at, note=note, to=Recipients.accounts([to.pk]))
    return event


def open_with(unit_id: int, account_id: int, actor: Actor) -> list[Handling]:
    """What a person of the unit has in hand."""
    rows = Handling.objects.within(actor.scope).filter(unit=unit_id, handler=account_id, state__in=OPEN_WORK)
    parts = ("suggestion__lead__person", "suggestion__congress", "unit", "congress", "handler")
    return list(rows.select_related(*parts).order_by("due_on", "pk"))


@transaction.atomic
def hand_over_all(unit_id: int, *, giver: Account, to: Account, actor: Actor, at: datetime, note: str) -> int:
    """Everything that a leaver has in hand goes to somebody else; all of it or nothing."""
    if not (verdict := policy.may_keep_series(actor, unit_id)):
        raise Refused(str(verdict.reason))
    rows = open_with(unit_id, giver.pk, actor)
    for handling in rows:
        hand_over(handling, actor=actor, at=at, to=to, note=note)
    return len(rows)
