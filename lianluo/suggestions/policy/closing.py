"""What follows a judgement: going back, talking it over, closing, keeping, taking up again."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.policy.suggestions import is_liaison
from lianluo.suggestions.states import RESTS, Settled

if TYPE_CHECKING:
    from lianluo.suggestions.models import Suggestion

PENDING = {
    Settled.MEETING: _("双方面商以后才能办结，请先记录面商。"),
    Settled.RECORDED: _("面商记录还没有经代表确认。"),
    Settled.EXPERTS: _("评估有了结论才能办结，请先记录评估结论。"),
}


def may_close(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """A judgement that asks for more is taken up first, in the second round by meeting, experts or an explanation as
    the rule says (2-domain 1.3, 1.10)."""
    if suggestion.redo_wanted and suggestion.settled not in RESTS:
        known = {str(key): sentence for key, sentence in PENDING.items()}
        return no(known.get(suggestion.settled, _("代表没有满意，应先研判，再定重新办理还是作出说明。")))
    return is_liaison(actor, suggestion)


def may_triage(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """研判, once a round."""
    if suggestion.settled == Settled.REOPENED or (suggestion.redo_wanted and not suggestion.settled):
        return is_liaison(actor, suggestion)
    if suggestion.redo_wanted:
        return no(_("本轮已经研判过。"))
    return no(_("代表没有表示不满意，不需要研判。"))


def may_rework(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Only what did not satisfy goes back, or what was taken up again."""
    if not suggestion.redo_wanted and suggestion.settled != Settled.REOPENED:
        return no(_("代表没有表示不满意，不需要重新办理。"))
    return is_liaison(actor, suggestion)


def may_meet(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """代表工作机构 calls both sides together (CQ 2017)."""
    if suggestion.settled != Settled.MEETING:
        return no(_("研判结果为“召集双方面商”以后，才能记录面商。"))
    return is_liaison(actor, suggestion)


def may_confirm_meeting(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """What was agreed holds when the deputy has read it."""
    if suggestion.settled != Settled.RECORDED:
        return no(_("没有等您确认的面商记录。"))
    return YES if suggestion.lead_id in actor.own_seat_ids else no(_("由领衔代表确认面商记录。"))


def may_assess(actor: Actor, suggestion: "Suggestion") -> Verdict:
    if suggestion.settled != Settled.EXPERTS:
        return no(_("研判结果为“组织评估”以后，才能记录评估结论。"))
    return is_liaison(actor, suggestion)


def may_reopen(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """What is closed rests; only the head of the deputies' body takes it up again, and says why."""
    if actor.has(RoleKind.LIAISON_LEAD):
        return YES
    return no(_("由联工委负责人决定恢复办理。"))


def may_lapse(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Only what nobody was charged with yet: from assignment on the duty to answer holds (代表法 art. 51)."""
    if suggestion.term.ends_on is None:
        return no(_("提出建议的代表还在任期内。"))
    return is_liaison(actor, suggestion)
