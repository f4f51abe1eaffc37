"""`ListPage`: what a room declares, and the address at which everything about the list happens."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.registry import Registry
from lianluo.kernel.verdict import YES, Verdict
from lianluo.people.actor import Actor
from lianluo.ui.lists.filters import Filter
from lianluo.ui.lists.parts import Bulk, Column, Sort, View
from lianluo.ui.pages import refused


class ListPage:
    """A list that a room declares: subclass, name the columns, say which rows. Nothing else is needed.

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

    def subtitle(self, actor: Actor, at: datetime) -> str:
        """The line under the heading."""
        return ""

    @classmethod
    def as_view(cls) -> Callable[..., HttpResponseBase]:
        """The view for the one address of this list."""
        from lianluo.ui.lists.answer import answer

        @login_required
        def view(request: HttpRequest) -> HttpResponseBase:
            page, actor = cls(), getattr(request, "actor", None)
            if actor is None:
                return refused(request, _("您的账号现在没有任职，也不是在任代表；请联系本单位管理员。"))
            if not (verdict := page.may_see(actor)):
                return refused(request, verdict)
            return answer(request, page, actor, timezone.now())

        view.__name__ = cls.__name__
        view.list_page = cls  # type: ignore[attr-defined]
        return view


LISTS: Registry[type[ListPage]] = Registry("lists")
