"""Who may do what with accounts, roles, persons and seats. Short questions that answer with a reason.

The three administrators of graded protection (GB/T 22239-2019, 8.1.5.1–8.1.5.3) have separate powers: the system
administrator keeps accounts, units and parameters; the security administrator gives and takes roles; the auditor
reads the audit. None of them does the congress's work by that role.
"""

from typing import Any

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.roles import ADMIN_ROLES, STAFF_ROLES, UNIT_STAFF, RoleKind

R = RoleKind

POWERS: dict[str, frozenset[str]] = {
    "see_accounts": frozenset({R.SYSTEM_ADMIN, R.SECURITY_ADMIN, R.UNIT_ADMIN}),
    "open_account": frozenset({R.SYSTEM_ADMIN, R.UNIT_ADMIN}),
    "change_account": frozenset({R.SYSTEM_ADMIN}),
    "suspend_account": frozenset({R.SYSTEM_ADMIN, R.SECURITY_ADMIN}),
    "reset_password": frozenset({R.SYSTEM_ADMIN, R.SECURITY_ADMIN, R.UNIT_ADMIN}),
    "unlock_account": frozenset({R.SECURITY_ADMIN}),
    "reset_factor": frozenset({R.SECURITY_ADMIN}),
    "see_sessions": frozenset({R.SECURITY_ADMIN}),
    "grant_role": frozenset({R.SECURITY_ADMIN, R.UNIT_ADMIN}),
    "read_audit": frozenset({R.AUDITOR}),
    "see_roster": frozenset(
        {R.LIAISON, R.LIAISON_LEAD, R.DELEGATION_STAFF, R.SESSION_STAFF, R.COMMITTEE, R.LEADER, R.STATION}
    ),
    "keep_roster": frozenset({R.LIAISON, R.LIAISON_LEAD}),
    "decide_seat": frozenset({R.LIAISON_LEAD}),
}
"""Power → the roles that have it. A role that is not named has not got it."""

REVEALS: dict[str, frozenset[str]] = {
    "phone": frozenset({R.LIAISON, R.LIAISON_LEAD, R.DELEGATION_STAFF, R.SESSION_STAFF, R.STATION}),
    "id_number": frozenset({R.LIAISON_LEAD}),
}
"""Masked field → the roles that may have it shown, each time with a reason that is kept (个人信息保护法 art. 51)."""

REFUSALS: dict[str, str] = {
    "see_accounts": _("账号由系统管理员、安全管理员和承办单位管理员管理。"),
    "open_account": _("开通账号由系统管理员办理，承办单位的账号由本单位管理员办理。"),
    "change_account": _("修改账号资料由系统管理员办理。"),
    "suspend_account": _("停用和恢复账号由系统管理员或者安全管理员办理。"),
    "reset_password": _("重置密码由系统管理员、安全管理员或者承办单位管理员办理。"),
    "unlock_account": _("解除锁定由安全管理员办理。"),
    "reset_factor": _("重置第二步验证由安全管理员办理。"),
    "see_sessions": _("登录设备只有本人和安全管理员能看。"),
    "grant_role": _("授予和终止角色由安全管理员办理；承办单位内部的角色由本单位管理员办理。"),
    "read_audit": _("审计记录只有审计员能看。"),
    "see_roster": _("代表名册只给代表和代表工作人员看。"),
    "keep_roster": _("代表名册由代表工作机构登记。"),
    "decide_seat": _("暂停、恢复和终止代表资格，由代表工作机构负责人依据决定登记。"),
}


def may(actor: Any, power: str) -> Verdict:
    """Has one of the actor's roles this power at all?"""
    return YES if actor and actor.has(*POWERS[power]) else no(REFUSALS[power])


def in_reach(actor: Any, account: Any) -> Verdict:
    """`account.reach` are the paths of the congresses it belongs to (`selectors.with_reach`)."""
    if any(actor.congress.subtree.covers(path) for path in account.reach):
        return YES
    return no(_("这个账号不归您所在的人大管理。"))


def only_unit_admin(actor: Any, power: str) -> bool:
    """Has the actor this power through 承办单位管理员 alone?"""
    return not actor.has(*(POWERS[power] - {R.UNIT_ADMIN}))


def may_reset_password(actor: Any, account: Any) -> Verdict:
    """Whoever resets a password could sign in with it: no administrator over the other two, no unit over another."""
    if not (verdict := may(actor, "reset_password")):
        return verdict
    if account.pk == actor.account_id:
        return no(_("自己的密码请在「我的」里修改。"))
    if actor.has(R.SECURITY_ADMIN):
        return in_reach(actor, account)
    if account.kinds & ADMIN_ROLES:
        return no(_("管理员的密码由安全管理员重置。"))
    if actor.has(R.SYSTEM_ADMIN):
        return in_reach(actor, account)
    return _only_own_staff(actor, account)


