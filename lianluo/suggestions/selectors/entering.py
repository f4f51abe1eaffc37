"""What staff takes in from paper: for whom one may, and what waits for the deputies."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from lianluo.congress.sessions import current_session
from lianluo.people.actor import Actor, in_force
from lianluo.people.models import Seat
from lianluo.people.roles import RoleKind, SeatState
from lianluo.people.selectors import roster
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import SuggestionState


def enterable(actor: Actor, at: datetime) -> list[Seat]:
    """The deputies for whom `actor` may take in a suggestion now: twin of `policy.may_enter`."""
    rows = roster(actor.scope).filter(in_force(timezone.localtime(at).date()), state=SeatState.ACTIVE)
    if not actor.is_liaison:
        if current_session(actor.congress, at) is None:
            return []
        if not actor.has(RoleKind.SESSION_STAFF):
            rows = rows.filter(delegation__in=actor.delegation_ids)
    return list(rows.order_by("delegation__order", "person__pinyin", "pk"))


def entered_by(actor: Actor) -> Any:
    """What one took in and the deputies have not confirmed, or have disowned; the latest first."""
    rows = Suggestion.objects.within(actor.scope).filter(entered_by=actor.account_id, submitted_at=None)
    states = (SuggestionState.ENTERED, SuggestionState.WITHDRAWN)
    return rows.filter(state__in=states).with_people().order_by("-pk")[:20]
