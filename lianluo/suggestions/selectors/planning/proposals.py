"""Which units the records speak for, each with its reason: the deputy's wish, similar cases, the topic's history.

Nothing is guessed. A unit is proposed because a record names it, and the row says which and how many.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils.timezone import localdate

from lianluo.congress.models import Congress, Unit
from lianluo.kernel.workdays import add_months
from lianluo.people.actor import Actor
from lianluo.search.likeness import Given, Likeness, similar_to_each
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.selectors.assigning import choosable
from lianluo.suggestions.states import HandlingState, Mode

YEARS = 3
"""So far back the history of a topic is counted."""
ENOUGH = 3
"""From fewer cases a topic's history proves nothing."""
SAME = 60
"""From so many percent on, two suggestions of one meeting are shown to be alike."""
BATCH = 50


@dataclass
class Proposal:
    """What a row of the plan begins with: `tasks`, `why` and `alike` as in `PlanRow`."""

    tasks: list[dict[str, Any]] = field(default_factory=list)
    why: list[dict[str, Any]] = field(default_factory=list)
    alike: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Records:
    """What is read once for a whole plan."""

    units: Mapping[int, Unit]
    heirs: Mapping[int, int]
    topics: Mapping[str, Counter[int]]

    def standing(self, pk: int) -> int | None:
        """The unit, or whoever took over from it; None where nobody stands who could be asked."""
        for _step in range(10):
            if pk in self.units:
                return None if self.units[pk].is_dispatcher else pk
            pk = self.heirs.get(pk, 0)
        return None


def records(congress: Congress, at: datetime) -> Records:
    """Units in force, successors of those that are not, and who led what in the last years. Three queries."""
    day = localdate(at)
    gone = Unit.objects.within(congress.scope).filter(valid_to__lte=day, successor__isnull=False)
    led = Handling.objects.within(congress.scope).exclude(mode=Mode.CO).exclude(state=HandlingState.CANCELLED)
    led = led.filter(assigned_at__date__gte=add_months(day, -12 * YEARS)).exclude(suggestion__topic="")
    topics: dict[str, Counter[int]] = defaultdict(Counter)
    for topic, unit, n in (
        led.order_by().values_list("suggestion__topic", "unit").annotate(n=Count("suggestion", distinct=True))
    ):
        topics[topic][unit] += n
    return Records(choosable(congress, day), dict(gone.values_list("pk", "successor")), topics)


def proposals(cases: Sequence[Suggestion], read: Records, actor: Actor) -> dict[int, Proposal]:
    """A proposal for each of `cases` (with `wished_units` prefetched). Two queries and the index for all of them."""
    likes = similar_to_each(
        {case.pk: _given(case) for case in cases}, actor=actor, rooms=["suggestions"], scope=actor.scope
    )
    ids = {one.row.id for found in likes.values() for one in found}
    led: dict[int, list[int]] = defaultdict(list)
    rows = Handling.objects.within(actor.scope).filter(suggestion__in=ids).exclude(mode=Mode.CO)
    for case, unit in rows.exclude(state=HandlingState.CANCELLED).values_list("suggestion", "unit"):
        led[case].append(unit)
    return {case.pk: _proposal(case, likes.get(case.pk, []), led, read) for case in cases}


def _given(case: Suggestion) -> Given:
    return Given(case.title, f"{case.situation}\n{case.proposals}", topic=case.topic)


def _proposal(
    case: Suggestion, likes: Sequence[Likeness], led: Mapping[int, list[int]], read: Records
) -> Proposal:
    wished = list(dict.fromkeys(pk for unit in case.wished_units.all() if (pk := read.standing(unit.pk))))
    votes = _standing(Counter(unit for one in likes for unit in led.get(one.row.id, [])), read)
    topic = _standing(read.topics.get(case.topic, Counter()), read)
    why = [{"unit": pk, "code": "wish"} for pk in wished]
    why += [{"unit": pk, "code": "alike", "n": n} for pk, n in votes.most_common(3)]
    of = topic.total()
    why += [{"unit": pk, "code": "topic", "n": n, "of": of} for pk, n in topic.most_common(2)]
    same = [
        {"id": one.row.id, "number": one.row.number, "percent": round(one.score * 100)}
        for one in likes
        if one.score * 100 >= SAME
    ]
    return Proposal(as_tasks(_chosen(wished, votes, topic)), why, same[:3])


def _standing(counted: Counter[int], read: Records) -> Counter[int]:
    found: Counter[int] = Counter()
    for pk, n in counted.items():
        if now := read.standing(pk):
            found[now] += n
    return found


def _chosen(wished: Sequence[int], votes: Counter[int], topic: Counter[int]) -> list[int]:
    """The deputy's wish first; then who led similar cases; then who led at least half of a topic. Else nobody yet."""
    if wished:
        return sorted(wished, key=lambda pk: (-votes[pk], -topic[pk], wished.index(pk)))
    if votes:
        return [votes.most_common(1)[0][0]]
    first = topic.most_common(1)
    if first and topic.total() >= ENOUGH and first[0][1] * 2 >= topic.total():
        return [first[0][0]]
    return []


def as_tasks(units: Sequence[int]) -> list[dict[str, Any]]:
    """One unit alone, or the first leads and the others help."""
    if len(units) == 1:
        return [{"unit": units[0], "mode": str(Mode.SOLE), "part": ""}]
    return [{"unit": pk, "mode": str(Mode.CO if n else Mode.LEAD), "part": ""} for n, pk in enumerate(units)]
