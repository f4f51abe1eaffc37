"""评价: who signed judges the answers of a round; when all who are asked have done so, the round is gathered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Handling, Rating, Suggestion
from lianluo.suggestions.scale import Scale, scale
from lianluo.suggestions.services.gathering import gather
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import HandlingState, Mode
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """What one deputy says of the answers, or of the answer of one unit (`handling_id`) where several answer apart."""

    result: str
    attitude: str = ""
    comment: str = ""
    handling_id: int | None = None


def scale_of(suggestion: Suggestion, at: datetime) -> Scale:
    """The congress's scale on that day."""
    return scale(RuleBook(suggestion.congress, localdate(at)))


def answered_apart(suggestion: Suggestion) -> list[Handling]:
    """分办: the parts whose units answered this round; each answer is judged for itself. Empty otherwise."""
    rows = suggestion.handlings.filter(mode=Mode.SEPARATE, round=suggestion.round)
    return list(rows.exclude(state=HandlingState.CANCELLED).select_related("unit").order_by("pk"))


@transaction.atomic
def rate(
    suggestion: Suggestion,
    *,
    actor: Actor,
    at: datetime,
    attitude: str = "",
    result: str = "",
    comment: str = "",
    publish_agreed: bool = True,
    parts: Sequence[Opinion] = (),
) -> Event:
    """A deputy who signed judges (2-domain 1.10); `parts` where several units answered apart.

    When all whose judgement is asked for have judged, the round is gathered.
    """
    said = parts or (Opinion(attitude=attitude, result=result, comment=comment),)
    own = actor.own_seat_ids & set(suggestion.asked_ids) - set(suggestion.rated_ids)
    event = say(suggestion, "rate", min(own, default=0), said, publish_agreed, actor, at)
    gather_if_all(suggestion, actor, at)
    return event


@transaction.atomic
def rerate(
    suggestion: Suggestion,
    *,
    actor: Actor,
    at: datetime,
    attitude: str = "",
    result: str = "",
    comment: str = "",
    publish_agreed: bool = True,
    parts: Sequence[Opinion] = (),
) -> Event:
    """A second thought before the round is gathered: the new judgement counts, the old one is kept."""
    said = parts or (Opinion(attitude=attitude, result=result, comment=comment),)
    seat_id = min(actor.own_seat_ids & set(suggestion.rated_ids), default=0)
    set_aside(suggestion, seat_id, at)
    return say(suggestion, "rerate", seat_id, said, publish_agreed, actor, at)


def say(
    suggestion: Suggestion,
    move: str,
    seat_id: int,
    said: Sequence[Opinion],
    publish_agreed: bool,
    actor: Actor,
    at: datetime,
    *,
    entered: dict[str, Any] | None = None,
) -> Event:
    """The step, and a row for each answer that is judged. `entered`: facts of a paper form."""
    known = scale_of(suggestion, at)
    opinions = [_checked(one, known) for one in _each(suggestion, said)]
    event = advance(
        SUGGESTION,
        suggestion,
        move,
        actor=actor,
        at=at,
        facts=_facts(suggestion, opinions, known, publish_agreed) | (entered or {}),
        rated_ids=sorted({*suggestion.rated_ids, seat_id}),
        paper_ids=sorted(
            {*suggestion.paper_ids, seat_id} if entered else {*suggestion.paper_ids} - {seat_id}
        ),
    )
    who = actor.name if entered else ""
    for one in opinions:
        _keep(suggestion, seat_id, one, known, publish_agreed, who, at)
    tell("rated", suggestion, at, note="\n".join(one.comment for one in opinions if one.comment))
    return event


def _each(suggestion: Suggestion, said: Sequence[Opinion]) -> list[Opinion]:
    """One opinion for each answer: what is said without a unit is said of all of them."""
    apart = [one.pk for one in answered_apart(suggestion)]
    if not apart:
        return [replace(said[0], handling_id=None)]
    if len(said) == 1 and said[0].handling_id is None:
        return [replace(said[0], handling_id=pk) for pk in apart]
    if {one.handling_id for one in said} != set(apart):
        raise Refused(_("请对每个单位的答复分别评价。"))
    return list(said)


