"""docs/security.md has one row for each requirement of level 1 and 2, and every proof that it names exists."""

import ast
from collections import Counter
from functools import cache

import pytest

from tests.asvs import PAGE, ROOT, STATES, Line, lines, summary, wanted


@cache
def names_in(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_requirement_has_exactly_one_row_at_its_level() -> None:
    counted = Counter(line.number for line in lines())
    assert [number for number, times in counted.items() if times > 1] == []
    assert {line.number: line.level for line in lines()} == wanted()


def test_the_standard_is_counted_right() -> None:
    """ASVS 5.0.0 says of itself: 70 requirements of level 1, 183 of level 2."""
    assert Counter(wanted().values()) == {1: 70, 2: 183}


@pytest.mark.parametrize("line", lines(), ids=lambda line: line.number)
def test_a_row_says_its_state_in_few_words_and_names_what_exists(line: Line) -> None:
    assert line.state in STATES
    assert 1 <= len(line.words.split()) <= 10
    for name in line.named:
        path, _, test = name.partition("::")
        assert (ROOT / path).is_file(), path
        assert not test or test in names_in(path), name


def test_the_sentence_that_counts_is_true() -> None:
    assert summary() in PAGE.read_text(encoding="utf-8")


def test_most_of_what_is_met_is_proved_by_a_test() -> None:
    met = [line for line in lines() if line.state == "met"]
    proved = [line for line in met if any("::" in name for name in line.named)]
    assert len(proved) > len(met) / 2
