"""不满意之后: 研判, a meeting of both sides, experts, and the next round where that is what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import HANDLING, SUGGESTION
from lianluo.suggestions.models import Assessment, Handling, Meeting, Suggestion, Triage
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.assignment import live_handlings
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import MINUTES, HandlingState, Mode, Settled, TriageOutcome
from lianluo.trail.attachments import attach_all
from lianluo.trail.files import as_facts
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance

FIRST = (TriageOutcome.REDO, TriageOutcome.EXPLAINED, TriageOutcome.MEETING)
AGAIN = {
    "meeting": TriageOutcome.MEETING,
    "experts": TriageOutcome.EXPERTS,
    "explained": TriageOutcome.EXPLAINED,
}
SETTLES = {
    TriageOutcome.EXPLAINED: Settled.EXPLAINED,
    TriageOutcome.MEETING: Settled.MEETING,
    TriageOutcome.EXPERTS: Settled.EXPERTS,
}


def outcomes(suggestion: Suggestion, at: datetime) -> tuple[TriageOutcome, ...]:
    """What may come of a triage: anything after the first answer; after the second what `redo.still_dissatisfied` says
    (2-domain 1.3); what was taken up again is handled again."""
    if suggestion.settled == Settled.REOPENED:
        return (TriageOutcome.REDO, TriageOutcome.EXPLAINED)
    if suggestion.round < 2:
        return FIRST
    rule = RuleBook(suggestion.congress, localdate(at)).text("redo.still_dissatisfied")
    return (AGAIN[rule],)


@transaction.atomic
def triage(
    suggestion: Suggestion,
    *,
    outcome: str,
    talk_deputy: str,
    talk_unit: str,
    note: str = "",
    actor: Actor,
    at: datetime,
) -> Event:
    """The deputies' body has talked with both and decides; when it goes back to the units, the next round begins."""
    if outcome not in outcomes(suggestion, at):
        raise Refused(_("按本级规则，本轮不能这样处理，请从所列办法中选择。"))
    facts = {"outcome": outcome, "deputy": talk_deputy, "unit": talk_unit, "note": note}
    settled = SETTLES.get(TriageOutcome(outcome), suggestion.settled)
    event = advance(SUGGESTION, suggestion, "triage", actor=actor, at=at, facts=facts, settled=settled)
    Triage.objects.create(
        suggestion=suggestion,
        round=suggestion.round,
        outcome=outcome,
        talk_deputy=talk_deputy,
        talk_unit=talk_unit,
        note=note,
        by=actor.name,
        at=at,
    )
    if outcome == TriageOutcome.REDO:
        rework(suggestion, actor=actor, at=at, note=note or talk_deputy)
    else:
        tell(f"triaged_{outcome}", suggestion, at, note=note)
    return event


@transaction.atomic
def rework(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str) -> Event:
    """Back to the units that answered, as a new round with a clock of its own."""
    return _next_round(suggestion, "rework", note, actor, at)


def _next_round(suggestion: Suggestion, move: str, note: str, actor: Actor, at: datetime) -> Event:
    going = to_go_back(suggestion)
    event = advance(
        SUGGESTION,
        suggestion,
        move,
        actor=actor,
        at=at,
        facts={
            "note": note,
            "round": suggestion.round + 1,
            "units": [str(one.unit) for one in going],
        },
        round=suggestion.round + 1,
        asked_ids=[],
        rated_ids=[],
        paper_ids=[],
        redo_wanted=False,
        settled="",
    )
    clocks.follow_move(suggestion, move, at)
    for handling in going:
        facts = {"note": note, "round": suggestion.round}
        advance(HANDLING, handling, "rework", actor=actor, at=at, facts=facts, round=suggestion.round)
        clocks.start_rework(handling, at)
    clocks.lead_due(suggestion)
    tell("reworked", suggestion, at, note=note)
    return event


def to_go_back(suggestion: Suggestion) -> list[Handling]:
    """Where several units answered apart, those whose answer did not satisfy; otherwise all that answered."""
    rows = live_handlings(suggestion).exclude(mode=Mode.CO).filter(state=HandlingState.REPLIED)
    answered = list(rows.order_by("pk"))
    wanted = [one for one in answered if one.mode == Mode.SEPARATE and one.redo_wanted]
    return wanted or answered


