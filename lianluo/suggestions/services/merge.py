"""并案: those that say the same are handled together and answered apart (2-domain 1.3: SD 20, ZJ 18, HEN 21)."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from lianluo.kernel.text import Sentence, _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services import bundle
from lianluo.suggestions.services.assignment import Task, assign_along, live_handlings
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import HandlingState, Mode, SuggestionState
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance

UNSIGNED = frozenset({HandlingState.DISPATCHING, HandlingState.ASSIGNED})


def judge_bundle(main: Suggestion, others: Sequence[Suggestion]) -> Verdict:
    """Of one congress and term, none signed for yet, and those that have units the same ones as the main one."""
    if not others:
        return no(_("请选择要并入的建议。"))
    if main.pk in {one.pk for one in others}:
        return no(_("主件不能并入自己。"))
    if any(one.congress_id != main.congress_id or one.term_id != main.term_id for one in others):
        return no(_("只有同一级人大、同一届的建议可以并案。"))
    parts = _parts(main)
    if parts is None:
        return no(_("主件的承办单位已经签收，不能再并案。"))
    for one in others:
        if one.state == SuggestionState.HANDLING and _parts(one) != parts:
            facts = {"number": one.number_words}
            return no(Sentence(_("{number}已经交办，承办单位与主件不同或者已经签收，不能并入。"), **facts))
    return YES


def _parts(suggestion: Suggestion) -> set[tuple[int, str]] | None:
    """The units with their ways, or None when one has signed for it or raised an objection."""
    live = list(live_handlings(suggestion))
    if any(one.state not in UNSIGNED or one.signed_at for one in live):
        return None
    return {(one.unit_id, one.mode) for one in live}


@transaction.atomic
def merge(
    main: Suggestion, others: Sequence[Suggestion], *, actor: Actor, at: datetime, reason: str = ""
) -> Event:
    """Put `others` into the bundle of `main`. Each stays a case of its own, with its number, units and rating.

    Where the main one has its units already, the others get the same ones now.
    """
    joining = [*_with_their_own(others)]
    bundle.lock({main.pk, *(one.pk for one in joining)})
    if not (verdict := judge_bundle(main, joining)):
        raise Refused(str(verdict.reason))
    there = bundle.members(main)
    size = 1 + len(there) + len(joining)
    facts = {"others": [one.number for one in joining], "reason": reason}
    event = advance(SUGGESTION, main, "merge", actor=actor, at=at, facts=facts, bundle_size=size)
    for one in sorted(joining, key=lambda one: one.merged_into_id is None):
        _join(one, main, size, actor, at, reason)
    _count(there, size)
    for one in (main, *joining):
        tell("merged", one, at, note=reason)
    return event


def _with_their_own(others: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Who leads a bundle brings it along."""
    for one in others:
        yield one
        yield from bundle.members(one)


def _join(one: Suggestion, main: Suggestion, size: int, actor: Actor, at: datetime, reason: str) -> None:
    """One that comes along with its former main one changes its main; the others join."""
    move = "rebundle" if one.merged_into_id else "merge"
    facts = {"main": main.number, "reason": reason}
    changes = {"merged_into": main, "bundle_size": size}
    advance(SUGGESTION, one, move, actor=actor, at=at, facts=facts, **changes)
    if main.state == SuggestionState.HANDLING and one.state == SuggestionState.ACCEPTED:
        parts = live_handlings(main)
        tasks = [Task(unit=part.unit, mode=Mode(part.mode), part=part.part) for part in parts]
        assign_along(one, tasks, main.committee, actor=actor, at=at)


@transaction.atomic
def unmerge(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str = "") -> Event:
    """Take one out: from here on it lives by itself, with its units as they stand."""
    leave(suggestion, actor=actor, at=at)
    facts = {"reason": reason}
    event = advance(
        SUGGESTION, suggestion, "unmerge", actor=actor, at=at, facts=facts, merged_into=None, bundle_size=0
    )
    tell("unmerged", suggestion, at, note=reason)
    return event


def leave(suggestion: Suggestion, *, actor: Actor, at: datetime) -> None:
    """The others close up without `suggestion`: the first of them becomes the main one when it was that."""
    if not suggestion.bundle_size:
        return
    everyone = bundle.whole(suggestion)
    bundle.lock({one.pk for one in everyone})
    rest = [one for one in everyone if one.pk != suggestion.pk]
    size = len(rest) if len(rest) > 1 else 0
    if suggestion.merged_into_id and size:
        _count(rest, size)
        return
    main, *others = rest
    facts = {"left": suggestion.number, "main": main.number}
    advance(SUGGESTION, main, "rebundle", actor=actor, at=at, facts=facts, merged_into=None, bundle_size=size)
    for one in others:
        advance(
            SUGGESTION, one, "rebundle", actor=actor, at=at, facts=facts, merged_into=main, bundle_size=size
        )


def _count(rows: Sequence[Suggestion], size: int) -> None:
    """How many they are now; no step of theirs."""
    keys = [one.pk for one in rows]
    Suggestion.objects.everywhere("the bundle of a suggestion in hand").filter(pk__in=keys).update(
        bundle_size=size
    )
