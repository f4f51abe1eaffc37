"""沟通记录: the unit writes down a talk with the deputy; the deputy confirms it or says that it was not so."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import HANDLING
from lianluo.suggestions.models import Contact, Handling
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.evidence import keep_files
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import ContactAnswer, ContactMethod
from lianluo.trail.attachments import Upload
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@transaction.atomic
def contact(
    handling: Handling,
    *,
    actor: Actor,
    at: datetime,
    on: date,
    files: Sequence[Upload] = (),
    **said: Any,
) -> Contact:
    """Write down a talk. The first one stops the clock of first contact; the deputy is asked to confirm it."""
    if on > localdate(at):
        raise Refused(_("沟通日期不能晚于今天。"))
    if said["method"] == ContactMethod.FACE and not (said.get("place") and said.get("opinions")):
        raise Refused(_("当面答复要写明地点和代表意见。"))
    talk = Contact.objects.create(
        handling=handling, round=handling.round, on=on, by_name=actor.name, at=at, **said
    )
    facts = {"contact": talk.pk, "on": on, **{name: said[name] for name in ("stage", "method", "attitude")}}
    facts |= {"participants": talk.participants, "content": talk.content}
    kept = keep_files(handling, files, talk.file_kind, actor=actor, at=at)
    advance(
        HANDLING, handling, "contact", actor=actor, at=at, facts=facts | ({"files": kept} if kept else {})
    )
    clocks.contacted(handling, at)
    tell("contacted", handling.suggestion, at, note=f"{handling.unit}：{talk.content[:200]}")
    return talk


@transaction.atomic
def answer_contact(talk: Contact, *, actor: Actor, at: datetime, answer: str, correction: str = "") -> Event:
    """确认, or 与实际不符 with what was so. Said once: the record and the answer both stay."""
    locked = Contact.objects.within(actor.scope).select_for_update(of=("self",)).get(pk=talk.pk)
    if locked.answer:
        raise Refused(_("这条沟通记录已经有代表答复过。"))
    correction = correction.strip()
    if answer == ContactAnswer.DISPUTED and not correction:
        raise Refused(_("请写明实际情况，承办单位和联工委会看到。"))
    handling = talk.handling
    facts = {"contact": talk.pk, "on": talk.on, "answer": answer, "correction": correction}
    event = advance(HANDLING, handling, "answer_contact", actor=actor, at=at, facts=facts)
    own = sorted(actor.seat_ids & set(handling.suggestion.signer_ids))
    talk.answer, talk.correction, talk.answered_at = answer, correction, at
    talk.answered_by_id = own[0]
    talk.save(update_fields=["answer", "correction", "answered_at", "answered_by"])
    if answer == ContactAnswer.DISPUTED:
        tell("contact_disputed", handling.suggestion, at, note=correction)
    return event


def was_contacted(handling: Handling) -> bool:
    """Did the unit speak with the deputy in this round? What the deputy disputes does not count."""
    rows = handling.contacts.filter(round=handling.round).exclude(answer=ContactAnswer.DISPUTED)
    return bool(rows.exists())


def demand_contact(handling: Handling, at: datetime) -> None:
    """`contact.before_reply`: first the talk, then the reply (2-domain 1.9: 先沟通后答复)."""
    if not handling.role.answers_deputy or was_contacted(handling):
        return
    if RuleBook(handling.congress, localdate(at)).flag("contact.before_reply"):
        raise Refused(_("本轮还没有与代表沟通的记录。请先与代表沟通并登记，再送审签发。"))