def _only_own_staff(actor: Any, account: Any) -> Verdict:
    own = actor.units(R.UNIT_ADMIN)
    inside = account.kinds <= UNIT_STAFF and account.unit_ids <= own and account.unit_ids
    return (
        YES if inside and not account.has_seat else no(_("这个账号不只在您的单位任职，请由系统管理员办理。"))
    )


def may_suspend(actor: Any, account: Any) -> Verdict:
    """Nobody locks oneself out."""
    if not (verdict := may(actor, "suspend_account")):
        return verdict
    if account.pk == actor.account_id:
        return no(_("不能停用自己的账号。"))
    return in_reach(actor, account)


def may_change(actor: Any, account: Any) -> Verdict:
    return may(actor, "change_account") and in_reach(actor, account)


def may_unlock(actor: Any, account: Any) -> Verdict:
    return may(actor, "unlock_account") and in_reach(actor, account)


def may_see_sessions(actor: Any, account: Any) -> Verdict:
    return may(actor, "see_sessions") and in_reach(actor, account)


def may_reset_factor(actor: Any, account: Any) -> Verdict:
    if account.pk == actor.account_id:
        return no(_("自己的第二步验证请在「我的」里设置。"))
    return may(actor, "reset_factor") and in_reach(actor, account)


def may_grant(actor: Any, account: Any, kind: str, *, place: Any, unit: Any) -> Verdict:
    """May `actor` give `account` the role `kind` in the congress `place`, for `unit` where it needs one?

    Nobody gives a role to oneself. No account holds two of the three administrators.
    """
    if not (verdict := may(actor, "grant_role")):
        return verdict
    if account.pk == actor.account_id:
        return no(_("不能给自己授予角色，请由另一位安全管理员办理。"))
    if not actor.congress.subtree.covers(place.path):
        return no(_("只能授予本级和下级人大的角色。"))
    if not actor.has(R.SECURITY_ADMIN):
        return _own_unit_role(actor, kind, unit)
    held = (account.kinds & ADMIN_ROLES) - {kind}
    if kind in ADMIN_ROLES and held:
        return no(_("系统管理员、安全管理员、审计员三者不能由同一账号兼任。"))
    return YES


def _own_unit_role(actor: Any, kind: str, unit: Any) -> Verdict:
    if kind not in UNIT_STAFF:
        return no(_("承办单位管理员只能设本单位的承办人、审核人、签发人。"))
    if unit is None or unit.pk not in actor.units(R.UNIT_ADMIN):
        return no(_("只能设自己单位的角色。"))
    return YES


def may_end_role(actor: Any, role: Any) -> Verdict:
    """Like granting; and nobody ends one's own, so that an administrator cannot vanish unnoticed."""
    if not (verdict := may(actor, "grant_role")):
        return verdict
    if role.account_id == actor.account_id:
        return no(_("不能终止自己的角色，请由另一位安全管理员办理。"))
    if not actor.congress.subtree.covers(role.congress.path):
        return no(_("这个角色不在您所在的人大。"))
    return YES if actor.has(R.SECURITY_ADMIN) else _own_unit_role(actor, role.kind, role.unit)


def may_see_roster(actor: Any, case: Any = None) -> Verdict:
    """Deputies know one another; so do those who work for them."""
    return YES if actor and actor.is_deputy else may(actor, "see_roster")


def sees_facts(actor: Any) -> bool:
    """Birth date, ethnicity, party, education: for those who work with deputies, not among deputies."""
    return bool(may(actor, "see_roster"))


def may_keep_seat(actor: Any, seat: Any) -> Verdict:
    """Enter, correct and move seats of the own congress (代表法 art. 62–63)."""
    return may(actor, "keep_roster") and _own_seat(actor, seat)


def may_decide_seat(actor: Any, seat: Any) -> Verdict:
    """Suspend, restore and end: the act of the presidium or the standing committee, entered by the office's head."""
    return may(actor, "decide_seat") and _own_seat(actor, seat)


def _own_seat(actor: Any, seat: Any) -> Verdict:
    return YES if seat.congress_id == actor.congress.pk else no(_("这位代表不属于您所在的人大。"))


def sees_masked(actor: Any, field: str) -> bool:
    """Is the masked form of `field` shown at all? Others do not learn whether there is one."""
    return bool(actor.has(*REVEALS[field]) or may(actor, "keep_roster"))


def may_reveal(actor: Any, seat: Any, field: str) -> Verdict:
    """May the whole `field` of the person on `seat` be shown? The reveal itself is recorded."""
    if not actor.has(*REVEALS[field]):
        return no(_("您的角色不能查看这一项的完整内容。"))
    if seat.congress_id != actor.congress.pk:
        return no(_("这位代表不属于您所在的人大。"))
    wide = REVEALS[field] - {R.DELEGATION_STAFF}
    if not actor.has(*wide) and seat.delegation_id not in actor.delegation_ids:
        return no(_("只能查看本代表团代表的联系方式。"))
    return YES


def needs_second_factor(actor: Any) -> bool:
    """Is the actor of the staff for whom a second factor may be demanded?"""
    return bool(actor and actor.has(*STAFF_ROLES))
