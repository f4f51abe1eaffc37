from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture
def errands(cast: Any) -> Iterator[Any]:
    """The table of errands for one test, and the cast that runs them."""
    from lianluo.trail.tests import errands as kind

    kind.set_up()
    yield cast
    kind.tear_down(table=False)
