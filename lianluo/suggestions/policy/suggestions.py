"""Who may do what with a suggestion."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.states import UNSUBMITTED, Divided, SuggestionState

if TYPE_CHECKING:
    from lianluo.suggestions.models import Suggestion


def is_lead(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """代表法 art. 24, 36: the deputy's own act."""
    return YES if suggestion.lead_id in actor.own_seat_ids else no(_("只有领衔代表可以办理这一步。"))


def may_submit(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """One matter, with a title, what is the matter and what should be done (2-domain 1.4)."""
    if not (verdict := is_lead(actor, suggestion)):
        return verdict
    if suggestion.lead_id not in actor.seat_ids:
        return no(_("您的任期已经届满，不能再提出新的建议。"))
    if not suggestion.title.strip():
        return no(_("请先写标题。"))
    if not suggestion.proposals.strip():
        return no(_("请先写具体建议。"))
    return YES


def may_write(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """The text may be changed until it is submitted, and again when it came back."""
    if suggestion.state not in UNSUBMITTED:
        return no(_("建议已提交，正文不能再改；如需修改，请联系联工委退回。"))
    return is_lead(actor, suggestion)


def serves_delegation(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """The first gate in session: the staff of the deputy's own delegation."""
    if suggestion.delegation_id in actor.delegation_ids:
        return YES
    return no(_("由该代表所在代表团的工作人员初审。"))


def rests_on_lead(suggestion: "Suggestion") -> Verdict:
    """After it was divided nobody goes on with either half before the lead deputy has agreed (decision 0113)."""
    if suggestion.division == Divided.WAITS:
        return no(_("这件刚分成两件，要等领衔代表确认，或者登记代表的意见。"))
    return YES


def may_review(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """The second gate: the motions-and-suggestions group in session, the deputies' body at any time."""
    if not (verdict := rests_on_lead(suggestion)):
        return verdict
    if actor.is_liaison or (suggestion.session_id and actor.has(RoleKind.SESSION_STAFF)):
        return YES
    return no(_("由大会议案组或联工委审核。"))


def may_send_back(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Each gate may return what lies before it."""
    if suggestion.state == SuggestionState.DELEGATION_REVIEW:
        return serves_delegation(actor, suggestion)
    return may_review(actor, suggestion)


def is_liaison(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """代表法 art. 51: assigned by the standing committee's office or working body."""
    return YES if actor.is_liaison else no(_("由联工委办理这一步。"))


def is_invited(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """A name stands under a suggestion only by the deputy's own confirmation (2-domain 1.4)."""
    if actor.own_seat_ids & set(suggestion.invited_ids):
        return YES
    return no(_("由受邀联名的代表本人确认。"))


def is_cosigner(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """A confirmed co-signer may take the own name back; the lead deputy withdraws the whole."""
    if actor.own_seat_ids & (set(suggestion.signer_ids) - {suggestion.lead_id}):
        return YES
    return no(_("只有已确认的联名代表可以退出联名。"))
