"""The stretch of time that a figure counts. Pure but for the time zone of the installation."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

SHAPES = re.compile(r"(?P<year>20\d\d)(?:-(?P<month>0[1-9]|1[0-2]|q[1-4]))?")


class BadPeriod(ValueError):
    """Not a year, quarter or month."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included. `code` is how an address names it: 2026, 2026-q1, 2026-05."""

    start: date
    end: date
    code: str

    @classmethod
    def year(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year, 12, 31), str(year))

    @classmethod
    def read(cls, code: str) -> "Period":
        """Raises `BadPeriod` for what is no year, quarter or month of this century."""
        found = SHAPES.fullmatch(code)
        if found is None:
            raise BadPeriod(code)
        year, month = int(found["year"]), found["month"]
        if month is None:
            return cls.year(year)
        first = 3 * int(month[1]) - 2 if month[0] == "q" else int(month)
        last = first + 2 if month[0] == "q" else first
        return cls(date(year, first, 1), date(year, last, monthrange(year, last)[1]), code)

    @property
    def label(self) -> str:
        """2026年, 2026年第1季度, 2026年5月."""
        year, _dash, rest = self.code.partition("-")
        if not rest:
            return _("{year}年").format(year=year)
        if rest[0] == "q":
            return _("{year}年第{n}季度").format(year=year, n=rest[1])
        return _("{year}年{n}月").format(year=year, n=int(rest))

    def days(self, field: str) -> Q:
        """Rows whose date `field` lies inside."""
        return Q(**{f"{field}__range": (self.start, self.end)})

    def moments(self, field: str) -> Q:
        """Rows whose moment `field` lies inside, by the clock of the installation."""
        first = timezone.make_aware(datetime.combine(self.start, time.min))
        after = timezone.make_aware(datetime.combine(self.end + timedelta(days=1), time.min))
        return Q(**{f"{field}__gte": first, f"{field}__lt": after})
