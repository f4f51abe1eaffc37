"""缺号说明: what a clerk found out about numbers that no suggestion bears. Only ever added to."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel
from lianluo.suggestions.states import GapGround


class GapNote(CongressModel):
    """Numbers `first` to `last` of a series. The newest note about a number holds; earlier ones stay readable."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+")
    series = models.CharField(max_length=60)
    first = models.PositiveIntegerField(_("从"))
    last = models.PositiveIntegerField(_("到"))
    ground = models.CharField(_("情形"), max_length=12, choices=GapGround.choices)
    text = models.CharField(_("说明"), max_length=500)
    by = models.BigIntegerField()
    by_name = models.CharField(max_length=60)
    at = models.DateTimeField(_("时间"))

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first__gte=1) & Q(last__gte=F("first")), name="gap_runs_upwards"
            )
        ]
        indexes = [models.Index(fields=["congress", "series"], name="gap_notes")]
        triggers = [pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.series} {self.first}–{self.last}"
