from datetime import datetime, time

import pytest

from lianluo.notices.times import Hours, digest_at, next_at, out_at
from tests.cast import CHINA

HOURS = Hours()


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 5, day, hour, minute, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("told", "out"),
    [
        (at(20, 9, 30), at(20, 9, 30)),
        (at(20, 22), at(21, 7)),
        (at(20, 23, 59), at(21, 7)),
        (at(20, 6, 59), at(20, 7)),
        (at(20, 7), at(20, 7)),
    ],
)
def test_quiet_hours_pass_midnight(told: datetime, out: datetime) -> None:
    assert out_at(told, HOURS, urgent=False) == out


def test_urgent_notices_pass_quiet_hours() -> None:
    assert out_at(at(20, 3), HOURS, urgent=True) == at(20, 3)


def test_equal_ends_mean_no_quiet_hours() -> None:
    hours = Hours(time(0), time(0))
    assert out_at(at(20, 0), hours, urgent=False) == at(20, 0)


def test_quiet_hours_within_one_day() -> None:
    hours = Hours(time(12), time(14))
    assert out_at(at(20, 13), hours, urgent=False) == at(20, 14)
    assert out_at(at(20, 15), hours, urgent=False) == at(20, 15)


def test_the_digest_comes_at_the_next_hour_of_the_digest() -> None:
    assert digest_at(at(20, 7, 59), HOURS) == at(20, 8)
    assert digest_at(at(20, 8, 1), HOURS) == at(21, 8)
    assert next_at(at(31, 9), time(8)) == datetime(2026, 6, 1, 8, tzinfo=CHINA)
