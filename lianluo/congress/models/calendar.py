"""The State Council's work calendar, one for the whole country."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class CalendarYear(models.Model):
    """A year whose notice (国务院办公厅关于…部分节假日安排的通知) has been read in."""

    year = models.PositiveSmallIntegerField(_("年份"), unique=True)
    source = models.CharField(_("依据"), max_length=120)
    announced_at = models.DateTimeField(_("录入时间"))

    class Meta:
        ordering = ["-year"]

    def __str__(self) -> str:
        return str(self.year)


@pghistory.track()
class CalendarDay(models.Model):
    """A day that differs from Monday–Friday: a holiday on a weekday, or a make-up working day (调休)."""

    day = models.DateField(_("日期"), unique=True)
    is_workday = models.BooleanField(_("上班"))
    label = models.CharField(_("名称"), max_length=30, blank=True)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {self.label}"
