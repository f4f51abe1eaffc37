"""Who judges an answer, for whom, and until when a judgement may still be changed."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions.policy.suggestions import is_liaison

if TYPE_CHECKING:
    from lianluo.suggestions.models import Suggestion


def _own(actor: Actor, suggestion: "Suggestion") -> frozenset[int]:
    return actor.own_seat_ids & frozenset(suggestion.signer_ids)


def may_rate(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Those who signed judge the answer, each once a round, as far as the rule asks for each (2-domain 1.10)."""
    own = _own(actor, suggestion)
    if not own:
        return no(_("由提出建议的代表评价。"))
    if own & set(suggestion.rated_ids):
        return no(_("您已经评价过本轮答复。"))
    if own & set(suggestion.entrusted_ids):
        return no(_("您已请领衔代表代为评价；想自己评价，可以改回来。"))
    return YES if own & set(suggestion.asked_ids) else no(_("按本级规则由领衔代表评价。"))


def may_rerate(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Until the round is gathered a deputy may think again; the first judgement stays in the history."""
    if _own(actor, suggestion) & set(suggestion.rated_ids):
        return YES
    return no(_("您还没有评价本轮答复。"))


def may_enter_rating(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """From a paper form only, for those who have not judged yet; the unit's own call-back is no substitute (HN 2014)."""
    if not set(suggestion.asked_ids) - set(suggestion.rated_ids):
        return no(_("应评价的代表都已经评价。"))
    return is_liaison(actor, suggestion)


def may_dispute(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """What was entered for a deputy is the deputy's to correct."""
    if _own(actor, suggestion) & set(suggestion.paper_ids):
        return YES
    return no(_("没有代您录入的评价。"))


def may_entrust(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """SD 23, CQ 26: by consent the lead deputy receives and judges for a co-signer."""
    own = _own(actor, suggestion) - {suggestion.lead_id}
    if not own:
        return no(_("只有已确认的联名代表可以委托。"))
    if own & set(suggestion.entrusted_ids):
        return no(_("您已经请领衔代表代为评价。"))
    return no(_("您已经评价过本轮答复。")) if own & set(suggestion.rated_ids) else YES


def may_judge_oneself(actor: Actor, suggestion: "Suggestion") -> Verdict:
    if _own(actor, suggestion) & set(suggestion.entrusted_ids):
        return YES
    return no(_("您没有请领衔代表代为评价。"))


def may_tell_lead(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """The lead deputy gathers the co-signers' views before judging for them (SD 23)."""
    own = _own(actor, suggestion) - {suggestion.lead_id}
    if not own:
        return no(_("只有联名代表需要把意见告诉领衔代表。"))
    if own & set(suggestion.asked_ids):
        return no(_("您可以自己评价，不必转告。"))
    return no(_("领衔代表已经评价。")) if suggestion.lead_id in suggestion.rated_ids else YES
