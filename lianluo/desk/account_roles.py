"""Give an account a role, and end one."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.congress.models import Congress
from lianluo.desk.accounts import found
from lianluo.desk.doors import DeskRequest, door
from lianluo.desk.filled import filled
from lianluo.desk.forms.accounts import RoleFacts
from lianluo.people import policy
from lianluo.people.models import Role
from lianluo.people.roles import RoleKind
from lianluo.people.services import Grant, end_role, grant_role
from lianluo.people.services.roles import described
from lianluo.ui.pages import ask, done, render


def may_grant(actor: Any, congress: Any) -> Any:
    return policy.may(actor, "grant_role")


def _places(request: DeskRequest) -> list[Congress]:
    """Where the actor may grant: the own congress and those in use below it; a unit's administrator only here."""
    if policy.only_unit_admin(request.actor, "grant_role"):
        return [request.actor.congress]
    below = Congress.objects.within(request.actor.congress.subtree).filter(active=True).order_by("path")
    return [request.actor.congress, *(c for c in below if c.pk != request.actor.congress.pk)]


def _roles(request: DeskRequest) -> QuerySet[Role]:
    """The roles the actor looks after: in the own congress and below; for a unit's administrator in the own units."""
    if policy.only_unit_admin(request.actor, "grant_role"):
        return Role.objects.within(request.actor.scope).filter(
            unit__in=request.actor.units(RoleKind.UNIT_ADMIN)
        )
    return Role.objects.within(request.actor.congress.subtree)


@door(may_grant)
def role_new(request: DeskRequest, pk: int) -> HttpResponse:
    shown, at, places = found(request, pk), timezone.now(), _places(request)
    wanted = request.GET.get("place")
    place = next((one for one in places if str(one.pk) == wanted), places[0])
    form = RoleFacts(request.POST or None, place=place, actor=request.actor, today=timezone.localdate(at))
    role = filled(
        form,
        lambda: grant_role(shown, Grant(congress=place, **form.cleaned_data), actor=request.actor, at=at),
    )
    if role:
        done(request, _("已授予{name}：{role}。下次点击就生效。").format(name=shown, role=described(role)))
        return redirect("desk:account", pk)
    facts = {"form": form, "account": shown, "places": places, "place": place}
    return render(request, "desk/role_form.html", facts)


@door(may_grant)
@require_POST
def role_end(request: DeskRequest, pk: int) -> HttpResponse:
    role = get_object_or_404(
        _roles(request).select_related("account", "congress", "unit", "delegation"), pk=pk
    )
    text = _("{name}马上不能再以这个身份办事；经手过的记录都保留。").format(name=role.account)
    if question := ask(
        request, title=_("终止角色：{role}？").format(role=described(role)), text=text, button=_("终止角色")
    ):
        return question
    end_role(role, actor=request.actor, at=timezone.now())
    done(request, _("已终止：{role}。").format(role=described(role)))
    return redirect("desk:account", role.account_id)


urlpatterns = [
    path("admin/accounts/<int:pk>/role/", role_new, name="role_new"),
    path("admin/roles/<int:pk>/end/", role_end, name="role_end"),
]
