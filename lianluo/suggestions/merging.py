"""Two editions of one text that were written apart: what differs, and both in one. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SENTENCE = re.compile(r"[^。！？；!?;\n]*(?:[。！？；!?;]+|\n+|$)")


@dataclass(frozen=True, slots=True)
class Run:
    """Some sentences; `only` when the other edition does not have them."""

    text: str
    only: bool = False


def sentences(text: str) -> list[str]:
    """`text` cut after each sentence and each line; joined they give `text` again."""
    return [part for part in SENTENCE.findall(text) if part]


def merged(there: str, here: str) -> str:
    """Both texts: what they share once, what differs one after the other, the saved edition first."""
    return "".join(_both(sentences(there), sentences(here)))


def _both(there: list[str], here: list[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, there, here, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        yield from there[a:b]
        if kind in ("insert", "replace"):
            yield from _apart(there[a:b], here[c:d])


def _apart(before: list[str], after: list[str]) -> Iterator[str]:
    """A last sentence without its line break would run into the next one."""
    if before and after and before[-1][-1:] not in "。！？；!?;\n":
        yield "\n"
    yield from after


def marked(text: str, other: str) -> list[Run]:
    """`text` in runs, with those sentences marked that `other` does not have."""
    mine, theirs = sentences(text), sentences(other)
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    return [Run("".join(mine[a:b]), kind != "equal") for kind, a, b, _c, _d in matcher.get_opcodes() if a < b]
