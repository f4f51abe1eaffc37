"""How many rows each view of a list holds, counted only as far as anybody reads: many views, one question."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

MOST = 10_000
"""Beyond this a list says 10,000+: counting on would take the longer the larger the table is."""
OF_VIEWS = 2_000
"""So far the views beside the open one are counted: more than a session of any congress brings, and a fifth of the work."""


class Counted(int):
    """A number of rows; beyond `most` it only says so. Written with `format`, as all amounts are."""

    most: int

    def __new__(cls, number: int, most: int | None = None) -> "Counted":
        made = super().__new__(cls, number)
        made.most = MOST if most is None else most
        return made

    def __format__(self, how: str) -> str:
        return f"{format(self.most, how)}+" if self > self.most else format(int(self), how)


def counts(rows: QuerySet[Any], views: Mapping[str, QuerySet[Any]]) -> tuple[Counted, dict[str, Counted]]:
    """The number of `rows` of a list, and of each of its views, in one question. Each part stops counting once it has
    too many; the view that the list shows has the list's own number."""
    own = _asked(rows)
    parts = {key: part for key, of_view in views.items() if (part := _asked(of_view))}
    limits = dict.fromkeys(parts.values(), OF_VIEWS)
    if own:
        limits[own] = MOST
    found = {part: Counted(number, limits[part]) for part, number in _answered(limits).items()}
    none = Counted(0)
    of_views = {key: found[parts[key]] if key in parts else none for key in views}
    return found[own] if own else none, of_views


Part = tuple[str, tuple[Any, ...]]


def _asked(rows: QuerySet[Any]) -> Part | None:
    """The question for the rows' keys; None where no row can be."""
    keys = rows.order_by().values("pk")
    try:
        sql, values = keys.query.get_compiler(keys.db).as_sql()
    except EmptyResultSet:
        return None
    return sql, tuple(tuple(value) if isinstance(value, list) else value for value in values)


def _answered(limits: Mapping[Part, int]) -> dict[Part, int]:
    """Each part counted as far as one row beyond its limit."""
    if not limits:
        return {}
    columns = ", ".join(
        f"(SELECT count(*) FROM ({sql} LIMIT {most + 1:d}) few)"  # noqa: S608
        for (sql, _values), most in limits.items()
    )
    values = [list(value) if isinstance(value, tuple) else value for _sql, given in limits for value in given]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns}", values)
        return dict(zip(limits, cursor.fetchone() or (), strict=True))
