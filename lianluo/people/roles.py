"""The roles an account may hold (2-domain 14). A deputy is no role: that comes from the seat."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoleKind(models.TextChoices):
    LIAISON = "liaison", _("联工委工作人员")
    LIAISON_LEAD = "liaison_lead", _("联工委负责人")
    DELEGATION_STAFF = "delegation_staff", _("代表团工作人员")
    SESSION_STAFF = "session_staff", _("议案组工作人员")
    DISPATCHER = "dispatcher", _("交办机构")
    UNIT_ADMIN = "unit_admin", _("承办单位管理员")
    UNIT_HANDLER = "unit_handler", _("承办人")
    UNIT_REVIEWER = "unit_reviewer", _("承办单位审核人")
    UNIT_SIGNER = "unit_signer", _("承办单位签发人")
    COMMITTEE = "committee", _("专门委员会")
    LEADER = "leader", _("领导")
    STATION = "station", _("联络站工作人员")
    SYSTEM_ADMIN = "system_admin", _("系统管理员")
    SECURITY_ADMIN = "security_admin", _("安全管理员")
    AUDITOR = "auditor", _("审计员")


UNIT_ROLES = frozenset(
    {
        RoleKind.UNIT_ADMIN,
        RoleKind.UNIT_HANDLER,
        RoleKind.UNIT_REVIEWER,
        RoleKind.UNIT_SIGNER,
        RoleKind.DISPATCHER,
        RoleKind.COMMITTEE,
    }
)
"""Roles that are held for a unit."""

UNIT_STAFF = frozenset({RoleKind.UNIT_HANDLER, RoleKind.UNIT_REVIEWER, RoleKind.UNIT_SIGNER})
"""Roles that the administrator of a unit gives to the unit's own people."""

ADMIN_ROLES = frozenset({RoleKind.SYSTEM_ADMIN, RoleKind.SECURITY_ADMIN, RoleKind.AUDITOR})
"""The three administrators of graded protection (GB/T 22239-2019): no account may hold two of them."""

STAFF_ROLES = frozenset(RoleKind) - {RoleKind.STATION}
"""Roles for which a second factor may be demanded."""


class SeatState(models.TextChoices):
    """代表法 art. 61–62."""

    ACTIVE = "active", _("在任")
    SUSPENDED = "suspended", _("暂停执行代表职务")
    ENDED = "ended", _("代表资格终止")


class Gender(models.TextChoices):
    FEMALE = "female", _("女")
    MALE = "male", _("男")


class AccountAct(models.TextChoices):
    """What an account's history records."""

    SIGNED_IN = "signed_in", _("登录")
    SIGNED_OUT = "signed_out", _("退出")
    WRONG_PASSWORD = "wrong_password", _("密码不正确")
    WRONG_CODE = "wrong_code", _("第二步验证不正确")
    LOCKED = "locked", _("多次出错，暂停登录")
    UNLOCKED = "unlocked", _("解除锁定")
    OPENED = "opened", _("开通账号")
    CHANGED = "changed", _("修改资料")
    SUSPENDED = "suspended", _("停用账号")
    ACTIVATED = "activated", _("恢复账号")
    PASSWORD_RESET = "password_reset", _("重置密码")
    PASSWORD_CHANGED = "password_changed", _("修改密码")
    FACTOR_ADDED = "factor_added", _("设置第二步验证")
    FACTOR_REMOVED = "factor_removed", _("取消第二步验证")
    FACTOR_RESET = "factor_reset", _("重置两步验证")
    SESSIONS_ENDED = "sessions_ended", _("退出设备")
    ROLE_GRANTED = "role_granted", _("授予角色")
    ROLE_ENDED = "role_ended", _("终止角色")
    STAND_IN_NAMED = "stand_in_named", _("设定代理")
    STAND_IN_ENDED = "stand_in_ended", _("终止代理")


FAILURES = frozenset({AccountAct.WRONG_PASSWORD, AccountAct.WRONG_CODE})
"""Acts that count towards the lock."""


class SuspendGround(models.TextChoices):
    """代表法 art. 61."""

    DETAINED = "detained", _("因刑事案件被羁押正在受侦查、起诉、审判")
    SENTENCED = "sentenced", _("被依法判处管制、拘役或者有期徒刑而没有附加剥夺政治权利，正在服刑")


class EndGround(models.TextChoices):
    """代表法 art. 62."""

    MOVED = "moved", _("迁出或者调离本行政区域")
    RESIGNED = "resigned", _("辞职被接受")
    ORDERED = "ordered", _("被责令辞职")
    ABSENT = "absent", _("未经批准两次不出席会议")
    RECALLED = "recalled", _("被罢免")
    NATIONALITY = "nationality", _("丧失中华人民共和国国籍")
    RIGHTS = "rights", _("被依法剥夺政治权利")
    CAPACITY = "capacity", _("丧失行为能力")
    DIED = "died", _("去世，自然终止")
    TERM = "term", _("任期届满")
