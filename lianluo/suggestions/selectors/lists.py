"""What a row of a list shows beside its own fields, read for a whole page at once."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, cast

from django.db.models import (
    Case,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, JSONObject
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianluo.congress.calendar import work_calendar
from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Congress, Delegation, Rule, Session, Unit
from lianluo.congress.rules import RULES
from lianluo.kernel.lights import Lights, lights
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.models.suggestions import SuggestionQuerySet
from lianluo.suggestions.selectors.life import due_of
from lianluo.suggestions.selectors.lights import bounds
from lianluo.suggestions.selectors.visible import handlings_of, known, visible
from lianluo.suggestions.states import UNANSWERED, UNSEEN, HandlingState, Mode, Settled, option_words
from lianluo.suggestions.states import SuggestionState as S
from lianluo.ui.dues import Due, due_on

RECESS = "recess"
TOPICS, WARN = "content.topics", "warn.days"
CO_TERM = "handling.co_term"
RATINGS = "rating.options"
KEYS = (TOPICS, WARN, CO_TERM, RATINGS)
ROLE_ORDER = {Mode.SOLE: 0, Mode.LEAD: 0, Mode.SEPARATE: 1, Mode.CO: 2}


EARLY = (
    (HandlingState.OBJECTED, gettext_lazy("有异议 · 待裁定"), "warn"),
    (HandlingState.DISPATCHING, gettext_lazy("待分办"), ""),
    (HandlingState.ASSIGNED, gettext_lazy("待签收"), ""),
)
"""What is said of a suggestion while one of its units has not begun, the most pressing first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A state in the words of a list, where an exception is said first."""

    label: str
    tone: str
    progress: int


def standing(suggestion: Suggestion, handlings: Sequence[Handling], today: date) -> Standing:
    """How the suggestion stands: late opinions, missing receipts and dissatisfied deputies are named."""
    plain = suggestion.standing
    if plain == S.RATED and (suggestion.settled or suggestion.redo_wanted):
        return _unsettled(suggestion, plain.progress)
    if plain != S.HANDLING:
        return Standing(str(plain.label).replace("，", " · "), plain.tone, plain.progress)
    if any(
        one.mode == Mode.CO and one.state in UNANSWERED and one.due_on and one.due_on < today
        for one in handlings
    ):
        return Standing(_("办理中 · 会办逾期"), "bad", plain.progress)
    if suggestion.round > 1:
        return Standing(_("不满意 · 重新办理"), "bad", plain.progress)
    for state, label, tone in EARLY:
        if any(one.state == state for one in handlings):
            return Standing(str(label), tone, 40)
    return Standing(str(plain.label), plain.tone, plain.progress)


def _unsettled(suggestion: Suggestion, progress: int) -> Standing:
    """How far a judgement that asks for more has been taken up."""
    if suggestion.settled:
        return Standing(str(Settled(suggestion.settled).label), "warn", progress)
    return Standing(_("不满意 · 待处理"), "bad", progress)


def dress(rows: Sequence[Suggestion], actor: Actor, at: datetime) -> None:
    """Give each row its handlings, its standing and its deadline: two queries for a whole page."""
    today, calendar = timezone.localtime(at).date(), work_calendar()
    lights, term = lights_now(actor, at), _options(actor.congress, at).co_term
    found = _handlings(rows, actor)
    for row in known(rows, actor):
        handlings = found[row.pk]
        dressed = cast(Any, row)
        dressed.units, dressed.co_term = handlings, term
        dressed.of_old_term = bool(row.term.ends_on and row.term.ends_on < today)
        dressed.standing_now = standing(row, handlings, today)
        dressed.due = _own_due(row, lights, calendar) or due_of(row, today, calendar, lights)


def _handlings(rows: Sequence[Suggestion], actor: Actor) -> dict[int, list[Handling]]:
    found: dict[int, list[Handling]] = defaultdict(list)
    kept = Handling.objects.within(actor.scope).filter(suggestion__in=[row.pk for row in rows])
    for one in kept.exclude(state=HandlingState.CANCELLED).select_related("unit"):
        found[one.suggestion_id].append(one)
    for handlings in found.values():
        handlings.sort(key=lambda one: (ROLE_ORDER[one.role], one.pk))
    return found


def _own_due(row: Any, lights: Lights, calendar: Any) -> Due | None:
    """What is due for the reader's own unit, in a unit's list."""
    day = getattr(row, "mine_due", None)
    waits = getattr(row, "mine_state", None) in UNANSWERED
    return due_on(day, today=lights.today, calendar=calendar, lights=lights) if day and waits else None


def listed(actor: Actor) -> SuggestionQuerySet:
    """What the list shows an actor: everything visible that was ever handed in."""
    return visible(actor).exclude(state__in=UNSEEN).with_people()


def with_light(rows: SuggestionQuerySet, field: str, actor: Actor, at: datetime) -> SuggestionQuerySet:
    """Each row with the days that tell the traffic light of its deadline `field`."""
    return cast(SuggestionQuerySet, rows.annotate(**bounds(field, lights_now(actor, at))))


def lights_now(actor: Actor, at: datetime) -> Lights:
    """The lights of today, by a rule that came along with the names for the filters."""
    warn = _options(actor.congress, at).warn
    return lights(timezone.localtime(at).date(), work_calendar(), warn)


def listed_for_units(actor: Actor) -> SuggestionQuerySet:
    """The suggestions that the actor's units handle, with the state, way and deadline of their own part."""
    rows = listed(actor)
    one = len(actor.units()) == 1 and not (actor.has(RoleKind.DISPATCHER) or actor.is_liaison)
    rows = _with_own_part(rows, actor) if one else _with_first_part(rows, actor)
    rank = Case(When(mine_state__in=UNANSWERED, then=Value(0)), default=Value(1), output_field=IntegerField())
    return cast(SuggestionQuerySet, rows.annotate(mine_rank=rank))


