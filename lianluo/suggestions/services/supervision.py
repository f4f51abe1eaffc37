"""督办: the special committee that follows a suggestion, and the through train (2-domain 1.1, 1.3)."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.models import Unit
from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.committees import committees, of_topic
from lianluo.suggestions.services.tell import tell
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@transaction.atomic
def supervise(
    suggestion: Suggestion, *, actor: Actor, at: datetime, committee: Unit | None, reason: str = ""
) -> Event:
    """Another committee follows it from now on, or none."""
    if committee and committee.pk == suggestion.committee_id:
        raise Refused(_("督办委员会没有变。"))
    facts = {"from": str(suggestion.committee or ""), "to": str(committee or ""), "reason": reason}
    event = advance(SUGGESTION, suggestion, "supervise", actor=actor, at=at, facts=facts, committee=committee)
    if committee:
        tell("to_supervise", suggestion, at, note=reason)
    return event


@transaction.atomic
def express(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str) -> Event:
    """直通车: the leaders read it at once, and it is assigned before others (2-domain 1.3, QD 20)."""
    verdict = policy.open_by_rule("express", RuleBook(suggestion.congress, localdate(at)))
    if not verdict:
        raise Refused(str(verdict.reason))
    event = advance(
        SUGGESTION, suggestion, "express", actor=actor, at=at, facts={"reason": reason}, is_express=True
    )
    tell("express", suggestion, at, note=reason)
    return event


@transaction.atomic
def instruct(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str) -> Event:
    """督办意见: what the committee expects of the units; they and the deputies' body are told at once."""
    facts = {"committee": str(suggestion.committee or ""), "note": note}
    event = advance(SUGGESTION, suggestion, "instruct", actor=actor, at=at, facts=facts)
    tell("instructed", suggestion, at, note=note)
    return event


def mapped(suggestion: Suggestion, at: datetime) -> Unit | None:
    """The committee to which its topic belongs."""
    day = localdate(at)
    among = list(committees(suggestion.congress, day))
    return of_topic(suggestion.topic, RuleBook(suggestion.congress, day), among)
