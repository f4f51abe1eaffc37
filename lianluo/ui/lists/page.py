"""`ListPage`: what rooms subclass, with the one address at which everything about a list happens."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.registry import Registry
from lianluo.ui.lists.answer import answer
from lianluo.ui.lists.declared import Declared
from lianluo.ui.pages import refused


class ListPage(Declared):
    """A list that a room declares: subclass, name the columns, say which rows. Nothing else is needed."""

    @classmethod
    def as_view(cls) -> Callable[..., HttpResponseBase]:
        """The view for the one address of this list."""

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
