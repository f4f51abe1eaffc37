"""What waits for a person. Rooms add sources; the first page of everybody merges, sorts and groups them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.registry import Registry
from lianluo.people.actor import Actor
from lianluo.ui.dues import Due


@dataclass(frozen=True, slots=True, kw_only=True)
class TodoEntry:
    """One thing to do: what it is, why it is mine, what falls due when, and the button that does it.

    `key` is the entry's own mark ("suggestions:412:review"), `source` the key of its source. `prefix` is said
    instead of dimming 关于…的建议 when the title is no case title.
    """

    title: str
    number: str
    why: str
    due: Due | None
    url: str
    action: str
    source: str
    key: str = ""
    action_url: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class TodoSource:
    """A room's part of the list. `count` may answer cheaper than `len(entries(…))`: it feeds the rail. A source that reads
    at most so many rows of a kind says so in `most`, and the list then says that there may be more."""

    key: str
    label: Any
    entries: Callable[[Actor, datetime], list[TodoEntry]]
    count: Callable[[Actor, datetime], int] | None = None
    most: int | None = None


TODO: Registry[TodoSource] = Registry("todo")


@dataclass(frozen=True, slots=True)
class TodoGroup:
    """逾期, 今日, 本周 or 以后, with its entries, most urgent first."""

    key: str
    label: Any
    entries: list[TodoEntry]


@dataclass(frozen=True, slots=True)
class Todo:
    """The list of one person, grouped; `sources` counts per source for the filter; `at_least`: there may be more."""

    groups: list[TodoGroup]
    total: int
    sources: list[tuple[str, str, int]] = field(default_factory=list)
    at_least: bool = False

    @property
    def overdue(self) -> int:
        """How many are late."""
        return sum(len(group.entries) for group in self.groups if group.key == "overdue")

    @property
    def first(self) -> list[TodoEntry]:
        """The three most urgent."""
        return [entry for group in self.groups for entry in group.entries][:3]


LABELS = {"overdue": _("逾期"), "today": _("今日"), "week": _("本周"), "later": _("以后")}


def group_of(due: Due | None, today: date) -> str:
    """In which group a deadline belongs; without one: later."""
    if due is None or due.day is None:
        return "later"
    if due.day < today:
        return "overdue"
    if due.day == today:
        return "today"
    return "week" if due.day <= today + timedelta(days=6 - today.weekday()) else "later"


def _urgency(entry: TodoEntry) -> tuple[date, str]:
    return (entry.due.day if entry.due and entry.due.day else date.max, entry.number)


def gathered(entries: Iterable[TodoEntry], today: date) -> list[TodoGroup]:
    """`entries` in groups, most urgent first; groups without entries are left out."""
    found: dict[str, list[TodoEntry]] = {key: [] for key in LABELS}
    for entry in sorted(entries, key=_urgency):
        found[group_of(entry.due, today)].append(entry)
    return [TodoGroup(key, LABELS[key], rows) for key, rows in found.items() if rows]


def todo(actor: Actor, at: datetime, source: str = "") -> Todo:
    """The to-do list of `actor` at `at`, of all sources or of one; counts are always of all."""
    by_source = {s.key: s.entries(actor, at) for s in TODO}
    counts = [(s.key, str(s.label), len(by_source[s.key])) for s in TODO if by_source[s.key]]
    wanted = [e for key, rows in by_source.items() for e in rows if source in ("", key)]
    today = timezone.localtime(at).date()
    at_least = any(s.most is not None and len(by_source[s.key]) >= s.most for s in TODO)
    return Todo(gathered(wanted, today), sum(n for _k, _l, n in counts), counts, at_least)


def todo_count(actor: Actor, at: datetime) -> int | None:
    """How many things wait, where every source can tell without listing them; None otherwise."""
    counts = [source.count for source in TODO]
    if not counts or any(count is None for count in counts):
        return None
    return sum(count(actor, at) for count in counts if count)
