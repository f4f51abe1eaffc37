"""The history of cases, ready to be shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from lianluo.kernel.workdays import WorkCalendar
from lianluo.trail import chain
from lianluo.trail.cases import CASES
from lianluo.trail.models import Case, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStep:
    """One step in words. `spent`: working days since the step before in the same case (None for its first).

    `tone`: "now" for the latest step, "bad" for an adverse one, "sys" for one that nobody made by hand.
    """

    at: datetime
    label: str
    who: str
    role: str
    words: Sequence[str]
    spent: int | None
    tone: str
    event: Event


def timeline(*cases: Case, calendar: WorkCalendar) -> list[TimelineStep]:
    """All steps of `cases` (a suggestion with its handlings, say) as one story, oldest first; one query."""
    events = events_of(*cases)
    seen: dict[tuple[str, int], datetime] = {}
    steps = []
    for place, event in enumerate(events, 1):
        before = seen.get((event.case_type, event.case_id))
        seen[event.case_type, event.case_id] = event.at
        spent = None if before is None else calendar.workdays_between(_day(before), _day(event.at))
        steps.append(step(event, spent=spent, latest=place == len(events)))
    return steps


def step(event: Event, *, spent: int | None = None, latest: bool = False) -> TimelineStep:
    """One event in the words of its own table of moves."""
    kind = CASES.get(event.case_type)
    move = kind.flow.moves.get(event.move) if kind else None
    plain = "sys" if event.account_id is None else "now" if latest else ""
    return TimelineStep(
        at=event.at,
        label=kind.move_label(event.move) if kind else event.move,
        who=event.actor_name,
        role=event.actor_role,
        words=list(kind.describe(event)) if kind else [],
        spent=spent,
        tone="bad" if move and move.tone == "bad" else plain,
        event=event,
    )


def events_of(*cases: Case) -> list[Event]:
    """The events of cases that the reader may see, oldest first."""
    wanted = Q(pk__in=())
    for case in cases:
        wanted |= Q(case_type=case.flow_name, case_id=case.pk)
    rows = Event.objects.everywhere("the history of cases in hand")
    return list(rows.filter(wanted).order_by("at", "pk"))


def content(event: Event) -> str:
    """The text of an event whose bytes are digested: whoever has it can reckon the digest again."""
    said: dict[str, Any] = {name: getattr(event, name) for name in chain.Content._fields}
    said |= {"at": chain.moment(event.at), "facts": chain.json_text(event.facts)}
    return chain.canonical(chain.Content(**said)).decode()


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()
