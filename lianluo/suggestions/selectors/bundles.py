"""并案 on a page: who is together with this one, and how each stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, JSONObject

from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import Handling, Reply, Revision, Suggestion
from lianluo.suggestions.selectors.visible import known, visible
from lianluo.suggestions.states import HandlingState, ReplyState, SuggestionState

NAMED = Case(When(confidential=False, then=F("lead__person__name")), default=Value(""))
"""Whoever may know a name that is kept back opens that suggestion itself."""
WHY = "the bundle of a suggestion that is itself in scope"
TOGETHER = JSONObject(
    id="pk", number="number", title="title", name=NAMED, state="state", main=F("merged_into")
)
FROM_HERE = JSONObject(id="pk", number="number", title="title", division="division")


@dataclass(frozen=True, kw_only=True)
class Together:
    """One of a bundle as the page of another one names it; `open` when the reader may open it."""

    id: int
    number: str
    title: str
    name: str
    state: SuggestionState
    is_main: bool
    open: bool


def annotations(actor: Actor) -> dict[str, Any]:
    """Comes along with a suggestion in its one query: its bundle, what was made from it, how often it was sent in."""
    main = Coalesce(OuterRef("merged_into"), OuterRef("pk"))
    rows = Suggestion.objects.everywhere(WHY).filter(Q(pk=main) | Q(merged_into=main)).order_by("pk")
    made = Suggestion.objects.everywhere(WHY).filter(policy.seen_by(actor), origin=OuterRef("pk"))
    sent = Revision.objects.everywhere(WHY).filter(suggestion=OuterRef("pk"), step="").order_by()
    times = sent.values("suggestion").annotate(n=Count("pk")).values("n")
    return {
        "together": ArraySubquery(rows.values(row=TOGETHER)),
        "together_open": ArraySubquery(rows.filter(policy.seen_by(actor)).values("pk")),
        "made_from": ArraySubquery(made.order_by("pk").values(row=FROM_HERE)),
        "times_sent": Coalesce(Subquery(times, output_field=IntegerField()), 0),
    }


def together(suggestion: Any) -> list[Together]:
    """The bundle of a suggestion that was read with `annotations`, the main one first; empty when it is alone."""
    if not suggestion.bundle_size:
        return []
    found = [_together(row, suggestion.together_open) for row in suggestion.together]
    return sorted(found, key=lambda one: not one.is_main)


def _together(row: dict[str, Any], may_open: Sequence[int]) -> Together:
    said = {name: row[name] for name in ("id", "number", "title", "name")}
    state = SuggestionState(row["state"])
    return Together(**said, state=state, is_main=row["main"] is None, open=row["id"] in may_open)


@dataclass(frozen=True, kw_only=True)
class Part:
    """One of a bundle with what the reader's unit does in it."""

    case: Suggestion
    handling: Handling | None
    reply: Reply | None

    @property
    def is_main(self) -> bool:
        return self.case.merged_into_id is None


def parts(suggestion: Suggestion, actor: Actor) -> list[Part]:
    """The whole bundle as far as the actor may see it, the main one first. Three queries."""
    main = suggestion.merged_into_id or suggestion.pk
    rows = visible(actor).filter(Q(pk=main) | Q(merged_into=main)).with_people().order_by("pk")
    cases = sorted(known(rows, actor), key=lambda one: one.pk != main)
    handlings = Handling.objects.within(actor.scope).filter(suggestion__in=cases, unit__in=actor.units())
    live = handlings.exclude(state=HandlingState.CANCELLED).select_related("unit")
    own = {one.suggestion_id: one for one in live}
    replies = Reply.objects.within(actor.scope).filter(handling__in=[one.pk for one in own.values()])
    newest = {r.handling_id: r for r in replies.exclude(state=ReplyState.DISCARDED).order_by("round")}
    return [_part(case, own.get(case.pk), newest) for case in cases]


def _part(case: Suggestion, handling: Handling | None, newest: dict[int, Reply]) -> Part:
    found = newest.get(handling.pk) if handling else None
    current = found if found and handling and found.round == handling.round else None
    return Part(case=case, handling=handling, reply=current)
