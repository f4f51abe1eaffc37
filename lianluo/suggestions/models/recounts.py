"""Deadlines counted again, row by row, until the head of the office has decided."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Unit
from lianluo.kernel.scoping import CongressModel
from lianluo.suggestions.models.suggestions import Suggestion
from lianluo.suggestions.states import Outcome, RecountState
from lianluo.trail.models import Case, Clock


class Recount(Case):
    """What a change of the calendar or of a rule would do to running deadlines. `cause`: "calendar" or a rule key."""

    flow_name: ClassVar[str] = "recount"

    cause = models.CharField(_("缘由"), max_length=60)
    rule_on = models.DateField(_("按哪一天的规则"), null=True, blank=True)
    prepared_at = models.DateTimeField(_("测算时间"))
    decided_at = models.DateTimeField(_("核准时间"), null=True, blank=True)
    work = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress"], condition=Q(state="open"), name="one_open_recount_a_congress"
            )
        ]

    @property
    def standing(self) -> RecountState:
        return RecountState(self.state)


class RecountRow(CongressModel):
    """One deadline: what it was, what it would be, how that is counted, and what became of it."""

    congress_lookup = "recount__congress"

    recount = models.ForeignKey(Recount, models.CASCADE, related_name="rows")
    clock = models.ForeignKey(Clock, models.CASCADE, related_name="+")
    suggestion = models.ForeignKey(Suggestion, models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(_("期限"), max_length=30)
    was = models.DateField(_("原期限"))
    becomes = models.DateField(_("新期限"))
    statutory_on = models.DateField()
    hard_on = models.DateField(null=True, blank=True)
    certain = models.BooleanField(default=True)
    assumed = models.BooleanField(default=False)
    steps = models.JSONField(default=list)
    outcome = models.CharField(
        _("处理"), max_length=8, choices=Outcome.choices, default=Outcome.WAITING, db_index=True
    )
    note = models.CharField(_("说明"), max_length=300, blank=True)
    at = models.DateTimeField(_("时间"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["recount", "clock"], name="one_recount_row_a_clock")]

    def __str__(self) -> str:
        return str(self.suggestion)

    @property
    def result(self) -> Outcome:
        return Outcome(self.outcome)
