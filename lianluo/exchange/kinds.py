"""What can be taken in and given out. Each room registers its kinds; the machinery knows none of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from django import forms

from lianluo.kernel.registry import Registry
from lianluo.kernel.verdict import Verdict
from lianluo.people.actor import Actor

BAD, ASK, NOTE = "bad", "ask", "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that a column may hold. `names`: headings that other systems use; `looks`: how its values look."""

    key: str
    label: Any
    names: tuple[str, ...] = ()
    required: bool = False
    looks: str = ""
    hint: Any = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One mapped line: its number in the file, and its values by field. What is not mapped is not here."""

    number: int
    values: dict[str, str]

    def get(self, key: str) -> str:
        return self.values.get(key, "")


@dataclass(slots=True)
class Record:
    """One thing to make: usually one row, or several that belong together. `key` and `digest` know it again."""

    rows: list[Row]
    key: str = ""
    digest: str = ""

    @property
    def first(self) -> Row:
        return self.rows[0]

    @property
    def number(self) -> int:
        return self.rows[0].number

    def get(self, key: str) -> str:
        return self.rows[0].get(key)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer to "who or what is meant?"."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to say about a cell. With `thing` and `written` it asks, and the answer is remembered."""

    grade: str
    field: str
    sentence: str
    row: int = 0
    thing: str = ""
    written: str = ""
    candidates: tuple[Candidate, ...] = ()


@dataclass(slots=True)
class Setting:
    """Who loads, when, with which options, what was chosen for written names before, what this file made already,
    and what the history names as the source."""

    actor: Actor
    at: datetime
    name: str
    options: dict[str, str] = field(default_factory=dict)
    choices: dict[tuple[str, str], str] = field(default_factory=dict)
    made: frozenset[int] = frozenset()
    source: dict[str, Any] = field(default_factory=dict)


class Checker:
    """Judges and loads the records of one kind. A room's own kind fills in the four methods."""

    reads_ahead: ClassVar[bool] = False
    """Rows may name rows further down: `look` sees the whole file first."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting

    def look(self, record: Record) -> None:
        """The record will come."""

    def prepare(self, records: Sequence[Record]) -> None:
        """Read what the next records need, in one go."""

    def judge(self, record: Record) -> list[Finding]:
        """What is wrong with it, what must be chosen, what is worth knowing."""
        raise NotImplementedError

    def passed(self, record: Record) -> None:
        """The record was loaded before; what later rows are compared with must still know of it."""
        self.judge(record)

    def load(self, records: Sequence[Record]) -> list[int | Finding | None]:
        """Make them, in the caller's transaction: the key of each, why not, or None for "later"."""
        raise NotImplementedError

    def candidates(self, thing: str, written: str) -> Sequence[Candidate]:
        """The answers to a question that was asked without any, now that the whole file was read."""
        return ()

    def end(self) -> list[str]:
        """What is to be said about the file as a whole."""
        return []


Options = Callable[..., forms.Form]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of table. `portion`: so many records share a transaction. `same`: fields that tie rows to one record.

    `source`: the field that holds the source's own key. `export` yields rows by field; `gone` deletes what an import
    made while nothing has come of it, or says why not.
    """

    key: str
    label: Any
    unit: Any
    icon: str
    about: Any
    fields: tuple[Field, ...]
    may: Callable[[Actor], Verdict]
    checker: type[Checker]
    may_export: Callable[[Actor], Verdict]
    export: Callable[[Actor, dict[str, Any], datetime], Iterator[dict[str, str]]]
    count: Callable[[Actor, dict[str, Any]], int]
    back: str
    options: Options | None = None
    filters: Options | None = None
    portion: int = 500
    source: str = ""
    text_field: str = ""
    gone: Callable[[Sequence[int], Actor], str] | None = None
    kept_why: Any = ""

    def field_of(self, key: str) -> Field | None:
        return next((one for one in self.fields if one.key == key), None)


KINDS: Registry[Kind] = Registry("kinds of tables")
