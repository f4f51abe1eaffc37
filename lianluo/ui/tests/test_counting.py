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
    court = rows.filter(pk=cast.home.units["court"].pk)
    with CaptureQueriesContext(connection) as asked:
        own, views = counts(rows, {"none": rows.none(), "again": rows, "one": court})
    assert len(asked) == 1
    assert own == views["again"] == len(list(rows))
    assert (views["none"], views["one"]) == (0, 1)
    assert counts(rows.none(), {}) == (0, {})


def test_beyond_the_limit_it_says_more(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Unit.objects.within(cast.home.congress.scope)
    monkeypatch.setattr(counting, "MOST", 3)
    assert rows.count() > 4
    assert amount(counts(rows, {})[0], "个") == "3+ 个"


def test_other_views_say_so_earlier_but_the_open_one_has_the_lists_number(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = Unit.objects.within(cast.home.congress.scope)
    monkeypatch.setattr(counting, "OF_VIEWS", 2)
    own, views = counts(rows, {"open": rows, "other": rows.filter(pk__gt=0)})
    assert own == views["open"] == rows.count() > 3
    assert f"{views['other']:,}" == "2+"


def test_an_exact_number_is_written_as_one() -> None:
    assert f"{Counted(1262):,}" == "1,262"
    assert f"{Counted(10_000):,}" == "10,000"
    assert f"{Counted(10_001):,}" == "10,000+"
