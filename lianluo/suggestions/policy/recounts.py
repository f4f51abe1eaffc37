"""Who decides that deadlines which people were told are counted again."""

from typing import Any

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind


def may_see_recounts(actor: Actor) -> Verdict:
    """The deputies' body looks; its head decides."""
    return YES if actor.is_liaison else no(_("期限重算由联工委查看和核准。"))


def may_decide_recount(actor: Actor, recount: Any) -> Verdict:
    """Days that units and deputies have been told change only by the head's decision."""
    return YES if actor.has(RoleKind.LIAISON_LEAD) else no(_("由联工委负责人核准。"))
