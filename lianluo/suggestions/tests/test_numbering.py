"""立案 by 32 clerks at once: every suggestion gets a number of its own and none is left out (R5)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.numbers import every_series
from lianluo.suggestions.tests import lives
from lianluo.trail.steps import Stale
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
THREADS = 32


def at_once(cases: list[Suggestion], cast: Cast, now: datetime) -> list[str]:
    """Accept them all at the same moment, each in a thread with its own connection; what each clerk gets to read."""
    start, wang = Barrier(len(cases)), cast.wang

    def accept(case: Suggestion) -> str:
        try:
            start.wait()
            say.accept(case, actor=wang, at=now, topic="EDU")
            return case.number
        except Stale:
            return "somebody was faster"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(cases)) as pool:
        return list(pool.map(accept, cases))


def test_32_accepted_at_once_have_32_numbers_in_a_row(cast: Cast, now: datetime) -> Any:
    cases = [lives.submitted(cast.home, now) for _n in range(THREADS)]
    given = at_once(cases, cast, now)
    assert sorted(given) == [f"闭{n:03d}" for n in range(1, THREADS + 1)]
    [series] = every_series(cast.wang, now)
    assert (series.count, series.missing, series.next) == (THREADS, [], f"闭{THREADS + 1:03d}")


def test_one_accepted_by_eight_at_once_uses_one_number(cast: Cast, now: datetime) -> Any:
    case = lives.submitted(cast.home, now)
    copies = [Suggestion.objects.within(cast.home.congress.scope).get(pk=case.pk) for _n in range(8)]
    given = at_once(copies, cast, now)
    assert sorted(given) == sorted(["闭001", *["somebody was faster"] * 7])
    [series] = every_series(cast.wang, now)
    assert (series.count, series.next) == (1, "闭002")