def _with_own_part(rows: SuggestionQuerySet, actor: Actor) -> SuggestionQuerySet:
    """For the people of one unit: a unit has one live part of a suggestion, so it is simply joined."""
    live = [
        state for state in HandlingState if state not in (HandlingState.CANCELLED, HandlingState.DISPATCHING)
    ]
    mine = Q(handlings__unit__in=actor.units(), handlings__state__in=live)
    own = FilteredRelation("handlings", condition=mine)
    found = rows.annotate(own=own)
    return cast(
        SuggestionQuerySet,
        found.annotate(mine_state=F("own__state"), mine_mode=F("own__mode"), mine_due=F("own__due_on")),
    )


def _with_first_part(rows: SuggestionQuerySet, actor: Actor) -> SuggestionQuerySet:
    """Where several parts may be one's own, the first that is due."""
    mine = handlings_of(actor).filter(suggestion=OuterRef("pk")).exclude(state=HandlingState.CANCELLED)
    mine = mine.order_by("due_on", "pk")
    own = {f"mine_{name}": Subquery(mine.values(name)[:1]) for name in ("state", "mode")}
    return cast(SuggestionQuerySet, rows.annotate(**own, mine_due=Subquery(mine.values("due_on")[:1])))


def late(values: list[str]) -> Q:
    """Overdue, due today, or due within the next seven days."""
    today = timezone.localdate()
    conditions = {
        "late": Q(due_on__lt=today),
        "today": Q(due_on=today),
        "week": Q(due_on__gt=today, due_on__lte=date.fromordinal(today.toordinal() + 7)),
    }
    found = Q()
    for value in values:
        found |= conditions[value]
    return found


def in_mode(values: list[str]) -> Q:
    rows = Handling.objects.everywhere("a condition on suggestions that are themselves in scope")
    return Q(pk__in=rows.filter(mode__in=values).exclude(state=HandlingState.CANCELLED).values("suggestion"))


def with_units(values: list[str]) -> Q:
    return Q(unit_ids__overlap=[int(value) for value in values])


