"""A question that every request asks: its SQL is built once in a process, afterwards only its values change.

Django builds the SQL of a question each time it is asked; for the roles of an account that took six times as long as
PostgreSQL's answer. Only for questions whose shape never changes: a value is a whole number, a day, a moment or a word,
never a list, never None, and nothing in `build` may decide by it.
"""

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, ClassVar, Generic, TypeVar

from django.db import connections
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)

MARKS: dict[type, Callable[[int], Any]] = {
    int: lambda n: 2**62 + n,
    date: lambda n: date(1, 1, 1) + timedelta(n),
    datetime: lambda n: datetime(1, 1, 2, tzinfo=UTC) + timedelta(n),
    str: lambda n: f"\ue000{n}",
}
"""What stands for the n-th value while the SQL is built: nothing in a table and no rule has such values."""


class NotPrepared(TypeError):
    """The built SQL does not hold a value where the question named one, or holds one that has another kind."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value goes."""

    name: str


class Prepared(Generic[Row]):
    """`Prepared(build, day=date, account=int)`: called with these values it returns the rows of `build(**values)`.

    Raises `NotPrepared` where a named value is not in the SQL or has another kind.
    """

    def __init__(self, build: Callable[..., QuerySet[Row]], **kinds: type) -> None:
        self._build, self._kinds = build, kinds
        self._known: tuple[QuerySet[Row], Any, str, tuple[Any, ...]] | None = None

    def __call__(self, **values: Any) -> list[Row]:
        if {name: type(value) for name, value in values.items()} != self._kinds:
            raise NotPrepared(f"{values} are not {self._kinds}")
        self._known = self._known or self._prepared()
        rows, compiler, sql, told = self._known
        bound = tuple(values[one.name] if isinstance(one, _Place) else one for one in told)
        return list(_Asked(rows, compiler, (sql, bound)))

    def _prepared(self) -> tuple[QuerySet[Row], Any, str, tuple[Any, ...]]:
        marks = {name: MARKS[kind](n) for n, (name, kind) in enumerate(self._kinds.items())}
        rows = self._build(**marks)
        compiler = rows.query.get_compiler(rows.db)
        sql, told = compiler.as_sql()
        names = {mark: name for name, mark in marks.items()}
        places = tuple(_Place(names[one]) if type(one) in MARKS and one in names else one for one in told)
        if missing := set(self._kinds) - {one.name for one in places if isinstance(one, _Place)}:
            raise NotPrepared(f"{missing} not in {sql}")
        return rows, compiler, sql, places


class _Asked(Generic[Row]):
    """As much of a QuerySet as Django's own reading of rows needs, with a compiler that has its SQL already."""

    _known_related_objects: ClassVar[dict[Any, Any]] = {}

    def __init__(self, rows: QuerySet[Row], compiler: Any, question: tuple[str, tuple[Any, ...]]) -> None:
        self.query, self.model, self.db = self, rows.model, rows.db
        self._iterable: Any = rows._iterable_class
        self._compiler, self._question = compiler, question

    def get_compiler(self, using: str) -> Any:
        compiler = copy(self._compiler)
        compiler.connection = connections[using]
        compiler.as_sql = lambda: self._question
        return compiler

    def __iter__(self) -> Iterator[Row]:
        yield from self._iterable(self)
