"""The scale on which a congress lets its deputies judge, by its rules of a day (2-domain 1.10). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from lianluo.congress.rules.book import RatingOption


class Book(Protocol):
    """The rules of a congress on a day."""

    def flag(self, key: str) -> bool: ...

    def text(self, key: str) -> str: ...

    def rating_options(self) -> tuple[RatingOption, ...]: ...


@dataclass(frozen=True, slots=True)
class Scale:
    """`options` from the best to the worst; `two`: attitude and result apart; `reason`: who asks for more says why."""

    options: tuple[RatingOption, ...]
    two: bool
    reason: bool
    skip_silent: bool

    def option(self, code: str) -> RatingOption | None:
        return next((one for one in self.options if one.code == code), None)

    def knows(self, code: str) -> bool:
        return self.option(code) is not None

    def label(self, code: str) -> str:
        found = self.option(code)
        return found.label if found else ""

    def redo(self, *codes: str) -> bool:
        """Does one of these ask for handling again?"""
        return any(one.redo for one in self.options if one.code in codes)

    def worst(self, codes: Iterable[str]) -> RatingOption | None:
        """Nobody's dissatisfaction is outvoted: what asks for more first, then what does not count, then the order."""
        places = {one.code: (one.redo, not one.counts, n) for n, one in enumerate(self.options)}
        known = [code for code in codes if code in places]
        return self.option(max(known, key=lambda code: places[code])) if known else None


def scale(book: Book) -> Scale:
    """What the rules of the day say."""
    return Scale(
        options=book.rating_options(),
        two=book.text("rating.axes") == "two",
        reason=book.flag("rating.reason_required"),
        skip_silent=book.flag("rating.skip_silent"),
    )
