"""Notices of a congress as its administration sees them: the table event × role, and what went out."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.desk.delivery_list import Deliveries
from lianluo.desk.doors import DeskRequest, door
from lianluo.kernel.verdict import Verdict
from lianluo.notices import inbox, matrix, policy
from lianluo.notices.channels import channels
from lianluo.notices.events import role_label
from lianluo.notices.models import Delivery
from lianluo.notices.tasks import send_again
from lianluo.ui.pages import back, done, render, warn


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


@door(may_switch)
@require_POST
def delivery_again(request: DeskRequest, pk: int) -> HttpResponse:
    """Another try for a message that failed."""
    found: Delivery = get_object_or_404(inbox.log(request.actor), pk=pk)
    if send_again(found, at=timezone.now()):
        done(request, _("已重新排队，几秒后发送。"))
    else:
        warn(request, _("这条消息没有失败，不用重发。"))
    return back(request, "desk:deliveries")


urlpatterns = [
    path("notices/matrix/", notice_matrix, name="notice_matrix"),
    path("notices/deliveries/", Deliveries.as_view(), name="deliveries"),
    path("notices/deliveries/<int:pk>/again/", delivery_again, name="delivery_again"),
]
