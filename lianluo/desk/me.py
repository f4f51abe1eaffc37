"""My own account: what is kept about me, where I may work, how I sign in, which devices are signed in."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.desk.accounts import history
from lianluo.desk.agents import device_name, is_phone
from lianluo.desk.doors import DeskRequest
from lianluo.people.absences import may_use_stand_ins
from lianluo.people.gates import factor_missing
from lianluo.people.sealed import mask_id
from lianluo.people.selectors import account_log, seats_of
from lianluo.people.services import end_own_sessions
from lianluo.people.standing import standing
from lianluo.ui.pages import done, render, warn


@dataclass(frozen=True, slots=True)
class Device:
    """One signed-in device."""

    key: str
    name: str
    icon: str
    ip: str
    since: datetime
    current: bool


def devices(request: HttpRequest) -> list[Device]:
    """My sessions that are still good, this one first."""
    rows = UserSession.objects.purge_and_list(request.user)
    found = [
        Device(
            key=row.session_key,
            name=device_name(row.user_agent),
            icon="device" if is_phone(row.user_agent) else "desktop",
            ip=row.ip,
            since=row.created_at,
            current=row.session_key == request.session.session_key,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (not one.current, -one.since.timestamp()))


@login_required
def me(request: DeskRequest) -> HttpResponse:
    """What is kept about me. My own number stays masked too: screens are seen by others."""
    account, at = request.user, timezone.now()
    person = account.person
    facts = {
        "account": account,
        "person": person,
        "id_number": mask_id(person.id_number) if person else "",
        "held": standing(account, at).roles,
        "seats": seats_of(person) if person else [],
        "factor": Authenticator.objects.filter(user_id=account.pk).exists(),
        "factor_missing": factor_missing(request),
        "may_name": bool(request.actor and may_use_stand_ins(request.actor)),
    }
    return render(request, "desk/me.html", facts)


@login_required
def sessions(request: DeskRequest) -> HttpResponse:
    """Where I am signed in, and what happened to my account lately."""
    shown = devices(request)
    facts = {
        "devices": shown,
        "others": sum(1 for one in shown if not one.current),
        "history": history(account_log(request.user, most=20)),
    }
    return render(request, "desk/sessions.html", facts)


@login_required
@require_POST
@reauthentication_required(app="desk")  # type: ignore[untyped-decorator]
def session_end(request: DeskRequest) -> HttpResponse:
    """End one device (`key`), or all others, with the password asked again. The one in use is ended by signing out."""
    mine = [one.key for one in devices(request) if not one.current]
    wanted = request.POST.get("key")
    keys = [key for key in mine if wanted in (key, "others")]
    if not keys:
        warn(request, _("这台设备已经退出了。"))
        return redirect("desk:sessions")
    ended = end_own_sessions(request.user, keys, at=timezone.now())
    done(request, _("已退出 {n} 台设备。").format(n=ended))
    return redirect("desk:sessions")


urlpatterns = [
    path("me/", me, name="me"),
    path("me/devices/", sessions, name="sessions"),
    path("me/devices/end/", session_end, name="session_end"),
]
