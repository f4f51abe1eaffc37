"""Entries of the rail and of the phone's bottom tabs. Rooms add theirs while the application starts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.registry import Registry
from lianluo.people.actor import Actor

MOST_TABS = 3  # between 首页 and 我的


class Group(Enum):
    """Headings of the rail, in order; HOME has none."""

    HOME = ("home", "")
    DUTY = ("duty", _("履职"))
    STAFF = ("staff", _("人事"))
    GUIDE = ("guide", _("监督与指导"))
    RESULT = ("result", _("成果"))
    ADMIN = ("admin", _("管理"))

    @property
    def label(self) -> str:
        return str(self.value[1])


def _everybody(actor: Actor) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class NavEntry:
    """A room's door. `shown` decides per actor; `count` is read only where it is displayed; `tab` is the short
    word for the phone's bottom bar, "" for none."""

    key: str
    label: Any
    icon: str
    url_name: str
    group: Group
    order: int = 50
    shown: Callable[[Actor], bool] = _everybody
    count: Callable[[Actor, datetime], int | None] | None = None
    tab: Any = ""
    pages: frozenset[str] = frozenset()


NAV: Registry[NavEntry] = Registry("nav")


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry for one actor on one page."""

    label: str
    icon: str
    url: str
    current: bool
    count: int | None = None


def resolved(url_name: str) -> str:
    """The address of a URL name; "" while no room brings it."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


def doors(actor: Actor) -> list[tuple[NavEntry, str]]:
    """The entries that `actor` may use with their addresses, in the order of the rail."""
    found = [(entry, resolved(entry.url_name)) for entry in NAV if entry.shown(actor)]
    order = list(Group)
    return sorted(
        ((entry, url) for entry, url in found if url),
        key=lambda pair: (order.index(pair[0].group), pair[0].order),
    )


def nearest(path: str, urls: list[str]) -> str:
    """The address of the entry in whose room `path` lies: the longest that `path` starts with."""
    return max(
        (url for url in urls if path == url or (url != "/" and path.startswith(url))), key=len, default=""
    )


def _here(path: str, found: list[tuple[NavEntry, str]]) -> str:
    """The address of the entry that claims the page, else of the nearest."""
    if any(entry.pages for entry, _url in found):
        try:
            name = resolve(path).view_name
        except Resolver404:
            name = ""
        if claimed := next((url for entry, url in found if name in entry.pages), ""):
            return claimed
    return nearest(path, [url for _entry, url in found])


def rail(actor: Actor, path: str, at: datetime) -> list[tuple[str, list[NavItem]]]:
    """Groups with their entries as the rail shows them."""
    found = doors(actor)
    here = _here(path, found)
    groups: list[tuple[str, list[NavItem]]] = []
    for group in Group:
        items = [_item(e, url, here, actor, at) for e, url in found if e.group is group]
        if items:
            groups.append((group.label, items))
    return groups


def _item(entry: NavEntry, url: str, here: str, actor: Actor, at: datetime) -> NavItem:
    count = entry.count(actor, at) if entry.count else None
    return NavItem(str(entry.label), entry.icon, url, url == here, count)


def tabs(actor: Actor, path: str) -> list[NavItem]:
    """The phone's bottom bar between 首页 and 我的."""
    found = [(entry, url) for entry, url in doors(actor) if entry.tab][:MOST_TABS]
    here = _here(path, found)
    return [NavItem(str(entry.tab), entry.icon, url, url == here) for entry, url in found]
