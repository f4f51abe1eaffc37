"""Traffic lights of deadlines: green, amber, red, overdue. Pure: the day, the calendar and the warning days come in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lianluo.kernel.text import _
from lianluo.kernel.workdays import WorkCalendar


class Light(StrEnum):
    """How pressing a deadline is, the most pressing last."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    OVERDUE = "overdue"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def rank(self) -> int:
        return list(Light).index(self)


LABELS = {
    Light.GREEN: _("绿灯"),
    Light.AMBER: _("黄灯"),
    Light.RED: _("红灯"),
    Light.OVERDUE: _("逾期"),
}


@dataclass(frozen=True, slots=True)
class Lights:
    """The lights of one day: what is due up to `red_until` is red, up to `amber_until` amber, before `today` overdue."""

    today: date
    red_until: date
    amber_until: date

    def of(self, due: date) -> Light:
        if due < self.today:
            return Light.OVERDUE
        if due <= self.red_until:
            return Light.RED
        return Light.AMBER if due <= self.amber_until else Light.GREEN


def lights(today: date, calendar: WorkCalendar, warn: Collection[int]) -> Lights:
    """The last warning (T-3) turns red, the one before it (T-7) amber.

    Before a long holiday red comes earlier: what leaves at most one more working day is red, however many days
    lie between (the eve of the Spring Festival looks far from its last day, and is not).
    """
    nearest = sorted(set(warn))
    red, amber = (nearest[0], nearest[1]) if len(nearest) > 1 else (0, nearest[0])
    second = calendar.add_workdays(today, 2)
    red_until = max(today + timedelta(days=red), second - timedelta(days=1))
    return Lights(today, red_until, max(today + timedelta(days=amber), red_until))
