"""并案: who puts suggestions together and takes them apart (2-domain 1.3: handled together, answered apart)."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions.policy.suggestions import is_liaison, rests_on_lead

if TYPE_CHECKING:
    from lianluo.suggestions.models import Suggestion


def may_merge(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Who assigns also puts together; one that stands in a bundle is not the main one of another."""
    if suggestion.merged_into_id:
        return no(_("这件已经并入另一件，请在主件上办理，或者先移出。"))
    return rests_on_lead(suggestion) and is_liaison(actor, suggestion)


def may_unmerge(actor: Actor, suggestion: "Suggestion") -> Verdict:
    if not suggestion.bundle_size:
        return no(_("这件没有并案。"))
    return is_liaison(actor, suggestion)
