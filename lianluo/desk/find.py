"""The search box of the frame: everything a person may see, grouped by kind of record."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from lianluo.desk.doors import DeskRequest, door
from lianluo.kernel.verdict import YES, Verdict
from lianluo.search.find import SIZE, Hits, How, find
from lianluo.search.registry import SEARCHABLES
from lianluo.ui.pages import render
from lianluo.ui.parts import TabItem

FEW = 5


@dataclass(frozen=True, slots=True)
class Group:
    """What was found in one room. `more` leads to all of it."""

    room: str
    label: str
    hits: Hits
    more: str


def anybody(actor: Any, congress: Any) -> Verdict:
    """Everybody may search; what is found is what one may see."""
    return YES


@door(anybody)
@require_safe
def search(request: DeskRequest) -> HttpResponse:
    """`?q=` in all rooms, a few of each; `&room=` all of one room, `&order=new` newest first."""
    q, chosen = request.GET.get("q", "").strip(), request.GET.get("room", "")
    newest, page = request.GET.get("order") == "new", _number(request.GET.get("page", ""))
    rooms = [one for one in SEARCHABLES if not chosen or one.room == chosen]
    size, at = (SIZE, page) if chosen else (FEW, 1)
    groups = [
        Group(one.room, str(one.label), found, _address(q, one.room, newest))
        for one in rooms
        if (found := find(q, actor=request.actor, rooms=[one.room], page=at, size=size, newest=newest))
    ]
    hows = {group.hits.how for group in groups}
    facts = {
        "q": q,
        "groups": [group for group in groups if group.hits.rows],
        "total": sum(group.hits.total for group in groups),
        "building": How.BUILDING in hows,
        "chosen": chosen,
        "newest": newest,
        "tabs": _tabs(q, chosen, newest),
        "pages": _pages(groups[0].hits, q, chosen, newest) if chosen and groups else [],
    }
    return render(request, "desk/search.html", facts)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 1


def _address(q: str, room: str = "", newest: bool = False, page: int = 1) -> str:
    facts = {"q": q, "room": room, "order": "new" if newest else "", "page": str(page) if page > 1 else ""}
    return f"{reverse('desk:search')}?{urlencode({name: value for name, value in facts.items() if value})}"


def _tabs(q: str, chosen: str, newest: bool) -> list[TabItem]:
    """All rooms, then each; one room alone needs no tabs."""
    if len(SEARCHABLES) < 2 or not q:
        return []
    from django.utils.translation import gettext as _

    rows = [TabItem(label=_("全部"), url=_address(q, newest=newest), current=not chosen)]
    return rows + [
        TabItem(label=str(one.label), url=_address(q, one.room, newest), current=one.room == chosen)
        for one in SEARCHABLES
    ]


def _pages(hits: Hits, q: str, room: str, newest: bool) -> list[tuple[int, str, bool]]:
    """Number, address and "is this one" of the pages around the one shown."""
    first, last = max(1, hits.page - 3), min(hits.pages, hits.page + 3)
    return [(n, _address(q, room, newest, n), n == hits.page) for n in range(first, last + 1)]


urlpatterns = [path("find/", search, name="search")]
