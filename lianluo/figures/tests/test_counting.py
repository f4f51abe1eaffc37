from typing import Any

import pytest
from django.db.models import QuerySet

from lianluo.congress.models import Unit
from lianluo.figures import counting
from lianluo.figures.additive import discrepancy
from lianluo.figures.periods import Period
from lianluo.figures.rates import Rate
from lianluo.figures.registry import FIGURES, RATES, BadFigure, Figure, Per, figure, rate
from lianluo.kernel.scoping import Scope, Unscoped
from lianluo.people.models import Person, Seat
from lianluo.people.roles import Gender, SeatState
from tests.cast import Cast

YEAR = Period.year(2026)


def deputies() -> Figure:
    return FIGURES["people.deputies"]


def test_the_count_is_the_figure(cast: Cast) -> None:
    assert counting.number(deputies(), cast.home.congress.scope, YEAR) == 3


def test_all_numbers_are_asked_at_once(cast: Cast, at_most_queries: Any) -> None:
    with at_most_queries(1):
        found = counting.numbers(counting.all_figures(), cast.home.congress.scope, YEAR)
    assert found["people.deputies"] == 3
    assert found["congress.units"] == 5


def test_no_figures_no_question(db: None, at_most_queries: Any) -> None:
    with at_most_queries(0):
        assert counting.sizes([]) == []


def test_an_empty_set_counts_nothing(db: None) -> None:
    assert counting.sizes([Person.objects.none()]) == [0]


def test_a_figure_without_a_scope_is_refused(cast: Cast) -> None:
    with pytest.raises(Unscoped):
        counting.sizes([Unit.objects.filter(kind="court")])


def test_who_left_office_is_no_longer_counted(cast: Cast) -> None:
    scope = cast.home.congress.scope
    seats = Seat.objects.within(scope)
    seats.filter(pk=cast.home.seats["li"].pk).update(state=SeatState.SUSPENDED)
    assert counting.number(deputies(), scope, YEAR) == 2
    assert counting.number(deputies(), scope, Period.year(2022)) == 0


def test_a_breakdown_adds_up_and_opens_into_its_records(cast: Cast) -> None:
    scope, per = cast.home.congress.scope, deputies().by("delegation")
    assert per
    parts = counting.breakdown(deputies(), per, scope, YEAR)
    assert [(part.label, part.number) for part in parts] == [("第一代表团", 2), ("第二代表团", 1)]
    rows = counting.narrowed(deputies(), per, "第一代表团", scope, YEAR)
    assert {seat.pk for seat in rows} == {cast.home.seats["li"].pk, cast.home.seats["wu"].pk}


def test_what_was_not_filled_in_is_a_line_of_its_own(cast: Cast) -> None:
    scope, per = cast.home.congress.scope, deputies().by("gender")
    assert per
    Person.objects.filter(pk=cast.home.seats["wu"].person_id).update(gender=Gender.FEMALE)
    parts = counting.breakdown(deputies(), per, scope, YEAR)
    assert [(part.label, part.number) for part in parts] == [("女", 1), ("未填写", 2)]
    assert counting.narrowed(deputies(), per, "", scope, YEAR).count() == 2


def test_a_rate_is_part_and_whole(cast: Cast) -> None:
    scope = cast.home.congress.scope
    Person.objects.filter(pk=cast.home.seats["wu"].person_id).update(gender=Gender.FEMALE)
    known = counting.numbers(counting.all_figures(), scope, YEAR)
    assert counting.rate_from(RATES["people.women_share"], known) == Rate(1, 3)


def additive_figures() -> list[Figure]:
    return [one for one in FIGURES if one.additive]


def test_every_additive_figure_adds_up_over_the_tree(cast: Cast) -> None:
    assert additive_figures()
    for one in additive_figures():
        assert discrepancy(one, cast.upper.congress, YEAR) == 0, one.key
        assert discrepancy(one, cast.home.congress, YEAR) == 0, one.key
    assert counting.number(deputies(), cast.upper.congress.subtree, YEAR) == 12


def test_a_figure_that_counts_twice_is_caught(cast: Cast, register: None) -> None:
    @figure("test.everywhere", label="全部", unit="个", group="测试")
    def everywhere(scope: Scope, period: Period) -> "QuerySet[Any]":
        return Unit.objects.everywhere("a wrong figure that ignores its scope")

    assert discrepancy(FIGURES["test.everywhere"], cast.home.congress, YEAR) != 0


def test_the_tree_is_counted_in_two_questions(cast: Cast, at_most_queries: Any) -> None:
    congress = cast.home.congress
    with at_most_queries(2):
        rows = counting.by_congress(deputies(), congress, YEAR)
    assert [(row.path, number) for row, number in rows] == [
        ("00/43/", 3),
        ("00/43/4301/", 3),
        ("00/43/4302/", 0),
    ]


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("units", {}),
        ("Test.units", {}),
        ("test.units", {"label": ""}),
        ("test.units", {"unit": ""}),
        ("test.units", {"per": (Per("a", "甲", "x"), Per("a", "乙", "y"))}),
    ],
)
def test_a_bad_figure_is_refused(register: None, key: str, changes: dict[str, Any]) -> None:
    facts: dict[str, Any] = {"label": "单位", "unit": "个", "group": "测试"} | changes
    with pytest.raises(BadFigure):
        figure(key, **facts)


def test_a_rate_needs_figures_of_one_unit(register: None) -> None:
    with pytest.raises(BadFigure):
        rate("test.share", label="占比", group="测试", part="people.women", whole="people.nobody")
    with pytest.raises(BadFigure):
        rate("test.share", label="占比", group="测试", part="people.women", whole="congress.units")
