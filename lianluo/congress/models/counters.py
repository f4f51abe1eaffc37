"""Counters from which business numbers are drawn, one row per series, locked while it is drawn from."""

from django.db import models

from lianluo.congress.models.tree import Congress
from lianluo.kernel.scoping import CongressModel


class Counter(CongressModel):
    """The last number that a series gave out. No number is given twice."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="counters")
    series = models.CharField(max_length=80)
    value = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["congress", "series"], name="one_counter_per_series")]

    def __str__(self) -> str:
        return f"{self.series} {self.value}"
