"""The first page says how much waits, and does not say more than it knows."""

import pytest

from lianluo.desk.home import heading
from lianluo.ui.todo import Todo


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Todo([], 0), "没有待办"),
        (Todo([], 21), "待办 21 件"),
        (Todo([], 200, at_least=True), "待办 200 件以上"),
    ],
)
def test_the_heading_counts_what_was_read(found: Todo, words: str) -> None:
    assert heading(found) == words
