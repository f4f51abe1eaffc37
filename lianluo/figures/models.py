"""What was reported stays as it was reported."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel
from lianluo.people.models import Account


class Snapshot(CongressModel):
    """The figures of one period as they stood when somebody reported them. Never changed."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+")
    title = models.CharField(_("名称"), max_length=100)
    period = models.CharField(_("时段"), max_length=10)
    below = models.BooleanField(_("含下级"), default=False)
    numbers = models.JSONField(_("数据"))
    taken_at = models.DateTimeField(_("定格时间"))
    taken_by = models.ForeignKey(Account, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-taken_at"]
        triggers = [
            pgtrigger.Protect(name="frozen", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title
