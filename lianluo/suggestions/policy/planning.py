"""Who prepares, reads, discusses and carries out an assignment meeting (交办会)."""

from typing import TYPE_CHECKING

from lianluo.kernel.scoping import Q
from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.policy.by_rule import Book, OfSession, may_assign_by_rule
from lianluo.suggestions.states import PlanState

if TYPE_CHECKING:
    from lianluo.suggestions.models import AssignmentPlan

READERS = (RoleKind.LEADER, RoleKind.COMMITTEE)
"""Who reads a plan once it is discussed, beside those who prepare it and the offices that agree."""


def may_plan(actor: Actor, plan: OfSession) -> Verdict:
    """Whoever may assign prepares the meeting: the deputies' body; in session also the secretariat (代表法 art. 51)."""
    if actor.is_liaison or (plan.session_id and actor.has(RoleKind.SESSION_STAFF)):
        return YES
    return no(_("由联工委或大会秘书处拟定交办方案。"))


def may_consult(actor: Actor, plan: "AssignmentPlan") -> Verdict:
    """The office through which units are reached reads the plan and says what it thinks (2-domain 1.6)."""
    if actor.units(RoleKind.DISPATCHER):
        return YES
    return no(_("由交办机构会商。"))


def may_carry_out_by_rule(actor: Actor, plan: "AssignmentPlan", book: Book) -> Verdict:
    """`assign.session_by`: "joint" wants the office's agreement first; after that the rule of every assignment."""
    if plan.session_id and book.text("assign.session_by") == "joint" and not plan.agreed:
        return no(_("按本级规则，与交办机构会商一致以后才能交办。"))
    return may_assign_by_rule(actor, plan, book)


def plans_seen_by(actor: Actor) -> Q:
    """The plans that `actor` may read, as a condition on plans of the actor's congress."""
    if actor.is_liaison:
        return Q()
    seen = Q(pk__in=[])
    if actor.has(RoleKind.SESSION_STAFF):
        seen |= Q(session__isnull=False)
    if actor.has(*READERS) or actor.units(RoleKind.DISPATCHER):
        seen |= ~Q(state__in=(PlanState.OPEN, PlanState.DROPPED))
    return seen


def may_read_plan(actor: Actor, plan: "AssignmentPlan") -> Verdict:
    """Twin of `plans_seen_by` for one plan in hand."""
    shown = plan.state not in (PlanState.OPEN, PlanState.DROPPED)
    grounds = (
        actor.is_liaison,
        plan.session_id is not None and actor.has(RoleKind.SESSION_STAFF),
        shown and (actor.has(*READERS) or bool(actor.units(RoleKind.DISPATCHER))),
    )
    if plan.congress_id == actor.congress.pk and any(grounds):
        return YES
    return no(_("交办方案由联工委拟定，会商时送交办机构看。"))
