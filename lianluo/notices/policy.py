"""Who may look after the notices of a congress."""

from typing import Any

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.roles import RoleKind


def may_switch(actor: Any) -> Verdict:
    """The table event × role: the head of the deputies' body, or the system administrator."""
    if actor and actor.has(RoleKind.LIAISON_LEAD, RoleKind.SYSTEM_ADMIN):
        return YES
    return no(_("通知设置由联工委负责人或系统管理员调整。"))


def may_see_log(actor: Any) -> Verdict:
    """What went out and what did not: also the auditor reads it."""
    if actor and actor.has(RoleKind.LIAISON_LEAD, RoleKind.SYSTEM_ADMIN, RoleKind.AUDITOR):
        return YES
    return no(_("发送记录由联工委负责人、系统管理员和审计员查看。"))


def may_run_jobs(actor: Any) -> Verdict:
    """Jobs are the system administrator's business (GB/T 22239)."""
    return YES if actor and actor.has(RoleKind.SYSTEM_ADMIN) else no(_("后台任务由系统管理员管理。"))
