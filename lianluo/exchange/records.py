"""Lines → records: mapped, grouped where several rows are one thing, with a key that knows each again."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator

from lianluo.exchange.kinds import Kind, Record, Row
from lianluo.exchange.reading import Line, Table


def rows_of(table: Table, mapping: dict[str, str]) -> Iterator[Row]:
    """Every line with its values by field."""
    wanted = sorted((int(column), key) for column, key in mapping.items())
    for line in table.lines():
        values = {key: line.cells[n] for n, key in wanted if n < len(line.cells) and line.cells[n]}
        yield Row(line.number, values)


def records_of(table: Table, mapping: dict[str, str], kind: Kind) -> Iterator[Record]:
    """Rows that follow each other with the same source key belong together; the rest stand alone."""
    seen: Counter[str] = Counter()
    held: Record | None = None
    for row in rows_of(table, mapping):
        key = row.get(kind.source) if kind.source else ""
        if held is not None and key and key == held.get(kind.source):
            held.rows.append(row)
            continue
        if held is not None:
            yield _keyed(held, kind, seen)
        held = Record([row])
    if held is not None:
        yield _keyed(held, kind, seen)


def _keyed(record: Record, kind: Kind, seen: Counter[str]) -> Record:
    """The source's own key, else the content; equal rows are told apart by their count."""
    said = json.dumps([row.values for row in record.rows], ensure_ascii=False, sort_keys=True)
    record.digest = hashlib.sha256(said.encode()).hexdigest()
    own = record.get(kind.source) if kind.source else ""
    record.key = f"id:{own}"[:100] if own else record.digest
    seen[record.key] += 1
    if seen[record.key] > 1:
        record.key = f"{record.key[:90]}#{seen[record.key]}"
    return record


__all__ = ["Line", "records_of", "rows_of"]
