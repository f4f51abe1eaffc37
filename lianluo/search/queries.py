"""What a person typed, turned into a query of the engine. Built from parts, never parsed: nothing typed is syntax."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import tantivy

from lianluo.kernel.scoping import Scope
from lianluo.search.index import number
from lianluo.search.words import Cutter, is_han, pairs, plain, units

LONGEST = 200
MOST_WORDS = 24
QUOTED = re.compile(r'[“”"「『]([^“”"「」『』]+)[“”"」』]')
TITLE_WEIGHT, NUMBER_WEIGHT = 2.0, 20.0
NEAR_ENOUGH = 0.6
"""Share of the pairs of characters that a record must have when nothing has them all."""

Must, Should = tantivy.Occur.Must, tantivy.Occur.Should


@dataclass(frozen=True, slots=True)
class Typed:
    """The parts of a query: `phrases` stood in quotation marks, `loose` is the rest."""

    phrases: tuple[str, ...]
    loose: str

    @property
    def empty(self) -> bool:
        return not (self.phrases or units(self.loose))


def read(text: str) -> Typed:
    """Split what was typed. Over-long input is cut."""
    text = text[:LONGEST]
    phrases = tuple(phrase for phrase in QUOTED.findall(text) if units(phrase))
    return Typed(phrases, QUOTED.sub(" ", text).strip())


@dataclass(frozen=True, slots=True)
class Bounds:
    """Inside what to search: rights tokens, congresses, rooms, filters. `seen` None lifts the rights (jobs only)."""

    seen: frozenset[str] | None
    scope: Scope | None = None
    rooms: Sequence[str] = ()
    filters: Mapping[str, Sequence[str]] | None = None

    def clauses(self, schema: Any) -> list[tuple[Any, Any]]:
        """Conditions that carry no weight."""
        sets: list[tuple[str, Iterable[str]]] = []
        if self.seen is not None:
            sets.append(("seen", self.seen))
        if self.scope is not None:
            sets.append(
                ("place", [f"own:{p}" for p in self.scope.own] + [f"tree:{p}" for p in self.scope.trees])
            )
        if self.rooms:
            sets.append(("room", self.rooms))
        for name, values in (self.filters or {}).items():
            if values:
                sets.append(("facet", [f"{name}:{value}" for value in values]))
        return [(Must, _any_of(schema, field, values)) for field, values in sets]


def _any_of(schema: Any, field: str, values: Iterable[str]) -> Any:
    return tantivy.Query.const_score_query(tantivy.Query.term_set_query(schema, field, sorted(values)), 0.0)


def term(schema: Any, field: str, word: str) -> Any:
    return tantivy.Query.term_query(schema, field, word, index_option="freq")


def phrase(schema: Any, text: str) -> Any | None:
    """Exactly `text`, punctuation aside; None when there is nothing to look for."""
    found = units(text)
    if not found:
        return None
    if len(found) > 1:
        joined = pairs(plain(text))
        if len(joined) == 1:
            return term(schema, "pairs", joined[0])
        return tantivy.Query.phrase_query(schema, "pairs", list(joined))
    if is_han(found[0]):
        return tantivy.Query.regex_query(schema, "pairs", f"{found[0]}.*")
    return term(schema, "words", found[0])


def by_words(schema: Any, typed: Typed, cutter: Cutter) -> Any:
    """All words, in any order; a word in the title or the whole as a number weighs more."""
    words = cutter.for_query(typed.loose)[:MOST_WORDS]
    parts: list[tuple[Any, Any]] = [(Must, _word(schema, word)) for word in words]
    parts += [(Must, found) for text in typed.phrases if (found := phrase(schema, text)) is not None]
    parts += [
        (Should, tantivy.Query.boost_query(term(schema, "title", word), TITLE_WEIGHT)) for word in words
    ]
    text = tantivy.Query.boolean_query(parts)
    exact = tantivy.Query.boost_query(term(schema, "number", number(typed.loose) or " "), NUMBER_WEIGHT)
    return tantivy.Query.boolean_query([(Should, text), (Should, exact)])


def _word(schema: Any, word: str) -> Any:
    """One word; a single character also inside longer words."""
    if not is_han(word):
        return term(schema, "words", word)
    inside = tantivy.Query.const_score_query(tantivy.Query.regex_query(schema, "pairs", f"{word}.*"), 0.1)
    return tantivy.Query.boolean_query([(Should, term(schema, "words", word)), (Should, inside)])


def by_parts(schema: Any, typed: Typed) -> Any:
    """What stands between blanks, each exactly: finds what the cutter cuts differently."""
    texts = [*typed.phrases, *plain(typed.loose).split()][:MOST_WORDS]
    found = [found for text in texts if (found := phrase(schema, text)) is not None]
    return tantivy.Query.boolean_query([(Must, query) for query in found])


def by_pairs(schema: Any, typed: Typed) -> Any:
    """Most pairs of characters, anywhere: the last resort for a mistyped word."""
    joined = list(dict.fromkeys(pairs(plain(" ".join([*typed.phrases, typed.loose])))))[: 2 * MOST_WORDS]
    if len(joined) < 2:
        return tantivy.Query.empty_query()
    least = max(1, round(len(joined) * NEAR_ENOUGH))
    return tantivy.Query.boolean_query(
        [(Should, term(schema, "pairs", pair)) for pair in joined], minimum_number_should_match=least
    )


def bounded(schema: Any, query: Any, bounds: Bounds) -> Any:
    """`query` inside `bounds`."""
    return tantivy.Query.boolean_query([(Must, query), *bounds.clauses(schema)])
