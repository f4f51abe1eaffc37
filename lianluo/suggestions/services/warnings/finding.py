"""The clocks of a congress that have reached a warning nobody was given yet, with their cases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lianluo.congress.models import Congress
from lianluo.congress.rules import RuleBook
from lianluo.notices.recipients import Recipients
from lianluo.suggestions.models import Handling, Suggestion, Warned
from lianluo.suggestions.notices.whom import liaison
from lianluo.suggestions.services.warnings.circles import (
    OF_PART,
    OF_SUGGESTION,
    SILENT_WHEN_OVER,
    STATUTORY,
)
from lianluo.suggestions.services.warnings.stages import OVER, stage
from lianluo.suggestions.states import NO_SUGGESTION, UNANSWERED, SuggestionState
from lianluo.trail.models import Clock

ENDED = (*NO_SUGGESTION, SuggestionState.WITHDRAWN, SuggestionState.CLOSED)


@dataclass(frozen=True, slots=True)
class Reached:
    """A clock, its suggestion, the warning it has reached, and who is to hear of it."""

    clock: Clock
    case: Suggestion
    stage: int
    to: Recipients


def reached(congress: Congress, today: date) -> list[Reached]:
    """Everything to warn of on `today`. Five queries, whatever the number of clocks."""
    book = RuleBook(congress, today)
    plain, for_deputies = book.numbers("warn.days"), book.numbers("warn.feedback_days")
    near = date.fromordinal(today.toordinal() + max((*plain, *for_deputies, 0)))
    rows = Clock.objects.within(congress.scope).filter(
        congress=congress, stopped_at=None, due_on__lte=near, kind__in=(*OF_PART, *OF_SUGGESTION)
    )
    given = set(
        Warned.objects.within(congress.scope).filter(clock__in=rows).values_list("clock", "due_on", "stage")
    )
    new: list[tuple[Clock, int]] = []
    for clock in rows:
        days = for_deputies if clock.kind == "feedback" else plain
        at = stage(days, clock.started_on, clock.due_on, today, every=clock.kind in STATUTORY)
        silent = at == OVER and clock.kind in SILENT_WHEN_OVER
        if at is not None and not silent and (clock.pk, clock.due_on, at) not in given:
            new.append((clock, at))
    return [*_parts(congress, new), *_suggestions(congress, new)]


def _ids(new: Iterable[tuple[Clock, int]], case_type: str) -> list[int]:
    return [clock.case_id for clock, _stage in new if clock.case_type == case_type]


def _parts(congress: Congress, new: list[tuple[Clock, int]]) -> Iterator[Reached]:
    """Parts of units that have not answered; of a suggestion that is still handled."""
    rows = Handling.objects.within(congress.scope).filter(state__in=UNANSWERED)
    rows = rows.exclude(suggestion__state__in=ENDED).select_related("unit", "suggestion__lead__person")
    found = {part.pk: part for part in rows.filter(pk__in=_ids(new, "handling"))}
    for clock, at in new:
        if clock.case_type == "handling" and (part := found.get(clock.case_id)):
            yield Reached(clock, part.suggestion, at, OF_PART[clock.kind](part))


def _suggestions(congress: Congress, new: list[tuple[Clock, int]]) -> Iterator[Reached]:
    """The deputies who have not judged are reminded before the day; after it the deputies' body decides."""
    rows = Suggestion.objects.within(congress.scope).exclude(state__in=ENDED).select_related("lead__person")
    found = {case.pk: case for case in rows.filter(pk__in=_ids(new, "suggestion"))}
    for clock, at in new:
        if clock.case_type == "suggestion" and (case := found.get(clock.case_id)):
            late = at == OVER and clock.kind == "feedback"
            yield Reached(clock, case, at, liaison(case) if late else OF_SUGGESTION[clock.kind](case))
