"""延期: asked for in time and with reasons, told to the deputy, up to six months (代表法 art. 51).

Whose consent it needs differs by congress (2-domain 1.3): the assigning body, the deputy, or nobody's beyond telling.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import Sentence, _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import EXTENSION, HANDLING
from lianluo.suggestions.models import Extension, Handling
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.bundle import twins
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import UNANSWERED, ExtensionState, LongerBy, Mode
from lianluo.trail import clocks as trail
from lianluo.trail.attachments import Upload, attach
from lianluo.trail.files import as_facts
from lianluo.trail.models import Clock, Event
from lianluo.trail.steps import Refused, advance, begin


def answer_clock(handling: Handling) -> Clock | None:
    """The clock that an extension would move."""
    kinds = clocks.ANSWER_KINDS
    return next((c for c in trail.of(handling) if c.kind in kinds and c.stopped_at is None), None)


@dataclass(frozen=True, slots=True)
class Limits:
    """Between which days more time may be asked for. `latest` None: the law names no outermost day."""

    due: date
    latest: date | None


def limits(handling: Handling) -> Limits | None:
    """Not beyond six months from assignment; a co-handler not beyond the day on which the lead unit answers."""
    clock = answer_clock(handling)
    if clock is None:
        return None
    latest = clock.hard_on
    if handling.mode == Mode.CO:
        lead = handling.suggestion.handlings.filter(mode=Mode.LEAD, state__in=UNANSWERED).first()
        latest = lead.due_on if lead else None
    return Limits(clock.due_on, latest)


def consent_of(handling: Handling, day: date) -> LongerBy:
    """Whose consent the congress asks for on `day` (rule `extension.consent`)."""
    return LongerBy(RuleBook(handling.congress, day).text("extension.consent"))


def in_time(found: Limits | None, today: date) -> Verdict:
    """May more time still be asked for today?"""
    if found is None:
        return no(_("没有正在计算的答复期限。"))
    return YES if today <= found.due else no(_("答复期限已过，不能再申请延期，请尽快答复代表。"))


def _demand_in_time(handling: Handling, until: date, today: date) -> None:
    found = limits(handling)
    if not (verdict := in_time(found, today)) or found is None:
        raise Refused(str(verdict.reason))
    if until <= found.due:
        raise Refused(Sentence(_("现在的期限是{day}，请选择更晚的日期。"), day=found.due.isoformat()))
    if found.latest and until > found.latest:
        raise Refused(Sentence(_("最迟只能延到{day}。"), day=found.latest.isoformat()))


def _demand_told(handling: Handling, told_on: date, told_deputy: str, today: date) -> None:
    if not told_deputy.strip():
        raise Refused(_("请先告知代表，并写明告知的时间和方式。"))
    if told_on > today:
        raise Refused(_("告知代表的日期不能晚于今天。"))
    if told_on < localdate(handling.assigned_at):
        raise Refused(_("告知代表的日期不能早于交办之日。"))


@transaction.atomic
def ask_longer(
    handling: Handling,
    *,
    until: date,
    reason: str,
    told_on: date,
    told_deputy: str,
    proof: "Upload | None" = None,
    actor: Actor,
    at: datetime,
) -> Extension:
    """Ask for more time. Raises `Refused` when it is too late, too long, or the deputy was not told."""
    today = localdate(at)
    _demand_in_time(handling, until, today)
    _demand_told(handling, told_on, told_deputy, today)
    if not (verdict := HANDLING.judge(actor, handling, "ask_longer")):
        raise Refused(str(verdict.reason))
    if handling.extensions.filter(state=ExtensionState.REQUESTED).exists():
        raise Refused(_("已经有一个延期申请等待同意。"))
    others = _also_asking(handling, until)
    kept = attach(handling, proof, actor=actor, at=at, kind="told") if proof else None
    told = {"told_on": told_on, "told_deputy": told_deputy, "files": as_facts([kept] if kept else [])}
    facts = {"until": until, "reason": reason, **told}
    advance(HANDLING, handling, "ask_longer", actor=actor, at=at, facts=facts)
    extension = Extension(
        congress=handling.congress, handling=handling, until=until, reason=reason, told_on=told_on,
        told_deputy=told_deputy, proof=kept, consent=consent_of(handling, today), requested_at=at,
    )  # fmt: skip
    begin(EXTENSION, extension, actor=actor, at=at, facts={"consent": extension.consent})
    _follow(extension, actor, at)
    for other in others:
        said = {"reason": reason, "told_on": told_on, "told_deputy": told_deputy, "proof": proof}
        ask_longer(other, until=until, **said, actor=actor, at=at)  # type: ignore[arg-type]
    return extension


def _also_asking(handling: Handling, until: date) -> list[Handling]:
    """The unit's parts in the same bundle that this day would help and for which no time was asked yet."""
    found = []
    for other in twins(handling, "ask_longer"):
        span = limits(other)
        helped = span and span.due < until and (span.latest is None or until <= span.latest)
        if helped and not other.extensions.filter(state=ExtensionState.REQUESTED).exists():
            found.append(other)
    return found


def _asked_together(extension: Extension) -> list[Extension]:
    """The same request for the other parts of the bundle. Where deputies consent, each speaks for the own one only."""
    if extension.consent == LongerBy.DEPUTY:
        return []
    parts = {one.pk: one for one in twins(extension.handling, "ask_longer")}
    rows = Extension.objects.within(extension.congress.scope).filter(handling__in=parts)
    same = rows.filter(state=ExtensionState.REQUESTED, until=extension.until).exclude(consent=LongerBy.DEPUTY)
    found = list(same.select_related("congress").order_by("pk"))
    for one in found:
        one.handling = parts[one.handling_id]
    return found


def _follow(extension: Extension, actor: Actor, at: datetime) -> None:
    """Whoever has to consent is asked, the deputy is told, or by rule the new day holds at once."""
    case, note = extension.handling.suggestion, f"{extension.handling.unit}：{extension.reason}"
    if extension.consent == LongerBy.TOLD:
        facts = {"until": extension.until}
        advance(EXTENSION, extension, "take_effect", actor=actor, at=at, facts=facts, decided_at=at)
        clocks.extend(extension.handling, extension.until)
        tell("longer_taken", case, at, note=note)
    elif extension.consent == LongerBy.DEPUTY:
        tell("longer_consent", case, at, note=note)
    else:
        tell("longer_asked", case, at, note=note)
        tell("longer_told", case, at, note=note)


def speaks_for_deputy(extension: Extension, actor: Actor) -> bool:
    """Somebody else writes down what the deputy decided."""
    lead = extension.handling.suggestion.lead_id
    return extension.consent == LongerBy.DEPUTY and lead not in actor.seat_ids


def _demand_words(extension: Extension, actor: Actor, decision: str) -> None:
    if not EXTENSION.judge(actor, extension, "grant"):
        return  # the step itself says why not
    if speaks_for_deputy(extension, actor) and not decision.strip():
        raise Refused(_("请写明代表是什么时候、怎样答复的。"))


@transaction.atomic
def grant(extension: Extension, *, actor: Actor, at: datetime, decision: str = "") -> Event:
    """The new day holds; the statutory day stays visible beside it."""
    _demand_words(extension, actor, decision)
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
    _demand_words(extension, actor, decision)
    others = _asked_together(extension)
    facts = {"decision": decision}
    event = advance(
        EXTENSION, extension, "refuse", actor=actor, at=at, facts=facts, decision=decision, decided_at=at
    )
    tell("longer_decided", extension.handling.suggestion, at, note=decision)
    for other in others:
        refuse(other, actor=actor, at=at, decision=decision)
    return event
