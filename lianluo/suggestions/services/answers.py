"""签收, 答复: what a unit does with its part. The suggestion follows when its last answering unit has answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import HANDLING, REPLY, SUGGESTION
from lianluo.suggestions.models import Handling, Reply, Suggestion
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.assignment import live_handlings
from lianluo.suggestions.services.contacts import demand_contact
from lianluo.suggestions.services.numbers import number_for
from lianluo.suggestions.services.promises import make_promises
from lianluo.suggestions.services.readiness import demand_ready
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import UNANSWERED, VOID, Mode, PublicAttribute, ReplyState
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance, begin


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What stands in a reply (2-domain 1.9)."""

    body: str = ""
    reply_class: str = ""
    document_number: str = ""
    signer_name: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    public_attribute: str = PublicAttribute.ACTIVE
    withheld_reason: str = ""
    number_reason: str = ""
    explanation: str = ""
    promises: tuple[dict[str, Any], ...] = ()
    without_opinions: bool = False


FIELDS = tuple(Answer.__dataclass_fields__)


@transaction.atomic
def write_reply(handling: Handling, answer: Answer, *, actor: Actor, at: datetime) -> Reply:
    """Begin the round's reply, or go on writing it while it is a draft."""
    rows = Handling.objects.within(actor.scope).select_for_update()
    locked = rows.get(pk=handling.pk)
    verdict = HANDLING.judge(actor, locked, "write")
    if not verdict:
        raise Refused(str(verdict.reason))
    reply = open_reply(locked)
    if reply is None:
        reply = Reply(congress=locked.congress, handling=locked, round=locked.round, created_at=at)
        _fill(reply, answer)
        begin(REPLY, reply, actor=actor, at=at)
        return reply
    if reply.state != ReplyState.DRAFTING:
        raise Refused(_("答复正在审核签发，退回拟稿后才能修改。"))
    _fill(reply, answer)
    reply.save(update_fields=list(FIELDS))
    return reply


def open_reply(handling: Handling) -> Reply | None:
    """The reply of the present round, if one was begun."""
    rows = handling.replies.filter(round=handling.round).exclude(state__in=VOID)
    return rows.select_related("handling__suggestion", "handling__unit", "congress").first()


def _fill(reply: Reply, answer: Answer) -> None:
    for name in FIELDS:
        value = getattr(answer, name)
        setattr(reply, name, list(value) if isinstance(value, tuple) else value)


@transaction.atomic
def move_reply(reply: Reply, move: str, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """送审, 审核通过, 退回拟稿."""
    if move != "send_back":
        demand_contact(reply.handling, at)
    return advance(REPLY, reply, move, actor=actor, at=at, facts={"note": note} if note else {})


@transaction.atomic
def deliver(reply: Reply, *, actor: Actor, at: datetime, on_record: bool = False) -> Event:
    """签发送达: the reply reaches the deputies; the handling and, after the last one, the suggestion follow.

    `on_record`: it went out long ago and is entered from a ledger. What the ledger does not tell (talks, opinions of
    co-handlers, promises) is neither demanded nor made up.
    """
    handling = reply.handling
    suggestion = _locked(handling)
    handling.refresh_from_db()
    if not (verdict := REPLY.judge(actor, reply, "sign")):
        raise Refused(str(verdict.reason))
    signing = actor.acting_for(lambda who: REPLY.judge(who, reply, "sign"))
    if not on_record:
        demand_ready(reply, at)
    number = number_for(reply, at)
    event = advance(
        REPLY,
        reply,
        "sign",
        actor=actor,
        at=at,
        facts=_signed(reply, number),
        document_number=number,
        signer_name=reply.signer_name or actor.name,
        delivered_at=at,
    )
    facts = {"number": reply.document_number, "round": reply.round}
    advance(HANDLING, handling, "deliver", actor=signing, at=at, facts=facts, replied_at=at)
    clocks.follow_handling(handling, "deliver", at)
    make_promises(reply, actor=signing, at=at)
    if handling.role.answers_deputy and all_answered(suggestion):
        _answer(suggestion, reply, signing, at)
    return event


def _signed(reply: Reply, number: str) -> dict[str, Any]:
    """What the history keeps of a signature: a number of one's own with its reason."""
    facts = {"number": number, "class": reply.reply_class, "unit": str(reply.handling.unit)}
    return facts | ({"number_reason": reply.number_reason} if reply.number_reason else {})


def _locked(handling: Handling) -> Suggestion:
    """The suggestion, locked: two units answering at once are counted one after the other."""
    rows = Suggestion.objects.everywhere("the suggestion of a handling in hand").select_for_update(
        of=("self",)
    )
    suggestion: Suggestion = rows.select_related("congress").get(pk=handling.suggestion_id)
    return suggestion


def all_answered(suggestion: Suggestion) -> bool:
    """Has every unit that answers the deputy done so in this round?"""
    return not live_handlings(suggestion).exclude(mode=Mode.CO).filter(state__in=UNANSWERED).exists()


def _answer(suggestion: Suggestion, reply: Reply, actor: Actor, at: datetime) -> None:
    advance(
        SUGGESTION,
        suggestion,
        "answer",
        actor=actor,
        at=at,
        facts={"round": suggestion.round, "number": reply.document_number, "class": reply.reply_class},
        replied_at=at,
        reply_class=reply.reply_class,
        asked_ids=asked(suggestion, at),
        rated_ids=[],
        paper_ids=[],
    )
    clocks.follow_move(suggestion, "answer", at)
    tell("answered", suggestion, at)


def asked(suggestion: Suggestion, at: datetime) -> list[int]:
    """Whose judgement is waited for, by the rule of the day: every signer's, the lead's for all, or the lead's for those
    who consented (2-domain 1.3, row "joint suggestion: reply to")."""
    whom = RuleBook(suggestion.congress, localdate(at)).text("joint.reply_to")
    if whom == "lead":
        return [suggestion.lead_id]
    entrusted = set(suggestion.entrusted_ids) if whom == "consent" else set()
    return sorted(set(suggestion.signer_ids) - entrusted)


def may_edit(actor: Actor, reply: Reply | None, handling: Handling) -> bool:
    """Is the text open to the actor now?"""
    if reply is not None and reply.state != ReplyState.DRAFTING:
        return False
    return bool(HANDLING.judge(actor, handling, "write")) and bool(policy.may_draft(actor, handling))
