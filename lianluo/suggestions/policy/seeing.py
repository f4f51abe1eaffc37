"""Who may see what. Each line of `seen_by` has its twin in `may_see`; a test compares both over the whole cast."""

from typing import TYPE_CHECKING

from lianluo.kernel.scoping import Q
from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.policy.units import may_dispatch
from lianluo.suggestions.states import NUMBERED, UNSEEN, Consent, SuggestionState

if TYPE_CHECKING:
    from lianluo.suggestions.models import Handling, Suggestion

ENTERED_STATES = (SuggestionState.ENTERED, SuggestionState.WITHDRAWN)
"""What one took in from paper: waiting for the deputy, or disowned by the deputy."""


def seen_by(actor: Actor) -> Q:
    """The suggestions that `actor` may see, as a condition for a query already within the actor's congress."""
    submitted = ~Q(state__in=UNSEEN) & ~Q(state=SuggestionState.WITHDRAWN, submitted_at=None)
    seen = Q(state__in=ENTERED_STATES, submitted_at=None, entered_by=actor.account_id)
    if own := sorted(actor.own_seat_ids):
        seen |= Q(signer_ids__overlap=own) | Q(invited_ids__overlap=own)
    if actor.is_deputy:
        seen |= Q(state__in=NUMBERED, consent=Consent.FULL)
    if actor.is_liaison or actor.has(RoleKind.LEADER):
        seen |= submitted
    if actor.has(RoleKind.SESSION_STAFF):
        seen |= submitted & Q(session__isnull=False)
    if actor.delegation_ids:
        seen |= submitted & Q(session__isnull=False, delegation__in=actor.delegation_ids)
    if actor.has(RoleKind.COMMITTEE):
        seen |= Q(state__in=NUMBERED)
    if units := actor.units():
        seen |= Q(unit_ids__overlap=sorted(units))
    return seen


def sees_any(actor: Actor) -> bool:
    """Whether `seen_by` could let any suggestion of others through for a role of `actor`: administrators, auditors and
    stations read none, and no way leads them to an empty list."""
    readers = (RoleKind.LEADER, RoleKind.SESSION_STAFF, RoleKind.COMMITTEE)
    return bool(actor.is_liaison or actor.has(*readers) or actor.delegation_ids or actor.units())


def may_see(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Twin of `seen_by` for one suggestion in hand."""
    if suggestion.congress_id != actor.congress.pk:
        return no(_("这件建议属于另一级人大。"))
    sent = suggestion.submitted_at is not None
    submitted = suggestion.state not in UNSEEN and (sent or suggestion.state != SuggestionState.WITHDRAWN)
    in_session = submitted and suggestion.session_id is not None
    mine = suggestion.entered_by == actor.account_id
    entered = mine and not sent and suggestion.state in ENTERED_STATES
    grounds = (
        entered,
        bool(actor.own_seat_ids & {*suggestion.signer_ids, *suggestion.invited_ids}),
        actor.is_deputy and suggestion.state in NUMBERED and suggestion.consent == Consent.FULL,
        submitted and (actor.is_liaison or actor.has(RoleKind.LEADER)),
        in_session and actor.has(RoleKind.SESSION_STAFF),
        in_session and suggestion.delegation_id in actor.delegation_ids,
        suggestion.state in NUMBERED and actor.has(RoleKind.COMMITTEE),
        bool(actor.units() & set(suggestion.unit_ids)),
    )
    return YES if any(grounds) else no(_("您没有查看这件建议的权限。"))


def may_read_opinions(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """A co-handler's opinion goes to the lead unit, which states it in the reply (2-domain 1.3): deputies read that."""
    if actor.roles:
        return YES
    return no(_("会办意见送主办单位，综合在答复里。"))


def may_see_draft(actor: Actor, handling: "Handling") -> Verdict:
    """Until it is delivered a reply is the unit's own affair."""
    if handling.unit_id in actor.units():
        return YES
    return no(_("答复送达之前，只有承办单位自己能看。"))


def may_have_sheet(actor: Actor, handling: "Handling") -> Verdict:
    """The assignment sheet goes to the unit and to those who assign and pass on."""
    if actor.is_liaison or handling.unit_id in actor.units() or may_dispatch(actor, handling):
        return YES
    return no(_("交办单只给承办单位和交办机构。"))
