"""Numbers: sequential, no double, no gap, also when 32 draw at once (R5)."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import close_old_connections, connection, transaction

from lianluo.congress.models import Congress, Counter, Region
from lianluo.congress.numbers import draw
from tests.cast import Cast

THREADS, EACH = 32, 4


@pytest.fixture
def congress(transactional_db: Any) -> Any:
    region = Region.objects.create(code="43", name="湖南省", level="province")
    return Congress.objects.create(
        region=region, level="province", name="湖南省人大", short_name="省人大", path="43/"
    )


@pytest.mark.django_db(transaction=True)
def test_32_threads_draw_without_double_or_gap(congress: Any) -> Any:
    start = Barrier(THREADS)

    def draw_some(_n: int) -> list[int]:
        close_old_connections()
        start.wait()
        try:
            return [_drawn(congress) for _k in range(EACH)]
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        drawn = [number for numbers in pool.map(draw_some, range(THREADS)) for number in numbers]
    assert sorted(drawn) == list(range(1, THREADS * EACH + 1))


def _drawn(congress: Congress) -> int:
    with transaction.atomic():
        return draw(congress, "session-4")


def test_a_number_whose_case_fails_is_given_again(cast: Cast) -> None:
    with transaction.atomic():
        assert draw(cast.home.congress, "a") == 1
        transaction.set_rollback(True)
    assert draw(cast.home.congress, "a") == 1


def test_each_series_and_each_congress_counts_for_itself(cast: Cast) -> None:
    assert [draw(cast.home.congress, "a"), draw(cast.home.congress, "a")] == [1, 2]
    assert draw(cast.home.congress, "b") == 1
    assert draw(cast.neighbour.congress, "a") == 1
    assert Counter.objects.within(cast.home.congress.scope).count() == 2
