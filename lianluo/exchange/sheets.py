"""Writing tables: xlsx, csv and jsonl, all of them safe to open in a spreadsheet."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from tempfile import TemporaryFile
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from lianluo.ui.lists.sheet import RISKY, safe_cell

RED = PatternFill("solid", fgColor="F8D0D0")
FORMATS = ("xlsx", "csv", "jsonl")
LONGEST_CELL = 32_767
Rows = Iterable[tuple[Sequence[str], set[int]]]
"""Cells of a row, and which of them are marked."""


def safe_text(text: str) -> str:
    """For csv: what a spreadsheet could take for a formula gets an apostrophe, which reading takes away again."""
    return f"'{text}" if text.lstrip("'")[:1] in RISKY and text else text


def unsafe_text(text: str) -> str:
    """The reverse of `safe_text`."""
    return text[1:] if text.startswith("'") and text.lstrip("'")[:1] in RISKY else text


def write(
    form: str, columns: Sequence[str], rows: Rows, *, title: str, keys: Sequence[str] = ()
) -> IO[bytes]:
    """An open file; the caller closes it. `keys` name the columns in jsonl."""
    writers: dict[str, Callable[..., IO[bytes]]] = {"xlsx": _xlsx, "csv": _csv, "jsonl": _jsonl}
    file = writers[form](columns, rows, title, keys or columns)
    file.seek(0)
    return file


def _xlsx(columns: Sequence[str], rows: Rows, title: str, keys: Sequence[str]) -> IO[bytes]:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for n, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(n)].width = 40 if len(column) > 6 else 18
    sheet.append([_head(sheet, column) for column in columns])
    for cells, marked in rows:
        sheet.append([_cell(sheet, text, n in marked) for n, text in enumerate(cells)])
    file = TemporaryFile()  # noqa: SIM115  (the caller closes it)
    book.save(file)
    return file


def _head(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font, cell.alignment = Font(bold=True), Alignment(vertical="center")
    return cell


def _cell(sheet: Any, text: str, marked: bool) -> Any:
    safe = safe_cell(sheet, text)
    if not marked:
        return safe
    cell = WriteOnlyCell(sheet, value=safe if isinstance(safe, str) else safe.value)
    cell.data_type, cell.quotePrefix, cell.fill = "s", text.startswith(RISKY), RED
    return cell


def _csv(columns: Sequence[str], rows: Rows, title: str, keys: Sequence[str]) -> IO[bytes]:
    file = TemporaryFile()  # noqa: SIM115  (the caller closes it)
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    out = csv.writer(text)
    out.writerow(columns)
    out.writerows([safe_text(cell) for cell in cells] for cells, _marked in rows)
    text.flush()
    text.detach()
    return file


def _jsonl(columns: Sequence[str], rows: Rows, title: str, keys: Sequence[str]) -> IO[bytes]:
    file = TemporaryFile()  # noqa: SIM115  (the caller closes it)
    for cells, _marked in rows:
        said = {key: cell for key, cell in zip(keys, cells, strict=True) if cell}
        file.write(json.dumps(said, ensure_ascii=False).encode() + b"\n")
    return file
