"""延期: asked for in time and with reasons, told to the deputy, granted up to six months (代表法 art. 51)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import EXTENSION, HANDLING
from lianluo.suggestions.models import Extension, Handling
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.bundle import twins
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import ExtensionState
from lianluo.trail import clocks as trail
from lianluo.trail.models import Clock, Event
from lianluo.trail.steps import Refused, advance, begin


def answer_clock(handling: Handling) -> Clock | None:
    """The clock that an extension would move."""
    kinds = clocks.ANSWER_KINDS
    return next((c for c in trail.of(handling) if c.kind in kinds and c.stopped_at is None), None)


@transaction.atomic
def ask_longer(
    handling: Handling, *, until: date, reason: str, told_deputy: str, actor: Actor, at: datetime
) -> Extension:
    """Ask for more time. Raises `Refused` when it is too late, too long, or the deputy was not told."""
    clock = answer_clock(handling)
    if clock is None:
        raise Refused(_("没有正在计算的答复期限。"))
    if localdate(at) > clock.due_on:
        raise Refused(_("答复期限已过，不能再申请延期，请尽快答复代表。"))
    if until <= clock.due_on:
        raise Refused(Sentence(_("现在的期限是{day}，请选择更晚的日期。"), day=clock.due_on.isoformat()))
    if clock.hard_on and until > clock.hard_on:
        raise Refused(Sentence(_("最迟只能延到{day}（交办之日起六个月）。"), day=clock.hard_on.isoformat()))
    if not told_deputy.strip():
        raise Refused(_("请先告知代表，并写明告知的时间和方式。"))
    others = _also_asking(handling, until)
    advance(HANDLING, handling, "ask_longer", actor=actor, at=at, facts={"until": until, "reason": reason})
    extension = Extension(
        congress=handling.congress,
        handling=handling,
        until=until,
        reason=reason,
        told_deputy=told_deputy,
        requested_at=at,
    )
    begin(EXTENSION, extension, actor=actor, at=at)
    tell("longer_asked", handling.suggestion, at, note=f"{handling.unit}：{reason}")
    for other in others:
        ask_longer(other, until=until, reason=reason, told_deputy=told_deputy, actor=actor, at=at)
    return extension


def _also_asking(handling: Handling, until: date) -> list[Handling]:
    """The unit's parts in the same bundle that this day would help and for which no time was asked yet."""
    found = []
    for other in twins(handling, "ask_longer"):
        clock = answer_clock(other)
        helped = clock and clock.due_on < until and (clock.hard_on is None or until <= clock.hard_on)
        if helped and not other.extensions.filter(state=ExtensionState.REQUESTED).exists():
            found.append(other)
    return found


def _asked_together(extension: Extension) -> list[Extension]:
    """The same request for the other parts of the bundle."""
    parts = {one.pk: one for one in twins(extension.handling, "ask_longer")}
    rows = Extension.objects.within(extension.congress.scope).filter(handling__in=parts)
    same = rows.filter(state=ExtensionState.REQUESTED, until=extension.until).select_related("congress")
    found = list(same.order_by("pk"))
    for one in found:
        one.handling = parts[one.handling_id]
    return found


@transaction.atomic
def grant(extension: Extension, *, actor: Actor, at: datetime, decision: str = "") -> Event:
    """The new day holds; the statutory day stays visible beside it."""
    others = _asked_together(extension)
    facts = {"until": extension.until, "decision": decision}
    event = advance(
        EXTENSION, extension, "grant", actor=actor, at=at, facts=facts, decision=decision, decided_at=at
    )
    clocks.extend(extension.handling, extension.until)
    tell("longer_decided", extension.handling.suggestion, at, note=decision)
    for other in others:
        grant(other, actor=actor, at=at, decision=decision)
    return event


@transaction.atomic
def refuse(extension: Extension, *, actor: Actor, at: datetime, decision: str) -> Event:
    """The old day holds."""
    others = _asked_together(extension)
    facts = {"decision": decision}
    event = advance(
        EXTENSION, extension, "refuse", actor=actor, at=at, facts=facts, decision=decision, decided_at=at
    )
    tell("longer_decided", extension.handling.suggestion, at, note=decision)
    for other in others:
        refuse(other, actor=actor, at=at, decision=decision)
    return event
