"""Delegations, deputy groups and electoral units of a term."""

from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianluo.congress import policy
from lianluo.congress.groups import (
    copy_groups,
    electoral_units_from_below,
    retire_group,
    revive_group,
    save_group,
)
from lianluo.congress.models import Delegation, DeputyGroup, ElectoralUnit, Term
from lianluo.congress.sessions import current_term
from lianluo.desk.doors import DeskRequest, done_with, door
from lianluo.desk.forms.terms import group_form
from lianluo.ui.pages import done, render

KINDS: dict[str, tuple[type[Any], Any]] = {
    "delegation": (Delegation, gettext_lazy("代表团")),
    "group": (DeputyGroup, gettext_lazy("代表小组")),
    "electoral": (ElectoralUnit, gettext_lazy("选举单位")),
}


@door()
def groups(request: DeskRequest) -> HttpResponse:
    """The three kinds side by side, with how many deputies sit in each."""
    congress = request.actor.congress
    terms = list(Term.objects.within(congress.scope))
    wanted = request.GET.get("term", "")
    today = timezone.localdate()
    term = (
        next((t for t in terms if str(t.pk) == wanted), None)
        or current_term(congress, today)
        or next(iter(terms), None)
    )
    facts = {
        "terms": terms,
        "term": term,
        "panels": [(kind, label, _rows(model, term, congress)) for kind, (model, label) in KINDS.items()],
        "may_edit": policy.may_edit_groups(request.actor, congress),
    }
    return render(request, "desk/groups.html", facts)


def _rows(model: type[Any], term: Term | None, congress: Any) -> list[Any]:
    live = Count("seats", filter=Q(seats__state="active", **({"seats__term": term} if term else {})))
    rows = model.objects.within(congress.scope).annotate(deputies=live)
    if model is not ElectoralUnit:
        rows = rows.filter(term=term)
    return list(rows)


def _kind(kind: str) -> tuple[type[Any], Any]:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def _group(request: DeskRequest, kind: str, pk: int) -> Any:
    model, _label = _kind(kind)
    return get_object_or_404(model.objects.within(request.actor.scope), pk=pk)


@door(policy.may_edit_groups)
def group_new(request: DeskRequest, kind: str, term: int) -> HttpResponse:
    model, label = _kind(kind)
    row = model(congress=request.actor.congress)
    if model is not ElectoralUnit:
        row.term = get_object_or_404(Term.objects.within(request.actor.scope), pk=term)
    return _edit(request, row, _("新建{kind}").format(kind=label))


@door(policy.may_edit_groups)
def group_edit(request: DeskRequest, kind: str, pk: int) -> HttpResponse:
    row = _group(request, kind, pk)
    return _edit(request, row, _("修改{name}").format(name=row))


def _edit(request: DeskRequest, row: Any, heading: str) -> HttpResponse:
    form = group_form(type(row), request.POST or None, instance=row)
    if done_with(form, lambda: save_group(row, actor=request.actor, at=timezone.now())):
        done(request, _("{name}已保存。").format(name=row))
        return redirect("desk:groups")
    return render(
        request,
        "desk/term_form.html",
        {"form": form, "heading": heading, "button": _("保存"), "to": "desk:groups"},
    )


@require_POST
@door(policy.may_edit_groups)
def group_retire(request: DeskRequest, kind: str, pk: int) -> HttpResponse:
    row = _group(request, kind, pk)
    act = retire_group if row.is_active else revive_group
    act(row, actor=request.actor, at=timezone.now())
    words = _("{name}已停用，以前的记录都在。") if not row.is_active else _("{name}已恢复使用。")
    done(request, words.format(name=row))
    return redirect("desk:groups")


@require_POST
@door(policy.may_edit_groups)
def groups_copy(request: DeskRequest, pk: int) -> HttpResponse:
    """Take over from the term before."""
    rows = Term.objects.within(request.actor.scope)
    target = get_object_or_404(rows, pk=pk)
    source = rows.filter(number__lt=target.number).order_by("-number").first()
    if source is None:
        raise Http404
    copied = copy_groups(source, target, actor=request.actor, at=timezone.now())
    done(request, _("从{source}复制了 {n} 个代表团和代表小组。").format(source=source, n=copied))
    return redirect("{}?term={}".format(reverse("desk:groups"), target.pk))


@require_POST
@door(policy.may_edit_groups)
def electoral_fill(request: DeskRequest) -> HttpResponse:
    """The congresses directly below become electoral units."""
    added = electoral_units_from_below(request.actor.congress, actor=request.actor, at=timezone.now())
    done(request, _("添加了 {n} 个选举单位。").format(n=added))
    return redirect("desk:groups")


urlpatterns = [
    path("admin/terms/groups/", groups, name="groups"),
    path("admin/terms/groups/copy/<int:pk>/", groups_copy, name="groups_copy"),
    path("admin/terms/groups/electoral/", electoral_fill, name="electoral_fill"),
    path("admin/terms/groups/<slug:kind>/new/<int:term>/", group_new, name="group_new"),
    path("admin/terms/groups/<slug:kind>/<int:pk>/", group_edit, name="group_edit"),
    path("admin/terms/groups/<slug:kind>/<int:pk>/retire/", group_retire, name="group_retire"),
]
