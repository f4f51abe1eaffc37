"""Who acts: a frozen value built once per request from seats and roles, so a change holds at the next click."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from lianluo.congress.models import Congress
from lianluo.kernel.prepared import Prepared
from lianluo.kernel.scoping import Scope
from lianluo.people.models import Account, Role, Seat, StandIn
from lianluo.people.roles import UNIT_ROLES, RoleKind, SeatState


@dataclass(frozen=True, slots=True)
class SeatRef:
    """A live seat of the actor in the current congress."""

    id: int
    delegation_id: int | None
    term_id: int


@dataclass(frozen=True, slots=True)
class RoleRef:
    kind: str
    unit_id: int | None = None
    delegation_id: int | None = None
    title: str = ""
    for_id: int | None = None
    for_name: str = ""
    """Whose role it is, when the actor only stands in for an absent colleague."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An account at work in one congress. `roles` and `seats` are those in force there today.

    `former_seats` ended with their term and not before: they give no right of a deputy, but what was begun on them is
    still answered to its proposer.
    """

    account_id: int
    name: str
    congress: Congress
    person_id: int | None = None
    seats: tuple[SeatRef, ...] = ()
    roles: tuple[RoleRef, ...] = ()
    title: str = field(default="", compare=False)
    former_seats: tuple[SeatRef, ...] = ()

    def has(self, *kinds: str) -> bool:
        """Does the actor hold one of these roles?"""
        return any(role.kind in kinds for role in self.roles)

    def units(self, *kinds: str) -> frozenset[int]:
        """The units for which the actor holds one of `kinds` (any unit role when none is named)."""
        wanted = kinds or tuple(UNIT_ROLES)
        return frozenset(r.unit_id for r in self.roles if r.kind in wanted and r.unit_id)

    @property
    def stands_in_for(self) -> frozenset[int]:
        """The accounts for whom the actor stands in today."""
        return frozenset(role.for_id for role in self.roles if role.for_id)

    def in_place_of(self, may: "Callable[[Actor], object]") -> str:
        """The absent colleague by whose role alone the actor may do what `may` asks; "" when it is the own role."""
        acting = self.acting_for(may)
        return acting.name.removeprefix(self.name) if acting.name != self.name else ""

    def acting_for(self, may: "Callable[[Actor], object]") -> "Actor":
        """The actor as it stands in the history: in the own name where the own roles suffice for what `may` asks,
        else 「X（代Y）」 of the one colleague whose role is needed."""
        if not self.stands_in_for or (self.name.endswith("）") and "（代" in self.name):
            return self
        own = tuple(role for role in self.roles if not role.for_id)
        if may(replace(self, roles=own)):
            return self
        for borrowed in self.roles:
            if borrowed.for_id and may(replace(self, roles=(*own, borrowed))):
                return replace(self, name=f"{self.name}（代{borrowed.for_name}）", title=borrowed.title)
        return self

    @property
    def seat_ids(self) -> frozenset[int]:
        return frozenset(seat.id for seat in self.seats)

    @property
    def own_seat_ids(self) -> frozenset[int]:
        """Live seats and those of terms that are over: for what the deputy has proposed, never for anything new."""
        return self.seat_ids | {seat.id for seat in self.former_seats}

    @property
    def was_deputy(self) -> bool:
        """Held a seat until its term was over, and holds none now."""
        return bool(self.former_seats) and not self.seats

    @property
    def delegation_ids(self) -> frozenset[int]:
        """The delegations that the actor serves as staff."""
        return frozenset(
            r.delegation_id for r in self.roles if r.kind == RoleKind.DELEGATION_STAFF and r.delegation_id
        )

    @property
    def is_deputy(self) -> bool:
        return bool(self.seats)

    @property
    def is_liaison(self) -> bool:
        """Of the deputies' body of this congress."""
        return self.has(RoleKind.LIAISON, RoleKind.LIAISON_LEAD)

    @property
    def scope(self) -> Scope:
        """What an actor works on is the own congress; looking below is asked for by name."""
        return self.congress.scope

    @property
    def role_label(self) -> str:
        """In which capacity: shown in the frame and kept in every event."""
        kinds = [str(RoleKind(role.kind).label) for role in self.roles[:1]]
        return self.title or (
            kinds[0] if kinds else "代表" if self.seats else "上届代表" if self.former_seats else ""
        )


def in_force(day: date) -> Q:
    """Rows whose `starts_on`–`ends_on` include `day`."""
    return Q(starts_on__lte=day) & (Q(ends_on=None) | Q(ends_on__gte=day))


