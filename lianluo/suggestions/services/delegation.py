"""代表团建议: discussed by the whole delegation, signed by its head, in session only (2-domain 1.3, 1.2)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.congress.sessions import current_session
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.people.models import Seat
from lianluo.people.roles import SeatState
from lianluo.suggestions import policy
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Discussion, Suggestion
from lianluo.suggestions.services.joint import invite, latest
from lianluo.suggestions.states import Kind
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """The full meeting of the delegation: when, how many came of how many."""

    held_on: date
    present: int
    members: int


def head_of(suggestion: Suggestion) -> Seat | None:
    """The head of the lead deputy's delegation, as the roster says."""
    rows = Seat.objects.within(suggestion.congress.scope).select_related("person", "delegation")
    found: Seat | None = rows.filter(
        delegation=suggestion.delegation_id, is_head=True, state=SeatState.ACTIVE
    ).first()
    return found


@transaction.atomic
def for_delegation(suggestion: Suggestion, meeting: Meeting, *, actor: Actor, at: datetime) -> Event:
    """Record the discussion and ask the head to sign; when the head writes it, that is the signature."""
    latest(suggestion)
    by_rule = policy.open_by_rule("for_delegation", RuleBook(suggestion.congress, localdate(at)))
    if not by_rule:
        raise Refused(str(by_rule.reason))
    if current_session(suggestion.congress, at) is None:
        raise Refused(_("代表团建议只在大会期间提出。"))
    if not 1 <= meeting.present <= meeting.members:
        raise Refused(_("到会人数应在 1 和应到人数之间。"))
    head = head_of(suggestion)
    if head is None:
        raise Refused(_("名册里还没有登记本代表团的团长，请联系联工委登记。"))
    facts = {"on": meeting.held_on.isoformat(), "present": meeting.present, "members": meeting.members}
    event = advance(
        SUGGESTION,
        suggestion,
        "for_delegation",
        actor=actor,
        at=at,
        facts=facts | {"head": str(head.person)},
        kind=Kind.DELEGATION,
    )
    known = {"held_on": meeting.held_on, "present": meeting.present, "members": meeting.members}
    rows = Discussion.objects.within(suggestion.congress.scope)
    rows.update_or_create(suggestion=suggestion, defaults=known | {"head": head})
    if head.pk not in {*suggestion.signer_ids, *suggestion.invited_ids}:
        invite(suggestion, [head], actor=actor, at=at)
    return event


@transaction.atomic
def for_oneself(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """Not in the delegation's name after all; the names that stand under it stay."""
    latest(suggestion)
    if suggestion.kind != Kind.DELEGATION:
        raise Refused(_("这件不是以代表团名义提出的。"))
    kind = Kind.JOINT if len(suggestion.signer_ids) > 1 else Kind.SINGLE
    event = advance(SUGGESTION, suggestion, "for_oneself", actor=actor, at=at, kind=kind)
    Discussion.objects.within(suggestion.congress.scope).filter(suggestion=suggestion).delete()
    return event


def head_id(suggestion: Suggestion) -> int:
    """The seat named in the record of the discussion; 0 without one."""
    rows = Discussion.objects.within(suggestion.congress.scope).filter(suggestion=suggestion)
    return rows.values_list("head_id", flat=True).first() or 0
