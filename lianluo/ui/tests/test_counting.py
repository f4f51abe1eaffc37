"""Counting as far as anybody reads: exact while there are few, and said to be more beyond that."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lianluo.congress.models import Unit
from lianluo.ui.components.text import amount
from lianluo.ui.lists import counting
from lianluo.ui.lists.counting import Counted, counts
from tests.cast import Cast


def test_all_views_are_counted_in_one_question(cast: Cast) -> None:
    rows = Unit.objects.within(cast.home.congress.scope)
    with CaptureQueriesContext(connection) as asked:
        found = counts(
            {
                "all": rows,
                "none": rows.none(),
                "again": rows,
                "one": rows.filter(pk=cast.home.units["court"].pk),
            }
        )
    assert len(asked) == 1
    assert found["all"] == found["again"] == len(list(rows))
    assert (found["none"], found["one"]) == (0, 1)


def test_beyond_the_limit_it_says_more(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Unit.objects.within(cast.home.congress.scope)
    monkeypatch.setattr(counting, "MOST", 3)
    assert rows.count() > 4
    assert amount(counts({"all": rows})["all"], "个") == "3+ 个"


def test_an_exact_number_is_written_as_one() -> None:
    assert f"{Counted(1262):,}" == "1,262"
    assert f"{Counted(10_000):,}" == "10,000"
    assert f"{Counted(10_001):,}" == "10,000+"
