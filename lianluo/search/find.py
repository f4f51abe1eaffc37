"""`find`: one question to the index, one answer that PostgreSQL has confirmed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import structlog
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.scoping import Scope
from lianluo.people.actor import Actor
from lianluo.search import queries
from lianluo.search.index import Reader, reader
from lianluo.search.queries import Bounds, Typed
from lianluo.search.registry import SEARCHABLES, Row
from lianluo.search.snippets import marked, snippet
from lianluo.search.tokens import held

log = structlog.get_logger(__name__)
SIZE = 20
FARTHEST = 1000
"""Nobody pages further; a filter does better."""


class How(Enum):
    """In which way the records match, with the sentence that says so."""

    WORDS = ""
    PARTS = _("没有记录包含全部词语，以下逐字符合。")
    PAIRS = _("没有完全符合的，以下是写法相近的。")
    NONE = " "
    BUILDING = _("搜索索引正在建立，几分钟后再试。")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found and that the actor may see. `title` and `snippet` are safe HTML with <mark>."""

    room: str
    row: Row
    title: SafeString
    snippet: SafeString


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of what was found. `total` counts all pages; `words` are those that were looked for."""

    total: int
    rows: Sequence[Hit]
    how: How = How.WORDS
    words: tuple[str, ...] = ()
    page: int = 1
    pages: int = 1


def find(
    text: str,
    *,
    actor: Actor | None,
    rooms: Sequence[str] = (),
    scope: Scope | None = None,
    filters: Mapping[str, Sequence[str]] | None = None,
    page: int = 1,
    size: int = SIZE,
    newest: bool = False,
) -> Hits:
    """Records that match `text` and that `actor` (None: the public) may see, best or newest first.

    Rights stand in the query, and every row shown is read from PostgreSQL under the actor's rights once more.
    """
    typed, index = queries.read(text), reader()
    if typed.empty:
        return Hits(0, (), How.NONE)
    if index is None:
        return Hits(0, (), How.BUILDING)
    page = min(max(page, 1), max(1, FARTHEST // size))
    bounds = Bounds(held(actor), scope, rooms, filters)
    result, how = _search(index, typed, bounds, size, (page - 1) * size, newest)
    words = (*typed.phrases, *index.cutter.for_query(typed.loose))
    rows = _shown(_keys(index, result), actor, words)
    pages = -(-min(result.count, FARTHEST) // size) or 1
    return Hits(result.count, rows, how if result.count else How.NONE, words, page, pages)


def keys(
    text: str, *, actor: Actor | None, room: str, scope: Scope | None = None, size: int = FARTHEST
) -> tuple[int, list[int]] | None:
    """How many records of `room` match, and the ids of the `size` best; None while there is no index.

    For a list that reads its rows itself, under the actor's rights: nothing is read from PostgreSQL here.
    """
    typed, index = queries.read(text), reader()
    if index is None:
        return None
    if typed.empty:
        return 0, []
    result, _how = _search(index, typed, Bounds(held(actor), scope, [room]), size, 0, False)
    return result.count, [pk for _room, pk in _keys(index, result)]


def count(
    text: str, *, actor: Actor | None, rooms: Sequence[str], scope: Scope | None = None
) -> dict[str, int]:
    """How many records of each room match."""
    typed, index = queries.read(text), reader()
    if typed.empty or index is None:
        return dict.fromkeys(rooms, 0)
    seen = held(actor)
    return {room: _search(index, typed, Bounds(seen, scope, [room]), 1, 0, False)[0].count for room in rooms}


def _search(
    index: Reader, typed: Typed, bounds: Bounds, size: int, offset: int, newest: bool
) -> tuple[Any, How]:
    """The strictest way that finds something: all words, exact parts, most pairs."""
    schema = index.index.schema
    searcher = index.searcher()
    more = {"order_by_field": "at"} if newest else {}
    query = queries.by_words(schema, typed, index.cutter)
    for how in (How.WORDS, How.PARTS, How.PAIRS):
        result = searcher.search(queries.bounded(schema, query, bounds), size, offset=offset, **more)
        if result.count or how is How.PAIRS:
            return result, how
        query = queries.by_parts(schema, typed) if how is How.WORDS else queries.by_pairs(schema, typed)
    raise AssertionError("the last way always answers")


def _keys(index: Reader, result: Any) -> list[tuple[str, int]]:
    searcher = index.searcher()
    keys = (searcher.doc(address)["key"][0] for _score, address in result.hits)
    return [(room, int(pk)) for room, pk in (key.split(":") for key in keys)]


def confirmed(keys: Sequence[tuple[str, int]], actor: Actor | None) -> dict[tuple[str, int], Row]:
    """Of `keys` those that PostgreSQL shows to `actor` now: one query per room."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for room, pk in keys:
        wanted[room].append(pk)
    found: dict[tuple[str, int], Row] = {}
    for room, ids in wanted.items():
        if searchable := SEARCHABLES.get(room):
            found |= {(room, row.id): row for row in searchable.visible(actor, ids)}
    return found


def _shown(keys: Sequence[tuple[str, int]], actor: Actor | None, words: tuple[str, ...]) -> list[Hit]:
    rows = confirmed(keys, actor)
    return [
        Hit(key[0], row, marked(row.title, words), snippet(row.text, words))
        for key in keys
        if (row := rows.get(key)) is not None
    ]
