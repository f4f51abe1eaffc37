"""What pickers ask while somebody types: [{value, label, note}], best matches first. Only of the own congress."""

from django.http import JsonResponse
from django.urls import path
from django.utils import timezone

from lianluo.congress.find import find_units
from lianluo.desk.accounts import may_see
from lianluo.desk.doors import DeskRequest, door
from lianluo.kernel.verdict import YES, Verdict
from lianluo.people import policy
from lianluo.people.selectors import find_accounts, find_deputies


def anybody(actor: object, congress: object) -> Verdict:
    """Names of units are public."""
    return YES


def _asked(request: DeskRequest) -> str:
    return request.GET.get("q", "").strip()[:40]


@door(anybody)
def pick_units(request: DeskRequest) -> JsonResponse:
    found = find_units(request.actor.scope, _asked(request), on=timezone.localdate())
    rows = [{"value": u.pk, "label": str(u), "note": u.name if u.name != str(u) else ""} for u in found]
    return JsonResponse(rows, safe=False)


@door(policy.may_see_roster)
def pick_deputies(request: DeskRequest) -> JsonResponse:
    """Deputies in office; the value is the seat."""
    found = find_deputies(request.actor.scope, _asked(request), on=timezone.localdate())
    rows = [
        {
            "value": seat.pk,
            "label": seat.person.name,
            "note": " · ".join(str(part) for part in (seat.delegation, seat.card_number) if part),
        }
        for seat in found
    ]
    return JsonResponse(rows, safe=False)


@door(may_see)
def pick_accounts(request: DeskRequest) -> JsonResponse:
    found = find_accounts(request.actor, _asked(request))
    rows = [{"value": a.pk, "label": a.display_name, "note": a.username} for a in found]
    return JsonResponse(rows, safe=False)


urlpatterns = [
    path("pick/units/", pick_units, name="pick_units"),
    path("pick/deputies/", pick_deputies, name="pick_deputies"),
    path("pick/accounts/", pick_accounts, name="pick_accounts"),
]
