"""The first three accounts of an installation that starts without demo data.

GB/T 22239-2019 asks for three administrators with separate powers; whoever founds an installation therefore gets
three accounts, none of which can do the work of another, and none of which is above them.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lianluo.congress.models import Congress
from lianluo.people.history import record
from lianluo.people.models import Account, Role
from lianluo.people.roles import AccountAct, RoleKind
from lianluo.people.services.accounts import one_time_password

FIRST = {
    "xitong": RoleKind.SYSTEM_ADMIN,
    "anquan": RoleKind.SECURITY_ADMIN,
    "shenji": RoleKind.AUDITOR,
}


class AlreadyFounded(Exception):
    """There are accounts already; from then on accounts are opened by the administrators."""


@transaction.atomic
def found(code: str, *, at: datetime) -> dict[str, str]:
    """Switch the congress `code` on and open its three administrators. Gives user name -> one-time password."""
    if Account.objects.exists():
        raise AlreadyFounded
    congress = congress_of(code)
    congress.active = True
    congress.save(update_fields=["active"])
    return {username: _open(username, kind, congress, at) for username, kind in FIRST.items()}


def congress_of(code: str) -> Congress:
    """The congress of the division that has this code today. Raises `Congress.DoesNotExist`."""
    rows = Congress.objects.everywhere("an installation is founded before anybody has a scope")
    found: Congress = rows.get(region__code=code, region__valid_to=None)
    return found


def _open(username: str, kind: RoleKind, congress: Congress, at: datetime) -> str:
    password = one_time_password()
    account = Account.objects.create_user(
        username, password, display_name=str(kind.label), home=congress, must_change_password=True
    )
    record(account, AccountAct.OPENED, at=at, note=username)
    Role.objects.create(congress=congress, account=account, kind=kind, starts_on=timezone.localdate(at))
    record(account, AccountAct.ROLE_GRANTED, at=at, note=kind.label)
    return password
