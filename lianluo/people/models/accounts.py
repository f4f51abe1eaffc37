"""Accounts, the roles they hold, and the record of every reveal of a masked field."""

from typing import Any, ClassVar

import pghistory
import pgtrigger
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress, Delegation, Unit
from lianluo.kernel.scoping import CongressModel
from lianluo.people.models.persons import Person
from lianluo.people.roles import ADMIN_ROLES, UNIT_ROLES, RoleKind
from lianluo.people.sealed import BlindField, SealedTextField


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(username=username, **fields)
        account.set_password(password)
        account.save()
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username__iexact=username or "")


@pghistory.track(exclude=["password", "last_login"])
class Account(AbstractBaseUser):
    """Somebody who signs in. Rights come from seats and roles only; there is no superuser."""

    username = models.CharField(_("用户名"), max_length=60, unique=True)
    display_name = models.CharField(_("姓名"), max_length=60)
    email = models.EmailField(_("电子邮箱"), blank=True)
    phone = SealedTextField(_("手机号码"))
    phone_digest = BlindField(of="phone")
    home = models.ForeignKey(
        Congress, models.PROTECT, null=True, blank=True, related_name="accounts", verbose_name=_("开通单位")
    )
    person = models.OneToOneField(Person, models.PROTECT, null=True, blank=True, related_name="account")
    is_active = models.BooleanField(_("可登录"), default=True)
    must_change_password = models.BooleanField(_("下次登录须改密码"), default=False)
    created_at = models.DateTimeField(_("建立时间"), auto_now_add=True)
    last_congress = models.ForeignKey(Congress, models.SET_NULL, null=True, blank=True, related_name="+")
    theme = models.CharField(max_length=6, blank=True)
    text_size = models.CharField(max_length=6, blank=True)
    language = models.CharField(max_length=8, blank=True)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering = ["username"]

    def __str__(self) -> str:
        return self.display_name or self.username

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name


ONE_ADMINISTRATOR_ROLE = """
    IF NEW.kind IN ({kinds}) THEN
        PERFORM pg_advisory_xact_lock(7301, NEW.account_id::int);
        IF EXISTS (
            SELECT 1 FROM people_role AS other
            WHERE other.account_id = NEW.account_id AND other.id IS DISTINCT FROM NEW.id
              AND other.kind IN ({kinds}) AND other.kind <> NEW.kind
              AND other.starts_on <= COALESCE(NEW.ends_on, 'infinity')
              AND COALESCE(other.ends_on, 'infinity') >= NEW.starts_on
        ) THEN
            RAISE EXCEPTION 'an account holds at most one of the three administrator roles'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END IF;
    RETURN NEW;
""".format(kinds=", ".join(f"'{kind.value}'" for kind in sorted(ADMIN_ROLES)))  # noqa: S608
"""The lock lets two grants at the same moment see each other."""


@pghistory.track()
class Role(CongressModel):
    """One power of one account in one congress, for a unit or delegation where the kind asks for it."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="roles")
    account = models.ForeignKey(Account, models.CASCADE, related_name="roles")
    kind = models.CharField(_("角色"), max_length=20, choices=RoleKind.choices)
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, blank=True, related_name="roles")
    delegation = models.ForeignKey(Delegation, models.CASCADE, null=True, blank=True, related_name="roles")
    title = models.CharField(_("处室、职务"), max_length=60, blank=True)
    starts_on = models.DateField(_("自"))
    ends_on = models.DateField(_("至"), null=True, blank=True)
    granted_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        triggers = [
            pgtrigger.Trigger(
                name="one_administrator_role",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=ONE_ADMINISTRATOR_ROLE,
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "account", "kind", "unit", "delegation"],
                condition=Q(ends_on=None),
                nulls_distinct=False,
                name="one_open_role_of_a_kind",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=sorted(UNIT_ROLES)) | Q(unit__isnull=False), name="unit_role_has_unit"
            ),
            models.CheckConstraint(
                condition=~Q(kind="delegation_staff") | Q(delegation__isnull=False),
                name="delegation_role_has_delegation",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="role_in_order"
            ),
            models.CheckConstraint(condition=~Q(granted_by=F("account")), name="nobody_grants_to_oneself"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Reveal(CongressModel):
    """Somebody looked at a masked field (个人信息保护法 art. 51): who, whose, which, why, when. Never changed."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="reveals")
    person = models.ForeignKey(Person, models.PROTECT, related_name="reveals")
    field = models.CharField(_("字段"), max_length=20)
    reason = models.CharField(_("用途"), max_length=120)
    at = models.DateTimeField(_("时间"))

    class Meta:
        ordering = ["-at"]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.field} {self.person}"
