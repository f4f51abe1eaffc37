"""What was read once while a page is drawn need not be read again.

`once` works only inside `one_page()`, which is entered for requests that change nothing, and by the filling of the demo,
which changes no rule. Outside of it (forms, jobs, tests) `once` reads every time, so nothing is ever served from
before a change. `Kept` is for sums over very many rows only, and its reader is told of when they are.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

Kept_ = TypeVar("Kept_")

_page: ContextVar[dict[Hashable, Any] | None] = ContextVar("page", default=None)


@contextmanager
def one_page() -> Iterator[None]:
    """Remember what `once` reads, until the page is drawn."""
    token = _page.set({})
    try:
        yield
    finally:
        _page.reset(token)


def once(key: Hashable, read: Callable[[], Kept_]) -> Kept_:
    """The answer of `read`, asked once per page for each `key`."""
    kept = _page.get()
    if kept is None:
        return read()
    if key not in kept:
        kept[key] = read()
    answer: Kept_ = kept[key]
    return answer


class Kept(Generic[Kept_]):
    """Answers that were dear, kept in this process for `seconds`; at most `most` of them, the oldest go first."""

    def __init__(self, seconds: int = 60, most: int = 500) -> None:
        self.span, self.most = timedelta(seconds=seconds), most
        self._found: dict[Hashable, tuple[datetime, Kept_]] = {}

    def get(
        self, key: Hashable, at: datetime, read: Callable[[], Kept_], dear: Callable[[Kept_], bool]
    ) -> tuple[Kept_, datetime]:
        """The answer and the moment of which it is. Kept only when `dear` says so; else read every time."""
        known = self._found.get(key)
        if known and timedelta(0) <= at - known[0] < self.span:
            return known[1], known[0]
        answer = read()
        self._found.pop(key, None)
        if dear(answer):
            while len(self._found) >= self.most:
                self._found.pop(next(iter(self._found), None), None)
            self._found[key] = (at, answer)
        return answer, at
