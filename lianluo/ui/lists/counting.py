"""How many rows each view of a list holds, counted only as far as anybody reads: many views, one question."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

MOST = 10_000
"""Beyond this a list says 10,000+: counting on would take the longer the larger the table is."""


class Counted(int):
    """A number of rows; beyond `MOST` it only says so. Written with `format`, as all amounts are."""

    def __format__(self, how: str) -> str:
        return f"{format(MOST, how)}+" if self > MOST else format(int(self), how)


def counts(asked: Mapping[str, QuerySet[Any]]) -> dict[str, Counted]:
    """The number of rows of each of `asked`, in one question. Each part stops counting once it has too many; what is
    asked twice (the open view and the list itself) is counted once."""
    parts = {key: part for key, rows in asked.items() if (part := _limited(rows))}
    alike = list(dict.fromkeys(parts.values()))
    numbers = dict(zip(alike, _answered(alike), strict=True))
    return {key: Counted(numbers[parts[key]] if key in parts else 0) for key in asked}


Part = tuple[str, tuple[Any, ...]]


def _limited(rows: QuerySet[Any]) -> Part | None:
    """The question for the first rows only; None where no row can be."""
    few = rows.order_by().values("pk")[: MOST + 1]
    try:
        sql, values = few.query.get_compiler(few.db).as_sql()
    except EmptyResultSet:
        return None
    return sql, tuple(tuple(value) if isinstance(value, list) else value for value in values)


def _answered(parts: list[Part]) -> list[int]:
    if not parts:
        return []
    columns = ", ".join(f"(SELECT count(*) FROM ({sql}) few)" for sql, _values in parts)  # noqa: S608
    values = [list(value) if isinstance(value, tuple) else value for _sql, given in parts for value in given]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns}", values)
        return list(cursor.fetchone() or ())
