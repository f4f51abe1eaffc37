"""Working days and months, over made-up calendars."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianluo.kernel.workdays import WorkCalendar, add_months, days_after

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
calendars = st.builds(
    WorkCalendar, st.dictionaries(days, st.booleans(), max_size=60), st.just(frozenset({2026}))
)

SPRING = WorkCalendar(
    {date(2026, 2, 16): False, date(2026, 2, 17): False, date(2026, 2, 14): True}, frozenset({2026})
)


def test_a_make_up_saturday_counts_and_a_holiday_does_not() -> None:
    assert SPRING.is_workday(date(2026, 2, 14))
    assert not SPRING.is_workday(date(2026, 2, 16))
    assert not SPRING.is_workday(date(2026, 2, 15))


def test_five_working_days_over_the_spring_festival() -> None:
    assert SPRING.add_workdays(date(2026, 2, 12), 5) == date(2026, 2, 20)
    assert SPRING.skipped(date(2026, 2, 12), date(2026, 2, 20)) == [
        date(2026, 2, 15),
        date(2026, 2, 16),
        date(2026, 2, 17),
    ]


def test_no_day_is_no_step() -> None:
    assert SPRING.add_workdays(date(2026, 2, 16), 0) == date(2026, 2, 16)


def test_backwards_is_not_a_count() -> None:
    with pytest.raises(ValueError, match="negative"):
        SPRING.add_workdays(date(2026, 2, 12), -1)


def test_a_year_without_a_notice_is_uncertain() -> None:
    assert SPRING.certain(date(2026, 3, 1))
    assert not SPRING.certain(date(2026, 12, 1), date(2027, 1, 5))


@given(calendars, days, st.integers(0, 90))
def test_adding_and_counting_are_each_others_inverse(calendar: WorkCalendar, day: date, count: int) -> None:
    end = calendar.add_workdays(day, count)
    assert calendar.workdays_between(day, end) == count
    assert count == 0 or calendar.is_workday(end)
    assert calendar.workdays_between(end, day) == -count


@given(calendars, days, st.integers(0, 40), st.integers(0, 40))
def test_two_spans_add_up(calendar: WorkCalendar, day: date, first: int, second: int) -> None:
    middle = calendar.add_workdays(day, first)
    assert calendar.add_workdays(middle, second) == calendar.add_workdays(day, first + second)


@given(calendars, days, st.integers(0, 120))
def test_what_is_skipped_and_what_counts_make_the_whole(calendar: WorkCalendar, day: date, span: int) -> None:
    end = day + timedelta(days=span)
    assert calendar.workdays_between(day, end) + len(calendar.skipped(day, end)) == span
    assert len(list(days_after(day, end))) == span


@given(calendars, days)
def test_the_next_workday_is_the_first_one(calendar: WorkCalendar, day: date) -> None:
    found = calendar.next_workday(day)
    assert calendar.is_workday(found)
    assert not any(calendar.is_workday(day + timedelta(days=n)) for n in range((found - day).days))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 8, 31), 3, date(2026, 11, 30)),
        (date(2026, 11, 15), 3, date(2027, 2, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
    ],
)
def test_months_clamp_at_the_end(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(days, st.integers(-36, 36))
def test_months_keep_their_order_and_their_day(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)
