"""Notices, their way out, and what a congress and a person have chosen."""

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel
from lianluo.people.models import Account


class Notice(CongressModel):
    """One thing told to one account. `once` suppresses doubles: the same thing is told to an account only once."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, models.CASCADE, related_name="notices")
    key = models.CharField(max_length=60)
    title = models.CharField(_("标题"), max_length=200)
    body = models.TextField(_("内容"), blank=True)
    url = models.CharField(max_length=300)
    case_type = models.CharField(max_length=40, blank=True)
    case_id = models.BigIntegerField(null=True)
    urgent = models.BooleanField(_("紧急"), default=False)
    shown = models.BooleanField(default=True)
    once = models.CharField(max_length=100)
    at = models.DateTimeField(_("时间"))
    read_at = models.DateTimeField(_("已读时间"), null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["account", "once"], name="told_once")]
        indexes = [
            models.Index(fields=["account", "-at"], name="notice_inbox"),
            models.Index(
                fields=["account"], condition=models.Q(read_at=None, shown=True), name="notice_unread"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class DeliveryState(models.TextChoices):
    """How far a delivery got."""

    WAITING = "waiting", _("等待发送")
    HELD = "held", _("等待汇总")
    SENT = "sent", _("已发送")
    FAILED = "failed", _("发送失败")
    DROPPED = "dropped", _("不再发送")

    @property
    def tone(self) -> str:
        return {"sent": "ok", "failed": "bad", "dropped": ""}.get(self.value, "warn")


class Delivery(CongressModel):
    """A notice on its way out of the site. `reason` says why it failed or was dropped, in a sentence."""

    congress_lookup = "notice__congress"

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries")
    channel = models.CharField(_("渠道"), max_length=12)
    state = models.CharField(
        _("状态"), max_length=8, choices=DeliveryState.choices, default=DeliveryState.WAITING
    )
    due_at = models.DateTimeField(_("应发时间"))
    attempts = models.PositiveSmallIntegerField(_("次数"), default=0)
    sent_at = models.DateTimeField(_("发出时间"), null=True)
    reason = models.CharField(_("原因"), max_length=300, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["notice", "channel"], name="one_delivery_a_channel")]
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(state__in=["waiting", "held"]), name="delivery_due"
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.state}"


class Mode(models.TextChoices):
    """What a person chose for one event on one channel."""

    NOW = "now", _("即时")
    DIGEST = "digest", _("每日汇总")
    OFF = "off", _("不接收")


class Preference(models.Model):
    """A choice of one account for one event and channel. No row: as the table says."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="notice_preferences")
    key = models.CharField(max_length=60)
    channel = models.CharField(max_length=12)
    mode = models.CharField(max_length=8, choices=Mode.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "key", "channel"], name="one_notice_preference")
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.channel} {self.mode}"


class Habit(models.Model):
    """When an account wants to be left alone, and when its digest comes."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="notice_habit")
    quiet_from = models.TimeField(_("免打扰开始"), default=time(22))
    quiet_to = models.TimeField(_("免打扰结束"), default=time(7))
    digest_at = models.TimeField(_("每日汇总时间"), default=time(8))

    def __str__(self) -> str:
        return f"{self.quiet_from}–{self.quiet_to}"


class Switch(CongressModel):
    """A congress switches one cell of the table: event × role × channel. It holds below, too, unless set there."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="notice_switches")
    key = models.CharField(max_length=60)
    role = models.CharField(max_length=20)
    channel = models.CharField(max_length=12)
    on = models.BooleanField()
    changed_by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["congress", "key", "role", "channel"], name="one_switch_a_cell")
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.role} {self.channel}"
