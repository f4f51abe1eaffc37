"""联名: co-signers hand their judgement to the lead, or tell the lead what they think; staff enters a paper form."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.judging import Opinion, gather_if_all, say, set_aside
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import OPINION_FORM, SuggestionState
from lianluo.trail.attachments import attach_all
from lianluo.trail.files import as_facts
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


def _by_rule(move: str, suggestion: Suggestion, at: datetime) -> None:
    if not (verdict := policy.open_by_rule(move, RuleBook(suggestion.congress, localdate(at)))):
        raise Refused(str(verdict.reason))


def _seat(actor: Actor, suggestion: Suggestion) -> int:
    return min(actor.own_seat_ids & set(suggestion.signer_ids) - {suggestion.lead_id}, default=0)


@transaction.atomic
def entrust(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """A co-signer consents that the lead receives the answer and judges for both (SD 23)."""
    _by_rule("entrust", suggestion, at)
    seat_id = _seat(actor, suggestion)
    event = advance(
        SUGGESTION,
        suggestion,
        "entrust",
        actor=actor,
        at=at,
        entrusted_ids=sorted({*suggestion.entrusted_ids, seat_id}),
        asked_ids=sorted({*suggestion.asked_ids} - {seat_id}),
    )
    tell("entrusted", suggestion, at, note=actor.name)
    return event


@transaction.atomic
def judge_oneself(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """The co-signer wants to judge in person after all."""
    seat_id = _seat(actor, suggestion)
    asked = {*suggestion.asked_ids}
    if suggestion.state == SuggestionState.REPLIED:
        asked |= {seat_id}
    return advance(
        SUGGESTION,
        suggestion,
        "judge_oneself",
        actor=actor,
        at=at,
        entrusted_ids=sorted({*suggestion.entrusted_ids} - {seat_id}),
        asked_ids=sorted(asked),
    )


@transaction.atomic
def tell_lead(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str) -> Event:
    """What a co-signer thinks of the answer, for the lead who judges for all."""
    facts = {"note": note, "round": suggestion.round}
    event = advance(SUGGESTION, suggestion, "tell_lead", actor=actor, at=at, facts=facts)
    tell("lead_told", suggestion, at, note=f"{actor.name}：{note}")
    return event


@transaction.atomic
def enter_rating(
    suggestion: Suggestion,
    *,
    seat_id: int,
    said: Sequence[Opinion],
    files: Sequence[Any],
    publish_agreed: bool = True,
    actor: Actor,
    at: datetime,
) -> Event:
    """The paper 征询意见表 of a deputy who does not judge on the platform, with its scan; the deputy is told and may
    object. A call by the unit is no judgement (HN 2014)."""
    if seat_id not in set(suggestion.asked_ids) - set(suggestion.rated_ids):
        raise Refused(_("请选择还没有评价的代表。"))
    if not files:
        raise Refused(_("请附上代表签了名的征询意见表扫描件。"))
    seats = {
        row.seat_id: str(row.seat.person) for row in suggestion.signatures.select_related("seat__person")
    }
    names = seats | {suggestion.lead_id: str(suggestion.lead.person)}
    kept = attach_all(suggestion, files, actor=actor, at=at, kind=OPINION_FORM)
    entered = {"for": names.get(seat_id, ""), "files": as_facts(kept)}
    event = say(suggestion, "enter_rating", seat_id, said, publish_agreed, actor, at, entered=entered)
    tell("rated_on_paper", suggestion, at, note=names.get(seat_id, ""))
    gather_if_all(suggestion, actor, at)
    return event


@transaction.atomic
def dispute(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str) -> Event:
    """What was entered is not what the deputy said: it no longer counts, and the deputy judges in person."""
    own = actor.own_seat_ids & set(suggestion.paper_ids)
    seat_id = min(own, default=0)
    set_aside(suggestion, seat_id, at)
    event = advance(
        SUGGESTION,
        suggestion,
        "dispute",
        actor=actor,
        at=at,
        facts={"note": note, "round": suggestion.round},
        rated_ids=sorted({*suggestion.rated_ids} - {seat_id}),
        paper_ids=sorted({*suggestion.paper_ids} - {seat_id}),
        redo_wanted=False,
        settled="",
    )
    clocks.follow_move(suggestion, "dispute", at)
    tell("rating_disputed", suggestion, at, note=note)
    return event
