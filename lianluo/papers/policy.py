"""Who may change the templates of a congress."""

from typing import Any

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.roles import RoleKind


def may_change(actor: Any) -> Verdict:
    """The deputies' body writes its own papers."""
    if actor and actor.has(RoleKind.LIAISON, RoleKind.LIAISON_LEAD):
        return YES
    return no(_("文书模板由联工委维护。"))
