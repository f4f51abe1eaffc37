"""分办, 异议, 改办: the way from the assignment to the unit whose business it is (2-domain 1.3, 1.6)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.models import Unit
from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import HANDLING, SUGGESTION
from lianluo.suggestions.models import Handling, Objection, Suggestion
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.assignment import Task, hand_on, hand_to, keep_units
from lianluo.suggestions.services.bundle import with_bundle
from lianluo.suggestions.services.tell import tell, tell_former
from lianluo.suggestions.states import HandlingState, Mode
from lianluo.trail import clocks as trail
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@transaction.atomic
@with_bundle("dispatch")
def dispatch(handling: Handling, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """The office passes it on to the unit as proposed, with a word where it has one."""
    return _dispatch(handling, actor, at, note)


def _dispatch(handling: Handling, actor: Actor, at: datetime, note: str) -> Event:
    event = hand_on(handling, "dispatch", actor=actor, at=at, note=note)
    keep_units(handling.suggestion)
    tell("dispatched", handling.suggestion, at, note=note)
    return event


@transaction.atomic
@with_bundle("split")
def split(
    handling: Handling, first: Unit, others: Sequence[Unit], *, actor: Actor, at: datetime, note: str = ""
) -> Event:
    """The office gives it to several of its units: `first` leads, `others` help (rule `dispatch.may_split`)."""
    verdict = policy.open_by_rule("split", RuleBook(handling.congress, localdate(at)))
    if not verdict:
        raise Refused(str(verdict.reason))
    if any(unit.dispatched_by_id != handling.unit.dispatched_by_id for unit in (first, *others)):
        raise Refused(_("只能分给本机构负责分办的单位。"))
    for unit in (first, *others):
        if unit.pk != handling.unit_id:
            _not_twice(handling, unit)
    facts = {"to": "、".join(str(unit) for unit in (first, *others)), "note": note}
    event = advance(HANDLING, handling, "split", actor=actor, at=at, facts=facts, unit=first, mode=Mode.LEAD)
    for unit in others:
        helper = hand_to(
            handling.suggestion, Task(unit=unit, mode=Mode.CO), actor=actor, at=at, since=handling.assigned_at
        )
        hand_on(helper, "pass_through", actor=actor, at=at)
    _dispatch(handling, actor, at, note)
    return event


@transaction.atomic
@with_bundle("redirect")
def redirect(handling: Handling, unit: Unit, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """The office finds that another of its units should have it."""
    if unit.dispatched_by_id != handling.unit.dispatched_by_id:
        raise Refused(_("只能改交本机构负责分办的单位。"))
    _not_twice(handling, unit)
    facts = {"from": str(handling.unit), "to": str(unit), "note": note}
    event = advance(HANDLING, handling, "redirect", actor=actor, at=at, facts=facts, unit=unit)
    keep_units(handling.suggestion)
    return event


@transaction.atomic
@with_bundle("object")
def object_to(
    handling: Handling,
    *,
    actor: Actor,
    at: datetime,
    reason: str,
    basis: str = "",
    proposed: Unit | None = None,
) -> Event:
    """Not our business: within the days for it, with reasons and a proposal whose it is."""
    book = RuleBook(handling.congress, localdate(at))
    running = [clock for clock in trail.of(handling) if clock.kind == "sign_for" and clock.stopped_at is None]
    late = any(clock.due_on < localdate(at) for clock in running)
    if late and not book.flag("objection.late_accepted"):
        raise Refused(_("已超过提出异议的期限，请签收并继续办理。"))
    facts = {"reason": reason, "basis": basis, "proposed": str(proposed or "")}
    event = advance(HANDLING, handling, "object", actor=actor, at=at, facts=facts)
    clocks.follow_handling(handling, "object", at)
    Objection.objects.create(handling=handling, reason=reason, basis=basis, proposed=proposed, at=at)
    tell("objected", handling.suggestion, at, note=f"{handling.unit}：{reason}")
    return event


@transaction.atomic
@with_bundle("uphold")
def uphold(handling: Handling, unit: Unit, *, actor: Actor, at: datetime, decision: str = "") -> Handling:
    """The objection is right: `unit` gets the part, and the clock by rule."""
    _not_twice(handling, unit)
    facts = {"to": str(unit), "decision": decision}
    advance(HANDLING, handling, "uphold", actor=actor, at=at, facts=facts)
    clocks.follow_handling(handling, "uphold", at)
    _decided(handling, upheld=True, decision=decision, at=at)
    heir = _give_to(handling, unit, actor, at)
    tell("reassigned", handling.suggestion, at, note=decision)
    tell_former(handling, unit, at, note=decision)
    return heir


@transaction.atomic
@with_bundle("overrule")
def overrule(handling: Handling, *, actor: Actor, at: datetime, decision: str) -> Event:
    """The unit goes on with it; no self-transfer (2-domain 1.3, row "refusal of return")."""
    event = advance(HANDLING, handling, "overrule", actor=actor, at=at, facts={"decision": decision})
    clocks.follow_handling(handling, "overrule", at)
    _decided(handling, upheld=False, decision=decision, at=at)
    tell("objection_decided", handling.suggestion, at, note=decision)
    return event


@transaction.atomic
@with_bundle("reassign")
def reassign(handling: Handling, unit: Unit, *, actor: Actor, at: datetime, reason: str) -> Handling:
    """The deputies' body changes the unit, for instance at the deputy's wish."""
    _not_twice(handling, unit)
    facts = {"to": str(unit), "reason": reason}
    advance(HANDLING, handling, "reassign", actor=actor, at=at, facts=facts)
    clocks.follow_handling(handling, "reassign", at)
    heir = _give_to(handling, unit, actor, at)
    tell("reassigned", handling.suggestion, at, note=reason)
    tell_former(handling, unit, at, note=reason)
    return heir


@transaction.atomic
@with_bundle("transfer")
def transfer(handling: Handling, unit: Unit, *, actor: Actor, at: datetime, reason: str) -> Handling:
    """The unit passes it on by itself, where the congress's rules allow that (2-domain 1.3, "no self-transfer")."""
    verdict = policy.open_by_rule("transfer", RuleBook(handling.congress, localdate(at)))
    if not verdict:
        raise Refused(str(verdict.reason))
    _not_twice(handling, unit)
    facts = {"to": str(unit), "reason": reason}
    advance(HANDLING, handling, "transfer", actor=actor, at=at, facts=facts)
    clocks.follow_handling(handling, "transfer", at)
    heir = _give_to(handling, unit, actor, at)
    tell("reassigned", handling.suggestion, at, note=reason)
    tell_former(handling, unit, at, note=reason)
    return heir


