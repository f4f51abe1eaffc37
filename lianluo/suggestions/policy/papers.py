"""Who may have which paper, beyond seeing the case."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions.policy.proposing import may_know_proposer
from lianluo.suggestions.policy.seeing import may_have_sheet, may_read_opinions, may_see_draft
from lianluo.suggestions.states import ReplyState

if TYPE_CHECKING:
    from lianluo.suggestions.models import Handling, Reply, Suggestion


def may_have_request(actor: Actor, handling: "Handling") -> Verdict:
    """退办（改办）单 and 延期申请: the unit that asked, and those who decide."""
    if may_have_sheet(actor, handling):
        return YES
    return no(_("退办、延期的文书只给承办单位和交办机构。"))


def may_have_opinion(actor: Actor, reply: "Reply") -> Verdict:
    """A delivered opinion is read by those who may read opinions; a draft by its own unit."""
    if reply.state == ReplyState.DELIVERED:
        return may_read_opinions(actor, reply.handling.suggestion)
    return may_see_draft(actor, reply.handling)


def may_have_record(actor: Actor, handling: "Handling") -> Verdict:
    """当面答复记录: the unit that meets the deputies, the deputies who signed, and the deputies' body."""
    signed = actor.seat_ids & set(handling.suggestion.signer_ids)
    if signed or actor.is_liaison or handling.unit_id in actor.units():
        return YES
    return no(_("当面答复记录只给承办单位、提出建议的代表和联工委。"))


def may_have_feedback(actor: Actor, suggestion: "Suggestion", seat_id: int) -> Verdict:
    """征询意见表: the deputy's own; the deputies' body and the units that answered have all of them."""
    if seat_id not in suggestion.signer_ids:
        return no(_("这名代表没有提出这件建议。"))
    if seat_id in actor.seat_ids or actor.is_liaison:
        return YES
    if actor.units() & set(suggestion.unit_ids):
        return may_know_proposer(actor, suggestion)
    return no(_("征询意见表只给代表本人、承办单位和联工委。"))
