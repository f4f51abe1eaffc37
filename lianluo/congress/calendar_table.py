"""Reads days from a csv or xlsx file with the columns 日期, 上班 (是/否), 名称."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from lianluo.congress.calendar_acts import DayRow

MOST_ROWS = 800
YES, NO = {"是", "上班", "班", "1", "true", "y"}, {"否", "放假", "休", "0", "false", "n"}


class BadTable(ValueError):
    """The file cannot be read; the text says why."""


def read_days(content: bytes, name: str) -> tuple[list[DayRow], list[str]]:
    """Rows and problems, one sentence per bad line. Raises `BadTable` when it is no table of days at all."""
    lines = list(_lines(content, name))
    if not lines or len(lines) > MOST_ROWS:
        raise BadTable(_("表格是空的，或者超过 {n} 行。").format(n=MOST_ROWS))
    columns = _columns(lines[0])
    rows: list[DayRow] = []
    problems: list[str] = []
    for number, cells in enumerate(lines[1:], start=2):
        if not any(str(cell).strip() for cell in cells if cell is not None):
            continue
        try:
            rows.append(_row(cells, columns))
        except ValueError as error:
            problems.append(_("第 {n} 行：{why}").format(n=number, why=error))
    return rows, problems


def _lines(content: bytes, name: str) -> Iterable[Sequence[Any]]:
    if name.lower().endswith(".xlsx"):
        from python_calamine import CalamineError, CalamineWorkbook

        try:
            return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        except (CalamineError, ValueError, OSError) as error:
            raise BadTable(_("这个文件不是可以读取的 Excel 表格。")) from error
    if not name.lower().endswith(".csv"):
        raise BadTable(_("请选择 csv 或 xlsx 文件。"))
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return list(csv.reader(io.StringIO(content.decode(encoding))))
        except (UnicodeDecodeError, csv.Error):
            continue
    raise BadTable(_("读不出这个文件的文字，请另存为 UTF-8 的 csv。"))


def _columns(head: Sequence[Any]) -> dict[str, int]:
    found = {str(cell).strip(): n for n, cell in enumerate(head)}
    if "日期" not in found or "上班" not in found:
        raise BadTable(_("第一行要有“日期”“上班”两列，“名称”可以没有。"))
    return found


def _row(cells: Sequence[Any], columns: dict[str, int]) -> DayRow:
    def cell(name: str) -> Any:
        place = columns.get(name, len(cells))
        return cells[place] if place < len(cells) else ""

    word = str(cell("上班")).strip().lower().removesuffix(".0")
    if word not in YES | NO:
        raise ValueError(_("“上班”一列请写“是”或“否”。"))
    return DayRow(_date(cell("日期")), word in YES, str(cell("名称") or "").strip()[:30])


def _date(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = (
        str(value)
        .strip()
        .replace("年", "-")
        .replace("月", "-")
        .replace("日", "")
        .replace("/", "-")
        .replace(".", "-")
    )
    try:
        year, month, day = (int(part) for part in text.split("-"))
        return date(year, month, day)
    except ValueError:
        raise ValueError(_("“{text}”不是日期。").format(text=str(value)[:20])) from None
