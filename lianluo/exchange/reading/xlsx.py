"""Workbooks, read as a stream: memory grows with the shared words, never with the size that a sheet claims to have.

A reader that lays a sheet out as a rectangle can be made to ask for 500 GB by two cells in opposite corners; here a
cell that is not in the file costs nothing.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from django.utils.translation import gettext as now_

from lianluo.exchange.reading.parts import MOST_ROWS, Line, Table, Unreadable
from lianluo.exchange.reading.sheet import Sheet
from lianluo.exchange.reading.workbook import Workbook
from lianluo.kernel.text import _

PIECE = 1 << 16
BROKEN = (KeyError, zipfile.BadZipFile, expat.ExpatError, OSError, EOFError, NotImplementedError, ValueError)


def table(path: Path, name: str) -> Table:
    """The first sheet that is shown and not empty."""
    try:
        with zipfile.ZipFile(path) as packed:
            book = Workbook.of(packed)
            filled = [one for one in book.shown if _has_cells(packed, book, one[1])]
    except BROKEN as error:
        raise Unreadable(_("文件「{name}」已损坏，打不开，请检查后重新上传。"), name=name) from error
    if not filled:
        raise Unreadable(_("文件「{name}」的工作表都是空的。"), name=name)
    (title, part), *others = filled

    def read(made: Table) -> Iterator[Line]:
        if others:
            made.remarks.append(
                now_("只读了工作表“{first}”，没有读：{names}").format(
                    first=title, names="、".join(one[0] for one in others)
                )
            )
        try:
            with zipfile.ZipFile(path) as again:
                yield from _bounded(_lines(again, book, part, made), name)
        except BROKEN as error:
            raise Unreadable(_("文件「{name}」已损坏，打不开，请检查后重新上传。"), name=name) from error

    return Table("xlsx", read, sheet=title)


def _lines(packed: zipfile.ZipFile, book: Workbook, part: str, made: Table) -> Iterator[Line]:
    sheet = Sheet(book)
    with packed.open(part) as stream:
        while piece := stream.read(PIECE):
            sheet.feed(piece)
            yield from sheet.taken()
            made.formulas |= sheet.unfilled
            sheet.unfilled.clear()
    sheet.end()
    yield from sheet.taken()
    if sheet.formulas:
        made.remarks.append(
            now_("有 {n} 个单元格是公式，按文件保存时算出的结果读取。").format(n=sheet.formulas)
        )
    made.faults += [
        now_(
            "工作表“{sheet}”的 {area} 是合并单元格，看不出每一行各是什么；请取消合并、逐行填好后再传。"
        ).format(sheet=made.sheet, area=area)
        for area, last in sheet.merged
        if last > made.head
    ][:5]


def _bounded(lines: Iterator[Line], name: str) -> Iterator[Line]:
    for count, line in enumerate(lines, start=1):
        if count > MOST_ROWS + 20:
            raise Unreadable(
                _("文件「{name}」超过 {most} 行，请拆成几个文件。"), name=name, most=f"{MOST_ROWS:,}"
            )
        yield line


def _has_cells(packed: zipfile.ZipFile, book: Workbook, part: str) -> bool:
    """Is there a line with something in it? Empty rows, however many, are none."""
    sheet = Sheet(book)
    with packed.open(part) as stream:
        while piece := stream.read(PIECE):
            sheet.feed(piece)
            if sheet.taken():
                return True
    return False
