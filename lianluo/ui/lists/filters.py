"""Filters of a list. Each reads its values from the address and answers with a condition and with words.

A filter over a to-many relation gives its own `q` with a subquery (`Q(pk__in=…)`), so that rows never double.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from django.db.models import Q
from django.http import QueryDict
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from lianluo.people.actor import Actor
from lianluo.ui.components.text import date_full

Options = Sequence[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Setting:
    """A filter as it stands on one page: the fields it owns in the address, its condition and its words."""

    condition: Q | None
    words: str
    fields: tuple[str, ...]
    values: tuple[str, ...] = ()


class Filter(Protocol):
    """What the list needs to know of a filter."""

    @property
    def key(self) -> str: ...

    @property
    def label(self) -> Any: ...

    @property
    def kind(self) -> str: ...

    def options(self, actor: Actor, at: datetime) -> Options: ...

    def read(self, query: QueryDict, options: Options) -> Setting: ...


@dataclass(frozen=True)
class Choices:
    """One or several of a list. `choices` may be a callable of actor and moment; `q` overrides `lookup`."""

    key: str
    label: Any
    choices: Iterable[tuple[Any, Any]] | Callable[[Actor, datetime], Iterable[tuple[Any, Any]]]
    lookup: str = ""
    q: Callable[[list[str]], Q] | None = None
    one: bool = False
    kind: str = field(default="choices", init=False)

    def options(self, actor: Actor, at: datetime) -> Options:
        found = self.choices(actor, at) if callable(self.choices) else self.choices
        return [(str(value), label) for value, label in found]

    def read(self, query: QueryDict, options: Options) -> Setting:
        labels = dict(options)
        values = [value for value in query.getlist(self.key) if value in labels]
        if not values:
            return Setting(None, "", (self.key,))
        condition = self.q(values) if self.q else Q(**{f"{self.lookup}__in": values})
        words = "、".join(str(labels[value]) for value in values)
        return Setting(condition, words, (self.key,), tuple(values))


@dataclass(frozen=True)
class Days:
    """From a day to a day, both included; `lookup` is a date field, or a moment with `__date`."""

    key: str
    label: Any
    lookup: str
    kind: str = field(default="days", init=False)

    def options(self, actor: Actor, at: datetime) -> Options:
        return ()

    def read(self, query: QueryDict, options: Options) -> Setting:
        names = (f"{self.key}_from", f"{self.key}_to")
        first, last = (_day(query.get(name, "")) for name in names)
        condition = Q()
        condition &= Q(**{f"{self.lookup}__gte": first}) if first else Q()
        condition &= Q(**{f"{self.lookup}__lte": last}) if last else Q()
        shown = tuple(day.isoformat() if day else "" for day in (first, last))
        return Setting(condition or None, _range_words(first, last), names, shown if condition else ())


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _range_words(first: date | None, last: date | None) -> str:
    if first and last:
        return (
            date_full(first)
            if first == last
            else _("%(a)s至%(b)s") % {"a": date_full(first), "b": date_full(last)}
        )
    if first:
        return _("%s起") % date_full(first)
    return _("至%s") % date_full(last) if last else ""


@dataclass(frozen=True)
class Flag:
    """Yes or no: `yes` is the condition of those that are; the others are those that are not."""

    key: str
    label: Any
    yes: Q
    kind: str = field(default="flag", init=False)

    def options(self, actor: Actor, at: datetime) -> Options:
        return [("yes", _("是")), ("no", _("否"))]

    def read(self, query: QueryDict, options: Options) -> Setting:
        value = query.get(self.key, "")
        if value not in {"yes", "no"}:
            return Setting(None, "", (self.key,))
        condition = self.yes if value == "yes" else ~self.yes
        return Setting(condition, str(dict(options)[value]), (self.key,), (value,))
