"""Who is told: accounts by role, unit, delegation or seat in one congress, and which roles they hold there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, Value

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

    role_q: Q | None = None
    seat_q: Q | None = None
    ids: frozenset[int] = frozenset()
    sitting: bool = False

    def __or__(self, other: "Recipients") -> "Recipients":
        """`sitting` (deputies in office only) holds only where both sides say so."""
        roles, seats = _either(self.role_q, other.role_q), _either(self.seat_q, other.seat_q)
        return Recipients(roles, seats, self.ids | other.ids, self.sitting and other.sitting)

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


def _either(one: Q | None, other: Q | None) -> Q | None:
    return one | other if one is not None and other is not None else one or other


def _stand_ins(
    to: Recipients, roles: "QuerySet[Role]", congress: Congress, day: date
) -> Iterator[tuple[int, str]]:
    """Who stands in for those meant by their role, or in person: with the role that they stand in for."""
    rows = StandIn.objects.within(congress.scope).filter(
        starts_on__lte=day, ends_on__gte=day, ended_at=None, stand_in__is_active=True
    )
    standing = list(rows.values_list("stand_in", "absent", "unit", "kind"))
    if not standing:
        return  # almost always, so this costs one small query
    meant = Q(account__in=to.ids) if to.role_q is None else to.role_q | Q(account__in=to.ids)
    absent = roles.filter(meant, account__in=[row[1] for row in standing])
    own = set(absent.values_list("account", "unit", "kind"))
    yield from ((stand_in, kind) for stand_in, *of, kind in standing if (*of, kind) in own)


def resolved(to: Recipients, congress: Congress, day: date) -> dict[int, set[str]]:
    """The accounts meant by `to`, and those who stand in for them, each with every role that it holds in `congress` on
    `day`."""
    roles = Role.objects.within(congress.scope).filter(in_force(day), account__is_active=True)
    over = Q(term__ends_on__lt=day)
    kept = Seat.objects.within(congress.scope).filter(
        in_force(day) | over, state=SeatState.ACTIVE, person__account__is_active=True
    )
    seats = kept.exclude(over) if to.sitting else kept
    found: dict[int, set[str]] = {account_id: set() for account_id in to.ids}
    if to.role_q is not None:
        found |= {pk: set() for pk in roles.filter(to.role_q).values_list("account", flat=True)}
    if to.seat_q is not None:
        found |= {pk: set() for pk in seats.filter(to.seat_q).values_list("person__account", flat=True)}
    for account_id, kind in _stand_ins(to, roles, congress, day):
        found.setdefault(account_id, set()).add(kind)
    if not found:
        return {}
    held = roles.filter(account__in=found).values_list("account", "kind")
    sit = seats.filter(person__account__in=found).values_list("person__account", Value(DEPUTY))
    for account_id, kind in held.union(sit):
        found[account_id].add(kind)
    return found
