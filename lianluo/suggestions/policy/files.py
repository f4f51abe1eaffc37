"""Who may read which file that lies with a suggestion."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions.policy.proposing import may_know_proposer
from lianluo.suggestions.policy.seeing import may_see
from lianluo.suggestions.policy.whole import may_read_editions
from lianluo.suggestions.states import DROPPED, SIGNED_SCANS

if TYPE_CHECKING:
    from lianluo.suggestions.models import Handling, Suggestion


def may_read_file(actor: Actor, suggestion: "Suggestion", kind: str) -> Verdict:
    """One file of the suggestion, by its kind: asked by the case page, the download and the whole file alike.

    A scan that a deputy signed shows the name that was asked to be kept back (保密, 2-domain 1.3); a file that was left
    out of the text as it stands is for those who read the earlier texts.
    """
    if kind == DROPPED:
        return may_read_editions(actor, suggestion)
    if kind in SIGNED_SCANS and not may_know_proposer(actor, suggestion):
        return no(_("扫描件上有代表姓名，代表要求不公开姓名。"))
    return may_see(actor, suggestion)


def may_read_talk_files(actor: Actor, handling: "Handling") -> Verdict:
    """Records of a talk are signed by the deputy: where the name is kept back, they stay with the unit that spoke."""
    if handling.unit_id in actor.units() or may_know_proposer(actor, handling.suggestion):
        return YES
    return no(_("沟通记录上有代表姓名，代表要求不公开姓名。"))