def _checked(opinion: Opinion, known: Scale) -> Opinion:
    said = opinion if known.two else replace(opinion, attitude="")
    if not known.knows(said.result) or (known.two and not known.knows(said.attitude)):
        raise Refused(_("请从本级的评价选项中选择。"))
    if known.reason and known.redo(said.attitude, said.result) and not said.comment.strip():
        raise Refused(_("评价“不满意”时，请写明具体意见，承办单位要据此重新办理。"))
    return said


def _facts(
    suggestion: Suggestion, opinions: Sequence[Opinion], known: Scale, publish_agreed: bool
) -> dict[str, Any]:
    """What the history keeps; several answers under `parts`."""
    rows = [
        {
            "attitude": one.attitude,
            "attitude_label": known.label(one.attitude),
            "result": one.result,
            "result_label": known.label(one.result),
            "comment": one.comment,
            "redo": known.redo(one.attitude, one.result),
        }
        for one in opinions
    ]
    base = {"round": suggestion.round, "publish_agreed": publish_agreed}
    if opinions[0].handling_id is None:
        return rows[0] | base
    units = {one.pk: str(one.unit) for one in answered_apart(suggestion)}
    named = zip(rows, opinions, strict=True)
    return base | {"parts": [row | {"unit": units[one.handling_id or 0]} for row, one in named]}


def _keep(
    suggestion: Suggestion,
    seat_id: int,
    said: Opinion,
    known: Scale,
    publish_agreed: bool,
    entered_by: str,
    at: datetime,
) -> None:
    redo = known.redo(said.attitude, said.result)
    worst = known.worst([code for code in (said.attitude, said.result) if code])
    Rating.objects.create(
        suggestion=suggestion,
        round=suggestion.round,
        seat_id=seat_id,
        handling_id=said.handling_id,
        attitude=said.attitude,
        attitude_label=known.label(said.attitude),
        result=said.result,
        result_label=known.label(said.result),
        counts=bool(worst and worst.counts),
        redo=redo,
        reason_asked=redo and known.reason,
        comment=said.comment,
        publish_agreed=publish_agreed,
        entered_by=entered_by,
        at=at,
    )


def set_aside(suggestion: Suggestion, seat_id: int, at: datetime) -> None:
    """The judgement of a seat in this round no longer counts; it stays readable."""
    suggestion.ratings.filter(round=suggestion.round, seat=seat_id, replaced_at=None).update(replaced_at=at)


def gather_if_all(suggestion: Suggestion, actor: Actor, at: datetime) -> None:
    if not outstanding(suggestion):
        gather(suggestion, "rated", scale_of(suggestion, at), actor=actor, at=at)


def outstanding(suggestion: Suggestion) -> set[int]:
    """The seats whose judgement is still waited for."""
    return set(suggestion.asked_ids) - set(suggestion.rated_ids)


@transaction.atomic
def conclude(suggestion: Suggestion, *, actor: Actor, at: datetime, on_record: bool = False) -> Event:
    """The period is over and not all have answered: the round is rated by those who did (2-domain 1.3).

    Where the silent are left out of the rate, they must have been reminded first (CQ 29); not so for what is entered
    from a ledger (`on_record`), which does not tell of reminders.
    """
    if suggestion.due_on and localdate(at) <= suggestion.due_on:
        raise Refused(
            Sentence(_("评价期限到{day}，期满之后才能按未反馈结束。"), day=suggestion.due_on.isoformat())
        )
    known = scale_of(suggestion, at)
    if known.skip_silent and not (on_record or reminded(suggestion)):
        raise Refused(_("提醒过代表，未评价的才能不计入满意率。请先提醒评价。"))
    return gather(suggestion, "conclude", known, actor=actor, at=at)


def reminded(suggestion: Suggestion) -> bool:
    """Were those who are silent reminded in this round?"""
    rows = Event.objects.within(suggestion.congress.scope).filter(
        case_type="suggestion", case_id=suggestion.pk, move="remind"
    )
    return bool(rows.filter(facts__round=suggestion.round).exists())


@transaction.atomic
def remind(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """The deputies whose judgement is waited for are asked once more."""
    event = advance(SUGGESTION, suggestion, "remind", actor=actor, at=at, facts={"round": suggestion.round})
    tell("reminded", suggestion, at)
    return event
