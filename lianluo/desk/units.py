"""Units: the list, one unit, and what can be done with it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.congress import policy
from lianluo.congress.find import in_force
from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Unit
from lianluo.congress.units import close_unit, create_unit, edit_unit, moves_on_close, rename_unit
from lianluo.desk.doors import DeskRequest, done_with, door
from lianluo.desk.forms.units import CloseUnit, NewUnit, RenameUnit, UnitFacts
from lianluo.desk.histories import changes_of
from lianluo.desk.unit_list import Units, via
from lianluo.ui.pages import done, render


def _found(request: DeskRequest, pk: int) -> Unit:
    units = Unit.objects.within(request.actor.scope).select_related(
        "congress", "parent", "dispatched_by", "successor"
    )
    unit: Unit = get_object_or_404(units, pk=pk)
    return unit


@door()
def unit(request: DeskRequest, pk: int) -> HttpResponse:
    """One unit: what it is, what it was called, what stands below it, what changed."""
    shown = _found(request, pk)
    facts = {
        "unit": shown,
        "former": shown.former_names.all(),
        "below": shown.children.filter(valid_to=None),
        "via": via(shown),
        "changes": changes_of(Unit, shown),
        "may_edit": policy.may_edit_units(request.actor, shown.congress),
    }
    return render(request, "desk/unit.html", facts)


@door(policy.may_edit_units)
def unit_new(request: DeskRequest) -> HttpResponse:
    at = timezone.now()
    form = NewUnit(request.POST or None, congress=request.actor.congress, today=timezone.localdate(at))
    made: list[Unit] = []
    if done_with(
        form,
        lambda: made.append(
            create_unit(request.actor.congress, actor=request.actor, at=at, **form.cleaned_data)
        ),
    ):
        done(request, _("已设立{name}，交办时就能选到它。").format(name=made[0].name))
        return redirect("desk:unit", made[0].pk)
    return render(
        request, "desk/unit_form.html", {"form": form, "heading": _("新建单位"), "button": _("设立单位")}
    )


@door(policy.may_edit_units)
def unit_edit(request: DeskRequest, pk: int) -> HttpResponse:
    shown, at = _found(request, pk), timezone.now()
    initial = {name: getattr(shown, name) for name in UnitFacts.base_fields}
    today = timezone.localdate(at)
    form = UnitFacts(request.POST or None, congress=shown.congress, today=today, unit=shown, initial=initial)
    if done_with(form, lambda: edit_unit(shown, actor=request.actor, at=at, **form.cleaned_data)):
        done(request, _("{name}的资料已更新。").format(name=shown.name))
        return redirect("desk:unit", pk)
    facts = {"form": form, "unit": shown, "heading": _("修改资料"), "button": _("保存")}
    return render(request, "desk/unit_form.html", facts)


@door(policy.may_edit_units)
def unit_rename(request: DeskRequest, pk: int) -> HttpResponse:
    shown, at = _found(request, pk), timezone.now()
    initial = {"name": shown.name, "short_name": shown.short_name, "on": timezone.localdate(at)}
    form = RenameUnit(request.POST or None, initial=initial)
    if done_with(form, lambda: rename_unit(shown, actor=request.actor, at=at, **form.cleaned_data)):
        done(request, _("已更名为{name}，以前的公文仍写原名。").format(name=shown.name))
        return redirect("desk:unit", pk)
    facts = {"form": form, "unit": shown, "heading": _("更名"), "button": _("更名")}
    return render(request, "desk/unit_form.html", facts)


@door(policy.may_edit_units)
def unit_close(request: DeskRequest, pk: int) -> HttpResponse:
    """Shows first what would move and to whom; the second step closes."""
    shown, at = _found(request, pk), timezone.now()
    form = CloseUnit(request.POST or None, unit=shown, today=timezone.localdate(at))
    if request.POST.get("sure") and done_with(
        form, lambda: close_unit(shown, actor=request.actor, at=at, **form.cleaned_data)
    ):
        done(request, _("{name}已撤销。").format(name=shown.name))
        return redirect("desk:unit", pk)
    facts = {
        "form": form,
        "unit": shown,
        "moves": moves_on_close(shown),
        "below": shown.children.filter(valid_to=None).count(),
        "checked": form.is_bound and form.is_valid(),
    }
    return render(request, "desk/unit_close.html", facts)


@door()
def units_tree(request: DeskRequest) -> HttpResponse:
    """All units in force, by kind and as a tree."""
    units = list(
        Unit.objects.within(request.actor.scope)
        .filter(in_force(timezone.localdate()))
        .order_by("order", "pk")
    )
    known = {one.pk for one in units}
    tops = [one for one in units if one.parent_id not in known]
    children: dict[int, list[Unit]] = {}
    for one in units:
        children.setdefault(one.parent_id or 0, []).append(one)
    groups = [
        (kind.label, [(top, _rows_below(top, children)) for top in tops if top.kind == kind])
        for kind in UnitKind
    ]
    return render(
        request, "desk/units_tree.html", {"groups": [g for g in groups if g[1]], "total": len(units)}
    )


def _rows_below(top: Unit, children: dict[int, list[Unit]], depth: int = 1) -> list[tuple[int, Unit]]:
    rows: list[tuple[int, Unit]] = []
    for child in children.get(top.pk, []):
        rows.append((min(depth, 4), child))
        rows += _rows_below(child, children, depth + 1) if depth < 8 else []
    return rows


urlpatterns = [
    path("admin/units/", Units.as_view(), name="units"),
    path("admin/units/tree/", units_tree, name="units_tree"),
    path("admin/units/new/", unit_new, name="unit_new"),
    path("admin/units/<int:pk>/", unit, name="unit"),
    path("admin/units/<int:pk>/edit/", unit_edit, name="unit_edit"),
    path("admin/units/<int:pk>/rename/", unit_rename, name="unit_rename"),
    path("admin/units/<int:pk>/close/", unit_close, name="unit_close"),
]
