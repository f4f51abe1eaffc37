"""代理: who does my work while I am away, and for whom I do it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianluo.desk.doors import DeskRequest, door
from lianluo.desk.forms.stand_ins import StandInForm
from lianluo.notices.events import declare
from lianluo.notices.recipients import Recipients
from lianluo.notices.telling import tell
from lianluo.people.absences import colleagues, may_use_stand_ins, named_by, named_for, own_work
from lianluo.people.models import StandIn
from lianluo.people.refusal import Unfit
from lianluo.people.roles import UNIT_STAFF, RoleKind
from lianluo.people.services import end_stand_in, name_stand_in
from lianluo.ui.components.text import date_full
from lianluo.ui.pages import done, render

NAMED, ENDED = "absence.named", "absence.ended"


def _uses(actor: Any, congress: Any) -> Any:
    return may_use_stand_ins(actor)


@door(_uses)
def stand_ins(request: DeskRequest) -> HttpResponse:
    """What runs, what was, and the form for the next absence."""
    at = timezone.now()
    day = timezone.localdate(at)
    work, others = own_work(request.actor, day), colleagues(request.actor, day)
    first = {"starts_on": day, "kinds": [one.key for one in work]}
    form = StandInForm(request.POST or None, work=work, others=others, initial=first)
    if request.method == "POST" and form.is_valid() and _named(request, form, at):
        return redirect("desk:stand_ins")
    mine = named_by(request.actor)
    facts = {
        "form": form if work and others else None,
        "work": work,
        "running": [one for one in mine if _runs(one, day)],
        "past": [one for one in mine if not _runs(one, day)],
        "theirs": named_for(request.actor, day),
        "today": day,
    }
    return render(request, "desk/stand_ins.html", facts)


def _runs(row: StandIn, day: date) -> bool:
    return row.ended_at is None and row.ends_on >= day


def _named(request: DeskRequest, form: StandInForm, at: datetime) -> bool:
    """Name them, all or none; what does not fit stands beside its field."""
    try:
        with transaction.atomic():
            for absence in form.absences():
                rows = name_stand_in(absence, actor=request.actor, at=at)
                _tell(NAMED, rows[0], rows, request, at)
    except Unfit as unfit:
        form.add_error(unfit.field or None, str(unfit))
        return False
    until = date_full(form.cleaned_data["ends_on"])
    done(request, _("已请{name}代理，到{day}为止。").format(name=rows[0].stand_in.display_name, day=until))
    return True


def _tell(key: str, row: StandIn, rows: list[StandIn], request: DeskRequest, at: datetime) -> None:
    """The other one of the two hears of it, once."""
    mine = request.actor.account_id == row.absent_id
    other = row.stand_in_id if mine else row.absent_id
    words = SAID[key] if mine else SAID["given_back"]
    kinds = "、".join(str(RoleKind(one.kind).label) for one in rows)
    days = f"{date_full(row.starts_on)}—{date_full(row.ends_on)}"
    tell(
        key,
        to=Recipients.accounts([other]),
        title=str(words).format(name=request.actor.name),
        body=f"{row.unit} · {kinds} · {days}",
        url=reverse("desk:stand_ins"),
        congress=request.actor.congress,
        at=at,
        once=f"{key}:{row.pk}",
    )


@door(_uses)
@require_POST
def stand_in_end(request: DeskRequest, pk: int) -> HttpResponse:
    """End it before its day: by who is back, or by who stands in."""
    at, me = timezone.now(), request.actor.account_id
    rows = StandIn.objects.within(request.actor.scope).select_related("absent", "stand_in", "unit")
    row = get_object_or_404(rows.filter(Q(absent=me) | Q(stand_in=me)), pk=pk)
    with transaction.atomic():
        if row.ended_at is None:
            end_stand_in(row, actor=request.actor, at=at)
            _tell(ENDED, row, [row], request, at)
    done(request, _("代理已终止。"))
    return redirect("desk:stand_ins")


SAID = {
    NAMED: gettext_lazy("{name}请您代理工作"),
    ENDED: gettext_lazy("{name}已回来，代理终止"),
    "given_back": gettext_lazy("{name}不再代理您的工作"),
}


def register() -> None:
    """Declare what is told of it."""
    roles = (*sorted(UNIT_STAFF), RoleKind.UNIT_ADMIN)
    group = gettext_lazy("账号与角色")
    declare(NAMED, gettext_lazy("请您代理"), group=group, roles=roles)
    declare(ENDED, gettext_lazy("代理终止"), group=group, roles=roles)


urlpatterns = [
    path("me/stand-ins/", stand_ins, name="stand_ins"),
    path("me/stand-ins/<int:pk>/end/", stand_in_end, name="stand_in_end"),
]
