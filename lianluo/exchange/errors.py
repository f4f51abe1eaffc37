"""The rows that did not come in, as the same table with one more column that says why: mend it and load it again."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from lianluo.exchange.kinds import KINDS
from lianluo.exchange.mapping import ERROR_HEADING, plain
from lianluo.exchange.models import Batch, Problem
from lianluo.exchange.records import records_of
from lianluo.exchange.services.opening import table_of
from lianluo.exchange.sheets import write


def errors_file(batch: Batch) -> tuple[bytes, str]:
    """Content and name. The format is the file's own; documents become a sheet."""
    form = batch.format if batch.format in {"xlsx", "csv", "jsonl"} else "xlsx"
    kept = [n for n, column in enumerate(batch.columns) if plain(column) != ERROR_HEADING]
    columns = [batch.columns[n] for n in kept] + [ERROR_HEADING]
    with write(form, columns, _rows(batch, kept), title=_("没有导入的行")) as file:
        return file.read(), f"{PurePosixPath(batch.name).stem}_错误.{form}"


def _rows(batch: Batch, kept: list[int]) -> Iterator[tuple[list[str], set[int]]]:
    wanted = _rows_of_records(batch)
    by_row: dict[int, list[Problem]] = {}
    for problem in batch.problems.exclude(grade="note").iterator(chunk_size=2000):
        by_row.setdefault(problem.row, []).append(problem)
    for line in table_of(batch).lines():
        if line.number not in wanted:
            continue
        own = by_row.get(line.number, [])
        cells = [line.cells[n] if n < len(line.cells) else "" for n in kept]
        said = " ".join(dict.fromkeys(one.sentence for one in own))
        marked = {kept.index(one.column) for one in own if one.column in kept}
        yield [*cells, said], marked


def _rows_of_records(batch: Batch) -> set[int]:
    """All rows of a record go together, also when only one of them is wrong."""
    wrong = set(batch.problems.exclude(grade="note").values_list("row", flat=True))
    wanted: set[int] = set()
    for record in records_of(table_of(batch), batch.mapping, KINDS[batch.kind]):
        numbers = {row.number for row in record.rows}
        if numbers & wrong:
            wanted |= numbers
    return wanted
