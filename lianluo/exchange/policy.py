"""Who may load and give out whole tables. Each kind asks the policy of its own room; here is the common door."""

from typing import Any

from lianluo.exchange.kinds import KINDS
from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.roles import RoleKind


def may_open(actor: Any, congress: Any = None) -> Verdict:
    """The pages of import and export: whoever may load or give out anything, and the auditor to read."""
    if actor and (
        actor.has(RoleKind.AUDITOR) or any(kind.may(actor) or kind.may_export(actor) for kind in KINDS)
    ):
        return YES
    return no(_("导入与导出由联工委工作人员和系统管理员办理。"))


def may_load(actor: Any, kind: str) -> Verdict:
    """May the actor load a table of this kind?"""
    found = KINDS.get(kind)
    return found.may(actor) if found else no(_("没有这一类导入。"))


def may_see_batch(actor: Any, batch: Any) -> Verdict:
    """Whoever may load this kind sees its imports of the own congress; the auditor sees all of them."""
    if actor.has(RoleKind.AUDITOR):
        return YES
    return may_load(actor, batch.kind)
