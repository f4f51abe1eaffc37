"""Lengths of time as rules hold them."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from django.utils.translation import ngettext_lazy

from lianluo.congress.levels import PeriodUnit

WORDS = {
    PeriodUnit.WORKDAYS: ngettext_lazy("%d 个工作日", "%d 个工作日"),
    PeriodUnit.DAYS: ngettext_lazy("%d 天", "%d 天"),
    PeriodUnit.MONTHS: ngettext_lazy("%d 个月", "%d 个月"),
}


@dataclass(frozen=True, slots=True)
class Period:
    """`n` working days, days or calendar months. `roll`: a last day that is a rest day moves to a working day."""

    n: int
    unit: PeriodUnit
    roll: bool = False

    def __str__(self) -> str:
        return WORDS[self.unit] % self.n


@dataclass(frozen=True, slots=True)
class Span:
    """From an hour of one day to an hour of the same or the next day."""

    start: time
    end: time

    def covers(self, moment: time) -> bool:
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end

    def __str__(self) -> str:
        return f"{self.start:%H:%M}–{self.end:%H:%M}"


def period(n: int, unit: PeriodUnit, *, roll: bool = False) -> dict[str, Any]:
    """A period as it is stored."""
    return {"n": n, "unit": str(unit), "roll": roll}


def read_period(value: Any) -> Period:
    return Period(value["n"], PeriodUnit(value["unit"]), bool(value.get("roll")))


def read_span(value: str) -> Span:
    start, end = (time.fromisoformat(part.strip()) for part in value.replace("–", "-").split("-"))
    return Span(start, end)
