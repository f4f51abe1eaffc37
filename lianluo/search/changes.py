"""Telling the index that records changed. Nothing of this outlives a rollback: it is a row in the same transaction."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from lianluo.search.models import SearchChange
from lianluo.search.registry import SEARCHABLES
from lianluo.trail.follow import follow
from lianluo.trail.models import Case, Event

KEPT = timedelta(days=3)
"""How long changes wait for a node that is down. A node that was away longer builds its index anew."""


def changed(room: str, ids: Iterable[int], *, at: datetime) -> None:
    """Records of `room` were written, moved or deleted: the index reads them again."""
    SEARCHABLES[room]
    SearchChange.objects.bulk_create(SearchChange(room=room, object_id=pk, at=at) for pk in sorted(set(ids)))


@follow
def step_changed(event: Event, case: Case) -> None:
    """Every step of a case changes the records that show it."""
    for searchable in SEARCHABLES:
        if ids_of := searchable.changes.get(event.case_type):
            changed(searchable.room, ids_of(case), at=event.at)


def forget(*, before: datetime) -> int:
    """Drop changes that every node has had time to read."""
    return SearchChange.objects.filter(at__lt=before).delete()[0]
