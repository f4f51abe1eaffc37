"""One sheet of a workbook as it streams by."""

import re
from typing import Protocol

from django.utils.translation import gettext as now_

from lianluo.exchange.reading.dates import serial_as_text
from lianluo.exchange.reading.parts import MOST_COLUMNS, Line, Unreadable
from lianluo.exchange.reading.walking import local, parser
from lianluo.kernel.text import _

REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})$")
ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})


def column_number(letters: str) -> int:
    """A → 0, Z → 25, AA → 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """0 → A, 26 → AA."""
    letters, rest = "", number + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        letters = chr(65 + last) + letters
    return letters


class Book(Protocol):
    """What a sheet needs to know of its workbook."""

    since_1904: bool

    def word(self, key: str) -> str: ...

    def is_date(self, style: int) -> bool: ...


class Sheet:
    """Feed it the bytes of a sheet; `taken()` gives the lines that are complete."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.formulas = 0
        self.unfilled: set[tuple[int, int]] = set()
        self.merged: list[tuple[str, int]] = []
        self._done: list[Line] = []
        self._row, self._column = 0, -1
        self._cells: list[str] = []
        self._type, self._style, self._formula = "n", 0, False
        self._text: list[str] | None = None
        self._value = ""
        self._parser = parser(self._start, self._end)
        self._parser.CharacterDataHandler = self._said

    def feed(self, piece: bytes) -> None:
        self._parser.Parse(piece, False)

    def end(self) -> None:
        self._parser.Parse(b"", True)

    def taken(self) -> list[Line]:
        done, self._done = self._done, []
        return done

    def _start(self, tag: str, told: dict[str, str]) -> None:
        name = local(tag) if ":" in tag else tag
        if name == "c":
            self._begin_cell(told)
        elif name in {"v", "t"}:
            self._text = []
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._row = int(told.get("r") or self._row + 1)
            self._column, self._cells = -1, []
        elif name == "mergeCell":
            area = told.get("ref", "")
            found = REFERENCE.search(area)
            self.merged.append((area, int(found[2]) if found else 0))

    def _begin_cell(self, told: dict[str, str]) -> None:
        reference = REFERENCE.match(told.get("r", ""))
        self._column = column_number(reference[1]) if reference else self._column + 1
        self._type, self._style = told.get("t", "n"), int(told.get("s") or 0)
        self._formula, self._value = False, ""

    def _said(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        name = local(tag) if ":" in tag else tag
        if name in {"v", "t"} and self._text is not None:
            self._value += "".join(self._text)
            self._text = None
        elif name == "c":
            self._end_cell()
        elif name == "row" and any(self._cells):
            self._done.append(Line(self._row, self._cells))

    def _end_cell(self) -> None:
        text = self._shown() if self._value else ""
        if self._formula:
            self.formulas += 1
            if not self._value:
                self.unfilled.add((self._row, self._column))
        if not text:
            return
        if self._column >= MOST_COLUMNS:
            raise Unreadable(_("工作表超过 {most} 栏，请只留要导入的栏目。"), most=MOST_COLUMNS)
        self._cells.extend([""] * (self._column + 1 - len(self._cells)))
        self._cells[self._column] = text

    def _shown(self) -> str:
        """The cell as a reader of the sheet sees it."""
        value = self._value
        if self._type == "s":
            return self.book.word(value)
        if self._type in {"str", "inlineStr", "e", "d"}:
            return value.replace("_x000D_", "").strip()
        if self._type == "b":
            return now_("是") if value == "1" else now_("否")
        if self.book.is_date(self._style):
            return serial_as_text(value, since_1904=self.book.since_1904)
        return plain_number(value)


def plain_number(value: str) -> str:
    """12.0 → 12, 1.5 → 1.5, 4.3010219800101E+17 → 430102198001010000 (a sheet keeps fifteen digits)."""
    try:
        number = float(value)
    except ValueError:
        return value.strip()
    return str(int(number)) if number.is_integer() and abs(number) < 1e18 else value.strip()
