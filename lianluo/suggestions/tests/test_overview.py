"""The figures beside the to-do list: every number is counted from records and opens into them."""

from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from lianluo.suggestions.selectors import overview
from lianluo.suggestions.states import Satisfaction
from lianluo.suggestions.tests import lives
from lianluo.ui.glance import DuePanel, FigurePanel, ProgressPanel
from tests.cast import Cast

WHY = "七个村没有写清资金从哪里来，请补充资金来源和完成时间。"


@pytest.fixture
def soon() -> datetime:
    """Now: the first page counts this year's suggestions."""
    return timezone.now()


def test_steps_are_counted_from_the_records(cast: Cast, soon: datetime) -> None:
    for bring in (
        lives.submitted,
        lives.accepted,
        lives.assigned,
        lives.replied,
        lives.closed,
        lives.referred,
    ):
        bring(cast.home, soon)
    _figures, progress, _lights, _days = overview.panels(cast.wang, soon)
    assert isinstance(progress, ProgressPanel)
    assert [row.value for row in progress.rows] == [6, 4, 3, 2, 1, 1]
    assert "转参阅 1" in progress.rows[1].note
    assert progress.whole == 6


def test_rates_say_their_part_and_whole(cast: Cast, soon: datetime) -> None:
    lives.closed(cast.home, soon)
    lives.rated(cast.home, soon, Satisfaction.DISSATISFIED, WHY)
    figures = overview.panels(cast.wang, soon)[0]
    assert isinstance(figures, FigurePanel)
    answered, on_time, content, late = figures.figures
    assert (answered.value, answered.note) == (2, "占已交办 2 件的 100%")
    assert (on_time.value, on_time.note) == ("100%", "2 份答复中 2 份按期")
    assert (content.value, content.note) == ("50%", "2 件已评价，1 件不满意")
    assert late.value == 0


def test_a_figure_opens_into_its_records(cast: Cast, soon: datetime) -> None:
    lives.closed(cast.home, soon)
    lives.submitted(cast.home, soon)
    figures = overview.panels(cast.wang, soon)[0]
    assert isinstance(figures, FigurePanel)
    page = cast.client("wang").get(figures.figures[0].url)
    assert page.status_code == 200
    assert page.content.decode().count('class="t"') == figures.figures[0].value


def test_a_unit_sees_its_own_part(cast: Cast, soon: datetime) -> None:
    lives.assigned(cast.home, soon)
    mine = overview.panels(cast.zhao, soon)
    assert isinstance(mine[0], FigurePanel)
    assert mine[0].heading == "我单位承办的建议"
    assert overview.panels(cast.liu, soon) == []


def test_what_falls_due_in_two_weeks_stands_on_its_day(cast: Cast, soon: datetime) -> None:
    case = lives.submitted(cast.home, soon)
    days = overview.panels(cast.wang, soon)[3]
    assert isinstance(days, DuePanel)
    assert {day.day: day.count for day in days.days if day.count} == {case.due_on: 1}


def test_neighbours_are_not_counted(cast: Cast, soon: datetime) -> None:
    lives.submitted(cast.neighbour, soon)
    assert overview.panels(cast.wang, soon) == []


@pytest.mark.parametrize("key", ["wang", "qian", "chen", "zhao", "gao", "guo", "li", "lin", "he", "han"])
def test_the_first_page_asks_at_most_twelve_times(
    cast: Cast, soon: datetime, at_most_queries: Any, key: str
) -> None:
    lives.assigned(cast.home, soon, ("education", "health"))
    lives.replied(cast.home, soon)
    someone = cast.client(key)
    with at_most_queries(12):
        assert someone.get("/").status_code == 200
