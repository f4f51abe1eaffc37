"""`begin` and `advance`: the only writers of the state of a case."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from lianluo.kernel.flow import BEGIN, Flow
from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor
from lianluo.trail import chain
from lianluo.trail.facts import plain, text
from lianluo.trail.follow import followed
from lianluo.trail.models import Case, Event
from lianluo.trail.refusals import Refused, Stale

__all__ = ["Refused", "Stale", "advance", "begin"]

OWN_FIELDS = frozenset({"state", "trail_seq", "trail_hash"})
NAME_LENGTH, ROLE_LENGTH = 60, 120


@transaction.atomic
def begin(
    flow: Flow, case: Case, *, actor: Actor | None, at: datetime, facts: dict[str, Any] | None = None
) -> Event:
    """Save a new case in the flow's first state and write its first event."""
    case.state, case.trail_seq = flow.start, 1
    case.save(force_insert=True)
    step = Step(flow.name, BEGIN, "", flow.start, plain(facts or {}))
    event = _event(case, step, actor, at, chain.GENESIS)
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
    keeps (JSON); who stands in for an absent colleague is named with both names. Raises `Refused` with the reason,
    or `Stale` when somebody else moved the case meanwhile.
    """
    if OWN_FIELDS & changes.keys():
        raise TypeError(f"only advance itself writes {sorted(OWN_FIELDS & changes.keys())}")
    verdict = flow.judge(actor, case, move)
    if not verdict:
        raise Refused(str(verdict.reason))
    if actor is not None:
        actor = actor.acting_for(lambda who: flow.judge(who, case, move))
    target = flow.moves[move].target or case.state
    step = Step(flow.name, move, case.state, target, plain(facts or {}))
    event = _event(case, step, actor, at, bytes(case.trail_hash))
    _swap(flow, case, event, changes)
    event.save(force_insert=True)
    followed(event, case)
    return event


def _swap(flow: Flow, case: Case, event: Event, changes: dict[str, Any]) -> None:
    """Compare and swap: the row takes the new state only if it still stands where this actor saw it."""
    untouched = type(case)._base_manager.filter(pk=case.pk, state=event.source, trail_seq=event.seq - 1)
    own = {"state": event.target, "trail_seq": event.seq, "trail_hash": event.hash}
    if not untouched.update(**own, **changes):
        raise Stale(who_was_faster(flow, case, event.at))
    for name, value in (own | changes).items():
        setattr(case, name, value)


class Step(NamedTuple):
    """What happens, before it is known who does it and when."""

    case_type: str
    move: str
    source: str
    target: str
    facts: dict[str, Any]


def _event(case: Case, step: Step, actor: Actor | None, at: datetime, previous: bytes) -> Event:
    """The next event of `case`, digested but not saved."""
    if timezone.is_naive(at):
        raise ValueError("a step needs a time with its zone")
    content = chain.Content(
        congress_id=case.congress_id,
        case_type=step.case_type,
        case_id=case.pk,
        seq=case.trail_seq + (step.move != BEGIN),
        at=chain.moment(at),
        account_id=actor.account_id if actor else None,
        actor_name=text(actor.name)[:NAME_LENGTH] if actor else "",
        actor_role=text(actor.role_label)[:ROLE_LENGTH] if actor else "",
        move=step.move,
        source=step.source,
        target=step.target,
        facts=chain.json_text(step.facts),
    )
    digest = chain.link(previous, chain.canonical(content))
    values = content._asdict() | {"at": at, "facts": step.facts}
    return Event(previous=previous, hash=digest, **values)


def who_was_faster(flow: Flow, case: Case, at: datetime) -> str:
    """The sentence for whoever came second: who did what with this case last, and when."""
    last = (
        Event.objects.everywhere("the step that was faster on this very case")
        .filter(case_type=flow.name, case_id=case.pk)
        .order_by("-seq")
        .first()
    )
    if last is None:
        return str(_("这件事刚刚被他人处理，请刷新后再看。"))
    label = flow.moves[last.move].label if last.move in flow.moves else last.move
    who = str(_("他人")) if case.keeps_names else last.actor_name or str(_("系统"))
    moment = timezone.localtime(last.at)
    same_day = moment.date() == timezone.localtime(at).date()
    when = f"{moment:%H:%M}" if same_day else f"{moment.month}月{moment.day}日 {moment:%H:%M}"
    return str(
        Sentence(_("{who}已于 {when} 先做了「{move}」，您的操作没有执行。"), who=who, when=when, move=label)
    )