@dataclass(frozen=True, kw_only=True)
class Minutes:
    """The record of a meeting of both sides (2-domain 6.2 面复记录)."""

    held_at: datetime
    place: str
    chair: str
    deputies_side: str
    units_side: str
    others: str = ""
    deputies_said: str
    units_said: str
    agreed: str
    more: bool = False


@transaction.atomic
def meet(
    suggestion: Suggestion,
    minutes: Minutes,
    *,
    files: Sequence[Any] = (),
    signed: bool = False,
    actor: Actor,
    at: datetime,
) -> Event:
    """面商 is on record. It holds when the deputy confirms it, or has `signed` the paper whose scan is attached."""
    if signed and not files:
        raise Refused(_("代表已在纸质记录上签名的，请附上扫描件。"))
    if minutes.held_at > at:
        raise Refused(_("面商时间不能晚于现在，开过以后再记录。"))
    kept = attach_all(suggestion, files, actor=actor, at=at, kind=MINUTES)
    facts = vars(minutes) | {"signed": signed, "round": suggestion.round, "files": as_facts(kept)}
    facts["held_at"] = minutes.held_at.isoformat(timespec="minutes")
    settled = Settled.MET if signed else Settled.RECORDED
    event = advance(SUGGESTION, suggestion, "meet", actor=actor, at=at, facts=facts, settled=settled)
    meeting = Meeting.objects.create(
        suggestion=suggestion, round=suggestion.round, by=actor.name, at=at, **vars(minutes)
    )
    tell("met", suggestion, at)
    if signed:
        _holds(meeting, str(suggestion.lead.person), suggestion, actor, at)
    return event


@transaction.atomic
def confirm_meeting(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """The lead deputy has read the record and agrees that it says what was said."""
    event = advance(SUGGESTION, suggestion, "confirm_meeting", actor=actor, at=at, settled=Settled.MET)
    tell("meeting_confirmed", suggestion, at)
    _holds(_open_meeting(suggestion), actor.name, suggestion, actor, at)
    return event


@transaction.atomic
def object_meeting(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str) -> Event:
    """The record is not what was said: the staff writes it anew; this one stays with the objection."""
    facts = {"note": note}
    event = advance(
        SUGGESTION, suggestion, "object_meeting", actor=actor, at=at, facts=facts, settled=Settled.MEETING
    )
    meeting = _open_meeting(suggestion)
    meeting.objected_at, meeting.objection = at, note
    meeting.save(update_fields=["objected_at", "objection"])
    tell("meeting_objected", suggestion, at, note=note)
    return event


def _open_meeting(suggestion: Suggestion) -> Meeting:
    rows = suggestion.meetings.filter(round=suggestion.round, confirmed_at=None, objected_at=None)
    meeting: Meeting = rows.latest("pk")
    return meeting


def _holds(meeting: Meeting, who: str, suggestion: Suggestion, actor: Actor, at: datetime) -> None:
    meeting.confirmed_at, meeting.confirmed_by = at, who
    meeting.save(update_fields=["confirmed_at", "confirmed_by"])
    if meeting.more:
        _next_round(suggestion, "go_on", meeting.agreed, actor, at)


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What experts found, and whether more is to be done."""

    held_on: date
    experts: str
    findings: str
    conclusion: str
    more: bool = False


@transaction.atomic
def assess(
    suggestion: Suggestion, found: Findings, *, files: Sequence[Any] = (), actor: Actor, at: datetime
) -> Event:
    """What the experts conclude must be done (HEN 2017): another round, or the handling was good enough."""
    kept = attach_all(suggestion, files, actor=actor, at=at)
    facts = vars(found) | {"round": suggestion.round, "files": as_facts(kept)}
    event = advance(
        SUGGESTION, suggestion, "assess", actor=actor, at=at, facts=facts, settled=Settled.ASSESSED
    )
    Assessment.objects.create(
        suggestion=suggestion, round=suggestion.round, by=actor.name, at=at, **vars(found)
    )
    tell("assessed", suggestion, at, note=found.conclusion)
    if found.more:
        _next_round(suggestion, "go_on", found.conclusion, actor, at)
    return event
