"""What happened to accounts and to seats: written once, never changed (GB/T 22239-2019, 8.1.4.3)."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel
from lianluo.people.models.accounts import Account
from lianluo.people.models.persons import Seat
from lianluo.people.roles import AccountAct

APPEND_ONLY = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class AccountLog(models.Model):
    """One act of an account or upon it: sign-ins, wrong passwords, resets, granted roles.

    Not a row of one congress: a wrong password may name no account at all, then only the digest of what was typed
    is kept. Who may read it follows from who may see the account (`people.selectors`).
    """

    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="log")
    typed = models.BinaryField(max_length=32, default=b"")
    act = models.CharField(_("事项"), max_length=24, choices=AccountAct.choices)
    at = models.DateTimeField(_("时间"))
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(_("经办人"), max_length=120, blank=True)
    congress = models.ForeignKey(Congress, models.PROTECT, null=True, related_name="+")
    note = models.CharField(_("说明"), max_length=300, blank=True)
    ip = models.GenericIPAddressField(_("网络地址"), null=True)
    agent = models.CharField(_("设备"), max_length=200, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["account", "-at"], name="account_log_account"),
            models.Index(fields=["typed", "-at"], name="account_log_typed"),
            models.Index(fields=["-at"], name="account_log_at"),
        ]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.get_act_display()} {self.account or ''}"


class SeatStep(CongressModel):
    """One step of a seat with its ground and the decision behind it (代表法 art. 61–63)."""

    congress_lookup = "seat__congress"

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="log")
    move = models.CharField(_("事项"), max_length=20)
    on = models.DateField(_("生效日期"))
    ground = models.CharField(_("原因"), max_length=30, blank=True)
    note = models.CharField(_("依据、说明"), max_length=300, blank=True)
    at = models.DateTimeField(_("登记时间"))
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(_("登记人"), max_length=120, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.seat} {self.move} {self.on}"
