"""What a clerk does with a file, in one sentence: `taken_in("units", rows, actor=…)`."""

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from lianluo.exchange.giving import give_out
from lianluo.exchange.models import Batch
from lianluo.exchange.services import check, load, map_columns, open_batch
from lianluo.people.actor import Actor
from tests.cast import NOW

Rows = Sequence[Sequence[str]]


def as_csv(rows: Rows, encoding: str = "utf-8") -> bytes:
    lines = (",".join(f'"{cell}"' if "," in cell or "\n" in cell else cell for cell in row) for row in rows)
    return "\n".join(lines).encode(encoding)


def as_xlsx(rows: Sequence[Sequence[Any]], change: Callable[[Any], None] = lambda sheet: None) -> bytes:
    book, out = Workbook(), BytesIO()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    change(sheet)
    book.save(out)
    return out.getvalue()


def opened(kind: str, content: bytes, name: str, *, actor: Actor, at: datetime = NOW) -> Batch:
    return open_batch(kind, BytesIO(content), name, actor=actor, at=at)


def checked(
    kind: str, content: bytes, name: str = "表.csv", *, actor: Actor, at: datetime = NOW, **options: str
) -> Batch:
    """Opened, mapped as guessed, checked."""
    batch = opened(kind, content, name, actor=actor, at=at)
    map_columns(batch, dict(batch.mapping), batch.options | options, actor=actor, at=at)
    return check(batch, actor=actor, at=at)


def taken_in(
    kind: str, content: bytes, name: str = "表.csv", *, actor: Actor, at: datetime = NOW, **options: str
) -> Batch:
    """The same, and loaded."""
    batch = checked(kind, content, name, actor=actor, at=at, **options)
    return load(batch, actor=actor, now=lambda: at)


def given_out(kind: str, form: str = "jsonl", *, actor: Actor, at: datetime = NOW, **filters: Any) -> bytes:
    made = give_out(kind, form, filters, actor=actor, at=at)
    assert made is not None
    with made.file as file:
        return file.read()


def said(batch: Batch) -> list[tuple[int, str, str, str]]:
    """(row, field, grade, sentence) of everything that is wrong, unclear or worth knowing."""
    rows = batch.problems.order_by("row", "column", "pk")
    return list(rows.values_list("row", "field", "grade", "sentence"))
