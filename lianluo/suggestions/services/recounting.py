"""The approved days of a recount take effect, row by row, each in its own transaction."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import HANDLING, PUBLICATION, RECOUNT, SUGGESTION
from lianluo.suggestions.models import Handling, Publication, Recount, RecountRow, Suggestion
from lianluo.suggestions.services.clocks import ANSWER_KINDS, keep_due, lead_due
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import Outcome, RecountState
from lianluo.trail.models import Clock
from lianluo.trail.steps import Refused, advance
from lianluo.ui.components.text import date_full

HAND = "the rows of a recount in hand"


def carry_out(
    recount: Recount, *, actor: Actor, at: Callable[[], datetime], progress: Callable[[int], bool]
) -> int:
    """Change what waits; what is done stays done, so that a job that broke off is simply begun again."""
    rows = RecountRow.objects.within(recount.congress.scope).filter(recount=recount, outcome=Outcome.WAITING)
    moved = 0
    for n, row in enumerate(rows.select_related("clock", "recount").order_by("pk"), start=1):
        moved += _change(row, actor, at())
        if not progress(n):
            return moved
    recount.refresh_from_db()
    if recount.state == RecountState.APPLYING:
        advance(RECOUNT, recount, "finish", actor=actor, at=at(), facts={"n": moved})
    return moved


def _change(row: RecountRow, actor: Actor, at: datetime) -> bool:
    try:
        with transaction.atomic():
            _move(row, actor, at)
    except Refused as reason:
        row.outcome, row.note, row.at = Outcome.PASSED, str(reason)[:300], at
        row.save(update_fields=["outcome", "note", "at"])
        return False
    return True


def _move(row: RecountRow, actor: Actor, at: datetime) -> None:
    """The clock takes its new day, the case keeps the step, whoever is concerned reads it."""
    clock = Clock.objects.everywhere(HAND).select_for_update().get(pk=row.clock_id)
    row.refresh_from_db(fields=["outcome"])
    if row.outcome != Outcome.WAITING:
        return  # another job came first
    if clock.stopped_at is not None:
        raise Refused(_("这个期限已经停止。"))
    if clock.due_on != row.was:
        raise Refused(_("测算以后这个期限又有变动，没有再改。"))
    told = {"is": "recounted", "was": row.was.isoformat(), "on": localdate(at).isoformat()}
    clock.due_on, clock.statutory_on, clock.hard_on = row.becomes, row.statutory_on, row.hard_on
    clock.certain, clock.assumed, clock.steps = row.certain, row.assumed, [*row.steps, told]
    clock.rule_on = row.recount.rule_on or clock.rule_on
    clock.save()
    FOLLOW[clock.case_type](row, clock, actor, at)
    row.outcome, row.at = Outcome.MOVED, at
    row.save(update_fields=["outcome", "at"])


def _facts(row: RecountRow) -> dict[str, Any]:
    return {"clock": row.kind, "was": row.was, "becomes": row.becomes}


def _handling(row: RecountRow, clock: Clock, actor: Actor, at: datetime) -> None:
    """The day by which a unit owes its answer or opinion, and with it the day of the suggestion."""
    rows = Handling.objects.everywhere(HAND).select_related(
        "congress", "unit", "suggestion__congress", "suggestion__lead__person"
    )
    handling = rows.get(pk=clock.case_id)
    facts = _facts(row) | {"unit": str(handling.unit)}
    advance(HANDLING, handling, "recount", actor=actor, at=at, facts=facts)
    if clock.kind in ANSWER_KINDS:
        keep_due(handling, clock.due_on)
        lead_due(handling.suggestion)
    tell("unit_recounted", handling.suggestion, at, date_full(clock.due_on))


def _suggestion(row: RecountRow, clock: Clock, actor: Actor, at: datetime) -> None:
    """The day on which the suggestion itself is due next."""
    rows = Suggestion.objects.everywhere(HAND).select_related("congress", "lead__person")
    case = rows.get(pk=clock.case_id)
    advance(SUGGESTION, case, "recount", actor=actor, at=at, facts=_facts(row))
    rows.filter(pk=case.pk, due_on=row.was).update(due_on=clock.due_on)
    if clock.kind == "feedback":
        tell("rating_recounted", case, at, date_full(clock.due_on))


def _publication(row: RecountRow, clock: Clock, actor: Actor, at: datetime) -> None:
    """The day by which a text is to be public; only the assigning office has it, so nobody else is told."""
    rows = Publication.objects.everywhere(HAND).select_related("congress")
    publication = rows.get(pk=clock.case_id)
    advance(
        PUBLICATION, publication, "recount", actor=actor, at=at, facts=_facts(row) | {"of": publication.kind}
    )
    rows.filter(pk=publication.pk).update(due_on=clock.due_on)


FOLLOW = {"handling": _handling, "suggestion": _suggestion, "publication": _publication}
"""Kind of case → what its new day is carried into."""
