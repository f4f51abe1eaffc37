"""What all tests share. Their settings, and the database when there is none, are in tests/settings.py."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from hypothesis import settings as hypothesis_settings

pytest_plugins = ["tests.fixtures"]

hypothesis_settings.register_profile("lianluo", deadline=None, derandomize=True, max_examples=50)
hypothesis_settings.load_profile("lianluo")

QueryLimit = Callable[[int], AbstractContextManager[list[str]]]


@pytest.fixture
def at_most_queries() -> QueryLimit:
    """`with at_most_queries(12):` fails when the block asks the database more often, and shows each question."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    @contextmanager
    def limit(number: int) -> Iterator[list[str]]:
        asked: list[str] = []
        with CaptureQueriesContext(connection) as caught:
            yield asked
        asked.extend(query["sql"] for query in caught.captured_queries)
        shown = "\n".join(f"{place}. {sql[:300]}" for place, sql in enumerate(asked, 1))
        assert len(asked) <= number, f"{len(asked)} queries, at most {number} are allowed:\n{shown}"

    return limit
