"""Enter a deputy, correct, move, and record decisions on the seat."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.desk.doors import DeskRequest, door
from lianluo.desk.filled import filled
from lianluo.desk.forms.roster import DecideForm, MoveForm, PersonForm, SeatForm
from lianluo.desk.roster import found
from lianluo.kernel.verdict import Verdict
from lianluo.people import policy
from lianluo.people.flow import SEAT
from lianluo.people.models import Seat
from lianluo.people.refusal import Refused
from lianluo.people.services import (
    PersonFacts,
    SeatFacts,
    add_person,
    begin_seat,
    correct_person,
    decide_seat,
    move_seat,
    name_head,
)
from lianluo.people.services.roster import GROUNDS
from lianluo.ui.pages import done, refused, render

KEPT_BACK = ("id_number", "phone")


def may_keep(actor: Any, congress: Any) -> Verdict:
    return policy.may(actor, "keep_roster")


def may_decide(actor: Any, congress: Any) -> Verdict:
    return policy.may(actor, "decide_seat")


@door(may_keep)
def deputy_new(request: DeskRequest) -> HttpResponse:
    """A new person and the seat, in one form and one transaction."""
    at = timezone.now()
    person = PersonForm(request.POST or None)
    seat = SeatForm(request.POST or None, place=request.actor.congress, today=timezone.localdate(at))
    right = person.is_valid() and seat.is_valid() if request.POST else False
    made = filled(seat, lambda: _enter(request, person, seat, at)) if right else None
    if made:
        done(request, _("已登记{name}代表。").format(name=made.person.name))
        return redirect("desk:deputy", made.pk)
    facts = {"person_form": person, "seat_form": seat, "heading": _("登记代表"), "button": _("登记代表")}
    return render(request, "desk/deputy_new.html", facts)


@transaction.atomic
def _enter(request: DeskRequest, person: PersonForm, seat: SeatForm, at: Any) -> Seat:
    entered = add_person(PersonFacts(**person.cleaned_data), actor=request.actor, at=at)
    return begin_seat(entered, SeatFacts(**seat.cleaned_data), actor=request.actor, at=at)


@door(may_keep)
def deputy_edit(request: DeskRequest, pk: int) -> HttpResponse:
    seat, at = found(request, pk), timezone.now()
    initial = {name: getattr(seat.person, name) for name in PersonForm.base_fields if name not in KEPT_BACK}
    form = PersonForm(request.POST or None, initial=initial)
    if filled(
        form, lambda: correct_person(seat, PersonFacts(**form.cleaned_data), actor=request.actor, at=at)
    ):
        done(request, _("{name}的资料已更正。").format(name=seat.person.name))
        return redirect("desk:deputy", pk)
    note = _("身份证号和手机号码不显示；要改就重新填，不填就保持原样。")
    facts = {"form": form, "seat": seat, "heading": _("更正资料"), "button": _("保存"), "text": note}
    return render(request, "desk/deputy_form.html", facts)


@door(may_keep)
def deputy_move(request: DeskRequest, pk: int) -> HttpResponse:
    seat, at = found(request, pk), timezone.now()
    form = MoveForm(request.POST or None, place=request.actor.congress, today=timezone.localdate(at))

    def act() -> bool:
        move_seat(seat, actor=request.actor, at=at, **form.cleaned_data)
        return True

    if filled(form, act):
        done(request, _("{name}已调到{to}。").format(name=seat.person.name, to=seat.delegation))
        return redirect("desk:deputy", pk)
    facts = {"form": form, "seat": seat, "heading": _("调整代表团"), "button": _("调整")}
    return render(request, "desk/deputy_form.html", facts)


@require_POST
@door(may_keep)
def deputy_head(request: DeskRequest, pk: int) -> HttpResponse:
    """The deputy speaks and signs for the delegation from now on; pressed twice it is so once."""
    seat = found(request, pk)
    try:
        name_head(seat, actor=request.actor, at=timezone.now())
    except Refused as reason:
        return refused(request, reason, url=reverse("desk:deputy", args=[pk]), label=_("看这位代表"))
    done(request, _("{name}已登记为{place}团长。").format(name=seat.person.name, place=seat.delegation))
    return redirect("desk:deputy", pk)


@door(may_decide)
def deputy_decide(request: DeskRequest, pk: int, move: str) -> HttpResponse:
    """Suspend, restore, end: the ground of the law and the decision are asked for and kept."""
    if move not in SEAT.moves:
        raise Http404
    seat, at, row = found(request, pk), timezone.now(), SEAT.moves[move]
    form = DecideForm(request.POST or None, move=move, today=timezone.localdate(at))

    def act() -> bool:
        decide_seat(seat, move, actor=request.actor, at=at, **form.cleaned_data)
        return True

    if filled(form, act):
        done(request, _("{name}：已登记{move}。").format(name=seat.person.name, move=row.label))
        return redirect("desk:deputy", pk)
    facts = {"form": form, "seat": seat, "heading": row.label, "button": row.label, "text": row.hint}
    return render(request, "desk/deputy_form.html", facts | {"tone": "bad" if move in GROUNDS else "go"})


urlpatterns = [
    path("deputies/new/", deputy_new, name="deputy_new"),
    path("deputies/<int:pk>/edit/", deputy_edit, name="deputy_edit"),
    path("deputies/<int:pk>/move/", deputy_move, name="deputy_move"),
    path("deputies/<int:pk>/head/", deputy_head, name="deputy_head"),
    path("deputies/<int:pk>/decide/<slug:move>/", deputy_decide, name="deputy_decide"),
]
