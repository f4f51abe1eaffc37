"""The append-only history. Each event carries the digest of the one before it in the same case."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel


class Event(CongressModel):
    """One recorded step. Never changed, never deleted: a trigger refuses, and the hash chain shows it."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+")
    case_type = models.CharField(max_length=40)
    case_id = models.BigIntegerField()
    seq = models.PositiveIntegerField()
    at = models.DateTimeField(_("时间"))
    account_id = models.BigIntegerField(_("账号"), null=True)
    actor_name = models.CharField(_("经办人"), max_length=60, blank=True)
    actor_role = models.CharField(_("身份"), max_length=120, blank=True)
    move = models.CharField(_("步骤"), max_length=40)
    source = models.CharField(max_length=24, blank=True)
    target = models.CharField(max_length=24)
    facts = models.JSONField(default=dict)
    previous = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    class Meta:
        ordering = ["case_type", "case_id", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["case_type", "case_id", "seq"], name="one_event_a_step")
        ]
        indexes = [
            models.Index(fields=["congress", "-at"], name="event_recent"),
            models.Index(fields=["at"], name="event_at"),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.case_type} {self.case_id} #{self.seq} {self.move}"


class DayRoot(models.Model):
    """One root over the last digest of every case that moved since the day before, chained to that day's root.

    It reaches over the events whose key is at most `upto`: by key and not by time, so that a case which is entered
    later with an earlier date belongs to the day on which it was entered.
    """

    day = models.DateField(_("日期"), unique=True)
    upto = models.BigIntegerField()
    leaves = models.PositiveIntegerField(_("事项数"))
    root = models.BinaryField(_("总摘要"), max_length=32)
    previous = models.BinaryField(max_length=32)

    class Meta:
        ordering = ["day"]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return str(self.day)


class RootHead(models.Model):
    """The newest day root, named once more: without it the last days could be cut off unseen. One row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    day = models.DateField()
    root = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_root_head")]

    def __str__(self) -> str:
        return str(self.day)
