"""What the index reads of every room: whole batches at a time, never one question per record."""

from typing import Any

import pytest

from lianluo.search.registry import SEARCHABLES, Searchable
from lianluo.suggestions.tests import lives
from tests.cast import NOW, Cast

MOST = 6
"""For a batch of any size."""


def rooms() -> list[Searchable]:
    return list(SEARCHABLES)


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.room)
def test_a_batch_is_read_with_a_handful_of_questions(
    cast: Cast, at_most_queries: Any, room: Searchable
) -> None:
    for _n in range(MOST):
        lives.assigned(cast.home, NOW, units=("education", "health", "court"))
    with at_most_queries(MOST - 1):
        documents = [room.document(record) for record in room.queryset()]
    assert len(documents) >= MOST
    assert all(document.congress and list(document.seen_by) for document in documents)
