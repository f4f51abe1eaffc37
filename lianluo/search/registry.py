"""What can be found. A room registers a `Searchable` in `apps.ready()`; the index and the page know no room."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from lianluo.kernel.registry import Registry
from lianluo.people.actor import Actor

ROOM = re.compile("[a-z][a-z_]{1,29}")


class BadSearchable(ValueError):
    """The entry cannot work: found while the application starts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """What the index keeps of one record.

    `numbers` are business numbers as they are written; `people`, `units`, `topics` are names. `facets` maps a filter's
    name to its values ("state": ["open"]). `congress` is the path in the tree. `seen_by` are the rights tokens
    (see `tokens`): who holds one of them finds the record. `at` orders "newest first".
    """

    id: int
    title: str
    congress: str
    seen_by: Iterable[str]
    at: datetime
    body: str = ""
    numbers: Iterable[str] = ()
    people: Iterable[str] = ()
    units: Iterable[str] = ()
    topics: Iterable[str] = ()
    facets: Mapping[str, Iterable[str]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What a page shows of one record, read from PostgreSQL for an actor who may see it."""

    id: int
    title: str
    text: str
    url: str
    number: str = ""
    note: str = ""
    place: str = ""
    topic: str = ""


@dataclass(frozen=True, kw_only=True)
class Searchable:
    """One kind of record.

    `queryset()` gives all records of all congresses, ready for `document(record)`. `visible(actor, ids)` gives rows
    for those of `ids` that the actor may see (None is the public). `changes` names the flows whose steps change
    records of this room: from the case that moved to the ids of the records to be read again.
    """

    room: str
    label: Any
    queryset: Callable[[], "QuerySet[Any]"]
    document: Callable[[Any], Document]
    visible: Callable[[Actor | None, Sequence[int]], Iterable[Row]]
    changes: Mapping[str, Callable[[Any], Iterable[int]]] = field(default_factory=dict)


class Searchables(Registry[Searchable]):
    """Refuses an entry whose name cannot stand in a key, or whose flow was claimed under another name."""

    def add(self, key: str, entry: Searchable) -> Searchable:
        if not ROOM.fullmatch(entry.room) or key != entry.room:
            raise BadSearchable(f"search: {key!r} must be the room's name in small letters")
        if not str(entry.label):
            raise BadSearchable(f"search: {key} needs a label")
        return super().add(key, entry)


SEARCHABLES = Searchables("search")
