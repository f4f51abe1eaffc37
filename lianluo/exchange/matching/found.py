"""What looking for a name gives."""

import re
from dataclasses import dataclass
from typing import Any

from lianluo.exchange.kinds import Candidate


@dataclass(frozen=True, slots=True)
class Found:
    """`thing` when it is sure; `said` is worth knowing or, with candidates, what the question is."""

    thing: Any = None
    said: str = ""
    candidates: tuple[Candidate, ...] = ()


def bare(text: str) -> str:
    """Without blanks and the signs that people put around names."""
    return re.sub(r"[\s“”\"'‘’*]", "", text)


def one_apart(a: str, b: str) -> bool:
    """Two names of the same length that differ in one character."""
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
