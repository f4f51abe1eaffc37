"""The facts of an event, made so plain that they read back from the database exactly as they were digested."""

from collections.abc import Callable, Mapping, Set
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from lianluo.kernel.text import Sentence


class NotPlain(TypeError):
    """A fact that JSON cannot keep exactly (a fraction in binary, an object)."""


def plain(value: Any) -> Any:
    """`value` as text, whole number, truth, nothing, list or mapping; dates as ISO text, decimals as text.

    Fractions in binary (float) are refused: PostgreSQL and Python write some of them differently.
    """
    if value is None or (isinstance(value, bool | int) and not isinstance(value, Enum)):
        return value
    for kinds, write in WRITTEN:
        if isinstance(value, kinds):
            return write(value)
    raise NotPlain(f"{type(value).__name__} cannot be kept exactly: {value!r}")


def text(value: str) -> str:
    """Without what PostgreSQL cannot store (NUL) and UTF-8 cannot write (lone surrogates)."""
    return value.replace("\0", "").encode("utf-8", "replace").decode()


WRITTEN: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (Enum, lambda value: plain(value.value)),
    ((str, Promise, Sentence, Decimal, UUID), lambda value: text(str(value))),
    (date, lambda value: value.isoformat()),
    (Mapping, lambda value: {text(str(key)): plain(one) for key, one in value.items()}),
    (Set, lambda value: sorted(plain(one) for one in value)),
    ((list, tuple), lambda value: [plain(one) for one in value]),
)
"""How each kind of value is written; the first kind that fits counts."""
