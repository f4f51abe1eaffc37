"""Who may see and do what with a suggestion: short questions that answer with a reason."""

from typing import TYPE_CHECKING

from lianluo.kernel.scoping import Q
from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.states import NUMBERED, UNSUBMITTED, Consent, Satisfaction, SuggestionState

if TYPE_CHECKING:
    from lianluo.suggestions.models import Extension, Handling, Reply, Suggestion

WRITERS = (RoleKind.UNIT_HANDLER, RoleKind.UNIT_SIGNER, RoleKind.UNIT_ADMIN)
REGISTRARS = (RoleKind.UNIT_ADMIN, RoleKind.UNIT_HANDLER, RoleKind.UNIT_SIGNER)


# Who may see. Each line of `seen_by` has its twin in `may_see`; a test compares both over the whole cast.


def seen_by(actor: Actor) -> Q:
    """The suggestions that `actor` may see, as a condition for a query already within the actor's congress."""
    submitted = ~Q(state=SuggestionState.DRAFT)
    seen = Q(pk__in=[])
    if actor.is_deputy:
        own = sorted(actor.seat_ids)
        seen |= Q(signer_ids__overlap=own) | Q(invited_ids__overlap=own)
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


def may_see(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Twin of `seen_by` for one suggestion in hand."""
    if suggestion.congress_id != actor.congress.pk:
        return no(_("这件建议属于另一级人大。"))
    submitted = suggestion.state != SuggestionState.DRAFT
    in_session = submitted and suggestion.session_id is not None
    grounds = (
        bool(actor.seat_ids & {*suggestion.signer_ids, *suggestion.invited_ids}),
        actor.is_deputy and suggestion.state in NUMBERED and suggestion.consent == Consent.FULL,
        submitted and (actor.is_liaison or actor.has(RoleKind.LEADER)),
        in_session and actor.has(RoleKind.SESSION_STAFF),
        in_session and suggestion.delegation_id in actor.delegation_ids,
        suggestion.state in NUMBERED and actor.has(RoleKind.COMMITTEE),
        bool(actor.units() & set(suggestion.unit_ids)),
    )
    return YES if any(grounds) else no(_("您没有查看这件建议的权限。"))


# Who may do.


def is_lead(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """代表法 art. 24, 36: the deputy's own act."""
    return YES if suggestion.lead_id in actor.seat_ids else no(_("只有领衔代表可以办理这一步。"))


def may_submit(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """One matter, with a title, what is the matter and what should be done (2-domain 1.4)."""
    if not (verdict := is_lead(actor, suggestion)):
        return verdict
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


def may_review(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """The second gate: the motions-and-suggestions group in session, the deputies' body at any time."""
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


def may_rate(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Those who signed judge the answer, each once a round."""
    own = actor.seat_ids & set(suggestion.signer_ids)
    if not own:
        return no(_("由提出建议的代表评价。"))
    return YES if own - set(suggestion.rated_ids) else no(_("您已经评价过本轮答复。"))


def is_invited(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """A name stands under a suggestion only by the deputy's own confirmation (2-domain 1.4)."""
    if actor.seat_ids & set(suggestion.invited_ids):
        return YES
    return no(_("由受邀联名的代表本人确认。"))


def is_cosigner(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """A confirmed co-signer may take the own name back; the lead deputy withdraws the whole."""
    if actor.seat_ids & (set(suggestion.signer_ids) - {suggestion.lead_id}):
        return YES
    return no(_("只有已确认的联名代表可以退出联名。"))


def may_close(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """A dissatisfied judgement is handled again before the case may rest (2-domain 1.10)."""
    if suggestion.final_rating == Satisfaction.DISSATISFIED and suggestion.round < 2:
        return no(_("代表评价为“不满意”，应先交承办单位重新办理。"))
    return is_liaison(actor, suggestion)


def may_rework(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Only what did not satisfy goes back."""
    if suggestion.final_rating != Satisfaction.DISSATISFIED:
        return no(_("代表没有表示不满意，不需要重新办理。"))
    return is_liaison(actor, suggestion)


def of_unit(actor: Actor, handling: "Handling", *kinds: str) -> Verdict:
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


def may_decide_objection(actor: Actor, handling: "Handling") -> Verdict:
    """The office that dispatched it, or the deputies' body (2-domain 1.3, rows "objection" and "re-assignment")."""
    if actor.is_liaison or may_dispatch(actor, handling):
        return YES
    return no(_("由交办机构或联工委裁定。"))


def may_reassign(actor: Actor, handling: "Handling") -> Verdict:
    """The deputies' body changes a unit, also at the deputy's wish (2-domain 1.2: two in the 2017 session)."""
    return YES if actor.is_liaison else no(_("由联工委调整承办单位。"))


def may_decide_extension(actor: Actor, extension: "Extension") -> Verdict:
    """Consent of the assigning body (2-domain 1.3, row "extension")."""
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
    if reply.handling.role.answers_deputy and not (reply.reply_class and reply.document_number.strip()):
        return no(_("请先填写答复类别和发文字号。"))
    return YES


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
