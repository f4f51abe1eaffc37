"""What values mean once they are read."""

from datetime import time

import pytest

from lianluo.congress.levels import Level
from lianluo.congress.models import Congress
from lianluo.congress.rules import RuleBook
from tests.cast import TODAY, Cast


def test_lists_are_read_as_what_they_mean(cast: Cast) -> None:
    book = RuleBook(cast.home.congress, TODAY)
    assert [(c.code, c.is_resolved, c.is_promise, c.needs_explanation) for c in book.answer_classes()] == [
        ("A", True, False, False),
        ("B", False, True, False),
        ("C", False, False, True),
    ]
    assert [o.label for o in book.rating_options() if o.redo] == ["不满意"]
    assert len(book.grounds()) == 11
    assert len(book.topics()) == 11
    assert book.numbers("warn.days") == (30, 15, 7, 3)
    assert book.text("handling.co_term") == "会办"


def test_the_quiet_hours_reach_over_midnight(cast: Cast) -> None:
    span = RuleBook(cast.home.congress, TODAY).hours("notice.quiet")
    assert [span.covers(time(h)) for h in (20, 21, 23, 3, 8)] == [False, True, True, True, False]


def test_asking_for_working_days_of_a_period_in_months_is_a_mistake(cast: Cast) -> None:
    with pytest.raises(ValueError, match="months"):
        RuleBook(cast.home.congress, TODAY).workdays("reply.limit")


def test_levels_have_the_tree_below_them(cast: Cast) -> None:
    assert [c.level for c in Congress.objects.within(cast.lower.congress.subtree).order_by("path")] == [
        Level.PREFECTURE,
        Level.COUNTY,
        Level.TOWNSHIP,
    ]
