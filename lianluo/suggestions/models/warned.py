"""Which warning of which deadline was given: what makes each one happen once."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.scoping import CongressModel
from lianluo.trail.models import Clock


class Warned(CongressModel):
    """People were told that `clock` falls due on `due_on`. `stage` is the day of the rule: 30, 15 … days before, 0 on
    the day itself, -1 once it is over. A day that moved (extension, recount) is warned of anew."""

    congress_lookup = "clock__congress"

    clock = models.ForeignKey(Clock, models.CASCADE, related_name="warned")
    due_on = models.DateField(_("期限"))
    stage = models.SmallIntegerField(_("提前天数"))
    at = models.DateTimeField(_("时间"))

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["clock", "due_on", "stage"], name="one_warning_a_stage"),
        ]

    def __str__(self) -> str:
        return f"{self.clock_id} {self.due_on} {self.stage}"
