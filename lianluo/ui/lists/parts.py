"""The pieces from which a list is declared."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Case, F
from django.utils.html import strip_tags

from lianluo.kernel.verdict import Verdict
from lianluo.people.actor import Actor
from lianluo.ui.models import LongWork

Sheet = tuple[str, Sequence[str], Iterable[Sequence[object]]]
"""Name, heads of columns, and rows of one more sheet of an exported file."""


@dataclass(frozen=True)
class Column:
    """One column. `cell` draws it, `text` is what is exported (default: the cell without markup); `sort` is the
    field by which its heading sorts, or gives the expression for an actor. `fixed` columns cannot be hidden; `main` is
    the title on phone cards."""

    key: str
    label: Any
    cell: Callable[[Any], object]
    text: Callable[[Any], object] | None = None
    sort: str | Callable[[Actor], Case | F] = ""
    numeric: bool = False
    fixed: bool = False
    shown: bool = True
    main: bool = False
    css: str = ""
    width: int = 16

    def exported(self, row: Any) -> object:
        """The value for a sheet: numbers and dates as they are, everything else as plain text."""
        value = self.text(row) if self.text else self.cell(row)
        if value is None or isinstance(value, int | float | datetime):
            return value
        return strip_tags(str(value)).strip() if self.text is None else str(value)

    @property
    def classes(self) -> str:
        """CSS classes of its cells."""
        names = ["num" if self.numeric else "", "main-cell" if self.main else "", self.css]
        return " ".join(name for name in names if name)


@dataclass(frozen=True)
class Sort:
    """A way to order the list, named in words: 最急在前."""

    key: str
    label: Any
    fields: tuple[str, ...]


@dataclass(frozen=True)
class View:
    """A ready-made set of filters: `query` is the part of the address ("state=open&key=yes")."""

    key: str
    label: Any
    query: str = ""


@dataclass(frozen=True)
class Bulk:
    """A move on many rows. `judge` says for each row whether it may; `run` does it for one row and may raise
    `trail.Refused`; `effect` says in a sentence what will follow; `form` asks for what all of them need.

    What makes one file of all rows has no `run` but `work`: given the actor, the keys, the moment and the way back,
    it starts long work."""

    key: str
    label: Any
    judge: Callable[[Actor, Any], Verdict]
    run: "Callable[[Any, Actor, datetime, Mapping[str, Any]], object] | None" = None
    effect: Callable[[Sequence[Any]], str] | None = None
    form: type[forms.Form] | None = None
    tone: str = "go"
    shown: Callable[[Actor], bool] | None = None
    work: "Callable[[Actor, list[int], datetime, str], LongWork] | None" = None
