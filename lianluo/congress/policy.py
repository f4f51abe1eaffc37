"""Who may change the floor on which everybody stands. Questions with reasons; no Django, no database.

An actor works in one congress and changes that one. A system administrator may also prepare the congresses
below the own one (2-domain 14: system, security and audit administrators are separated).
"""

from typing import Any, Protocol

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no

# The words of `people.roles.RoleKind`, which stands a floor above; a test compares them.
SYSTEM_ADMIN = "system_admin"
SECURITY_ADMIN = "security_admin"
AUDITOR = "auditor"
LIAISON = "liaison"
LIAISON_LEAD = "liaison_lead"


class Worker(Protocol):
    """What this floor needs to know of an actor."""

    @property
    def account_id(self) -> int: ...

    @property
    def name(self) -> str: ...

    @property
    def congress(self) -> Any: ...

    def has(self, *kinds: str) -> bool: ...


def _at_home(actor: Worker | None, congress: Any) -> Verdict:
    if actor is None:
        return no(_("请先登录。"))
    if actor.congress.path != congress.path:
        return no(_("这里不是您正在工作的人大，请先切换到该人大。"))
    return YES


def _holds(actor: Worker, reason: Any, *kinds: str) -> Verdict:
    return YES if actor.has(*kinds) else no(reason)


def may_look(actor: Worker | None, congress: Any) -> Verdict:
    """The administration pages, read-only."""
    home = _at_home(actor, congress)
    if not home or actor is None:
        return home
    reason = _("这些页面供联工委工作人员和管理员使用。")
    return _holds(actor, reason, SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR, LIAISON, LIAISON_LEAD)


def may_edit_calendar(actor: Worker | None, congress: Any) -> Verdict:
    """The State Council's calendar is one for all; a change moves everybody's deadlines."""
    home = _at_home(actor, congress)
    if not home or actor is None:
        return home
    return _holds(actor, _("工作日历只能由系统管理员修改。"), SYSTEM_ADMIN)


def may_prepare(actor: Worker | None, congress: Any) -> Verdict:
    """Switch a congress on: the own one and those below."""
    if actor is None:
        return no(_("请先登录。"))
    if not congress.path.startswith(actor.congress.path):
        return no(_("只能启用本级及下级人大。"))
    return _holds(actor, _("启用人大只能由系统管理员办理。"), SYSTEM_ADMIN)


def may_edit_terms(actor: Worker | None, congress: Any) -> Verdict:
    """A new term changes who sits."""
    home = _at_home(actor, congress)
    if not home or actor is None:
        return home
    return _holds(actor, _("届次只能由系统管理员设立。"), SYSTEM_ADMIN)


def _organises(actor: Worker | None, congress: Any, reason: Any) -> Verdict:
    home = _at_home(actor, congress)
    if not home or actor is None:
        return home
    return _holds(actor, reason, SYSTEM_ADMIN, LIAISON_LEAD)


def may_run_sessions(actor: Worker | None, congress: Any) -> Verdict:
    """Plan, open and close a session."""
    return _organises(actor, congress, _("会议只能由联工委负责人或系统管理员设立、开幕、闭幕。"))


def may_edit_groups(actor: Worker | None, congress: Any) -> Verdict:
    """Delegations, deputy groups, electoral units."""
    return _organises(actor, congress, _("代表团、代表小组和选举单位只能由联工委负责人或系统管理员修改。"))


def may_edit_units(actor: Worker | None, congress: Any) -> Verdict:
    """Undertaking units and their succession."""
    return _organises(actor, congress, _("承办单位只能由联工委负责人或系统管理员修改。"))


def may_set_rules(actor: Worker | None, congress: Any) -> Verdict:
    """Dated parameters of the own congress."""
    return _organises(actor, congress, _("办理规则只能由联工委负责人或系统管理员修改。"))


def may_name_office(actor: Worker | None, congress: Any) -> Verdict:
    """What the deputies' body calls itself (代表法 art. 12)."""
    return _organises(actor, congress, _("机构名称只能由联工委负责人或系统管理员修改。"))
