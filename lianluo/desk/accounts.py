"""Accounts: the list, one account with its roles and history, opening and correcting."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.desk.account_list import Accounts, state_of
from lianluo.desk.account_moves import moves_for
from lianluo.desk.agents import device_name
from lianluo.desk.doors import DeskRequest, door
from lianluo.desk.filled import filled
from lianluo.desk.forms.accounts import AccountFacts, NewAccount, RoleFacts
from lianluo.people import policy
from lianluo.people.models import Account, AccountLog, Person, Seat
from lianluo.people.pinyin import spelled
from lianluo.people.sealed import mask_phone
from lianluo.people.selectors import account_log, accounts_seen_by
from lianluo.people.services import Grant, change_account, grant_role, open_account
from lianluo.people.signin.lock import lock_of
from lianluo.people.standing import Standing, standing
from lianluo.ui.pages import done, render
from lianluo.ui.parts import TimelineRow

ONCE = "one_time_password"
BAD = frozenset({"wrong_password", "wrong_code", "locked", "suspended"})


def may_see(actor: Any, congress: Any) -> Any:
    return policy.may(actor, "see_accounts")


def may_open(actor: Any, congress: Any) -> Any:
    return policy.may(actor, "open_account")


def may_change(actor: Any, congress: Any) -> Any:
    return policy.may(actor, "change_account")


def found(request: DeskRequest, pk: int) -> Account:
    """The account, if the actor manages it; else 404."""
    account: Account = get_object_or_404(
        accounts_seen_by(request.actor).select_related("home", "person"), pk=pk
    )
    return account


def history(rows: list[AccountLog]) -> list[TimelineRow]:
    """The account's history as a timeline."""
    return [
        TimelineRow(
            at=row.at,
            title=" ".join(part for part in (row.by_name, row.get_act_display()) if part),
            text=" · ".join(
                part for part in (row.note, row.ip or "", row.agent and device_name(row.agent)) if part
            ),
            tone="bad" if row.act in BAD else "",
        )
        for row in rows
    ]


@door(may_see)
def account(request: DeskRequest, pk: int) -> HttpResponse:
    """Roles, state, what may be done, and what happened."""
    shown, at = found(request, pk), timezone.now()
    held = standing(shown, at)
    lock = lock_of(shown, "", at=at)
    facts = {
        "account": shown,
        "held": [(role, policy.may_end_role(request.actor, role)) for role in held.roles],
        "seats": held.seats,
        "state": state_of(shown, lock.until is not None),
        "lock": lock,
        "moves": moves_for(request.actor, held, locked=lock.until is not None),
        "history": history(account_log(shown)),
        "may_grant": policy.may(request.actor, "grant_role"),
        "once": request.session.pop(ONCE, {}).get(str(pk)),
    }
    return render(request, "desk/account.html", facts | _reach(request, shown, held))


def _reach(request: DeskRequest, shown: Account, held: Standing) -> dict[str, Any]:
    """Phone masked; devices only for those who may see them."""
    phone = shown.phone or (shown.person.phone if shown.person else "")
    return {
        "phone": mask_phone(phone),
        "factor": Authenticator.objects.filter(user_id=shown.pk).exists(),
        "devices": UserSession.objects.filter(user_id=shown.pk).count()
        if policy.may_see_sessions(request.actor, held)
        else None,
    }


def shown_once(request: DeskRequest, account: Account, password: str) -> None:
    """Keep a one-time password for the very next page only."""
    request.session[ONCE] = {str(account.pk): password}


@door(may_open)
def account_new(request: DeskRequest) -> HttpResponse:
    """Open an account: for a deputy of the roster (`?seat=`), or for staff; a unit's administrator gives a role at
    once, because an account without a role would belong to nobody."""
    at, person = timezone.now(), _person(request)
    form = NewAccount(request.POST or None, initial=_suggested(person))
    role = _first_role(request)
    if (role is None or not request.POST or role.is_valid()) and (
        made := filled(form, lambda: _open(request, form, role, person, at))
    ):
        shown_once(request, made[0], made[1])
        done(request, _("已为{name}开通账号。").format(name=made[0].display_name))
        return redirect("desk:account", made[0].pk)
    facts = {"form": form, "role": role, "person": person, "heading": _("新开账号"), "button": _("开通账号")}
    return render(request, "desk/account_form.html", facts)


def _open(
    request: DeskRequest, form: NewAccount, role: RoleFacts | None, person: Person | None, at: Any
) -> Any:
    from django.db import transaction

    with transaction.atomic():
        made = open_account(actor=request.actor, at=at, person=person, **form.cleaned_data)
        if role:
            grant_role(made[0], Grant(**role.cleaned_data), actor=request.actor, at=at)
    return made


def _first_role(request: DeskRequest) -> RoleFacts | None:
    if not policy.only_unit_admin(request.actor, "open_account"):
        return None
    place, today = request.actor.congress, timezone.localdate()
    return RoleFacts(request.POST or None, place=place, actor=request.actor, today=today)


def _person(request: DeskRequest) -> Person | None:
    wanted = request.GET.get("seat", "")
    if not wanted.isdigit() or policy.only_unit_admin(request.actor, "open_account"):
        return None
    seats = Seat.objects.within(request.actor.scope).select_related("person")
    seat: Seat = get_object_or_404(seats, pk=int(wanted))
    return seat.person


def _suggested(person: Person | None) -> dict[str, str]:
    return {"display_name": person.name, "username": spelled(person.name)[0]} if person else {}


@door(may_change)
def account_edit(request: DeskRequest, pk: int) -> HttpResponse:
    shown, at = found(request, pk), timezone.now()
    initial = {name: getattr(shown, name) for name in AccountFacts.base_fields}
    form = AccountFacts(request.POST or None, initial=initial)
    act = lambda: change_account(shown, actor=request.actor, at=at, **form.cleaned_data) or True  # noqa: E731
    if filled(form, act):
        done(request, _("{name}的资料已更新。").format(name=shown.display_name))
        return redirect("desk:account", pk)
    facts = {"form": form, "account": shown, "heading": _("修改资料"), "button": _("保存")}
    return render(request, "desk/account_form.html", facts)


def url_of(account: Account) -> str:
    return reverse("desk:account", args=[account.pk])


urlpatterns = [
    path("admin/accounts/", Accounts.as_view(), name="accounts"),
    path("admin/accounts/new/", account_new, name="account_new"),
    path("admin/accounts/<int:pk>/", account, name="account"),
    path("admin/accounts/<int:pk>/edit/", account_edit, name="account_edit"),
]
