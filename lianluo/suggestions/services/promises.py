"""承诺台账: made with the reply, reported on, kept, changed with a reason, judged by the deputies (2-domain 1.12)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions import deadlines
from lianluo.suggestions.flow import PROMISE
from lianluo.suggestions.models import Promise, PromiseRating, PromiseStep, Reply
from lianluo.suggestions.selectors.letters import promised
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.evidence import keep_files
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import Satisfaction
from lianluo.trail import clocks as trail
from lianluo.trail.attachments import Upload
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance, begin


def make_promises(reply: Reply, *, actor: Actor, at: datetime) -> list[Promise]:
    """With the signature: what the reply promises goes into the ledger."""
    made = []
    for row in promised(reply):
        planned = date.fromisoformat(row["planned_on"])
        promise = Promise(
            congress=reply.congress,
            handling=reply.handling,
            unit=reply.handling.unit,
            reply=reply,
            text=row["text"],
            responsible=row["responsible"],
            made_on=localdate(at),
            planned_on=planned,
            stages=list(row.get("stages") or []),
        )
        facts = {"text": promise.text, "until": planned, "responsible": promise.responsible}
        begin(PROMISE, promise, actor=actor, at=at, facts=facts)
        made.append(promise)
    return made


@transaction.atomic
def report(
    promise: Promise, *, actor: Actor, at: datetime, on: date, text: str, files: Sequence[Upload] = ()
) -> Event:
    """通报进展: the deputies read it and may judge it within `promise.rating_limit`."""
    return _told(promise, "report", actor=actor, at=at, on=on, text=text, files=files)


@transaction.atomic
def keep_promise(
    promise: Promise, *, actor: Actor, at: datetime, on: date, text: str, files: Sequence[Upload] = ()
) -> Event:
    """落实完成."""
    return _told(promise, "keep", actor=actor, at=at, on=on, text=text, files=files, ended_on=on)


def _told(
    promise: Promise,
    move: str,
    *,
    actor: Actor,
    at: datetime,
    on: date,
    text: str,
    files: Sequence[Upload],
    **changes: Any,
) -> Event:
    if on > localdate(at):
        raise Refused(_("日期不能晚于今天。"))
    step = PromiseStep.objects.create(promise=promise, on=on, text=text, by_name=actor.name, at=at)
    kept = keep_files(promise, files, step.file_kind, actor=actor, at=at)
    facts = {"on": on, "text": text} | ({"files": kept} if kept else {})
    event = advance(PROMISE, promise, move, actor=actor, at=at, facts=facts, told_on=localdate(at), **changes)
    clocks.run(promise, deadlines.PROMISE_RATING, localdate(at))
    tell("promise_reported", promise.handling.suggestion, at, note=f"{promise.text}：{text[:200]}")
    return event


@transaction.atomic
def carry_on(promise: Promise, *, actor: Actor, at: datetime, until: date, reason: str) -> Event:
    """结转: still promised, with a later day and the reason."""
    if until <= promise.planned_on:
        raise Refused(_("新的期限要晚于原来的期限。"))
    facts = {"until": until, "reason": reason, "from": promise.planned_on}
    event = advance(PROMISE, promise, "carry_on", actor=actor, at=at, facts=facts, planned_on=until)
    tell("promise_changed", promise.handling.suggestion, at, note=reason)
    return event


@transaction.atomic
def change(
    promise: Promise,
    *,
    actor: Actor,
    at: datetime,
    reason: str,
    signer: str,
    files: Sequence[Upload] = (),
) -> Event:
    """调整: it will not be kept as it was made; the leader-signed explanation is kept with it."""
    kept = keep_files(promise, files, "change", actor=actor, at=at)
    facts = {"reason": reason, "signer": signer} | ({"files": kept} if kept else {})
    day = localdate(at)
    event = advance(
        PROMISE,
        promise,
        "change",
        actor=actor,
        at=at,
        facts=facts,
        change_reason=reason,
        change_signer=signer,
        ended_on=day,
        told_on=day,
    )
    clocks.run(promise, deadlines.PROMISE_RATING, localdate(at))
    tell("promise_changed", promise.handling.suggestion, at, note=reason)
    return event


@transaction.atomic
def rate_promise(promise: Promise, *, actor: Actor, at: datetime, result: str, comment: str = "") -> Event:
    """`promise.rated_apart`: how it is kept is judged apart from the reply, once a year by each who signed."""
    if not RuleBook(promise.congress, localdate(at)).flag("promise.rated_apart"):
        raise Refused(_("按本级规则，承诺落实不单独评价。"))
    if result == Satisfaction.DISSATISFIED and not comment.strip():
        raise Refused(_("评“不满意”的，请写明意见。"))
    year, own = localdate(at).year, sorted(actor.seat_ids & set(promise.handling.suggestion.signer_ids))
    if own and promise.ratings.filter(seat=own[0], year=year).exists():
        raise Refused(_("您今年已经评价过这项承诺。"))
    facts = {"result": result, "comment": comment.strip()}
    event = advance(PROMISE, promise, "rate_promise", actor=actor, at=at, facts=facts)
    PromiseRating.objects.create(
        promise=promise, seat_id=own[0], year=year, result=result, comment=comment.strip(), at=at
    )
    if all_rated(promise, year):
        trail.stop(promise, *PROMISE.moves["rate_promise"].ends_clock, at=at)
    tell("promise_rated", promise.handling.suggestion, at, note=comment)
    return event


def all_rated(promise: Promise, year: int) -> bool:
    """Has everybody who signed judged it this year?"""
    given = set(promise.ratings.filter(year=year).values_list("seat", flat=True))
    return given >= set(promise.handling.suggestion.signer_ids)


@transaction.atomic
def look_back(promise: Promise, *, actor: Actor, at: datetime, result: str, text: str) -> Event:
    """回头看: what the deputies' body found when it looked again."""
    return advance(
        PROMISE,
        promise,
        "look_back",
        actor=actor,
        at=at,
        facts={"result": result, "text": text},
        look_back=result,
        look_back_text=text,
        look_back_on=localdate(at),
    )
