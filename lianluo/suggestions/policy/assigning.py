"""Who assigns, who may doubt the choice of units, and who answers."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.policy.suggestions import is_lead, is_liaison, rests_on_lead

if TYPE_CHECKING:
    from lianluo.suggestions.models import Suggestion


def is_assigner(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """代表法 art. 51: the standing committee's office; in session also the secretariat, where the rule says so."""
    if actor.is_liaison or (suggestion.session_id and actor.has(RoleKind.SESSION_STAFF)):
        return YES
    return no(_("由联工委办理这一步。"))


def may_assign(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """One of a bundle is assigned with its main one."""
    if suggestion.merged_into_id:
        return no(_("这件已经并案，请在主件上交办，这件随主件一起交给承办单位。"))
    return rests_on_lead(suggestion) and is_assigner(actor, suggestion)


def may_read_register(actor: Actor) -> Verdict:
    """The register of numbers is the business of those who give them, and of the leaders who answer for them."""
    if actor.is_liaison or actor.has(RoleKind.SESSION_STAFF, RoleKind.LEADER):
        return YES
    return no(_("编号登记簿由联工委、大会秘书处和领导查看。"))


def may_explain_gap(actor: Actor) -> Verdict:
    """Why a number is missing is found out and written down by those who keep the register."""
    return YES if actor.is_liaison else no(_("缺号由联工委说明。"))


def may_question_units(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """The proposer may object to the choice of units, one matter at a time (2-domain 1.3: SH 12, 14; HEN 12)."""
    if suggestion.units_questioned:
        return no(_("您的意见正在研究，答复后可以再提。"))
    return is_lead(actor, suggestion)


def may_answer_question(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """The deputies' body answers, and changes the unit where the deputy is right."""
    if not suggestion.units_questioned:
        return no(_("代表没有对承办单位提出意见。"))
    return is_liaison(actor, suggestion)


def may_express(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """直通车: a good one received between sessions goes straight to the leaders (2-domain 1.3, QD 20)."""
    if suggestion.session_id:
        return no(_("直通车只用于闭会期间的建议。"))
    if suggestion.is_express:
        return no(_("这件建议已经列入直通车。"))
    return is_liaison(actor, suggestion)


def may_instruct(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """督办: the committee to which it was given tells the units what it expects (地方组织法 art. 35)."""
    if suggestion.committee_id and suggestion.committee_id in actor.units(RoleKind.COMMITTEE):
        return YES
    return no(_("由督办这件建议的委员会提出督办意见。"))
