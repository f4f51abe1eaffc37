"""Comma-separated text: encoding and separator are found out and said."""

import csv
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as now_

from lianluo.exchange.reading.parts import MOST_COLUMNS, Line, Table, Unreadable
from lianluo.exchange.sheets import unsafe_text
from lianluo.kernel.text import _

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LONGEST = 10_000_000
SAID = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030（GBK）"}


def table(path: Path, name: str) -> Table:
    encoding = encoding_of(path, name)
    separator = _separator(path, encoding)

    def read(made: Table) -> Iterator[Line]:
        if encoding == "gb18030":
            made.remarks.append(now_("文件按 GB18030（GBK）编码读取。"))
        csv.field_size_limit(LONGEST)
        with path.open(encoding=encoding, newline="") as stream:
            rows = csv.reader(stream, delimiter=separator)
            try:
                for number, cells in enumerate(rows, start=1):
                    if any(cell.strip() for cell in cells):
                        yield Line(number, [unsafe_text(cell.strip()) for cell in _bounded(cells, number)])
            except csv.Error as error:
                raise Unreadable(
                    _("文件「{name}」第 {n} 行附近读不下去：引号没有配对，或不是文本表格。"),
                    name=name, n=rows.line_num,
                ) from error  # fmt: skip

    return Table("csv", read, encoding=SAID[encoding])


def _bounded(cells: list[str], number: int) -> list[str]:
    if len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:]):
        raise Unreadable(
            _("第 {n} 行有 {cells} 栏，最多 {most} 栏。"), n=number, cells=len(cells), most=MOST_COLUMNS
        )
    return cells[:MOST_COLUMNS]


def encoding_of(path: Path, name: str) -> str:
    """UTF-8 (with or without mark), UTF-16 with mark, else GB18030, which contains GBK and GB2312."""
    with path.open("rb") as stream:
        head = stream.read(4)
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return _sure(path, name, encoding)
    for encoding in ("utf-8", "gb18030"):
        if _reads(path, encoding):
            return _sure(path, name, encoding)
    raise Unreadable(_("文件「{name}」的文字编码认不出来，请在表格软件里另存为“CSV UTF-8”。"), name=name)


def _sure(path: Path, name: str, encoding: str) -> str:
    if not _reads(path, encoding):
        raise Unreadable(_("文件「{name}」的文字编码有错，请在表格软件里另存为“CSV UTF-8”。"), name=name)
    with path.open(encoding=encoding) as stream:
        if any("\0" in piece for piece in iter(lambda: stream.read(1 << 20), "")):
            raise Unreadable(_("文件「{name}」不是文本表格，请另存为 csv 或 xlsx。"), name=name)
    return encoding


def _reads(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding) as stream:
            while stream.read(1 << 20):
                pass
    except UnicodeError:
        return False
    return True


def _separator(path: Path, encoding: str) -> str:
    """Whichever of the usual ones the first line has most often that has one at all; prose is full of "，"."""
    with path.open(encoding=encoding, newline="") as stream:
        first = [stream.readline(100_000) for _n in range(10)]
    for signs in ((",", "\t", ";"), ("，",)):
        for line in first:
            sign = max(signs, key=line.count)
            if sign in line:
                return sign
    return ","
