"""Traffic lights: from the warning days, earlier before a holiday, never back to green."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianluo.kernel.lights import Light, lights
from lianluo.kernel.workdays import WorkCalendar

TODAY = date(2026, 5, 20)
WARN = (30, 15, 7, 3)
DAYS = st.dates(date(2018, 1, 1), date(2030, 12, 31))
OFF = st.sets(st.integers(0, 60), max_size=40)


@pytest.mark.parametrize(
    ("days", "light"),
    [(-1, "overdue"), (0, "red"), (3, "red"), (4, "amber"), (7, "amber"), (8, "green"), (90, "green")],
)
def test_the_last_two_warnings_turn_it_red_and_amber(days: int, light: str) -> None:
    assert lights(TODAY, WorkCalendar(), WARN).of(TODAY + timedelta(days=days)) == light


def test_one_warning_only_leaves_red_for_what_cannot_wait() -> None:
    found = lights(TODAY, WorkCalendar(), (10,))
    assert found.of(TODAY + timedelta(days=10)) == "amber"
    assert found.of(TODAY) == "red"


def test_before_a_long_holiday_red_comes_earlier() -> None:
    holiday = WorkCalendar({date(2026, 10, n): False for n in range(1, 9)})
    assert lights(date(2026, 9, 30), holiday, WARN).of(date(2026, 10, 9)) == "red"
    assert lights(date(2026, 9, 30), WorkCalendar(), WARN).of(date(2026, 10, 9)) == "green"


@given(DAYS, st.integers(0, 60), st.integers(0, 60), OFF)
def test_as_days_go_by_a_light_never_gets_better(start: date, later: int, left: int, off: set[int]) -> None:
    calendar = WorkCalendar({start + timedelta(days=n): bool(n % 2) for n in off})
    due = start + timedelta(days=left)
    before = lights(start, calendar, WARN).of(due)
    after = lights(start + timedelta(days=later), calendar, WARN).of(due)
    assert after.rank >= before.rank


@given(DAYS, st.integers(-30, 60), st.integers(0, 60))
def test_what_is_due_later_is_never_more_pressing(today: date, first: int, more: int) -> None:
    found = lights(today, WorkCalendar(), WARN)
    early, late = (found.of(today + timedelta(days=n)) for n in (first, first + more))
    assert late.rank <= early.rank


@given(DAYS, st.lists(st.integers(0, 400), min_size=1, max_size=6))
def test_every_set_of_warnings_gives_all_four(today: date, warn: list[int]) -> None:
    found = lights(today, WorkCalendar(), warn)
    assert found.of(today - timedelta(days=1)) == Light.OVERDUE
    assert found.of(today) == Light.RED
    assert found.of(found.amber_until + timedelta(days=1)) == Light.GREEN
