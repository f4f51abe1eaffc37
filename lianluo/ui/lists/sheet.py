"""Exactly what a list shows, as an .xlsx file. Cells that a spreadsheet could take for a formula stay text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from tempfile import TemporaryFile
from typing import IO, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from lianluo.ui.components.text import date_full
from lianluo.ui.lists.state import ListState

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula; the wide ones in Chinese editions."""
CHUNK = 500
AT_ONCE = 5000


def safe_cell(sheet: Any, value: object) -> Any:
    """A cell that is never a formula: numbers and dates as they are, everything else as text."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value
    if isinstance(value, date):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))
    if not text.startswith(RISKY):
        return text
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _chunks(state: ListState) -> Iterator[list[Any]]:
    """The rows in order, prepared a few hundred at a time."""
    keys = list(state.rows.values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        by_key = {row.pk: row for row in state.base.filter(pk__in=part)}
        rows = [by_key[key] for key in part if key in by_key]
        state.page.prepare(rows, state.actor, state.at)
        yield rows


def conditions(state: ListState) -> str:
    """The filters in words, for the first line of the sheet."""
    said = [
        f"{f.label}：{state.settings[f.key].words}" for f in state.page.filters if state.settings[f.key].words
    ]
    if state.words:
        said.append(_("查找：%s") % state.words)
    return "；".join(said) or _("全部")


def write(state: ListState, progress: Callable[[int], bool] = lambda done: True) -> IO[bytes] | None:
    """The sheet as an open file; None when `progress` said to stop."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(state.page.title)[:31])
    sheet.freeze_panes = "A3"
    for n, column in enumerate(state.columns, start=1):
        sheet.column_dimensions[get_column_letter(n)].width = 48 if column.main else column.width
    sheet.append([safe_cell(sheet, f"{state.page.title}（{conditions(state)}）{date_full(state.at)}")])
    sheet.append([_bold(sheet, str(column.label)) for column in state.columns])
    done = 0
    for rows in _chunks(state):
        for row in rows:
            sheet.append([safe_cell(sheet, column.exported(row)) for column in state.columns])
        done += len(rows)
        if not progress(done):
            return None
    for name, heads, more in state.page.sheets(state.actor, state.at):
        _beside(book, name, heads, more)
    file = TemporaryFile()  # noqa: SIM115  (the caller closes it)
    book.save(file)
    file.seek(0)
    return file


def _beside(book: Any, name: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Another sheet of the same file."""
    sheet = book.create_sheet(name[:31])
    sheet.freeze_panes = "A2"
    for n in range(1, len(heads) + 1):
        sheet.column_dimensions[get_column_letter(n)].width = 24
    sheet.append([_bold(sheet, head) for head in heads])
    for row in rows:
        sheet.append([safe_cell(sheet, value) for value in row])


def _bold(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font, cell.alignment = Font(bold=True), Alignment(vertical="center")
    return cell


def filename(state: ListState) -> str:
    """代表建议 2026-05-20.xlsx."""
    return f"{state.page.title} {timezone.localtime(state.at):%Y-%m-%d}.xlsx"


def selected(state: ListState, keys: Sequence[str]) -> None:
    """Narrow the list to the chosen rows."""
    state.rows = state.rows.filter(pk__in=[key for key in keys if key.isdigit()])
