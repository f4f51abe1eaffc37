"""Deputies: the roster, one deputy with seats and history, masked fields and their reveal."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from lianluo.desk.doors import DeskRequest, door
from lianluo.desk.filled import filled
from lianluo.desk.forms.roster import RevealForm
from lianluo.desk.roster_list import Roster, state_badge
from lianluo.kernel.flow import Move
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.people.flow import SEAT, STEP_LABELS
from lianluo.people.models import Account, Person, Seat, SeatStep
from lianluo.people.roles import EndGround, SuspendGround
from lianluo.people.selectors import roster, seats_of, steps_of
from lianluo.people.services import reveal
from lianluo.ui.components.text import date_full
from lianluo.ui.pages import render
from lianluo.ui.parts import MoveButton, MovesPanel, TimelineRow, moves_panel

FIELDS = {"phone": _("手机号码"), "id_number": _("身份证号")}
GROUND_LABELS = dict(SuspendGround.choices) | dict(EndGround.choices)


def found(request: DeskRequest, pk: int) -> Seat:
    """The seat, if it is one of the actor's congress; else 404."""
    seat: Seat = get_object_or_404(roster(request.actor.scope), pk=pk)
    return seat


def history(steps: list[SeatStep]) -> list[TimelineRow]:
    """The steps of seats as a timeline."""
    return [
        TimelineRow(
            at=step.at,
            title=f"{step.by_name} {STEP_LABELS[step.move]}".strip(),
            text="；".join(str(part) for part in (GROUND_LABELS.get(step.ground), step.note) if part),
            tone="bad" if step.move in {"suspend", "end"} else "",
        )
        for step in steps
    ]


def moves_of(actor: Actor, seat: Seat) -> MovesPanel:
    """Correct and move for those who keep the roster; suspend, restore, end from the flow."""

    def address(move: Move) -> str:
        return reverse("desk:deputy_decide", args=[seat.pk, move.name])

    decide = moves_panel(SEAT, actor, seat, address)
    keep = []
    if policy.may_keep_seat(actor, seat):
        keep = [
            MoveButton(label=str(label), url=reverse(name, args=[seat.pk]), icon=icon)
            for label, name, icon in (
                (_("更正资料"), "desk:deputy_edit", "edit"),
                (_("调整代表团"), "desk:deputy_move", "swap"),
            )
            if seat.state != "ended"
        ]
        if seat.state == "active" and seat.delegation_id and not seat.is_head:
            url = reverse("desk:deputy_head", args=[seat.pk])
            keep.append(MoveButton(label=str(_("登记为团长")), url=url, icon="user", post=True))
    shown = decide.closed if policy.may(actor, "keep_roster") else ()
    return MovesPanel([*keep, *decide.open], shown)


OPEN_FACTS = ("gender", "employer")
FACTS = ("gender", "ethnicity", "birth_date", "party", "education", "occupation", "employer")


def person_facts(actor: Actor, person: Person) -> list[tuple[str, object]]:
    """What is kept about the person, without what is empty and what this actor does not see."""
    names = FACTS if policy.sees_facts(actor) else OPEN_FACTS
    shown = {"gender": person.get_gender_display(), "birth_date": date_full(person.birth_date)}
    found = ((Person._meta.get_field(name), shown.get(name, getattr(person, name))) for name in names)
    return [(str(getattr(field, "verbose_name", "")), value) for field, value in found if value]


def masked(actor: Actor, seat: Seat, open_: dict[str, str]) -> list[dict[str, Any]]:
    """Sealed fields that this actor sees at all: masked, with the address that reveals, or just revealed."""
    return [
        {
            "label": label,
            "kind": "phone" if name == "phone" else "id",
            "value": getattr(seat.person, name),
            "open": open_.get(name, ""),
            "url": reverse("desk:deputy_reveal", args=[seat.pk, name])
            if policy.may_reveal(actor, seat, name)
            else "",
        }
        for name, label in FIELDS.items()
        if policy.sees_masked(actor, name)
    ]


def page(request: DeskRequest, seat: Seat, open_: dict[str, str]) -> HttpResponse:
    """One deputy. `open_` holds fields that were revealed just now."""
    seats = seats_of(seat.person)
    facts = {
        "seat": seat,
        "person": seat.person,
        "badge": state_badge(seat),
        "seats": seats,
        "history": history(steps_of([one for one in seats if one.congress_id == seat.congress_id])),
        "moves": moves_of(request.actor, seat),
        "facts": person_facts(request.actor, seat.person),
        "masked": masked(request.actor, seat, open_),
        "account": Account.objects.filter(person=seat.person).first(),
        "may_open": policy.may(request.actor, "open_account"),
    }
    return render(request, "desk/deputy.html", facts)


@door(policy.may_see_roster)
def deputy(request: DeskRequest, pk: int) -> HttpResponse:
    return page(request, found(request, pk), {})


@door(policy.may_see_roster)
@require_POST
def deputy_reveal(request: DeskRequest, pk: int, field: str) -> HttpResponse:
    """First asks what for; then keeps who looked and why, and shows the whole number on this one page."""
    if field not in FIELDS:
        raise Http404
    seat, at = found(request, pk), timezone.now()
    form = RevealForm(request.POST if "reason" in request.POST else None)
    value = filled(
        form, lambda: reveal(seat, field, reason=form.cleaned_data["reason"], actor=request.actor, at=at)
    )
    if value is not None:
        return page(request, seat, {field: value})
    return render(request, "desk/deputy_reveal.html", {"form": form, "seat": seat, "label": FIELDS[field]})


urlpatterns = [
    path("deputies/", Roster.as_view(), name="deputies"),
    path("deputies/<int:pk>/", deputy, name="deputy"),
    path("deputies/<int:pk>/reveal/<slug:field>/", deputy_reveal, name="deputy_reveal"),
]
