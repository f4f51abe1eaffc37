"""Deadlines that run for a case: computed from the law and the calendar, never typed in."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.explaining import explained
from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel


class Clock(CongressModel):
    """One deadline of one case. `steps` are the facts of 「怎么算的」, worded when they are read; `due_on` may lie
    later than `statutory_on` when an extension was granted; both are kept. `rule_on` is set where the office let a
    later rule hold for a clock that ran already; otherwise the rule of the day on which it started holds."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+")
    case_type = models.CharField(max_length=40)
    case_id = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    started_on = models.DateField(_("起算"))
    statutory_on = models.DateField(_("法定期限"))
    due_on = models.DateField(_("期限"))
    hard_on = models.DateField(_("最迟期限"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("停止"), null=True, blank=True)
    steps = models.JSONField(default=list)
    rule = models.CharField(max_length=60, blank=True)
    rule_on = models.DateField(_("按哪一天的规则"), null=True, blank=True)
    certain = models.BooleanField(_("日历已公布"), default=True)
    assumed = models.BooleanField(_("假定"), default=False)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case_type", "case_id", "kind"],
                condition=Q(stopped_at=None),
                name="one_running_clock_a_kind",
            ),
        ]
        indexes = [
            models.Index(fields=["case_type", "case_id"], name="clock_case"),
            models.Index(fields=["congress", "due_on"], condition=Q(stopped_at=None), name="clock_running"),
        ]

    @property
    def explanation(self) -> str:
        """「怎么算的」 in the reader's language."""
        return explained(self.steps)

    @property
    def extended(self) -> bool:
        """Was more time granted?"""
        return self.due_on > self.statutory_on

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on}"
