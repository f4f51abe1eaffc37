"""Starts and stops the clocks of this room and keeps `due_on`, by which lists and to-dos are sorted."""

from datetime import date, datetime

from django.utils.timezone import localdate

from lianluo.congress.clock import clocks
from lianluo.suggestions import deadlines
from lianluo.suggestions.deadlines import ClockRow
from lianluo.suggestions.flow import HANDLING, SUGGESTION
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.states import UNANSWERED, Mode
from lianluo.trail import clocks as trail
from lianluo.trail.models import Case

ANSWER_KINDS = ("reply", "co_opinion", "rework", "co_redo")


def follow_move(suggestion: Suggestion, move: str, at: datetime) -> None:
    """Stop what the move ends, start what it begins, and keep the day that is due next."""
    trail.stop(suggestion, *SUGGESTION.moves[move].ends_clock, at=at)
    row, start = _row_and_start(suggestion, move, at)
    due = run(suggestion, row, start) if row else None
    Suggestion.objects.within(suggestion.congress.scope).filter(pk=suggestion.pk).update(due_on=due)
    suggestion.due_on = due


def due_with(suggestion: Suggestion, due: date | None) -> None:
    """The day that is due next, taken over with the clock of the one from which this was divided off."""
    Suggestion.objects.within(suggestion.congress.scope).filter(pk=suggestion.pk).update(due_on=due)
    suggestion.due_on = due


def _row_and_start(suggestion: Suggestion, move: str, at: datetime) -> tuple[ClockRow | None, date]:
    """In session, assignment is counted from the day on which the session closes (2-domain 1.3)."""
    session = suggestion.session
    if move == "accept" and session:
        return deadlines.ASSIGN_IN_SESSION, localdate(
            session.closed_at
        ) if session.closed_at else session.closes_on
    return deadlines.SUGGESTION_CLOCKS.get(move), localdate(at)


def run(case: Case, row: ClockRow, start: date, *, first: bool = False) -> date:
    """Let the clock `row` run for `case` from `start`: of a suggestion, a handling, or a machine beside them.

    `first`: the case was begun just now, so none of that kind can run yet.
    """
    deadline = clocks(case.congress, start).due(row.rule, start, hard=row.hard)
    return trail.start(case, row.kind, deadline, first=first).due_on


def start_answer(handling: Handling, at: datetime) -> None:
    """A new part: the answer, or the opinion, runs from the day of assignment, whatever office it passes (代表法 art. 51)."""
    keep_due(handling, run(handling, deadlines.answer_clock(handling.mode), localdate(at), first=True))
    if handling.unit.dispatched_by_id:
        run(handling, deadlines.DISPATCH, localdate(at), first=True)


def expect_contact(handling: Handling, at: datetime) -> None:
    """A new part: whoever answers the deputy speaks with the deputy first, within the days for it (2-domain 1.3)."""
    if handling.role.answers_deputy:
        run(handling, deadlines.CONTACT, localdate(at), first=True)


def contacted(handling: Handling, at: datetime) -> None:
    """The first contact with the deputy is recorded: called by whatever records contacts. Later ones change nothing."""
    trail.stop(handling, deadlines.CONTACT.kind, at=at)


def redo_opinion(handling: Handling, at: datetime) -> None:
    """The lead unit gave an unclear opinion back: the co-handler owes it anew within the days for that."""
    keep_due(handling, run(handling, deadlines.CO_REDO, localdate(at)))


def extend(handling: Handling, until: date) -> None:
    """A granted extension moves the day that is due; the statutory day stays beside it."""
    trail.postpone(handling, *ANSWER_KINDS, until=until)
    keep_due(handling, until)
    lead_due(handling.suggestion)


def start_rework(handling: Handling, at: datetime) -> None:
    """A new round has a clock of its own."""
    keep_due(handling, run(handling, deadlines.REWORK, localdate(at)))


def follow_handling(handling: Handling, move: str, at: datetime) -> None:
    """Stop what the move ends and start what it begins."""
    trail.stop(handling, *HANDLING.moves[move].ends_clock, at=at)
    if row := deadlines.HANDLING_CLOCKS.get(move):
        run(handling, row, localdate(at))


def keep_due(handling: Handling, due: date) -> None:
    """The day by which lists and to-dos sort this part."""
    Handling.objects.within(handling.congress.scope).filter(pk=handling.pk).update(due_on=due)
    handling.due_on = due


def lead_due(suggestion: Suggestion) -> None:
    """While units handle it, the suggestion is due when the first of those who answer is."""
    waiting = suggestion.handlings.filter(state__in=UNANSWERED)
    days = waiting.exclude(mode=Mode.CO).values_list("due_on", flat=True)
    due = min((day for day in days if day), default=None)
    Suggestion.objects.within(suggestion.congress.scope).filter(pk=suggestion.pk).update(due_on=due)
    suggestion.due_on = due
