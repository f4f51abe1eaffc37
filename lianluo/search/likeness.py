"""Texts that say nearly the same: fetch by the rarest words and by the title, then weigh what a person can check.

The engine's own counts are the document frequencies: they are as fresh as the index and cost microseconds,
so nothing has to be cached.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import log
from typing import Any

import tantivy

from lianluo.kernel.scoping import Scope
from lianluo.people.actor import Actor
from lianluo.search import queries
from lianluo.search.find import confirmed
from lianluo.search.index import Reader, reader
from lianluo.search.queries import Bounds
from lianluo.search.registry import Row
from lianluo.search.tokens import held
from lianluo.search.words import pair_set, plain

RAREST = 64
FETCHED = 50
COMMON = 0.2
"""A word in more than a fifth of all texts tells nothing."""
LEAST = 0.12
"""Below this likeness nobody would call two texts alike."""
TITLE, WORDS, PAIRS, PLACE, TOPIC = 0.30, 0.40, 0.22, 0.05, 0.03
PASSAGE = 8
"""Characters that must agree in a row to be shown as a shared passage."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike, from 0 to 1, and why: the shares that were added up, shared telling words, shared passages."""

    room: str
    row: Row
    score: float
    title: float
    text: float
    words: tuple[str, ...]
    passages: tuple[str, ...]
    same_place: bool
    same_topic: bool


@dataclass(frozen=True)
class Given:
    """The text to compare with. `place` and `topic` are names, empty when unknown."""

    title: str
    text: str
    place: str = ""
    topic: str = ""

    @property
    def whole(self) -> str:
        return f"{self.title}\n{self.text}"

    @cached_property
    def title_pairs(self) -> frozenset[str]:
        return pair_set(self.title)

    @cached_property
    def text_pairs(self) -> frozenset[str]:
        return pair_set(self.text)


def similar(
    given: Given,
    *,
    actor: Actor | None,
    n: int = 10,
    rooms: Sequence[str] = (),
    scope: Scope | None = None,
    leave_out: tuple[str, int] | None = None,
) -> list[Likeness]:
    """Up to `n` records that `actor` may see and that are like `given`, the most alike first."""
    own = leave_out[1] if leave_out else 0
    found = similar_to_each({own: given}, actor=actor, n=n, rooms=rooms, scope=scope, leave_out=leave_out)
    return [replace(one, passages=passages(given.text, one.row.text)) for one in found.get(own, [])]


def similar_to_each(
    givens: Mapping[int, Given],
    *,
    actor: Actor | None,
    n: int = 5,
    rooms: Sequence[str] = (),
    scope: Scope | None = None,
    leave_out: tuple[str, int] | None = None,
) -> dict[int, list[Likeness]]:
    """`similar` for many texts at once, by the id of each, without shared passages: one query for all of them.

    Every text leaves out the record of its own id in the first of `rooms`, or `leave_out`.
    """
    index = reader()
    if index is None:
        return {}
    searcher, bounds = index.searcher(), Bounds(held(actor), scope, rooms)
    weights = {pk: rarest(given.whole, index, searcher) for pk, given in givens.items()}
    keys = {
        pk: _candidates(givens[pk], telling, index, searcher, bounds)
        for pk, telling in weights.items()
        if telling
    }
    rows = confirmed(list(dict.fromkeys(key for own in keys.values() for key in own)), actor)
    found = {}
    for pk, own in keys.items():
        without = leave_out or (rooms[0] if rooms else "", pk)
        weighed = [
            _weighed(key[0], rows[key], givens[pk], weights[pk])
            for key in own
            if key != without and key in rows
        ]
        found[pk] = sorted((one for one in weighed if one.score >= LEAST), key=lambda one: -one.score)[:n]
    return found


def _candidates(
    given: Given, weights: Mapping[str, float], index: Reader, searcher: Any, bounds: Bounds
) -> list[tuple[str, int]]:
    """Records worth weighing: by the telling words and by the words of the title."""
    schema = index.index.schema
    titled = [word for word in index.cutter.for_query(given.title) if len(word) > 1]
    keys = _fetched(searcher, schema, "words", weights, bounds) + _fetched(
        searcher, schema, "title", titled, bounds
    )
    return list(dict.fromkeys(keys))


def _fetched(
    searcher: Any, schema: Any, field: str, words: Iterable[str], bounds: Bounds
) -> list[tuple[str, int]]:
    """Records with as many of `words` in `field` as possible."""
    parts = [(queries.Should, queries.term(schema, field, word)) for word in words]
    if not parts:
        return []
    query = queries.bounded(schema, tantivy.Query.boolean_query(parts), bounds)
    found = searcher.search(query, FETCHED, count=False).hits
    keys = (str(searcher.doc(address)["key"][0]).split(":") for _score, address in found)
    return [(room, int(pk)) for room, pk in keys]


def rarest(text: str, index: Reader, searcher: Any) -> dict[str, float]:
    """The most telling words of `text` that other records have too, with their weight."""
    total = searcher.num_docs or 1
    weights: dict[str, float] = {}
    for word in set(index.cutter.for_index(plain(text))):
        frequency = searcher.doc_freq("words", word) if len(word) > 1 else 0
        if 0 < frequency <= max(2, COMMON * total):
            weights[word] = log(1 + total / frequency)
    return dict(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:RAREST])


def _weighed(room: str, row: Row, given: Given, weights: dict[str, float]) -> Likeness:
    flat, of_title, of_text = _looked_at(row.title, row.text)
    shared = [word for word in weights if word in flat]
    title, text = dice(given.title_pairs, of_title), dice(given.text_pairs, of_text)
    words = sum(weights[word] for word in shared) / sum(weights.values())
    place = bool(given.place and given.place == row.place)
    topic = bool(given.topic and given.topic == row.topic)
    score = TITLE * title + WORDS * words + PAIRS * text + PLACE * place + TOPIC * topic
    return Likeness(room, row, round(score, 4), title, text, tuple(shared[:8]), (), place, topic)


@lru_cache(maxsize=512)
def _looked_at(title: str, text: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """A record's words in one line and its pairs of characters: texts of one meeting meet the same records again."""
    return plain(f"{title}\n{text}"), pair_set(title), pair_set(text)


def dice(one: Set[str], two: Set[str]) -> float:
    """Share of the members that two sets have in common, from 0 to 1."""
    total = len(one) + len(two)
    return round(2 * len(one & two) / total, 4) if total else 0.0


def passages(first: str, second: str, most: int = 3) -> tuple[str, ...]:
    """The longest passages of at least `PASSAGE` characters that stand in both texts, at most `most`."""
    one, two = " ".join(plain(first).split()), " ".join(plain(second).split())
    where: dict[str, set[int]] = {}
    for start in range(len(two) - PASSAGE + 1):
        where.setdefault(two[start : start + PASSAGE], set()).add(start)
    found, begun, running = [], 0, set[int]()
    for start in range(len(one) - PASSAGE + 2):
        here = where.get(one[start : start + PASSAGE], set()) if start <= len(one) - PASSAGE else set()
        following = {place + 1 for place in running} & here
        if running and not following:
            found.append(one[begun : start + PASSAGE - 1].strip())
        if not following:
            begun = start
        running = following or here
    return tuple(sorted(dict.fromkeys(found), key=len, reverse=True)[:most])
