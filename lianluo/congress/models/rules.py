"""Dated parameters of law and practice. What each key means stands in `congress.rules`."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models.tree import Congress
from lianluo.kernel.scoping import CongressModel


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Rule(CongressModel):
    """One value of one rule, from a day on, for a congress and all below it that set none of their own.

    `value` None says: from this day on as above again.
    """

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="rules")
    key = models.CharField(_("参数"), max_length=60)
    value = models.JSONField(_("值"), null=True)
    valid_from = models.DateField(_("自"))
    source = models.CharField(_("来源"), max_length=120, blank=True)
    article = models.CharField(_("条文"), max_length=60, blank=True)
    assumed = models.BooleanField(_("假定"), default=False)
    note = models.CharField(_("说明"), max_length=300, blank=True)

    class Meta:
        ordering = ["key", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["congress", "key", "valid_from"], name="one_rule_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"
