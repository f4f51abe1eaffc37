"""Suggestions that say nearly the same, as the actor may see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from lianluo.people.actor import Actor
from lianluo.search.likeness import Given, Likeness, similar
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.visible import known, visible


@dataclass(frozen=True, slots=True)
class Alike:
    """One similar suggestion: how alike in percent, and the words or passages that both have."""

    case: Suggestion
    percent: int
    shared: str
    passages: Sequence[str]


def alike(suggestion: Suggestion, actor: Actor, n: int = 5) -> list[Alike]:
    """The most similar ones first; empty while there is no index. Two queries."""
    given = Given(suggestion.title, f"{suggestion.situation}\n{suggestion.proposals}", topic=suggestion.topic)
    found = similar(
        given,
        actor=actor,
        n=n,
        rooms=["suggestions"],
        scope=actor.scope,
        leave_out=("suggestions", suggestion.pk),
    )
    cases = {
        case.pk: case
        for case in known(visible(actor).filter(pk__in=[one.row.id for one in found]).with_people(), actor)
    }
    return [_alike(one, cases[one.row.id]) for one in found if one.row.id in cases]


def _alike(one: Likeness, case: Suggestion) -> Alike:
    return Alike(case, round(one.score * 100), "、".join(one.words[:4]), one.passages)
