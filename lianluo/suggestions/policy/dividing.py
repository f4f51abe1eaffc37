"""一事一案: who divides a suggestion, and that nobody goes on with it before its lead deputy has said yes."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions.policy.assigning import is_assigner
from lianluo.suggestions.policy.suggestions import is_lead
from lianluo.suggestions.states import Divided

if TYPE_CHECKING:
    from lianluo.suggestions.models import Suggestion


def may_divide(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Whoever reviews it, before anybody else works on it (2-domain 1.4: 一事一议)."""
    if suggestion.division == Divided.WAITS:
        return no(_("上一次分件还在等领衔代表确认。"))
    if suggestion.bundle_size:
        return no(_("这件已经并案，请先移出再分件。"))
    if suggestion.agreed_ids:
        return no(_("领衔代表正在征求撤回，现在不能分件。"))
    return is_assigner(actor, suggestion)


def may_answer_division(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """The text is the deputies' own; dividing it needs the word of the lead deputy."""
    if suggestion.division != Divided.WAITS:
        return no(_("没有等您确认的分件。"))
    return is_lead(actor, suggestion)


def may_record_division(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """What the lead deputy said on the telephone or in person."""
    if suggestion.division != Divided.WAITS:
        return no(_("没有等代表确认的分件。"))
    return is_assigner(actor, suggestion)


def may_reunite(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """Whether both still stand where they stood is looked at when it is done."""
    if suggestion.division not in (Divided.WAITS, Divided.AGREED):
        return no(_("这件没有分过件。"))
    return is_assigner(actor, suggestion)
