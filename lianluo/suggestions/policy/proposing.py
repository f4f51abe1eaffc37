"""Who may join, speak for a delegation, enter from paper, and know who proposed."""

from typing import TYPE_CHECKING

from lianluo.kernel.scoping import Q
from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.states import Kind

if TYPE_CHECKING:
    from lianluo.people.models import Seat
    from lianluo.suggestions.models import Suggestion


def may_ask_to_join(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Put one's name under what somebody else raised already, instead of a copy (2-domain 1.4, 一事一议)."""
    if not actor.is_deputy:
        return no(_("只有代表可以申请联名。"))
    if suggestion.confidential:
        return no(_("领衔代表要求不公开姓名，这件不接受申请联名。"))
    if suggestion.kind == Kind.DELEGATION:
        return no(_("这件以代表团名义提出，不接受个人申请联名。"))
    if actor.seat_ids & {*suggestion.signer_ids, *suggestion.invited_ids}:
        return no(_("您已在联名名单里。"))
    if actor.seat_ids & set(suggestion.asking_ids):
        return no(_("您已申请联名，等领衔代表答复。"))
    return YES


def may_admit(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Whoever leads decides whose names stand beside the own one."""
    if suggestion.lead_id not in actor.seat_ids:
        return no(_("由领衔代表决定是否同意联名。"))
    return YES if suggestion.asking_ids else no(_("现在没有代表申请联名。"))


def may_speak_for_delegation(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """A deputy of the delegation writes it down; the head's signature makes it the delegation's (2-domain 1.3)."""
    if suggestion.lead_id not in actor.seat_ids:
        return no(_("只有领衔代表可以办理这一步。"))
    if suggestion.delegation_id is None:
        return no(_("您还没有编入代表团。"))
    return YES


def may_enter_any(actor: Actor) -> Verdict:
    """Does the actor take in suggestions on paper at all?"""
    if actor.is_liaison or actor.delegation_ids or actor.has(RoleKind.SESSION_STAFF):
        return YES
    return no(_("由联工委、代表团和议案组的工作人员代录。"))


def may_enter(actor: Actor, seat: "Seat", *, in_session: bool) -> Verdict:
    """For whom: the deputies' body for every deputy, in session also its own staff and that of the delegation."""
    if not (verdict := may_enter_any(actor)):
        return verdict
    if seat.congress_id != actor.congress.pk:
        return no(_("只能为本级人大的在任代表代录。"))
    if actor.is_liaison:
        return YES
    if not in_session:
        return no(_("闭会期间由联工委代录。"))
    if actor.has(RoleKind.SESSION_STAFF) or seat.delegation_id in actor.delegation_ids:
        return YES
    return no(_("只能为本代表团的代表代录。"))


def found_by_name(actor: Actor, at: str = "") -> Q:
    """The suggestions that `actor` may find by the proposer's name: twin of `may_know_proposer` for a query. `at` is
    the way from the rows to their suggestion."""
    if actor.is_liaison or actor.has(RoleKind.SESSION_STAFF, RoleKind.LEADER, RoleKind.COMMITTEE):
        return Q()
    own = sorted(actor.own_seat_ids)
    facts: dict[str, object] = {"confidential": False, "entered_by": actor.account_id, "lead__in": own}
    facts |= {"signer_ids__overlap": own, "invited_ids__overlap": own, "delegation__in": actor.delegation_ids}
    found = Q(pk__in=())
    for name, value in facts.items():
        found |= Q(**{f"{at}{name}": value})
    return found


def may_know_proposer(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """保密: the deputy asked that units and the public do not read the name (2-domain 1.3, 青岛 18, 山东 11).

    Organs of the congress itself still do: they talk with the deputy and answer for the suggestion."""
    if not suggestion.confidential:
        return YES
    organs = actor.is_liaison or actor.has(RoleKind.SESSION_STAFF, RoleKind.LEADER, RoleKind.COMMITTEE)
    own = actor.own_seat_ids & {suggestion.lead_id, *suggestion.signer_ids, *suggestion.invited_ids}
    staff = suggestion.delegation_id in actor.delegation_ids or suggestion.entered_by == actor.account_id
    if organs or own or staff:
        return YES
    return no(_("代表要求不公开姓名。"))
