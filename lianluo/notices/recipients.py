"""Who is told: accounts by role, unit, delegation or seat in one congress, and which roles they hold there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from lianluo.congress.models import Congress
from lianluo.notices.events import DEPUTY
from lianluo.people.actor import in_force
from lianluo.people.models import Role, Seat, StandIn
from lianluo.people.roles import SeatState


@dataclass(frozen=True, slots=True)
class Recipients:
    """A description of people, read when it is told. Joined with `|`.

    `Recipients.unit(5, RoleKind.UNIT_ADMIN) | Recipients.roles(RoleKind.LIAISON)`
    """

    role_q: Q = field(default_factory=lambda: Q(pk__in=[]))
    seat_q: Q = field(default_factory=lambda: Q(pk__in=[]))
    ids: frozenset[int] = frozenset()
    sitting: bool = False

    def __or__(self, other: "Recipients") -> "Recipients":
        """`sitting` (deputies in office only) holds only where both sides say so."""
        parts = self.role_q | other.role_q, self.seat_q | other.seat_q, self.ids | other.ids
        return Recipients(*parts, self.sitting and other.sitting)

    @classmethod
    def accounts(cls, ids: Iterable[int]) -> "Recipients":
        return cls(ids=frozenset(ids))

    @classmethod
    def roles(cls, *kinds: str) -> "Recipients":
        """Whoever holds one of these roles in the congress."""
        return cls(role_q=Q(kind__in=kinds))

    @classmethod
    def unit(cls, unit_id: int, *kinds: str) -> "Recipients":
        """Whoever holds one of `kinds` (any role when none is named) for the unit."""
        return cls(role_q=Q(unit_id=unit_id, kind__in=kinds) if kinds else Q(unit_id=unit_id))

    @classmethod
    def delegation(cls, delegation_id: int) -> "Recipients":
        """The staff of a delegation."""
        return cls(role_q=Q(delegation_id=delegation_id))

    @classmethod
    def seats(cls, *seat_ids: int) -> "Recipients":
        """The deputies on these seats, as far as they have an account; also when their term is over."""
        return cls(seat_q=Q(pk__in=seat_ids))

    @classmethod
    def deputies(cls) -> "Recipients":
        """Every deputy of the congress who is in office."""
        return cls(seat_q=Q(state=SeatState.ACTIVE), sitting=True)


def _stand_ins(
    to: Recipients, roles: "QuerySet[Role]", congress: Congress, day: date
) -> Iterable[tuple[int, str]]:
    """Who stands in for those meant by their role, or in person: with the role that they stand in for. One query."""
    own = roles.filter(to.role_q | Q(account__in=to.ids), account=OuterRef("absent"), unit=OuterRef("unit"))
    rows = StandIn.objects.within(congress.scope).filter(
        Exists(own.filter(kind=OuterRef("kind"))), starts_on__lte=day, ends_on__gte=day, ended_at=None,
        stand_in__is_active=True,
    )  # fmt: skip
    return rows.values_list("stand_in", "kind")


def resolved(to: Recipients, congress: Congress, day: date) -> dict[int, set[str]]:
    """The accounts meant by `to`, and those who stand in for them, each with every role that it holds in `congress` on
    `day`."""
    roles = Role.objects.within(congress.scope).filter(in_force(day), account__is_active=True)
    over = Q(term__ends_on__lt=day)
    kept = Seat.objects.within(congress.scope).filter(
        in_force(day) | over, state=SeatState.ACTIVE, person__account__is_active=True
    )
    seats = kept.exclude(over) if to.sitting else kept
    wanted = (
        set(to.ids)
        | set(roles.filter(to.role_q).values_list("account", flat=True))
        | set(seats.filter(to.seat_q).values_list("person__account", flat=True))
    )
    found: dict[int, set[str]] = {account_id: set() for account_id in wanted}
    for account_id, kind in _stand_ins(to, roles, congress, day):
        found.setdefault(account_id, set()).add(kind)
    wanted = set(found)
    for account_id, kind in roles.filter(account__in=wanted).values_list("account", "kind"):
        found[account_id].add(kind)
    for account_id in seats.filter(person__account__in=wanted).values_list("person__account", flat=True):
        found[account_id].add(DEPUTY)
    return found
