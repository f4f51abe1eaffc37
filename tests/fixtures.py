"""Fixtures for every test of the house (loaded by the root `conftest.py`). See tests/README.md."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.walking import Walk


@pytest.fixture
def cast(db: None) -> "Cast":
    """The cast, inside the test's own transaction (about 40 ms)."""
    from tests.cast import build

    return build()


@pytest.fixture(scope="module")
def shared_cast(django_db_setup: None, django_db_blocker: Any) -> "Iterator[Cast]":
    """The cast for all tests of one module (which are marked `django_db`); rolled back after the module."""
    from django.db import transaction

    from tests.cast import build

    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def walk(shared_cast: "Cast") -> "Walk":
    """Everybody signed in and one thing of every kind at home, for tests that walk all addresses."""
    from tests.walking import Walk

    return Walk(shared_cast)


@pytest.fixture
def now() -> datetime:
    """The moment in which the stories of the tests happen: 20 May 2026, half past nine."""
    from tests.cast import NOW

    return NOW
