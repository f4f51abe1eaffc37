"""Every clock of a suggestion against a count by hand: day by day over the days that really were working days.

The days come from a table that two independent calendars agree on (2018–2023); the counting below knows nothing of
the calendar and the clocks of the house.
"""

import csv
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from chinese_calendar import constants
from hypothesis import given
from hypothesis import strategies as st

from lianluo.congress.calendar import NationalCalendar
from lianluo.congress.calendar_seed import known_years
from lianluo.congress.clock import Clocks, Deadline
from lianluo.congress.models import Congress, Rule
from lianluo.congress.rules import RuleBook
from lianluo.suggestions import deadlines
from lianluo.suggestions.deadlines import ClockRow
from lianluo.suggestions.states import Mode

DAYS = Path(__file__).resolve().parents[4] / "shared/data/workdays/days_2018_2023.csv"
ONE_DAY = timedelta(days=1)
STARTS = st.dates(date(2018, 1, 1), date(2023, 5, 31))
"""Every clock that starts here ends within the table, six months later at most."""

Count = Callable[[date, int], date]


@cache
def works() -> dict[date, bool]:
    if not DAYS.exists():
        pytest.skip(f"THE DAYS ARE NOT HERE: {DAYS}")
    with DAYS.open(encoding="utf-8") as file:
        return {date.fromisoformat(row["date"]): row["is_workday_lki"] == "1" for row in csv.DictReader(file)}


def workdays(start: date, n: int) -> date:
    """Walk on from the day after, and stop on the n-th working day."""
    day, left = start, n
    while left:
        day += ONE_DAY
        if works()[day]:
            left -= 1
    return day


def months(start: date, n: int) -> date:
    """Turn the leaves one month at a time; the same day of the month, or its last one."""
    year, month = start.year, start.month
    for _leaf in range(n):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def days(start: date, n: int) -> date:
    return start + n * ONE_DAY


BY_HAND: dict[str, tuple[ClockRow, Count, int]] = {
    "审核": (deadlines.SUGGESTION_CLOCKS["submit"], workdays, 5),
    "代表团初审": (deadlines.SUGGESTION_CLOCKS["submit_in_session"], days, 1),
    "交办": (deadlines.SUGGESTION_CLOCKS["accept"], workdays, 5),
    "大会建议交办": (deadlines.ASSIGN_IN_SESSION, months, 1),
    "分办": (deadlines.DISPATCH, workdays, 5),
    "签收或提异议": (deadlines.SIGN_FOR, workdays, 5),
    "裁定异议": (deadlines.REASSIGN, workdays, 10),
    "首次沟通": (deadlines.CONTACT, workdays, 20),
    "答复": (deadlines.answer_clock(Mode.LEAD), months, 3),
    "会办意见": (deadlines.answer_clock(Mode.CO), months, 1),
    "会办意见补正": (deadlines.CO_REDO, workdays, 5),
    "评价": (deadlines.SUGGESTION_CLOCKS["answer"], workdays, 10),
    "决定再办": (deadlines.SUGGESTION_CLOCKS["rated"], workdays, 3),
    "重新办理": (deadlines.REWORK, months, 1),
    "承诺落实评价": (deadlines.PROMISE_RATING, workdays, 20),
    "公开": (deadlines.PUBLISH, workdays, 20),
}
"""What runs → its row in the house, how it is counted by hand, and the number of the default rules."""


@pytest.fixture(scope="module")
def calendar() -> NationalCalendar:
    """The years with which the tables are filled at first (another test holds the tables against the same days)."""
    works()
    days = dict.fromkeys(constants.holidays, False) | dict.fromkeys(constants.workdays, True)
    return NationalCalendar(days, frozenset(known_years()))


class Plain(RuleBook):
    """The rules where nobody has set any."""

    def _read(self) -> list[Rule]:
        return []


def counted(row: ClockRow, start: date, calendar: NationalCalendar) -> Deadline:
    book = Plain(Congress(level="province", path="43/"), start)
    return Clocks(book, calendar).due(row.rule, start, hard=row.hard)


def test_no_clock_is_left_out() -> None:
    rows = {*deadlines.SUGGESTION_CLOCKS.values(), *deadlines.HANDLING_CLOCKS.values()}
    rows |= {value for value in vars(deadlines).values() if isinstance(value, ClockRow)}
    assert rows == {row for row, _count, _n in BY_HAND.values()}


@pytest.mark.parametrize("name", BY_HAND)
@given(start=STARTS)
def test_a_clock_ends_where_it_does_by_hand(name: str, calendar: NationalCalendar, start: date) -> None:
    row, by_hand, n = BY_HAND[name]
    found = counted(row, start, calendar)
    assert found.due == by_hand(start, n)
    assert found.certain


@given(start=STARTS)
def test_more_time_never_reaches_past_six_months(calendar: NationalCalendar, start: date) -> None:
    found = counted(deadlines.REPLY, start, calendar)
    assert found.hard_due == months(start, 6)
    assert found.due < months(start, 6)


@given(start=STARTS)
def test_the_first_working_days_hold_the_short_clocks_in_order(
    calendar: NationalCalendar, start: date
) -> None:
    """Three, five, ten and twenty working days never overtake each other."""
    kinds = ("决定再办", "签收或提异议", "裁定异议", "首次沟通")
    dues = [counted(BY_HAND[kind][0], start, calendar).due for kind in kinds]
    assert dues == sorted(set(dues))
    assert all(works()[due] for due in dues)


@given(start=STARTS)
def test_what_is_said_to_be_skipped_are_the_days_that_did_not_count(
    calendar: NationalCalendar, start: date
) -> None:
    """「怎么算的」 tells the truth: the rest days it names are those of the table."""
    found = counted(deadlines.SIGN_FOR, start, calendar)
    said: set[date] = set()
    for fact in found.facts:
        for first, last, _name in fact.get("runs", ()):
            day = date.fromisoformat(first)
            while day <= date.fromisoformat(last):
                said.add(day)
                day += ONE_DAY
    off = {
        start + n * ONE_DAY
        for n in range(1, (found.due - start).days + 1)
        if not works()[start + n * ONE_DAY]
    }
    assert said == off
