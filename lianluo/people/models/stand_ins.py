"""代理: who may do what an absent colleague may, from day to day, in the same unit."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress, Unit
from lianluo.kernel.scoping import CongressModel
from lianluo.people.models.accounts import Account
from lianluo.people.roles import UNIT_STAFF, RoleKind


class StandIn(CongressModel):
    """`stand_in` does what `absent` may do as `kind` of `unit`. It ends by itself; one role a row."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+", verbose_name=_("单位"))
    absent = models.ForeignKey(Account, models.CASCADE, related_name="stood_in_by", verbose_name=_("本人"))
    stand_in = models.ForeignKey(
        Account, models.CASCADE, related_name="stands_in_for", verbose_name=_("代理人")
    )
    kind = models.CharField(_("角色"), max_length=20, choices=RoleKind.choices)
    starts_on = models.DateField(_("自"))
    ends_on = models.DateField(_("至"))
    reason = models.CharField(_("原因"), max_length=100, blank=True)
    made_at = models.DateTimeField(_("设定时间"))
    ended_at = models.DateTimeField(_("提前终止"), null=True, blank=True)

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="stand_in_in_order"),
            models.CheckConstraint(condition=~Q(absent=F("stand_in")), name="nobody_stands_in_for_oneself"),
            models.CheckConstraint(
                condition=Q(kind__in=sorted(UNIT_STAFF)), name="only_work_of_a_unit_is_stood_in_for"
            ),
        ]
        indexes = [models.Index(fields=["stand_in", "ends_on"], name="stand_in_running")]

    def __str__(self) -> str:
        return f"{self.stand_in}（代{self.absent}）"
