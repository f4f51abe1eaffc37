"""A clock that stories of sign-in can move."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from tests.cast import NOW


@pytest.fixture
def time_machine_at() -> Callable[..., AbstractContextManager[Any]]:
    """`with time_machine_at(minutes=14):` it is 09:44 on the day of the stories."""

    def travel(**after: float) -> AbstractContextManager[Any]:
        return time_machine.travel(NOW + timedelta(**after), tick=False)

    return travel
