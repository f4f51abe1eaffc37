"""Who may look at the figures of a congress and open them into their records."""

from typing import Any

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.roles import RoleKind


def may_look(actor: Any) -> Verdict:
    """The deputies' body and leaders: they may see every record that a figure counts."""
    if actor and actor.has(RoleKind.LIAISON, RoleKind.LIAISON_LEAD, RoleKind.LEADER):
        return YES
    return no(_("数据由联工委和领导查看；您的各项数据在您自己的页面上。"))


def may_freeze(actor: Any) -> Verdict:
    """What is reported is frozen by the deputies' body."""
    if actor and actor.has(RoleKind.LIAISON, RoleKind.LIAISON_LEAD):
        return YES
    return no(_("定格数据由联工委办理。"))
