"""Who may do what with a unit's part and with what it writes."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.states import LongerBy, Mode

if TYPE_CHECKING:
    from lianluo.suggestions.models import Extension, Handling, Promise, Reply

WRITERS = (RoleKind.UNIT_HANDLER, RoleKind.UNIT_SIGNER, RoleKind.UNIT_ADMIN)
REGISTRARS = (RoleKind.UNIT_ADMIN, RoleKind.UNIT_HANDLER, RoleKind.UNIT_SIGNER)


def of_unit(actor: Actor, handling: "Handling | Promise", *kinds: str) -> Verdict:
    if handling.unit_id in actor.units(*kinds):
        return YES
    return no(_("由承办单位办理这一步。"))


def may_sign_for(actor: Actor, handling: "Handling") -> Verdict:
    return of_unit(actor, handling, *REGISTRARS)


def may_dispatch(actor: Actor, handling: "Handling") -> Verdict:
    """Second tier: the office through which the unit is reached, else the deputies' body (2-domain 1.6)."""
    office = handling.unit.dispatched_by_id
    if office and office in actor.units(RoleKind.DISPATCHER):
        return YES
    return no(_("由交办机构分办。"))


def may_split(actor: Actor, handling: "Handling") -> Verdict:
    """Part of an answer to a deputy can be shared out; what goes to another unit's lead, or one's own part, cannot."""
    if handling.mode not in (Mode.SOLE, Mode.LEAD):
        return no(_("会办、分办的部分只能分给一个单位。"))
    return may_dispatch(actor, handling)


def may_decide_objection(actor: Actor, handling: "Handling") -> Verdict:
    """The office that dispatched it, or the deputies' body (2-domain 1.3, rows "objection" and "re-assignment")."""
    if actor.is_liaison or may_dispatch(actor, handling):
        return YES
    return no(_("由交办机构或联工委裁定。"))


def may_reassign(actor: Actor, handling: "Handling") -> Verdict:
    """The deputies' body changes a unit, also at the deputy's wish (2-domain 1.2: two in the 2017 session)."""
    return YES if actor.is_liaison else no(_("由联工委调整承办单位。"))


def may_decide_extension(actor: Actor, extension: "Extension") -> Verdict:
    """Consent of the assigning body, or of the lead deputy; then the office may write down what the deputy said."""
    if extension.consent == LongerBy.DEPUTY:
        if extension.handling.suggestion.lead_id in actor.seat_ids or actor.is_liaison:
            return YES
        return no(_("按本级规则，延期由领衔代表同意。"))
    if actor.is_liaison or may_dispatch(actor, extension.handling):
        return YES
    return no(_("由交办机构或联工委审定。"))


def may_draft(actor: Actor, handling: "Handling") -> Verdict:
    return of_unit(actor, handling, *WRITERS)


def may_write_reply(actor: Actor, reply: "Reply") -> Verdict:
    return of_unit(actor, reply.handling, *WRITERS)


def may_review_reply(actor: Actor, reply: "Reply") -> Verdict:
    if of_unit(actor, reply.handling, RoleKind.UNIT_REVIEWER, RoleKind.UNIT_SIGNER):
        return YES
    return no(_("由承办单位审核人审核。"))


def may_sign_reply(actor: Actor, reply: "Reply") -> Verdict:
    """主要负责人签发 (2-domain 1.9). A reply needs its text, its number and, to a deputy, its class."""
    if not of_unit(actor, reply.handling, RoleKind.UNIT_SIGNER):
        return no(_("由承办单位签发人签发。"))
    if not reply.body.strip():
        return no(_("答复内容还没有写。"))
    numbered = reply.document_number.strip() or reply.handling.unit.document_pattern
    if reply.handling.role.answers_deputy and not (reply.reply_class and numbered):
        return no(_("请先填写答复类别和发文字号。"))
    return YES


def may_bring_file(actor: Actor, reply: "Reply") -> Verdict:
    """Files of a reply; after it was delivered only the signed copy."""
    return of_unit(actor, reply.handling, *WRITERS, RoleKind.UNIT_REVIEWER)
