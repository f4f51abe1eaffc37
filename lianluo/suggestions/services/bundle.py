"""并案 as other services meet it: the members of a main one, and the same unit's parts in them."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.db.models import Q

from lianluo.suggestions.flow import HANDLING, SUGGESTION
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.models.suggestions import SuggestionQuerySet
from lianluo.suggestions.states import HandlingState

P = ParamSpec("P")
R = TypeVar("R")
BESIDE = ("congress", "lead__person", "delegation", "session", "term")


def members(main: Suggestion, move: str = "") -> list[Suggestion]:
    """The others of the bundle that `main` leads, for which `move` stands in the table now.

    All of the bundle is locked in the order of keys: whoever acts on a bundle waits for whoever does so already.
    """
    if not main.bundle_size or main.merged_into_id:
        return []
    lock({main.pk, *_rows().filter(merged_into=main).values_list("pk", flat=True)})
    found = _rows().filter(merged_into=main).select_related(*BESIDE).order_by("pk")
    return [one for one in found if not move or one.state in SUGGESTION.moves[move].sources]


def lock(keys: set[int]) -> None:
    """Hold those suggestions until the end of the transaction, taken in the order of their keys."""
    list(_rows().filter(pk__in=keys).select_for_update().order_by("pk").values_list("pk", flat=True))


def twins(handling: Handling, move: str) -> list[Handling]:
    """The same unit's parts of the other members, where `handling` is of the main one and `move` is open to them."""
    found = members(handling.suggestion)
    if not found:
        return []
    rows = Handling.objects.everywhere("parts of one bundle, of which one part is in hand")
    rows = rows.filter(suggestion__in=found, unit=handling.unit_id, state__in=HANDLING.moves[move].sources)
    live = rows.exclude(state=HandlingState.CANCELLED).select_related("unit", "congress").order_by("pk")
    whole = {one.pk: one for one in found}
    for one in live:
        one.suggestion = whole[one.suggestion_id]
    return list(live)


def with_bundle(
    move: str,
) -> Callable[[Callable[Concatenate[Handling, P], R]], Callable[Concatenate[Handling, P], R]]:
    """What is done with a unit's part of the main one is done with its parts of the others too, each recorded."""

    def wrap(act: Callable[Concatenate[Handling, P], R]) -> Callable[Concatenate[Handling, P], R]:
        @wraps(act)
        def on_all(handling: Handling, *args: P.args, **kwargs: P.kwargs) -> R:
            others = twins(handling, move)
            made = act(handling, *args, **kwargs)
            for other in others:
                act(other, *args, **kwargs)
            return made

        return cast(Callable[Concatenate[Handling, P], R], on_all)

    return wrap


def root(suggestion: Suggestion) -> int:
    """The key of the main one."""
    return int(suggestion.merged_into_id or suggestion.pk)


def whole(suggestion: Suggestion) -> list[Suggestion]:
    """All of the bundle, the main one first."""
    key = root(suggestion)
    rows = _rows().filter(Q(pk=key) | Q(merged_into=key)).select_related(*BESIDE).order_by("pk")
    return sorted(rows, key=lambda one: one.pk != key)


def _rows() -> SuggestionQuerySet:
    rows: SuggestionQuerySet = Suggestion.objects.everywhere("the bundle of a suggestion in hand")
    return rows