@transaction.atomic
def question_units(
    suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str, wished: Unit | None = None
) -> Event:
    """The deputy does not agree with the assignment (2-domain 1.3: SH 12, 14; HEN 12)."""
    facts = {"reason": reason, "wished": str(wished or "")}
    event = advance(
        SUGGESTION, suggestion, "question_units", actor=actor, at=at, facts=facts, units_questioned=True
    )
    suggestion.unit_questions.create(seat=suggestion.lead, reason=reason, wished=wished, at=at)
    tell("units_questioned", suggestion, at, note=reason)
    return event


@transaction.atomic
def answer_question(
    suggestion: Suggestion,
    *,
    actor: Actor,
    at: datetime,
    answer: str,
    handling: Handling | None = None,
    unit: Unit | None = None,
) -> Event:
    """The deputies' body answers the deputy; `handling` goes to `unit` where the deputy is right."""
    facts = {"answer": answer, "from": str(handling.unit) if handling else "", "to": str(unit or "")}
    event = advance(
        SUGGESTION, suggestion, "answer_question", actor=actor, at=at, facts=facts, units_questioned=False
    )
    changed = handling is not None and unit is not None
    suggestion.unit_questions.filter(answered_at=None).update(answered_at=at, answer=answer, changed=changed)
    if handling and unit:
        handling.suggestion = suggestion
        reassign(handling, unit, actor=actor, at=at, reason=answer)
    tell("question_answered", suggestion, at, note=answer)
    return event


def _give_to(handling: Handling, unit: Unit, actor: Actor, at: datetime) -> Handling:
    suggestion = handling.suggestion
    restart = RuleBook(handling.congress, localdate(at)).text("reassign.clock") == "restart"
    task = Task(unit=unit, mode=Mode(handling.mode), part=handling.part)
    since = at if restart else handling.assigned_at
    heir = hand_to(suggestion, task, actor=actor, at=at, since=since, replaces=handling)
    if (
        heir.state == HandlingState.DISPATCHING
    ):  # whoever decided has chosen the unit: no second round at the office
        hand_on(heir, "pass_through", actor=actor, at=at)
    keep_units(suggestion)
    clocks.lead_due(suggestion)
    return heir


def _not_twice(handling: Handling, unit: Unit) -> None:
    live = handling.suggestion.handlings.exclude(state=HandlingState.CANCELLED)
    if live.filter(unit=unit).exists():
        raise Refused(_("这个单位已经在承办这件建议。"))


def _decided(handling: Handling, *, upheld: bool, decision: str, at: datetime) -> None:
    handling.objections.filter(decided_at=None).update(upheld=upheld, decision=decision, decided_at=at)
