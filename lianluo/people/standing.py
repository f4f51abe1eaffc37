"""What an account holds, as the policies look at it: roles not yet over, live seats, congresses it belongs to."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import Q
from django.utils import timezone

from lianluo.people.models import Account, Role, Seat
from lianluo.people.roles import SeatState


@dataclass(frozen=True)
class Standing:
    """An account seen by an administrator. Read afresh for every decision."""

    account: Account
    roles: tuple[Role, ...]
    seats: tuple[Seat, ...]

    @property
    def pk(self) -> int:
        return int(self.account.pk)

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset(role.kind for role in self.roles)

    @property
    def unit_ids(self) -> frozenset[int]:
        return frozenset(role.unit_id for role in self.roles if role.unit_id)

    @property
    def has_seat(self) -> bool:
        return bool(self.seats)

    @property
    def reach(self) -> frozenset[str]:
        """Paths of the congresses that opened the account or in which it holds something."""
        held = {role.congress.path for role in self.roles} | {seat.congress.path for seat in self.seats}
        return frozenset(held | ({self.account.home.path} if self.account.home else set()))


def not_over(day: date) -> Q:
    """Rows that are in force on `day` or begin later."""
    return Q(ends_on=None) | Q(ends_on__gte=day)


def standing(account: Account, at: datetime) -> Standing:
    """Three queries."""
    day = timezone.localdate(at)
    roles = Role.objects.everywhere("an administrator must see all that an account holds").filter(
        not_over(day), account=account
    )
    seats = Seat.objects.everywhere("an administrator must see all that an account holds").filter(
        not_over(day), ~Q(state=SeatState.ENDED), person=account.person_id or 0
    )
    return Standing(
        account,
        tuple(roles.select_related("congress", "unit", "delegation")),
        tuple(seats.select_related("congress", "term", "delegation")),
    )
