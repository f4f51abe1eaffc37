"""Which warning a deadline has reached. Pure: days only.

A morning looks at the most pressing warning that has come, not at the one of that very day: when the worker stood
still for a week, the next morning catches up with one warning instead of three.
"""

from collections.abc import Iterable
from datetime import date

from lianluo.congress.clock import warn_days

TODAY, OVER = 0, -1


def stage(days: Iterable[int], started: date, due: date, today: date, *, every: bool = False) -> int | None:
    """The days before `due` of the warning that holds on `today`; 0 on the day itself, -1 after it, None before any.

    A warning on the very day on which the clock started says nothing new. Unless `every` is set, neither does one
    in the first half of the time: five working days need no warning of thirty days.
    """
    if today > due:
        return OVER
    if today == due:
        return TODAY
    first = started if every else started + (due - started) / 2
    reached = [day for day in warn_days(days, due) if first < day <= today]
    return (due - reached[-1]).days if reached else None
