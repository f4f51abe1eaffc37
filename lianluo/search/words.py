"""How text is cut: words for the index and for a query, pairs of characters for exact phrases. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from operator import add

from rjieba import Jieba

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(f"[{HAN}]+|[a-z0-9]+")
UNIT = re.compile(f"[{HAN}]|[a-z0-9]+")
RUN_OF_LETTERS = re.compile("[a-z0-9]+")
FENCED = re.compile(f"[{HAN}]|·[a-z0-9]+·")
"""Letters and digits stand between dots in a pair, so that `1 23` differs from `12 3`."""
PART = re.compile("[a-z]+|[0-9]+")
END = "¦"
"""Stands behind the last character, so that this one too begins a pair."""

PARTICLES = frozenset("的了和与及或等在是为对将把被从以于其之")


def plain(text: str) -> str:
    """`text` with full-width forms folded and letters small."""
    return unicodedata.normalize("NFKC", text).lower()


def units(text: str) -> list[str]:
    """The characters of `text`; a run of letters and digits is one unit, punctuation none."""
    return UNIT.findall(plain(text))


def pairs(flat: str, *, whole: bool = False) -> list[str]:
    """Neighbouring units of the `plain` text joined; with `whole` also the last one with `END` (for the index)."""
    found = FENCED.findall(RUN_OF_LETTERS.sub(r"·\g<0>·", flat))
    if whole and found:
        found.append(END)
    return list(map(add, found, found[1:]))


def pair_set(text: str) -> frozenset[str]:
    """The different pairs of characters in `text`: quick, for comparing two texts."""
    flat = "".join(units(text))
    return frozenset(map(add, flat, flat[1:]))


def is_han(unit: str) -> bool:
    return len(unit) == 1 and not unit.isascii()


class Cutter:
    """Cuts Chinese into words. `taught` are names, places and units that no dictionary has."""

    def __init__(self, taught: Iterable[str] = ()) -> None:
        self._jieba = Jieba()
        for word in taught:
            self._jieba.add_word(word, None, None)

    def for_index(self, flat: str) -> list[str]:
        """Words of the `plain` text and the shorter words inside them, so that both 中华人民共和国 and 共和国 are found."""
        found: list[str] = []
        for run in RUN.findall(flat):
            found += _parts(run) if run.isascii() else self._jieba.cut_for_search(run)
        return found

    def for_query(self, text: str) -> list[str]:
        """Words as they are read, without particles unless nothing else is left; none twice."""
        found: list[str] = []
        for run in RUN.findall(plain(text)):
            found += [run] if run.isascii() else self._jieba.cut(run)
        telling = [word for word in found if word not in PARTICLES]
        return list(dict.fromkeys(telling or found))


def _parts(run: str) -> list[str]:
    """`jy0020` → `jy0020`, `jy`, `0020`, `20`: a number is found with or without its letters and zeros."""
    found = [run]
    pieces = PART.findall(run)
    if len(pieces) > 1:
        found += pieces
    found += [piece.lstrip("0") for piece in pieces if piece[0] == "0" and piece.strip("0")]
    return found
