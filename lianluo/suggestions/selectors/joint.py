"""Who was asked to sign and what they answered; who may still be asked; what changed since one signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lianluo.people.actor import Actor, in_force
from lianluo.people.models import Seat
from lianluo.people.roles import SeatState
from lianluo.people.selectors import roster
from lianluo.suggestions.models import CoSignature, Revision, Suggestion
from lianluo.suggestions.selectors.revisions import Comparison, compare
from lianluo.suggestions.states import SignatureState


@dataclass(frozen=True, slots=True)
class Name:
    """One deputy beside the lead: how the answer stands and since when."""

    seat: Seat
    standing: SignatureState
    at: datetime
    note: str

    @property
    def is_open(self) -> bool:
        return self.standing == SignatureState.INVITED


ORDER = list(SignatureState)


def names(suggestion: Suggestion) -> list[Name]:
    """Everybody who was asked or asked to join; who has not answered first. One query."""
    rows = suggestion.signatures.select_related("seat__person", "seat__delegation")
    found = [_name(row) for row in rows]
    return sorted(found, key=lambda one: (ORDER.index(one.standing), one.at))


def _name(row: CoSignature) -> Name:
    state = SignatureState.of(row.confirmed_at, row.declined_at, row.withdrawn_at, row.asked_at)
    times = (row.withdrawn_at, row.declined_at, row.confirmed_at, row.asked_at)
    at = next((one for one in times if one), row.invited_at)
    return Name(row.seat, state, at, row.note)


@dataclass(frozen=True)
class Invitable:
    """Deputies in office who have not been asked, and the delegations and groups in which they sit."""

    seats: Sequence[Seat]
    delegations: Sequence[tuple[str, str]]
    groups: Sequence[tuple[str, str]]


def invitable(suggestion: Suggestion, on: date) -> Invitable:
    """One query; who declined or left may be asked again."""
    rows = roster(suggestion.congress.scope).filter(in_force(on), state=SeatState.ACTIVE)
    rows = rows.exclude(pk__in=[*suggestion.signer_ids, *suggestion.invited_ids])
    seats = list(rows.order_by("delegation__order", "person__pinyin", "pk"))
    delegations = {str(seat.delegation_id): str(seat.delegation) for seat in seats if seat.delegation}
    groups = {str(seat.group_id): str(seat.group) for seat in seats if seat.group}
    return Invitable(seats, list(delegations.items()), list(groups.items()))


def since_signed(suggestion: Suggestion, actor: Actor) -> Comparison | None:
    """What the lead changed since the actor last confirmed, side by side; None when it was never confirmed."""
    kept = suggestion.signatures.filter(seat__in=actor.seat_ids).exclude(read={}).first()
    if kept is None or kept.edition == suggestion.edition:
        return None
    old = Revision(number=0, at=kept.invited_at, **kept.read)
    now = Revision(number=0, at=suggestion.saved_at, **_text(suggestion))
    return compare(old, now)


def _text(suggestion: Suggestion) -> dict[str, str]:
    return {name: getattr(suggestion, name) for name in ("title", "situation", "proposals")}
