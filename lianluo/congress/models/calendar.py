"""The State Council's work calendar, one for the whole country, and when it last changed."""

import pghistory
import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

STAMP = pgtrigger.Trigger(
    name="stamp",
    level=pgtrigger.Statement,
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func=(
        "INSERT INTO congress_calendarstamp (id, changed_at) VALUES (1, clock_timestamp()) "
        "ON CONFLICT (id) DO UPDATE SET changed_at = clock_timestamp(); RETURN NULL;"
    ),
)


@pghistory.track()
class CalendarYear(models.Model):
    """A year whose notice (国务院办公厅关于…部分节假日安排的通知) has been read in."""

    year = models.PositiveSmallIntegerField(_("年份"), unique=True)
    source = models.CharField(_("依据"), max_length=120)
    announced_at = models.DateTimeField(_("录入时间"))

    class Meta:
        ordering = ["-year"]
        triggers = [STAMP]

    def __str__(self) -> str:
        return str(self.year)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class CalendarDay(models.Model):
    """A day that a notice names: a holiday (also where it falls on a weekend), or a make-up working day (调休)."""

    day = models.DateField(_("日期"), unique=True)
    is_workday = models.BooleanField(_("上班"))
    label = models.CharField(_("名称"), max_length=30, blank=True)

    class Meta:
        ordering = ["day"]
        triggers = [STAMP]

    def __str__(self) -> str:
        return f"{self.day} {self.label}"


class CalendarStamp(models.Model):
    """One row: when the calendar last changed. Written by triggers only, so that no way of writing gets around it."""

    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.changed_at)
