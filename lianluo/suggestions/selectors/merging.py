"""What could be put together with a suggestion: those that say nearly the same, and those that were named."""

from collections.abc import Sequence
from dataclasses import dataclass

from lianluo.people.actor import Actor
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.likeness import Alike, alike
from lianluo.suggestions.selectors.visible import known, visible
from lianluo.suggestions.states import SuggestionState

OPEN = (SuggestionState.ACCEPTED, SuggestionState.HANDLING)
LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """One that may join, with what it shares with the one in hand when it was found by likeness."""

    case: Suggestion
    like: Alike | None = None


def candidates(suggestion: Suggestion, actor: Actor, wanted: Sequence[int]) -> list[Candidate]:
    """Those asked for first, then the similar ones that are still open to it, the most similar first."""
    found = [one for one in alike(suggestion, actor, n=LOOKED_AT) if _open(one.case, suggestion)]
    likes = {one.case.pk: one for one in found}
    missing = [key for key in wanted if key not in likes and key != suggestion.pk]
    rows = visible(actor).filter(pk__in=missing, term=suggestion.term_id).with_people().order_by("pk")
    asked = [Candidate(one) for one in known(rows, actor)]
    ordered = sorted(found, key=lambda one: one.case.pk not in wanted)
    return [*asked, *(Candidate(one.case, one) for one in ordered)]


def _open(case: Suggestion, suggestion: Suggestion) -> bool:
    apart = case.merged_into_id is None and case.pk != suggestion.merged_into_id
    return apart and case.state in OPEN and case.term_id == suggestion.term_id


def by_number(
    suggestion: Suggestion, actor: Actor, numbers: Sequence[str]
) -> tuple[list[Suggestion], list[str]]:
    """The suggestions of the same term with these numbers, and the numbers that nobody has."""
    if not numbers:
        return [], []
    wanted = {name: {name, name.zfill(4)} for name in numbers}
    every = {one for names in wanted.values() for one in names}
    rows = visible(actor).filter(term=suggestion.term_id, number__in=every).with_people().order_by("pk")
    found = list(rows)
    known = {one.number for one in found}
    return found, [name for name, names in wanted.items() if not names & known]
