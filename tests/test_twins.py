"""What a person sees in lists (`seen_by`, SQL) is what they may open (`may_see`, Python): for everybody, in every state."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import pytest

from lianluo.suggestions import policy
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.trail.cases import CASES, CaseType
from tests.cast import Cast, Place
from tests.walking import ELSEWHERE, EVERYONE

pytestmark = pytest.mark.django_db


def suggestions(place: Place, at: datetime) -> Iterable[Any]:
    """One in every state and from every way in, besides some that not everybody may see."""
    for make in (
        lives.draft,
        lives.entered,
        lives.submitted,
        lives.returned,
        lives.not_accepted,
        lives.referred,
        lives.letter,
        lives.withdrawn,
        lives.accepted,
        lives.assigned,
        lives.signed_for,
        lives.replied,
        lives.rated,
        lives.closed,
        lives.archived,
    ):
        yield make(place, at)
    yield lives.draft(place, at, deputy="zhou")
    yield lives.accepted(place, at, deputy="zhou", consent="none")
    yield lives.assigned(place, at, units=("health",))
    yield lives.assigned(place, at, units=("education", "health", "court"))
    yield lives.in_session(place, at)
    yield lives.submitted(place, at, deputy="zhou")


def plans(place: Place, at: datetime) -> Iterable[Any]:
    """One in every state, of a session and between sessions."""
    from lianluo.congress.models import Session
    from lianluo.suggestions.flow import PLAN
    from lianluo.suggestions.models import AssignmentPlan
    from lianluo.trail.steps import advance, begin

    wang, day = place.actor("wang"), at.date()
    more = {"term": place.term, "congress": place.congress, "opens_on": day, "closes_on": day}
    ways = (("drop",), ("consult", "carry_out", "finish"), (), ("consult",), ("carry_out",))
    new = [Session.objects.create(number=n, **more) for n in (21, 22)]
    sessions = [None, place.session, new[0], place.session, new[1]]
    for session, moves in zip(sessions, ways, strict=True):
        plan = AssignmentPlan(congress=place.congress, session=session, made_by="王敏", made_at=at)
        begin(PLAN, plan, actor=wang, at=at)
        for move in moves:
            advance(PLAN, plan, move, actor=wang, at=at)
        yield plan
    between = AssignmentPlan(congress=place.congress, session=None, made_by="王敏", made_at=at)
    begin(PLAN, between, actor=wang, at=at)
    advance(PLAN, between, "consult", actor=wang, at=at)
    yield between


# One maker of cases for each kind that has the two questions. A new room adds its own.
MAKERS = {"suggestion": suggestions, "plan": plans}

TWINS = [kind for kind in CASES if kind.seen_by]


def states_of(kind: CaseType) -> set[str]:
    return {str(state.value) for state in kind.flow.states}


@pytest.mark.parametrize("kind", TWINS, ids=lambda kind: kind.name)
def test_seeing_and_opening_agree(kind: CaseType, cast: Cast, now: datetime) -> None:
    made = [*MAKERS[kind.name](cast.home, now)]
    foreign = [*MAKERS[kind.name](cast.lower, now)]
    for case in made + foreign:
        case.refresh_from_db()
    assert {case.state for case in made} == states_of(kind), "every state must be tried"
    for place in ("home", *ELSEWHERE):
        for key in EVERYONE:
            compare(kind, getattr(cast, place).actor(key), made + foreign, f"{key} of {place}")


def compare(kind: CaseType, actor: Any, cases: list[Any], who: str) -> None:
    assert kind.seen_by
    assert kind.may_see
    rows = kind.model._default_manager.within(actor.scope).filter(kind.seen_by(actor))  # type: ignore[attr-defined]
    listed = set(rows.values_list("pk", flat=True))
    for case in cases:
        verdict = kind.may_see(actor, case)
        assert (case.pk in listed) == bool(verdict), (
            f"{who}, {case.state}: listed {case.pk in listed}, {verdict}"
        )
        assert verdict or str(verdict.reason), f"{who} is refused without a word"


def test_the_comparison_would_notice(cast: Cast, now: datetime) -> None:
    """A twin that forgets one line is caught."""
    from dataclasses import replace

    from django.db.models import Q

    kind = CASES["suggestion"]
    blind = replace(kind, seen_by=lambda actor: Q(pk__in=[]))
    with pytest.raises(AssertionError, match="li of home"):
        compare(blind, cast.li, [lives.draft(cast.home, now)], "li of home")


def test_whoever_no_way_leads_to_the_list_would_find_it_empty(cast: Cast, now: datetime) -> None:
    """`sees_any` decides whether the rail shows the list; `seen_by` decides what stands in it."""
    made = {case.pk for case in suggestions(cast.home, now)}
    without = [key for key in EVERYONE if not policy.sees_any(cast.home.actor(key))]
    rows = Suggestion.objects.within(cast.home.congress.scope).filter(pk__in=made)
    seen = {
        key: rows.filter(policy.seen_by(actor)).exists()
        for key in without
        if not (actor := cast.home.actor(key)).own_seat_ids
    }
    assert seen, "somebody must be without the list"
    assert not any(seen.values()), seen


def test_every_kind_with_the_two_questions_has_a_maker() -> None:
    assert {kind.name for kind in TWINS} == set(MAKERS)
    assert set(SuggestionState) == states_of(CASES["suggestion"])
