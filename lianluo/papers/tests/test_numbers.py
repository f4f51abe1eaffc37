from datetime import timedelta

from lianluo.congress.models import Rule
from lianluo.papers.numbers import Of, give, number_of
from tests.cast import NOW, TODAY, Cast

RULE, PAPER = "number.assignment", "test.sheet"


def test_a_paper_keeps_the_number_that_it_was_given(cast: Cast) -> None:
    home = cast.home.congress
    first = give(PAPER, Of("handling", 1), congress=home, rule=RULE, at=NOW)
    again = give(PAPER, Of("handling", 1), congress=home, rule=RULE, at=NOW + timedelta(days=9))
    second = give(PAPER, Of("handling", 2), congress=home, rule=RULE, at=NOW)
    assert first == again == "代表交〔2026〕1号"
    assert second == "代表交〔2026〕2号"
    assert number_of(PAPER, Of("handling", 2), congress=home) == second
    assert number_of(PAPER, Of("handling", 3), congress=home) == ""


def test_every_year_and_every_congress_begins_with_one(cast: Cast) -> None:
    give(PAPER, Of("handling", 1), congress=cast.home.congress, rule=RULE, at=NOW)
    next_year = NOW + timedelta(days=365)
    later = give(PAPER, Of("handling", 2), congress=cast.home.congress, rule=RULE, at=next_year)
    theirs = give(PAPER, Of("handling", 1001), congress=cast.neighbour.congress, rule=RULE, at=NOW)
    assert (later, theirs) == ("代表交〔2027〕1号", "代表交〔2026〕1号")
    assert number_of(PAPER, Of("handling", 1), congress=cast.neighbour.congress) == ""


def test_a_pattern_changed_in_the_year_never_writes_a_number_twice(cast: Cast) -> None:
    home = cast.home.congress
    give(PAPER, Of("handling", 1), congress=home, rule=RULE, at=NOW)
    Rule.objects.create(congress=home, key=RULE, value="湘联交{seq:02d}", valid_from=TODAY)
    assert give(PAPER, Of("handling", 2), congress=home, rule=RULE, at=NOW) == "湘联交02"
