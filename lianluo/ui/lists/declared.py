"""What a room declares of a list."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.verdict import YES, Verdict
from lianluo.people.actor import Actor
from lianluo.ui.lists.filters import Filter
from lianluo.ui.lists.parts import Bulk, Column, Sheet, Sort, View


class Declared:
    """Columns, filters, sorts, views, bulk moves, and which rows. Rooms subclass `ListPage`.

    `rows` gives what `actor` may see, without order; `prepare` may add attributes to the rows of one page (a
    deadline, a joined name) with as many queries as it needs, never one per row. `find` narrows by words;
    a list without its own `find` has no search box.
    """

    name: ClassVar[str]
    title: ClassVar[Any]
    unit: ClassVar[Any] = _("件")
    template: ClassVar[str] = "ui/list.html"
    columns: ClassVar[Sequence[Column]] = ()
    filters: ClassVar[Sequence[Filter]] = ()
    sorts: ClassVar[Sequence[Sort]] = ()
    views: ClassVar[Sequence[View]] = ()
    bulks: ClassVar[Sequence[Bulk]] = ()
    find_hint: ClassVar[Any] = _("在结果中查找")
    empty_title: ClassVar[Any] = _("这里还没有记录")
    empty_text: ClassVar[Any] = ""
    empty_opening: ClassVar[bool] = False
    """These words hold for the first view as well, not for a list without any condition only."""
    find: ClassVar[Callable[..., QuerySet[Any]] | None] = None

    def rows(self, actor: Actor, at: datetime) -> QuerySet[Any]:
        """The rows that `actor` may see."""
        raise NotImplementedError

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        """Add what the cells need to the rows of one page."""

    def may_see(self, actor: Actor) -> Verdict:
        """Whether the list is for this actor at all."""
        return YES

    def context(self, actor: Actor, at: datetime) -> dict[str, Any]:
        """More for the room's own template."""
        return {}

    def sheets(self, actor: Actor, at: datetime) -> Iterable[Sheet]:
        """What else goes into the exported file, a sheet each: name, heads of columns, rows."""
        return ()

    def subtitle(self, actor: Actor, at: datetime) -> str:
        """The line under the heading."""
        return ""
