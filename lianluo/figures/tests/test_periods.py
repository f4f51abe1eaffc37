from datetime import date, datetime

import pytest

from lianluo.congress.models import CalendarYear
from lianluo.figures.periods import BadPeriod, Period
from tests.cast import CHINA


@pytest.mark.parametrize(
    ("code", "start", "end", "label"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "2026年"),
        ("2026-q1", date(2026, 1, 1), date(2026, 3, 31), "2026年第1季度"),
        ("2026-q4", date(2026, 10, 1), date(2026, 12, 31), "2026年第4季度"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31), "2026年12月"),
    ],
)
def test_a_period_is_read_from_its_code(code: str, start: date, end: date, label: str) -> None:
    period = Period.read(code)
    assert (period.start, period.end, period.label) == (start, end, label)


@pytest.mark.parametrize(
    "code", ["", "1999", "2026-13", "2026-0", "2026-q5", "2026/05", "2026-05-01", "２０２６"]
)
def test_what_is_no_period_is_refused(code: str) -> None:
    with pytest.raises(BadPeriod):
        Period.read(code)


@pytest.mark.parametrize(
    ("at", "inside"),
    [
        (datetime(2026, 1, 1, 0, 0, tzinfo=CHINA), True),
        (datetime(2026, 12, 31, 23, 59, 59, tzinfo=CHINA), True),
        (datetime(2025, 12, 31, 23, 59, 59, tzinfo=CHINA), False),
        (datetime(2027, 1, 1, 0, 0, tzinfo=CHINA), False),
    ],
)
def test_a_year_ends_by_the_clock_of_the_installation(db: None, at: datetime, inside: bool) -> None:
    CalendarYear.objects.create(year=1999, source="测试", announced_at=at)
    found = CalendarYear.objects.filter(Period.year(2026).moments("announced_at"), year=1999)
    assert found.exists() is inside
