"""交办: to which unit, in which way, with which part (代表法 art. 51)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import EllipsisType

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from lianluo.congress.models import Unit
from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import Sentence, _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import HANDLING, SUGGESTION
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.services import bundle, clocks
from lianluo.suggestions.services.supervision import mapped
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import UNANSWERED, HandlingState, Mode
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance, begin


@dataclass(frozen=True, kw_only=True)
class Task:
    """One unit's share."""

    unit: Unit
    mode: Mode
    part: str = ""


def judge_tasks(tasks: Sequence[Task], on: date) -> Verdict:
    """One sole unit; or one lead with co-handlers; or two and more separate ones (2-domain 1.6)."""
    modes = [task.mode for task in tasks]
    if not tasks:
        return no(_("请选择承办单位。"))
    if len({task.unit.pk for task in tasks}) < len(tasks):
        return no(_("同一个单位只能选一次。"))
    for task in tasks:
        if task.unit.valid_to and task.unit.valid_to <= on:
            return no(Sentence(_("{unit}已撤销，请改选承接其职责的单位。"), unit=task.unit))
    if modes == [Mode.SOLE] or (len(modes) > 1 and set(modes) == {Mode.SEPARATE}):
        return YES
    if modes.count(Mode.LEAD) == 1 and modes.count(Mode.CO) == len(modes) - 1 > 0:
        return YES
    return no(_("请选定一个主办单位和至少一个会办单位；只有一个单位时为单办，各办各的部分时为分办。"))


@transaction.atomic
def assign(
    suggestion: Suggestion,
    tasks: Sequence[Task],
    *,
    actor: Actor,
    at: datetime,
    committee: Unit | EllipsisType | None = ...,
) -> Event:
    """Hand the suggestion to its units and tell everybody whom it concerns (代表法 art. 51)."""
    event = hand_out(suggestion, tasks, actor=actor, at=at, committee=committee)
    for one in (suggestion, *bundle.members(suggestion)):
        _tell_assigned(one, at)
    return event


def _tell_assigned(suggestion: Suggestion, at: datetime) -> None:
    tell("assigned", suggestion, at)
    if suggestion.committee_id:
        tell("to_supervise", suggestion, at)


@transaction.atomic
def hand_out(
    suggestion: Suggestion,
    tasks: Sequence[Task],
    *,
    actor: Actor,
    at: datetime,
    committee: Unit | EllipsisType | None = ...,
) -> Event:
    """Each unit gets a case of its own and the clocks start; whoever calls this tells the people.

    `committee` supervises; left out, the one to which the topic belongs.
    """
    day = localdate(at)
    book = RuleBook(suggestion.congress, day)
    by_rule = policy.may_assign_by_rule(actor, suggestion, book)
    if not (verdict := by_rule and judge_tasks(tasks, day)):
        raise Refused(str(verdict.reason))
    supervisor = mapped(suggestion, at) if isinstance(committee, EllipsisType) else committee
    members = bundle.members(suggestion)
    event = _hand_over(suggestion, "assign", tasks, supervisor, actor, at)
    for member in members:
        _hand_over(member, "assign_along", tasks, supervisor, actor, at)
    return event


def assign_along(
    member: Suggestion, tasks: Sequence[Task], committee: Unit | None, *, actor: Actor, at: datetime
) -> Event:
    """One of a bundle goes to the units of its main one, with clocks of its own."""
    event = _hand_over(member, "assign_along", tasks, committee, actor, at)
    _tell_assigned(member, at)
    return event


def _hand_over(
    suggestion: Suggestion,
    move: str,
    tasks: Sequence[Task],
    supervisor: Unit | None,
    actor: Actor,
    at: datetime,
) -> Event:
    book = RuleBook(suggestion.congress, localdate(at))
    event = advance(
        SUGGESTION,
        suggestion,
        move,
        actor=actor,
        at=at,
        facts=_assigned(tasks, supervisor, book.text("handling.co_term")),
        assigned_at=at,
        round=1,
        committee=supervisor,
    )
    clocks.follow_move(suggestion, move, at)
    for task in tasks:
        hand_to(suggestion, task, actor=actor, at=at)
    keep_units(suggestion)
    clocks.lead_due(suggestion)
    return event


def _assigned(tasks: Sequence[Task], committee: Unit | None, co_term: str) -> dict[str, object]:
    """What the history keeps of an assignment; `way` is what the congress called it on that day."""
    units = [
        {"unit": str(t.unit), "id": t.unit.pk, "mode": t.mode, "part": t.part, "way": t.mode.said(co_term)}
        for t in tasks
    ]
    return {"units": units} | ({"committee": str(committee)} if committee else {})


def hand_to(
    suggestion: Suggestion,
    task: Task,
    *,
    actor: Actor,
    at: datetime,
    since: datetime | None = None,
    replaces: Handling | None = None,
) -> Handling:
    """Open one unit's handling and start its clocks, the answer's from `since` (default: now)."""
    handling = Handling(
        congress=suggestion.congress,
        suggestion=suggestion,
        unit=task.unit,
        mode=task.mode,
        part=task.part,
        round=suggestion.round,
        assigned_at=at,
        replaces=replaces,
    )
    begin(HANDLING, handling, actor=actor, at=at, facts={"unit": str(task.unit), "mode": task.mode})
    clocks.start_answer(handling, since or at)
    clocks.expect_contact(handling, at)
    if task.unit.dispatched_by_id is None:
        hand_on(handling, "pass_through", actor=actor, at=at)
    return handling


def hand_on(handling: Handling, move: str, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """The unit has it now; the days for receipt or objection run from here."""
    facts = {"unit": str(handling.unit)} | ({"note": note} if note else {})
    event = advance(HANDLING, handling, move, actor=actor, at=at, facts=facts)
    clocks.follow_handling(handling, move, at)
    return event


def keep_units(suggestion: Suggestion) -> None:
    """Who sees it for a unit: the units that have it, and the offices through which it reaches them."""
    seen: set[int] = set()
    for handling in live_handlings(suggestion):
        if handling.unit.dispatched_by_id:
            seen.add(handling.unit.dispatched_by_id)
        if handling.state != HandlingState.DISPATCHING:
            seen.add(handling.unit_id)
    suggestion.unit_ids = sorted(seen)
    suggestion.save(update_fields=["unit_ids"])


@transaction.atomic
def urge(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """催办: the units that have not answered are told again; the history keeps who was urged."""
    members = bundle.members(suggestion, "urge")
    event = _urge(suggestion, actor, at, note)
    for member in members:
        _urge(member, actor, at, note)
    return event


def _urge(suggestion: Suggestion, actor: Actor, at: datetime, note: str) -> Event:
    waiting = live_handlings(suggestion).filter(state__in=UNANSWERED)
    units = [str(handling.unit) for handling in waiting]
    event = advance(SUGGESTION, suggestion, "urge", actor=actor, at=at, facts={"units": units, "note": note})
    tell("urged", suggestion, at, note=note)
    return event


def live_handlings(suggestion: Suggestion) -> "QuerySet[Handling]":
    """Its handlings that were not cancelled, with their units."""
    return suggestion.handlings.exclude(state=HandlingState.CANCELLED).select_related("unit", "congress")
