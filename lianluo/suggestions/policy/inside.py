"""Who does what inside a unit, and what the deputy says to it."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.policy.units import WRITERS, of_unit

if TYPE_CHECKING:
    from lianluo.suggestions.models import Handling, Promise, Suggestion

DESK = (*WRITERS, RoleKind.UNIT_REVIEWER)


def may_note(actor: Actor, handling: "Handling") -> Verdict:
    """Whoever works on it in the unit writes down talks and progress."""
    return of_unit(actor, handling, *DESK)


def may_hand_over(actor: Actor, handling: "Handling") -> Verdict:
    """The handler passes it on; so do those above, when somebody is away."""
    return of_unit(actor, handling, *DESK)


def is_proposer(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Who signed the suggestion."""
    if actor.seat_ids & set(suggestion.signer_ids):
        return YES
    return no(_("由提出建议的代表办理这一步。"))


def may_answer_contact(actor: Actor, handling: "Handling") -> Verdict:
    return is_proposer(actor, handling.suggestion)


def may_read_contacts(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Talks and progress are for those who proposed, those who handle and those who watch over it."""
    watching = actor.is_liaison or actor.has(RoleKind.LEADER, RoleKind.COMMITTEE)
    if watching or actor.units() & set(suggestion.unit_ids) or is_proposer(actor, suggestion):
        return YES
    return no(_("沟通记录只给提出建议的代表、承办单位和联工委看。"))


def may_read_note(actor: Actor, handling: "Handling", inside: bool) -> bool:
    """Notes for the unit alone stay there."""
    return handling.unit_id in actor.units() or not inside


def may_rate_promise(actor: Actor, promise: "Promise") -> Verdict:
    """The deputies who proposed judge how it is kept, once something was reported to them."""
    if promise.told_on is None:
        return no(_("承办单位还没有通报落实情况，通报以后再评价。"))
    return is_proposer(actor, promise.handling.suggestion)


def may_keep_promise(actor: Actor, promise: "Promise") -> Verdict:
    """Whose it is now: an heir keeps what its forerunner promised."""
    return of_unit(actor, promise, *DESK)


def may_change_promise(actor: Actor, promise: "Promise") -> Verdict:
    """Giving up or changing what was promised is the signer's word (2-domain 1.12: leader-signed explanation)."""
    if of_unit(actor, promise, RoleKind.UNIT_SIGNER):
        return YES
    return no(_("调整承诺须由承办单位签发人办理，并附领导签字的说明。"))


def may_look_back(actor: Actor, promise: "Promise") -> Verdict:
    """回头看 is the deputies' body's."""
    return YES if actor.is_liaison else no(_("由联工委回头看。"))


def may_return_opinion(actor: Actor, handling: "Handling", lead: "Handling | None") -> Verdict:
    """The lead unit asks a co-handler to mend an unclear opinion (2-domain 1.3: 重庆)."""
    if lead is None or not of_unit(actor, lead, *WRITERS):
        return no(_("由主办单位退回会办意见。"))
    return YES


def may_keep_series(actor: Actor, unit_id: int) -> Verdict:
    """The administrator of a unit sets how its letters are numbered, and moves work between its people."""
    if unit_id in actor.units(RoleKind.UNIT_ADMIN):
        return YES
    return no(_("由承办单位管理员设置。"))
