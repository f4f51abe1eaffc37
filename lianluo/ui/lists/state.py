"""Where a list stands: read from the address and from what the account keeps."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet
from django.http import QueryDict

from lianluo.people.actor import Actor
from lianluo.ui.lists.counting import Counted, counts
from lianluo.ui.lists.declared import Declared
from lianluo.ui.lists.filters import Options, Setting
from lianluo.ui.lists.parts import Column, View
from lianluo.ui.models import SavedView

SIZES = (20, 50, 100)
PLAIN = {"page", "view"}


def counted(rows: QuerySet[Any], size: int, total: int) -> "Paginator[Any]":
    """A paginator that was told the total, so that it need not ask."""
    made: Paginator[Any] = Paginator(rows, size)
    made.__dict__["count"] = total
    return made


@dataclass
class ListState:
    """One list for one actor at one address. Everything is read once, when it is asked for."""

    page: Declared
    actor: Actor
    at: datetime
    query: QueryDict
    all_options: dict[str, Options] = field(default_factory=dict)
    opens_first: bool = field(default=False, init=False)
    """The list was opened without a word and shows its first view."""

    def __post_init__(self) -> None:
        self.all_options = {f.key: f.options(self.actor, self.at) for f in self.page.filters}
        if not self.query:
            self.query = self._opening()

    def _opening(self) -> QueryDict:
        """What a bare address shows: the account's default view, or the first of the list's own."""
        for saved in self.saved:
            if saved.is_default:
                return QueryDict(f"{saved.query}&view={saved.key}".strip("&"))
        if self.page.views:
            first, self.opens_first = self.page.views[0], True
            return QueryDict(f"{first.query}&view={first.key}".strip("&"))
        return self.query

    @cached_property
    def _kept(self) -> list[SavedView]:
        rows = SavedView.objects.within(self.actor.scope)
        return list(rows.filter(account=self.actor.account_id, page=self.page.name))

    @property
    def saved(self) -> list[SavedView]:
        """The account's named views of this list."""
        return [view for view in self._kept if view.name]

    @property
    def own(self) -> SavedView | None:
        """The account's columns and page size."""
        return next((view for view in self._kept if not view.name), None)

    @cached_property
    def settings(self) -> dict[str, Setting]:
        """The filters as the address sets them."""
        return self.settings_of(self.query)

    def settings_of(self, query: QueryDict) -> dict[str, Setting]:
        return {f.key: f.read(query, self.all_options[f.key]) for f in self.page.filters}

    @property
    def words(self) -> str:
        """The text that is searched for."""
        return self.query.get("q", "").strip()[:100] if self.page.find else ""

    def condition(self, query: QueryDict) -> Q:
        """All filters of an address together."""
        whole = Q()
        for setting in self.settings_of(query).values():
            whole &= setting.condition or Q()
        return whole

    @cached_property
    def base(self) -> QuerySet[Any]:
        return self.page.rows(self.actor, self.at)

    @cached_property
    def rows(self) -> QuerySet[Any]:
        """Exactly what is shown, on all pages, in order."""
        found = self.base.filter(self.condition(self.query))
        if self.words and self.page.find:
            found = self.page.find(found, self.words)
        return found.order_by(*self.order)

    @cached_property
    def counts(self) -> dict[str, Counted]:
        """How many rows the list and each view hold, in one query; the list's own count is under ""."""
        views = {view.key: self.base.filter(self.condition(QueryDict(view.query))) for view in self.all_views}
        own, of_views = counts(self.rows, views)
        return of_views | {"": own}

    @property
    def all_views(self) -> list[View | SavedView]:
        """The list's own views, then the account's."""
        return [*self.page.views, *self.saved]

    @property
    def view(self) -> str:
        """The key of the view that is open."""
        return self.query.get("view", "")

    @cached_property
    def columns(self) -> list[Column]:
        """The columns that are shown, in the list's order."""
        chosen = set(self.own.columns) if self.own and self.own.columns else None
        return [
            c for c in self.page.columns if c.fixed or (c.key in chosen if chosen is not None else c.shown)
        ]

    @property
    def size(self) -> int:
        wanted = self.query.get("size", "")
        if wanted.isdigit() and int(wanted) in SIZES:
            return int(wanted)
        return self.own.size if self.own else SIZES[0]

    @property
    def sort(self) -> str:
        """The key of the order: a named one, or a column with "-" before it for descending."""
        wanted = self.query.get("sort", "")
        known = {sort.key for sort in self.page.sorts}
        known |= {sign + c.key for c in self.page.columns if c.sort for sign in ("", "-")}
        return wanted if wanted in known else (self.page.sorts[0].key if self.page.sorts else "")

    @property
    def order(self) -> list[Any]:
        named = {sort.key: list(sort.fields) for sort in self.page.sorts}
        if self.sort in named:
            return [*named[self.sort], "pk"]
        column = next((c for c in self.page.columns if c.sort and c.key == self.sort.lstrip("-")), None)
        if column is None:
            return ["pk"]
        by = F(column.sort) if isinstance(column.sort, str) else column.sort(self.actor)
        return [by.desc() if self.sort.startswith("-") else by.asc(), "pk"]

    @cached_property
    def shown(self) -> "Page[Any]":
        """The page of rows at this address, prepared."""
        page = counted(self.rows, self.size, self.counts[""]).get_page(self.query.get("page"))
        page.object_list = list(page.object_list)
        self.page.prepare(page.object_list, self.actor, self.at)
        return page

    def url(self, *drop: str, **changes: str) -> str:
        """This address without `drop`, with `changes`, back on the first page."""
        query = self.query.copy()
        for name in (*drop, "page", *changes):
            query.pop(name, None)
        for name, value in changes.items():
            query[name] = value
        return f"?{query.urlencode()}" if query else "?all="
