"""全卷: who may take the whole file of a suggestion away, and who reads the earlier editions of its text in it."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.policy.suggestions import may_review, serves_delegation

if TYPE_CHECKING:
    from lianluo.suggestions.models import Suggestion


def may_take_whole(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Those who work on it or signed it; whoever only reads it does so on its page. Presupposes `may_see`."""
    if suggestion.submitted_at is None:
        return no(_("建议还没有提交，没有全卷可以下载。"))
    grounds = (
        bool(actor.seat_ids & set(suggestion.signer_ids)),
        actor.is_liaison or actor.has(RoleKind.LEADER, RoleKind.COMMITTEE),
        bool(suggestion.session_id) and actor.has(RoleKind.SESSION_STAFF),
        suggestion.delegation_id in actor.delegation_ids,
        bool(actor.units() & set(suggestion.unit_ids)),
    )
    return YES if any(grounds) else no(_("全卷只给提出建议的代表、承办单位和经办机关下载。"))


def may_read_editions(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """The text as it was each time it was handed in: for its signers, and for those who reviewed it."""
    own = bool(actor.seat_ids & set(suggestion.signer_ids))
    if own or may_review(actor, suggestion) or serves_delegation(actor, suggestion):
        return YES
    return no(_("历次提交的正文只给提出建议的代表和审核机关。"))
