"""What every reader gives: a table of lines, whatever the file was."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lianluo.trail.filetypes import Unfit

MOST_ROWS, MOST_COLUMNS = 200_000, 256
"""A file may hold so many rows and columns that are not empty; more are split before they are loaded."""
HEAD_WITHIN = 15
"""Titles and notes above the header may take so many lines."""

Unreadable = Unfit
"""The file is not taken; the message is a sentence fit to be shown."""


class Line(NamedTuple):
    """One line that is not empty: its number as the reader's program shows it, and its cells as text."""

    number: int
    cells: list[str]


@dataclass
class Table:
    """A file as lines. `lines()` may be read again from the start; `faults` and `remarks` are complete after that."""

    format: str
    read: Callable[["Table"], Iterator[Line]]
    sheet: str = ""
    encoding: str = ""
    columns: list[str] = field(default_factory=list)
    head: int = 0
    titled: bool = False
    remarks: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)

    def unmapped(self) -> Iterator[Line]:
        """All lines, those above the header too."""
        self.remarks, self.faults, self.formulas = [], [], set()
        return self.read(self)

    def lines(self) -> Iterator[Line]:
        """The lines below the header."""
        for line in self.unmapped():
            if line.number > self.head:
                yield line
