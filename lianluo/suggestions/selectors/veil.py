"""Words without the names of those who proposed, where they asked to be kept back (保密, 2-domain 1.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from lianluo.suggestions.models import Suggestion

TITLE = "代表"


@dataclass(frozen=True, slots=True)
class Veil:
    """`names` that the reader must not read, longest first; an empty one lets everything through."""

    names: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names)

    @classmethod
    def over(cls, names: Iterable[str]) -> "Veil":
        return cls(tuple(sorted({one for one in names if one}, key=len, reverse=True)))

    def hides(self, name: str) -> bool:
        return name in self.names

    def words(self, text: str) -> str:
        """`text` with 代表 in place of each name."""
        for name in self.names:
            if name in text:
                text = text.replace(f"{name}{TITLE}", name).replace(name, str(_("代表")))
        return text

    def all(self, value: Any) -> Any:
        """The same for everything that is written anywhere in `value` (rows and facts as JSON keeps them)."""
        if not self.names:
            return value
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, dict):
            return {key: self.all(one) for key, one in value.items()}
        return [self.all(one) for one in value] if isinstance(value, list | tuple) else value


OPEN = Veil()
"""For whoever may know who proposed it."""


def veil_over(suggestion: Suggestion, signed: Iterable[str] | None = None) -> Veil:
    """Over every name that ever stood under it; one query where the names are not in hand (`signed`)."""
    if signed is None:
        signed = suggestion.signatures.values_list("seat__person__name", flat=True)
    return Veil.over([str(suggestion.lead.person), *signed])


def veil_of(suggestion: Suggestion, signed: Iterable[str] | None = None) -> Veil:
    """`veil_over` the suggestion in hand when its reader must not know who proposed it."""
    return veil_over(suggestion, signed) if suggestion.is_veiled else OPEN
