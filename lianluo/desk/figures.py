"""Figures: the overview, one figure with its evidence, and what was frozen for a report."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.desk.doors import DeskRequest, door
from lianluo.desk.figure_parts import Line, Told, break_downs, rates_of, told
from lianluo.figures import counting, policy
from lianluo.figures.models import Snapshot
from lianluo.figures.registry import FIGURES
from lianluo.figures.snapshots import compared, freeze
from lianluo.kernel.verdict import Verdict
from lianluo.ui.pages import done, render

SIZE = 25


def may_look(actor: Any, congress: Any) -> Verdict:
    return policy.may_look(actor)


def may_freeze(actor: Any, congress: Any) -> Verdict:
    return policy.may_freeze(actor)


@door(may_look)
def figures(request: DeskRequest) -> HttpResponse:
    """Every figure of the period, by group; each leads to its records."""
    asked = told(request)
    known = counting.numbers(list(FIGURES), asked.scope, asked.period)
    groups: dict[str, list[Line]] = {}
    for one in FIGURES:
        url = asked.address("desk:figure", one.key)
        groups.setdefault(str(one.group), []).append(Line(one, known[one.key], url))
    facts = {
        "asked": asked,
        "groups": [(name, lines, rates_of(name, known)) for name, lines in groups.items()],
        "snapshots": Snapshot.objects.within(request.actor.scope)[:10],
        "may_freeze": policy.may_freeze(request.actor),
    }
    return render(request, "desk/figures.html", facts)


@door(may_look)
def figure(request: DeskRequest, key: str) -> HttpResponse:
    """One figure: its number, how it divides, and the records themselves."""
    one, asked = FIGURES.get(key), told(request)
    if one is None:
        raise Http404
    per, value = one.by(request.GET.get("by", "")), request.GET.get("is")
    own = one.records(asked.own, asked.period)
    if per is not None and value is not None:
        own = counting.narrowed(one, per, value, asked.own, asked.period)
    page = Paginator(own.order_by("pk"), SIZE).get_page(request.GET.get("page"))
    facts = {
        "asked": asked,
        "figure": one,
        "number": counting.number(one, asked.scope, asked.period),
        "page": page,
        "records": [one.row(record) if one.row else (str(record), "") for record in page.object_list],
        "parts": break_downs(one, asked),
        "narrowed": counting.said(per, per.read(value)) if per is not None and value is not None else "",
        "places": counting.by_congress(one, request.actor.congress, asked.period) if asked.below else [],
        "list_url": one.link(asked.period) if one.link else "",
    }
    return render(request, "desk/figure.html", facts)


@door(may_freeze)
@require_POST
def figures_freeze(request: DeskRequest) -> HttpResponse:
    """Freeze what is reported."""
    asked: Told = told(request)
    title = request.POST.get("title", "").strip()[:100] or _("{period}数据").format(period=asked.period.label)
    kept = freeze(title, period=asked.period, below=asked.below, actor=request.actor, at=timezone.now())
    done(request, _("已定格。以后记录有变化，这份数据不变。"))
    return redirect("desk:snapshot", kept.pk)


@door(may_look)
def snapshot(request: DeskRequest, pk: int) -> HttpResponse:
    """What was reported, beside what the records say today."""
    rows = Snapshot.objects.within(request.actor.scope).select_related("congress", "taken_by")
    kept: Snapshot = get_object_or_404(rows, pk=pk)
    return render(request, "desk/snapshot.html", {"kept": kept, "lines": compared(kept)})


urlpatterns = [
    path("figures/", figures, name="figures"),
    path("figures/freeze/", figures_freeze, name="figures_freeze"),
    path("figures/snapshots/<int:pk>/", snapshot, name="snapshot"),
    path("figures/<str:key>/", figure, name="figure"),
]
