"""Who acts while a table is loaded: the one who loads it, in turn for each party that acted then, and named as that."""

from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor, RoleRef, SeatRef
from lianluo.people.models import Seat
from lianluo.people.roles import RoleKind
from lianluo.suggestions.models import Handling, Suggestion

UNIT_HATS = (RoleKind.UNIT_HANDLER, RoleKind.UNIT_REVIEWER, RoleKind.UNIT_SIGNER, RoleKind.UNIT_ADMIN)


class Hats:
    """The history names the person at the keyboard, and in the place of the role that it was loaded from a file."""

    def __init__(self, actor: Actor, file: str) -> None:
        self.actor = actor
        self.title = str(Sentence(str(_("按“{file}”导入")), file=file))

    def _hat(
        self, *, seats: tuple[SeatRef, ...] = (), roles: tuple[RoleRef, ...] = (), person: int | None = None
    ) -> Actor:
        return Actor(
            self.actor.account_id, self.actor.name, self.actor.congress, person_id=person, seats=seats, roles=roles,
            title=self.title,
        )  # fmt: skip

    def deputy(self, seat: Seat) -> Actor:
        return self._hat(seats=(SeatRef(seat.pk, seat.delegation_id, seat.term_id),), person=seat.person_id)

    def delegation(self, suggestion: Suggestion) -> Actor:
        return self._hat(roles=(RoleRef(RoleKind.DELEGATION_STAFF, delegation_id=suggestion.delegation_id),))

    def clerk(self) -> Actor:
        return self._hat(roles=(RoleRef(RoleKind.LIAISON),))

    def office(self, handling: Handling) -> Actor:
        return self._hat(roles=(RoleRef(RoleKind.DISPATCHER, handling.unit.dispatched_by_id),))

    def unit(self, handling: Handling) -> Actor:
        return self._hat(roles=tuple(RoleRef(kind, handling.unit_id) for kind in UNIT_HATS))
