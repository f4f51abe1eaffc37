"""Rows multiplied inside PostgreSQL: the cases of the demo province, table by table, with new keys, days and people.

What is multiplied was made by the services, so every row is of a kind that really occurs. Triggers are off while
rows are copied: the shadow tables that keep field changes stay as they are, and copied steps keep the digests of
their originals, so `verify` has nothing to say to such a database. Nothing that is measured on it reads either.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

SUGGESTION = "suggestions_suggestion"
SEATS = {"signer_ids", "invited_ids", "asked_ids", "rated_ids", "paper_ids", "entrusted_ids", "agreed_ids"}
AT_ONCE = 20_000


@dataclass(frozen=True)
class Rows:
    """One table to be multiplied. `by` names its column that leads to `of`, a table multiplied before; `kind` is the
    case_type where the column is `case_id`. `told` are columns with an expression of their own; without `aged` the
    rows of copies of former years are left out."""

    table: str
    by: str = ""
    of: str = ""
    kind: str = ""
    aged: bool = True
    told: dict[str, str] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        return f"{self.table}_{self.kind}" if self.kind else self.table


def run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)


def asked(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        return list(cursor.fetchall())


def columns(table: str) -> list[tuple[str, str]]:
    """Name and type of each column that is not computed by the database."""
    found = asked(
        "SELECT attname, format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = %s::regclass"
        " AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
        table,
    )
    return [(str(name), str(kind)) for name, kind in found]


def pointers(table: str) -> dict[str, str]:
    """Column → table to which it points."""
    found = asked(
        "SELECT a.attname, c.confrelid::regclass::text FROM pg_constraint c"
        " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
        " WHERE c.contype = 'f' AND c.conrelid = %s::regclass",
        table,
    )
    return {str(column): str(of) for column, of in found}


@contextmanager
def indexes_later(tables: Sequence[str]) -> Iterator[None]:
    """Plain indexes are made once all rows are there: many times quicker than row by row. Constraints keep theirs."""
    found = asked(
        "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i"
        " WHERE i.indrelid::regclass::text = ANY(%s) AND NOT EXISTS"
        " (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid) AND NOT i.indisunique",
        list(tables),
    )
    for name, _made in found:
        run(f"DROP INDEX {name}")
    yield
    run("SET maintenance_work_mem = '512MB'")
    for _name, made in found:
        run(str(made))


class Copier:
    """Multiplies `tables` in order. `plan` is a table (n, old, days) that says which case is copied how.

    The new key of a row is `base + n × width + place`: computed, so nothing has to be looked up.
    """

    def __init__(self, tables: Sequence[Rows], plan: str) -> None:
        self.tables, self.plan = tables, plan
        self.base: dict[str, int] = {}
        self.width: dict[str, int] = {}

    def prepare(self) -> None:
        """The rows of the originals, each with its case and its place among the rows of that case."""
        for rows in self.tables:
            mark = f"x_{rows.mark}"
            if rows.by:
                where = f" WHERE t.case_type = '{rows.kind}'" if rows.kind else ""
                chosen = (
                    f"SELECT t.id, o.root FROM {rows.table} t JOIN x_{rows.of} o ON o.id = t.{rows.by}{where}"
                )
            else:
                chosen = f"SELECT DISTINCT old AS id, old AS root FROM {self.plan}"
            run(
                f"CREATE TEMP TABLE {mark} AS SELECT id, root,"
                f" row_number() OVER (PARTITION BY root ORDER BY id) - 1 AS place FROM ({chosen}) chosen"
            )
            run(f"CREATE INDEX ON {mark} (id)")
            run(f"CREATE INDEX ON {mark} (root)")
            run(f"ANALYZE {mark}")
            ((most,),) = asked(f"SELECT coalesce(max(place), 0) + 1 FROM {mark}")
            self.width[rows.mark] = int(str(most))

    def copy(self, first: int, last: int) -> Iterator[str]:
        """Copy the cases `first` ≤ n < `last` of the plan; yields the name of each table that is done."""
        for rows in self.tables:
            if rows.mark not in self.base:
                ((top,),) = asked(f"SELECT coalesce(max(id), 0) + 1 FROM {rows.table}")
                self.base[rows.mark] = int(str(top)) + self._reserved(rows)
            run(self._statement(rows), first, last)
            yield rows.mark

    def _reserved(self, rows: Rows) -> int:
        """Room for the other kinds of the same table, whose keys run beside these."""
        ((cases,),) = asked(f"SELECT max(n) + 1 FROM {self.plan}")
        before = [one for one in self.tables if one.table == rows.table and one.mark in self.base]
        return sum(int(str(cases)) * self.width[one.mark] for one in before)

    def _statement(self, rows: Rows) -> str:
        """One INSERT … SELECT; a pointer into another case leads nowhere in a copy."""
        named = columns(rows.table)
        points = pointers(rows.table)
        joins: list[str] = []
        said = [self._value(rows, name, kind, points.get(name, ""), joins) for name, kind in named]
        names = ", ".join(f'"{name}"' for name, _kind in named)
        return (
            f"INSERT INTO {rows.table} ({names}) SELECT {', '.join(said)} FROM {self.plan} p"
            f" JOIN x_{rows.mark} x ON x.root = p.old JOIN {rows.table} t ON t.id = x.id {' '.join(joins)}"
            f" WHERE p.n >= %s AND p.n < %s{'' if rows.aged else ' AND NOT p.aged'}"
        )

    def _value(self, rows: Rows, name: str, kind: str, of: str, joins: list[str]) -> str:
        """What stands in the column `name` of a copy."""
        if name == "id":
            return self._key(rows.mark, "x")
        if name in rows.told:
            return rows.told[name]
        target = rows.of if name == rows.by else of
        if target in self.width:
            joins.append(
                f"LEFT JOIN x_{target} o{len(joins)} ON o{len(joins)}.id = t.{name} AND o{len(joins)}.root = p.old"
            )
            return self._key(target, f"o{len(joins) - 1}")
        if of == "people_seat":
            joins.append(
                f"LEFT JOIN seat_of s{len(joins)} ON s{len(joins)}.old = t.{name} AND s{len(joins)}.turn = p.turn"
            )
            return f"coalesce(s{len(joins) - 1}.new, t.{name})"
        if of == "congress_unit":
            joins.append(
                f"LEFT JOIN unit_of u{len(joins)} ON u{len(joins)}.old = t.{name} AND u{len(joins)}.turn = p.turn"
            )
            return f"coalesce(u{len(joins) - 1}.new, t.{name})"
        return _plain(name, kind)

    def _key(self, mark: str, alias: str) -> str:
        return f"{self.base[mark]} + p.n * {self.width[mark]} + {alias}.place"


def _plain(name: str, kind: str) -> str:
    if kind == "date":
        return f't."{name}" - p.days'
    if kind == "timestamp with time zone":
        return f"t.\"{name}\" - p.days * interval '1 day'"
    if name in SEATS:
        return _each("seat_of", name)
    if name == "unit_ids":
        return _each("unit_of", name)
    return f't."{name}"'


def _each(map_: str, name: str) -> str:
    return (
        f"CASE WHEN t.{name} = '{{}}' THEN t.{name} ELSE (SELECT array_agg(coalesce(m.new, e) ORDER BY i)"
        f" FROM unnest(t.{name}) WITH ORDINALITY AS a(e, i)"
        f" LEFT JOIN {map_} m ON m.old = e AND m.turn = p.turn) END"
    )
