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
