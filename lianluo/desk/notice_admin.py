"""Notices of a congress as its administration sees them: the table event × role, and what went out."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.desk.delivery_list import Deliveries
from lianluo.desk.doors import DeskRequest, door
from lianluo.kernel.verdict import Verdict
from lianluo.notices import matrix, policy
from lianluo.notices.channels import channels
from lianluo.notices.events import role_label
from lianluo.ui.pages import done, render


def may_switch(actor: Any, congress: Any) -> Verdict:
    return policy.may_switch(actor)


@door(may_switch)
def notice_matrix(request: DeskRequest) -> HttpResponse:
    """Which event reaches which role on which way."""
    congress, at = request.actor.congress, timezone.now()
    if request.method == "POST":
        wanted = {cell for text in request.POST.getlist("cell") if (cell := _cell(text))}
        count = matrix.save(wanted, congress=congress, actor=request.actor, at=at)
        done(request, _("已更改 {n} 处，从下一条通知起生效。").format(n=count) if count else _("没有改动。"))
        return redirect("desk:notice_matrix")
    groups: dict[str, list[Any]] = {}
    for kind, rows in matrix.table(congress):
        cells = [
            (role_label(role), [(f"{kind.key}|{role}|{way}", way, on) for way, on in ways.items()])
            for role, ways in rows
        ]
        groups.setdefault(str(kind.group), []).append((kind, cells))
    facts = {"groups": groups.items(), "channels": channels().values()}
    return render(request, "desk/notice_matrix.html", facts)


def _cell(text: str) -> matrix.Cell | None:
    key, _bar, rest = text.partition("|")
    role, _bar, way = rest.partition("|")
    return (key, role, way) if key and role and way else None


urlpatterns = [
    path("notices/matrix/", notice_matrix, name="notice_matrix"),
    path("notices/deliveries/", Deliveries.as_view(), name="deliveries"),
]
