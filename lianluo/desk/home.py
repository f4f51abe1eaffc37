"""The first page of everybody: what waits for me, and beside it the figures of my scope."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from lianluo.people.actor import Actor
from lianluo.ui.components.text import date_full
from lianluo.ui.glance import WEEKDAYS, CardPanel, glance
from lianluo.ui.pages import render
from lianluo.ui.parts import Chip
from lianluo.ui.todo import Todo, todo

MORNING, NOON, EVENING = 5, 12, 18
MOST_CARDS = 20


@login_required
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """To-do list and figures for staff; greeting, to-do cards and one's own cases for a deputy."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return render(request, "desk/home_nobody.html")
    at = timezone.now()
    source = request.GET.get("source", "")
    found = todo(actor, at, source)
    panels = glance(actor, at)
    facts: dict[str, Any] = {
        "todo": found,
        "heading": heading(found),
        "said": said(found),
        "today": today_words(at),
        "greeting": greeting(actor, at),
        "as_deputy": actor.is_deputy and not actor.roles,
        "entries": [entry for group in found.groups for entry in group.entries][:MOST_CARDS],
        "cards": [panel for panel in panels if isinstance(panel, CardPanel)],
        "panels": [panel for panel in panels if not isinstance(panel, CardPanel)],
        "chips": chips(found, source),
        "stands_in_for": "、".join(dict.fromkeys(role.for_name for role in actor.roles if role.for_id)),
    }
    return render(request, "desk/home.html", facts)


def heading(found: Todo) -> str:
    """待办 21 件; 待办 200 件以上 where not all of them were read."""
    if found.at_least:
        return ngettext("待办 %d 件以上", "待办 %d 件以上", found.total) % found.total
    return ngettext("待办 %d 件", "待办 %d 件", found.total) % found.total if found.total else _("没有待办")


def said(found: Todo) -> str:
    """What is late, and what falls due today."""
    parts = []
    if found.overdue:
        parts.append(ngettext("%d 件已逾期。", "%d 件已逾期。", found.overdue) % found.overdue)
    today = sum(len(group.entries) for group in found.groups if group.key == "today")
    if today:
        parts.append(ngettext("%d 件今日到期。", "%d 件今日到期。", today) % today)
    return "".join(parts)


def today_words(at: datetime) -> str:
    """2026年5月20日　周三."""
    day = timezone.localtime(at).date()
    return f"{date_full(day)}　{WEEKDAYS[day.weekday()]}"


def greeting(actor: Actor, at: datetime) -> str:
    """覃望舒代表，下午好."""
    hour = timezone.localtime(at).hour
    said = _("晚上好")
    if MORNING <= hour < NOON:
        said = _("上午好")
    elif NOON <= hour < EVENING:
        said = _("下午好")
    name = _("%s代表") % actor.name if actor.is_deputy else actor.name
    return _("%(name)s，%(said)s") % {"name": name, "said": said}


def chips(found: Todo, source: str) -> list[Chip]:
    """One chip per room, when more than one has something."""
    if len(found.sources) < 2 and not source:
        return []
    rows = [Chip(label=_("全部"), url="?", current=not source, count=found.total)]
    rows += [
        Chip(label=label, url=f"?source={key}", current=key == source, count=count)
        for key, label, count in found.sources
    ]
    return rows


urlpatterns = [path("", home, name="home")]
