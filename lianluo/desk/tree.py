"""The own congress and those below: what they are, which are switched on."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.congress import policy
from lianluo.congress.activation import activate, deactivate
from lianluo.congress.levels import Level
from lianluo.congress.models import Congress, Region
from lianluo.congress.offices import office_name
from lianluo.congress.sessions import current_term
from lianluo.desk.doors import DeskRequest, door
from lianluo.ui.pages import ask, back, done, render

PAGE = 60


def _found(request: DeskRequest, pk: int | None) -> Congress:
    own = request.actor.congress
    rows = Congress.objects.within(own.subtree).select_related("region", "parent")
    found: Congress = get_object_or_404(rows, pk=pk or own.pk)
    return found


@door()
def tree(request: DeskRequest, pk: int | None = None) -> HttpResponse:
    """One congress with what stands directly below it; with `q`, everything below that matches."""
    shown, words = _found(request, pk), request.GET.get("q", "").strip()[:40]
    today = timezone.localdate()
    term = current_term(shown, today)
    facts = {
        "congress": shown,
        "above": _above(request, shown),
        "term": term,
        "office": office_name(shown, today),
        "former": Region.objects.filter(successor=shown.region),
        "levels": _levels(shown),
        "page": Paginator(_below(shown, words), PAGE).get_page(request.GET.get("page")),
        "words": words,
        "may_switch": policy.may_prepare(request.actor, shown),
        "own": shown.pk == request.actor.congress.pk,
        "state": _("已启用") if shown.active else _("未启用"),
    }
    return render(request, "desk/tree.html", facts)


def _above(request: DeskRequest, shown: Congress) -> list[Congress]:
    """The way down from the own congress to this one."""
    paths = [path for path in shown.ancestor_paths[:-1] if path.startswith(request.actor.congress.path)]
    if not paths:
        return []
    return list(
        Congress.objects.within(request.actor.congress.subtree).filter(path__in=paths).order_by("path")
    )


def _below(shown: Congress, words: str) -> Any:
    rows = Congress.objects.within(shown.subtree).exclude(pk=shown.pk).select_related("region")
    wanted = Q(name__icontains=words) | Q(region__code__startswith=words) if words else Q(parent=shown)
    children = Congress.objects.within(shown.subtree).filter(parent=OuterRef("pk"))
    return rows.filter(wanted).annotate(has_below=Exists(children)).order_by("path")


def _levels(shown: Congress) -> list[tuple[str, int, int]]:
    """Per level below: how many congresses there are, how many are switched on."""
    rows = Congress.objects.within(shown.subtree).exclude(pk=shown.pk)
    found = rows.values_list("level").annotate(all=Count("pk"), on=Count("pk", filter=Q(active=True)))
    counts = {level: (total, on) for level, total, on in found}
    return [(str(level.label), *counts[level]) for level in Level if level in counts]


@require_POST
@door()
def tree_switch(request: DeskRequest, pk: int) -> HttpResponse:
    """Switch a congress on or off."""
    shown, at = _found(request, pk), timezone.now()
    if not shown.active:
        activate(shown, actor=request.actor, at=at)
        done(request, _("{name}已启用，接着设届次和单位，再建账号。").format(name=shown.name))
        return back(request, "desk:tree_of", pk)
    title = _("停用{name}？").format(name=shown.name)
    if question := ask(
        request, title=title, text=_("停用后工作人员不再能选到它，记录都保留。"), button=_("停用")
    ):
        return question
    deactivate(shown, actor=request.actor, at=at)
    done(request, _("{name}已停用。").format(name=shown.name))
    return back(request, "desk:tree_of", pk)


urlpatterns = [
    path("admin/tree/", tree, name="tree"),
    path("admin/tree/<int:pk>/", tree, name="tree_of"),
    path("admin/tree/<int:pk>/switch/", tree_switch, name="tree_switch"),
]
