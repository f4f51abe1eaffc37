"""会办意见: the lead unit sends an unclear one back, and does not sign while one is missing in time."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.kernel.text import Sentence, _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.notices.recipients import Recipients
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import HANDLING, REPLY
from lianluo.suggestions.models import Handling, Reply
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import UNANSWERED, HandlingState, Mode, ReplyState
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@transaction.atomic
def return_opinion(handling: Handling, *, actor: Actor, at: datetime, reason: str) -> Event:
    """退回补正: the co-handler writes again within the days of `co_opinion.redo_limit`; the first opinion is kept."""
    if not (verdict := returnable(handling, actor)):
        raise Refused(str(verdict.reason))
    opinion = handling.replies.filter(state=ReplyState.DELIVERED).select_related("congress").last()
    if opinion is None:
        raise Refused(_("会办意见还没有送来。"))
    facts = {"reason": reason}
    advance(REPLY, opinion, "mend", actor=actor, at=at, facts=facts)
    event = advance(HANDLING, handling, "return_opinion", actor=actor, at=at, facts=facts, replied_at=None)
    clocks.redo_opinion(handling, at)
    tell("opinion_returned", handling.suggestion, at, note=reason, to=Recipients.unit(handling.unit_id))
    return event


def returnable(handling: Handling, actor: Actor) -> Verdict:
    """May the opinion be sent back now?"""
    if handling.mode != Mode.CO:
        return no(_("只有会办意见可以退回补正。"))
    lead = lead_of(handling)
    if not (verdict := policy.may_return_opinion(actor, handling, lead)):
        return verdict
    if lead is not None and lead.state != HandlingState.SIGNED:
        return no(_("主办单位的答复已经送达，会办意见不再退回。"))
    return YES if handling.state == HandlingState.REPLIED else no(_("会办意见还没有送来。"))


def lead_of(handling: Handling) -> Handling | None:
    """The unit that leads."""
    rows = handling.suggestion.handlings.filter(mode=Mode.LEAD).exclude(state=HandlingState.CANCELLED)
    found: Handling | None = rows.select_related("unit").first()
    return found


def missing_opinions(handling: Handling) -> list[Handling]:
    """Co-handlers who have not given theirs."""
    if handling.mode != Mode.LEAD:
        return []
    rows = handling.suggestion.handlings.filter(mode=Mode.CO, state__in=UNANSWERED)
    return list(rows.select_related("unit"))


def demand_opinions(reply: Reply, missing: Sequence[Handling], at: datetime) -> None:
    """Wait for opinions that are still in time; when all that miss are late, the reply must say so."""
    if not missing:
        return
    day, names = localdate(at), "、".join(str(one.unit) for one in missing)
    waiting = [one for one in missing if one.due_on and one.due_on >= day]
    if waiting:
        last = max(one.due_on for one in waiting if one.due_on).isoformat()
        raise Refused(
            Sentence(_("{unit}的会办意见还没有送来，期限是{day}，请先催办或等候。"), unit=names, day=last)
        )
    if not reply.without_opinions:
        raise Refused(
            Sentence(_("{unit}的会办意见逾期未送。请在答复里说明，并在“签发之前”勾选。"), unit=names)
        )
