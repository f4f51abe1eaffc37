"""Who acts in the demo's cases."""

from lianluo.congress.models import Unit
from lianluo.people.actor import Actor, RoleRef, SeatRef
from lianluo.people.models import Seat
from lianluo.people.roles import RoleKind
from lianluo.site.demo.province import DemoPlace
from lianluo.suggestions.models import Handling


def deputy(seat: Seat, place: DemoPlace) -> Actor:
    """The deputy who sits in `seat`, acting."""
    ref = SeatRef(seat.pk, seat.delegation_id, seat.term_id)
    return Actor(0, seat.person.name, place.congress, person_id=seat.person_id, seats=(ref,))


def unit_people(handling: Handling, place: DemoPlace) -> Actor:
    """Whoever writes, reviews and signs in the unit of `handling`."""
    kinds = (RoleKind.UNIT_HANDLER, RoleKind.UNIT_REVIEWER, RoleKind.UNIT_SIGNER)
    roles = tuple(RoleRef(kind, handling.unit_id) for kind in kinds)
    name = f"{handling.unit.short_name}经办人"
    return Actor(0, name, place.congress, roles=roles, title=handling.unit.short_name)


def office_of(handling: Handling, place: DemoPlace) -> Actor:
    """The office through which the unit of `handling` is reached."""
    office = handling.unit.dispatched_by
    assert office is not None  # such units alone wait for an office
    role = RoleRef(RoleKind.DISPATCHER, office.pk)
    return Actor(0, f"{office}经办人", place.congress, roles=(role,), title=str(office))


def committee_of(unit: Unit, place: DemoPlace) -> Actor:
    """Whoever speaks for a committee."""
    role = RoleRef(RoleKind.COMMITTEE, unit.pk)
    return Actor(0, f"{unit}工作人员", place.congress, roles=(role,), title=str(unit))


def office_head(place: DemoPlace) -> Actor:
    """Whoever leads the deputies' body."""
    role = RoleRef(RoleKind.LIAISON_LEAD)
    return Actor(0, "代表工作机构负责人", place.congress, roles=(role,))


def delegation_staff(seat: Seat, place: DemoPlace) -> Actor:
    role = RoleRef(RoleKind.DELEGATION_STAFF, delegation_id=seat.delegation_id)
    return Actor(0, f"{seat.delegation}工作人员", place.congress, roles=(role,), title=str(seat.delegation))


def motions_group(place: DemoPlace) -> Actor:
    """大会议案组, the second gate while the congress meets."""
    return Actor(0, "大会议案组工作人员", place.congress, roles=(RoleRef(RoleKind.SESSION_STAFF),))