def of_session(values: list[str]) -> Q:
    found = Q(session__in=[value for value in values if value != RECESS])
    return found | Q(session=None) if RECESS in values else found


Labelled = list[tuple[str, str]]


def units(actor: Actor, at: datetime) -> Labelled:
    return _options(actor.congress, at).names["unit"]


def committees(actor: Actor, at: datetime) -> Labelled:
    return _options(actor.congress, at).names["committee"]


def delegations(actor: Actor, at: datetime) -> Labelled:
    return _options(actor.congress, at).names["delegation"]


def sessions(actor: Actor, at: datetime) -> Labelled:
    named = [(pk, _("第%s次会议") % number) for pk, number in _options(actor.congress, at).names["session"]]
    return [*named, (RECESS, _("闭会期间"))]


def topics(actor: Actor, at: datetime) -> Labelled:
    return _options(actor.congress, at).topics


def ratings(actor: Actor, at: datetime) -> Labelled:
    return _options(actor.congress, at).ratings


@dataclass(frozen=True, slots=True)
class Options:
    """Names for the filters of one page, and the rules that it needs."""

    names: dict[str, Labelled]
    topics: Labelled
    ratings: Labelled
    warn: list[int]
    co_term: str


@lru_cache(maxsize=4)
def _options(congress: Congress, at: datetime) -> Options:
    """Asked for once per moment, in one query."""
    day = timezone.localtime(at).date()
    named = ((Unit, "unit", "short_name"), (Delegation, "delegation", "name"), (Session, "session", "number"))
    parts = [_named(model, kind, congress, label) for model, kind, label in named]
    parts.append(_named(Unit, "committee", congress, "short_name").filter(kind=UnitKind.COMMITTEE))
    found: dict[str, Labelled] = defaultdict(list)
    for kind, pk, label in parts[0].union(*parts[1:], _rules(congress, day), all=True):
        found[kind].append((str(pk), label))
    rows = {key: [json.loads(text) for _pk, text in found.pop(key, [])] for key in KEYS}
    topics = [(row["code"], row["label"]) for row in _nearest(congress, TOPICS, rows[TOPICS])]
    term = _nearest(congress, CO_TERM, rows[CO_TERM])
    warn = _nearest(congress, WARN, rows[WARN])
    return Options(found, topics, _ratings(congress, rows[RATINGS]), warn, term)


def _ratings(congress: Congress, rows: list[dict[str, Any]]) -> Labelled:
    """The options of the congress's own scale, from the best to the worst; after them those of earlier rules."""
    now = _nearest(congress, RATINGS, rows)
    every = [one for row in rows for one in row["value"] or ()] + list(now)
    known = {one["code"]: option_words(one["code"], one["label"]) for one in every}
    return [(code, known[code]) for code in dict.fromkeys([*(one["code"] for one in now), *known])]


def _named(model: Any, kind: str, congress: Congress, label: str) -> Any:
    rows = model.objects.within(congress.scope).order_by()
    named = rows.annotate(of=Value(kind, TextField()), said=Cast(F(label), TextField()))
    return named.values_list("of", "pk", "said")


def _rules(congress: Congress, day: date) -> Any:
    rows = Rule.objects.everywhere(
        "a congress reads its own rules and those of the congresses above it"
    ).order_by()
    rows = rows.filter(congress__path__in=congress.ancestor_paths, key__in=KEYS, valid_from__lte=day)
    said = Cast(JSONObject(path="congress__path", since="valid_from", value="value"), TextField())
    return rows.annotate(of=Cast(F("key"), TextField()), said=said).values_list("of", "pk", "said")


def _nearest(congress: Congress, key: str, rows: list[dict[str, Any]]) -> Any:
    """The nearest congress's latest value; one without a value passes upwards."""
    latest: dict[str, Any] = {}
    for row in sorted(rows, key=lambda one: one["since"]):
        latest[row["path"]] = row["value"]
    values = [latest[path] for path in sorted(latest, key=len) if latest[path] is not None]
    return values[-1] if values else RULES[key].default_at(congress.level)