@dataclass(frozen=True, slots=True)
class Holdings:
    """All roles and live seats of an account on one day, in every congress."""

    account: Account
    roles: tuple[Role, ...]
    seats: tuple[Seat, ...]
    former: tuple[Seat, ...] = ()

    @property
    def places(self) -> list[Congress]:
        """The congresses in which something is held, upper levels first."""
        found = {role.congress_id: role.congress for role in self.roles}
        found |= {seat.congress_id: seat.congress for seat in (*self.seats, *self.former)}
        return sorted(found.values(), key=lambda congress: congress.path)

    def actor(self, congress: Congress) -> Actor:
        """The actor in `congress`; without seat or role there it may do nothing."""
        roles = [role for role in self.roles if role.congress_id == congress.pk]
        own = [role for role in roles if role.account_id == self.account.pk]
        return Actor(
            account_id=self.account.pk,
            name=self.account.display_name,
            congress=congress,
            person_id=self.account.person_id,
            seats=_seat_refs(self.seats, congress),
            former_seats=_seat_refs(self.former, congress),
            roles=(*_refs(own), *_borrowed(roles, own, self.account)),
            title=_title(own),
        )


def holdings(account: Account, day: date) -> Holdings:
    """Two queries, one for an account without a person."""
    live: list[Seat] = []
    former: list[Seat] = []
    if account.person_id:
        for seat in _seats(person=account.person_id, day=day):
            if seat.is_over(day):
                former.append(seat)
            elif seat.ends_on is None or seat.ends_on >= day:
                live.append(seat)
    return Holdings(account, tuple(_roles(account=account.pk, day=day)), tuple(live), tuple(former))


def _seats_of(person: int, day: date) -> QuerySet[Seat]:
    rows: QuerySet[Seat] = Seat.objects.everywhere("an account's own seats")
    own = rows.filter(person=person, state=SeatState.ACTIVE, starts_on__lte=day)
    return own.select_related("congress", "term")


def _roles_of(account: int, day: date) -> QuerySet[Role]:
    rows: QuerySet[Role] = Role.objects.everywhere("an account's own roles")
    return rows.filter(pk__in=_role_ids(account, day)).select_related("congress", "unit", "account")


def _seat_refs(seats: tuple[Seat, ...], congress: Congress) -> tuple[SeatRef, ...]:
    """Those of one congress, as the actor carries them."""
    return tuple(
        SeatRef(seat.pk, seat.delegation_id, seat.term_id)
        for seat in seats
        if seat.congress_id == congress.pk
    )


def _role_ids(account: int, day: date) -> QuerySet[Any, Any]:
    """The own roles, and those of absent colleagues for whom the account stands in on that day."""
    own = Role.objects.everywhere("an account's own roles").filter(in_force(day), account=account)
    named = StandIn.objects.everywhere("for whom an account stands in").filter(
        stand_in=account,
        starts_on__lte=day,
        ends_on__gte=day,
        ended_at=None,
        absent=OuterRef("account"),
        unit=OuterRef("unit"),
        kind=OuterRef("kind"),
    )
    theirs = Role.objects.everywhere("roles of colleagues for whom an account stands in")
    theirs = theirs.filter(Exists(named), in_force(day), account__is_active=True)
    return own.values("pk").union(theirs.values("pk"), all=True)


_seats, _roles = Prepared(_seats_of, person=int, day=date), Prepared(_roles_of, account=int, day=date)
"""Asked at every request."""


def _refs(roles: list[Role]) -> list[RoleRef]:
    return [RoleRef(r.kind, r.unit_id, r.delegation_id, r.title) for r in roles]


def _borrowed(roles: list[Role], own: list[Role], account: Account) -> list[RoleRef]:
    """Roles of colleagues, as long as the account itself still works in the unit."""
    at_home = {role.unit_id for role in own}
    return [
        RoleRef(r.kind, r.unit_id, None, _title([r]), r.account_id, r.account.display_name)
        for r in roles
        if r.account_id != account.pk and r.unit_id in at_home
    ]


def workplaces(account: Account, day: date) -> list[Congress]:
    """The congresses in which `account` holds a seat or a role on `day`, upper levels first."""
    return holdings(account, day).places


def actor_for(account: Account, congress: Congress, day: date) -> Actor:
    """The actor that `account` is in `congress` on `day`; without seat or role there it may do nothing."""
    return holdings(account, day).actor(congress)


def _title(roles: list[Role]) -> str:
    if not roles:
        return ""
    first = roles[0]
    place = str(first.unit) if first.unit else ""
    return " · ".join(part for part in (place, first.title or str(first)) if part)
