"""What was read once while a page is drawn need not be read again.

Works only inside `one_page()`, which is entered for requests that change nothing, and by the filling of the demo,
which changes no rule. Outside of it (forms, jobs, tests) `once` reads every time, so nothing is ever served from
before a change.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Kept = TypeVar("Kept")

_page: ContextVar[dict[Hashable, Any] | None] = ContextVar("page", default=None)


@contextmanager
def one_page() -> Iterator[None]:
    """Remember what `once` reads, until the page is drawn."""
    token = _page.set({})
    try:
        yield
    finally:
        _page.reset(token)


def once(key: Hashable, read: Callable[[], Kept]) -> Kept:
    """The answer of `read`, asked once per page for each `key`."""
    kept = _page.get()
    if kept is None:
        return read()
    if key not in kept:
        kept[key] = read()
    answer: Kept = kept[key]
    return answer
