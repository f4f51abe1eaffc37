"""The figures of the room: each counts the records that it names."""

from datetime import datetime, timedelta

import pytest

from lianluo.figures.counting import breakdown, numbers, rate_from
from lianluo.figures.periods import Period
from lianluo.figures.registry import FIGURES, RATES, Figure
from lianluo.suggestions import services as say
from lianluo.suggestions.tests import lives
from tests.cast import Cast

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)


def own() -> list[Figure]:
    return [figure for figure in FIGURES if figure.key.startswith("suggestions.")]


def counted(cast: Cast, period: Period = YEAR) -> dict[str, int]:
    return numbers(own(), cast.home.congress.scope, period)


def test_each_step_is_counted(cast: Cast, now: datetime) -> None:
    lives.draft(cast.home, now)
    lives.not_accepted(cast.home, now)
    lives.assigned(cast.home, now)
    lives.rated(cast.home, now, result="dissatisfied", comment="没有时间表。")
    lives.closed(cast.home, now)
    found = counted(cast)
    assert found["suggestions.received"] == 4
    assert found["suggestions.refused"] == 1
    assert found["suggestions.accepted"] == found["suggestions.assigned"] == 3
    assert found["suggestions.answered"] == found["suggestions.judged"] == 2
    assert found["suggestions.satisfied"] == found["suggestions.closed"] == 1
    assert found["suggestions.on_time"] == 2


def test_next_door_and_last_year_are_not_counted(cast: Cast, now: datetime) -> None:
    lives.submitted(cast.neighbour, now)
    lives.submitted(cast.home, now - timedelta(days=365))
    assert counted(cast)["suggestions.received"] == 0
    assert counted(cast, Period.year(2025))["suggestions.received"] == 1


def test_a_late_answer_is_not_on_time(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    lives.give_answer(cast.home, case, now + timedelta(days=120))
    found = counted(cast)
    assert found["suggestions.answered"] == 1
    assert found["suggestions.on_time"] == 0


def test_a_second_round_in_time_does_not_hide_a_late_first(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    late = now + timedelta(days=120)
    lives.give_answer(cast.home, case, late)
    say.rate(case, actor=cast.li, at=late, attitude="satisfied", result="dissatisfied", comment="太晚。")
    say.rework(case, actor=cast.wang, at=late, note="请补充。")
    lives.give_answer(cast.home, case, late)
    assert counted(cast)["suggestions.on_time"] == 0


def test_rates_are_part_and_whole(cast: Cast, now: datetime) -> None:
    lives.rated(cast.home, now)
    lives.rated(cast.home, now, result="dissatisfied", comment="没有时间表。")
    satisfied = rate_from(RATES["suggestions.satisfied_share"], counted(cast))
    assert (satisfied.part, satisfied.whole) == (1, 2)
    assert str(satisfied) == "50%"


def test_answers_by_unit_add_up(cast: Cast, now: datetime) -> None:
    lives.replied(cast.home, now)
    lives.replied(cast.home, now)
    figure = FIGURES["suggestions.answered"]
    per = figure.by("unit")
    assert per is not None
    parts = breakdown(figure, per, cast.home.congress.scope, YEAR)
    assert [(part.label, part.number) for part in parts] == [("教育厅", 2)]


def test_ratings_are_told_apart_by_the_words_of_the_congress(cast: Cast, now: datetime) -> None:
    """A congress may call its options as it likes; what it named itself is never called by the code."""
    lives.rated(cast.home, now)
    own_words = [
        {"code": "good", "label": "很好", "redo": False, "counts": True},
        {"code": "poor", "label": "较差", "redo": True, "counts": False},
    ]
    lives.rule(cast.home, "rating.options", own_words)
    case = lives.replied(cast.home, now)
    say.rate(case, actor=cast.li, at=now, attitude="good", result="good")
    judged = FIGURES["suggestions.judged"]
    per = judged.by("rating")
    assert per
    found = {part.label: part.number for part in breakdown(judged, per, cast.home.congress.scope, YEAR)}
    assert found == {"满意": 1, "很好": 1}
