"""Figures and rates by key. A figure is a function that names the records; the count is the figure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from lianluo.figures.periods import Period
from lianluo.kernel.registry import Registry
from lianluo.kernel.scoping import Scope

KEY = re.compile(r"[a-z][a-z_]*\.[a-z][a-z_]*")
Records = Callable[[Scope, Period], "QuerySet[Any]"]


class BadFigure(ValueError):
    """The entry cannot be right: found while the application starts."""


@dataclass(frozen=True, slots=True)
class Per:
    """A way to break a figure down. `lookup` leads to the value, `labels` turns a code into words."""

    name: str
    label: Any
    lookup: str
    labels: Mapping[Any, Any] = field(default_factory=dict)

    def read(self, text: str) -> Any:
        """The value that an address names: one of the codes if there are codes, else the text."""
        return next((code for code in self.labels if str(code) == text), text)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """`records(scope, period)` are the evidence. `link(period)` is the room's own list of them, when it has one.
    `row(record)` gives (words, address) for the evidence page. `additive`: lower congresses add up to the upper.
    """

    key: str
    label: Any
    unit: Any
    group: Any
    records: Records
    per: tuple[Per, ...] = ()
    how: Any = ""
    link: Callable[[Period], str] | None = None
    row: Callable[[Any], tuple[str, str]] | None = None
    additive: bool = True

    def by(self, name: str) -> Per | None:
        return next((per for per in self.per if per.name == name), None)


@dataclass(frozen=True, slots=True)
class RateOf:
    """A rate is declared by the keys of its part and its whole; both must be figures."""

    key: str
    label: Any
    group: Any
    part: str
    whole: str


FIGURES: Registry[Figure] = Registry("figures")
RATES: Registry[RateOf] = Registry("rates")


def figure(
    key: str,
    *,
    label: Any,
    unit: Any,
    group: Any,
    per: tuple[Per, ...] = (),
    how: Any = "",
    **more: Any,
) -> Callable[[Records], Records]:
    """Register the function below as the figure `key`."""
    if not KEY.fullmatch(key):
        raise BadFigure(f"figures: {key!r} must look like suggestions.published")
    if not (str(label) and str(unit) and str(group)):
        raise BadFigure(f"figures: {key} needs a label, a unit and a group")
    if len({one.name for one in per}) != len(per):
        raise BadFigure(f"figures: {key} is broken down twice by the same name")

    def add(records: Records) -> Records:
        FIGURES.add(
            key,
            Figure(key=key, label=label, unit=unit, group=group, records=records, per=per, how=how, **more),
        )
        return records

    return add


def rate(key: str, *, label: Any, group: Any, part: str, whole: str) -> RateOf:
    """Register a rate. Part and whole must be registered and have the same unit."""
    if part not in FIGURES or whole not in FIGURES:
        raise BadFigure(f"rates: {key} needs the figures {part} and {whole} first")
    if str(FIGURES[part].unit) != str(FIGURES[whole].unit):
        raise BadFigure(f"rates: {key} divides {FIGURES[part].unit} by {FIGURES[whole].unit}")
    return RATES.add(key, RateOf(key, label, group, part, whole))
