"""`begin` and `advance`: the only writers of the state of a case."""

from datetime import datetime
from typing import Any

from django.db import transaction

from lianluo.kernel.flow import Flow
from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor
from lianluo.trail import chain
from lianluo.trail.follow import followed
from lianluo.trail.models import Case, Event


class Refused(Exception):
    """The move is not allowed. The message is a sentence fit to be shown."""


class Stale(Refused):
    """Somebody else moved the case first."""


@transaction.atomic
def begin(
    flow: Flow, case: Case, *, actor: Actor | None, at: datetime, facts: dict[str, Any] | None = None
) -> Event:
    """Save a new case in the flow's first state and write its first event."""
    case.state, case.trail_seq = flow.start, 1
    case.save(force_insert=True)
    content = {
        "case_type": flow.name,
        "move": "begin",
        "source": "",
        "target": flow.start,
        "facts": facts or {},
    }
    event = _event(case, at, actor, chain.GENESIS, **content)
    event.save(force_insert=True)
    case.trail_hash = bytes(event.hash)
    type(case)._base_manager.filter(pk=case.pk).update(trail_hash=event.hash)
    followed(event, case)
    return event


@transaction.atomic
def advance(
    flow: Flow,
    case: Case,
    move: str,
    *,
    actor: Actor | None,
    at: datetime,
    facts: dict[str, Any] | None = None,
    **changes: Any,
) -> Event:
    """Make the move: judge it, swap the state if nobody was faster, write the event, tell the followers.

    `changes` are other fields of the case that the move sets, in the same swap. `facts` are what the history
    keeps (JSON). Raises `Refused` with the reason, or `Stale` when somebody else moved the case meanwhile.
    """
    verdict = flow.judge(actor, case, move)
    if not verdict:
        raise Refused(str(verdict.reason))
    source, target = case.state, flow.moves[move].target or case.state
    seen = case.trail_seq
    case.trail_seq += 1
    content = {"case_type": flow.name, "move": move, "source": source, "target": target, "facts": facts or {}}
    event = _event(case, at, actor, bytes(case.trail_hash), **content)
    swapped = (
        type(case)
        ._base_manager.filter(pk=case.pk, state=source, trail_seq=seen)
        .update(state=target, trail_seq=event.seq, trail_hash=event.hash, **changes)
    )
    if not swapped:
        case.trail_seq = seen
        raise Stale(_stale_reason(flow, case))
    case.state, case.trail_hash = target, bytes(event.hash)
    for name, value in changes.items():
        setattr(case, name, value)
    event.save(force_insert=True)
    followed(event, case)
    return event


def _event(case: Case, at: datetime, actor: Actor | None, previous: bytes, **content: Any) -> Event:
    """The next event of `case`, digested but not saved. `content`: case_type, move, source, target, facts."""
    values = {
        "congress_id": case.congress_id,
        "case_id": case.pk,
        "seq": case.trail_seq,
        "account_id": actor.account_id if actor else None,
        "actor_name": actor.name if actor else "",
        "actor_role": actor.role_label if actor else "",
        **content,
    }
    digest = chain.link(previous, chain.canonical(values, at))
    return Event(at=at, previous=previous, hash=digest, **values)


def _stale_reason(flow: Flow, case: Case) -> str:
    last = (
        Event.objects.everywhere("the step that was faster on this very case")
        .filter(case_type=flow.name, case_id=case.pk)
        .order_by("-seq")
        .first()
    )
    if last is None:
        return str(_("这件事刚刚被他人处理，请刷新后再看。"))
    label = flow.moves[last.move].label if last.move in flow.moves else last.move
    who, when = last.actor_name or str(_("系统")), f"{last.at.astimezone():%H:%M}"
    return str(
        Sentence(_("{who}已于 {when} 先做了「{move}」，您的操作没有执行。"), who=who, when=when, move=label)
    )
