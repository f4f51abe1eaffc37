"""What a person reads: the own notices of all congresses in which the account works."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from lianluo.notices.events import EVENTS
from lianluo.notices.models import Delivery, Notice
from lianluo.notices.sight import seen
from lianluo.people.actor import Actor

OWN = "a person's own notices, whichever congress they come from"


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as it is shown. A case that the reader may no longer see is not named."""

    notice: Notice
    label: str
    hidden: bool


def of(account_id: int) -> "QuerySet[Any]":
    """All notices of an account that belong on the site, newest first."""
    return Notice.objects.everywhere(OWN).filter(account=account_id, shown=True)


def unread_count(account_id: int) -> int:
    """How many are unread: one small index answers."""
    return of(account_id).filter(read_at=None).count()


def lines(notices: Sequence[Notice], actor: Actor) -> list[Line]:
    """`notices` for the eyes of `actor`. Cases of other congresses are judged when one works there."""
    here = [n for n in notices if n.case_type and n.congress_id == actor.congress.pk]
    visible = seen(actor, {(n.case_type, n.case_id) for n in here if n.case_id is not None})
    hidden = {n.pk for n in here if (n.case_type, n.case_id) not in visible}
    return [Line(n, label_of(n.key), n.pk in hidden) for n in notices]


def label_of(key: str) -> str:
    kind = EVENTS.get(key)
    return str(kind.label) if kind else ""


def mark_read(account_id: int, *, at: datetime, ids: Iterable[int] | None = None) -> int:
    """Mark those of `ids` (all when None) that are unread. Returns how many."""
    rows = of(account_id).filter(read_at=None)
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    return int(rows.update(read_at=at))


def log(actor: Actor) -> "QuerySet[Any]":
    """Every delivery of the actor's congress, newest first: for the administration."""
    return Delivery.objects.within(actor.scope).select_related("notice__account").order_by("-pk")
