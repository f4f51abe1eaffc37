"""What happened to a suggestion, as sentences: the steps of the case, of its units, and of a unit's own replies."""

from collections.abc import Iterable, Sequence
from copy import copy
from itertools import zip_longest
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import EXTENSION, HANDLING, PLAN, PROMISE, PUBLICATION, REPLY, SUGGESTION
from lianluo.suggestions.models import Extension, Handling, Promise, Publication, Reply, Suggestion
from lianluo.suggestions.selectors.among import among
from lianluo.suggestions.selectors.life import days_between
from lianluo.suggestions.selectors.told import Told, told
from lianluo.suggestions.selectors.told.proposing import NAMES, NAMING, OF_PROPOSERS
from lianluo.suggestions.selectors.told.words import judged
from lianluo.suggestions.selectors.unit_names import name_at
from lianluo.suggestions.selectors.veil import OPEN, Veil
from lianluo.suggestions.states import Satisfaction, TriageOutcome
from lianluo.trail.models import Event
from lianluo.ui.components.text import date_full
from lianluo.ui.parts import TimelineRow

FLOWS = {flow.name: flow for flow in (SUGGESTION, HANDLING, REPLY, EXTENSION, PLAN, PROMISE, PUBLICATION)}

INSIDE = ("note_inside", "hand_over")
"""Steps of a unit that nobody else reads."""
SPOKEN = ("contact", "answer_contact", "note")
"""Talks and progress: read by those who may read the record of a talk."""

BY_PROPOSERS = ("answer_contact", "rate_promise")
"""What the proposers say beside the steps of the suggestion itself."""
DEPUTIES = ("代表", "上届代表")
"""In which capacity they stand in the history: a step that some other table lets them take is theirs too."""


def events(suggestion: Suggestion, handlings: Sequence[Handling], actor: Actor) -> list[Event]:
    """The steps that the actor may read, oldest first: a unit's drafting is its own affair. One query."""
    mine = [one.pk for one in handlings if one.unit_id in actor.units()]
    wanted = Q(case_type="suggestion", case_id=suggestion.pk)
    theirs = [one.pk for one in handlings if one.pk not in mine]
    wanted |= Q(case_type="handling", case_id__in=mine)
    hidden = INSIDE if policy.may_read_contacts(actor, suggestion) else (*INSIDE, *SPOKEN)
    wanted |= Q(case_type="handling", case_id__in=theirs) & ~Q(move__in=hidden)
    asked = Extension.objects.within(actor.scope).filter(handling__in=[one.pk for one in handlings])
    wanted |= _steps_of("extension", asked)
    public = Publication.objects.within(actor.scope).filter(suggestion=suggestion)
    wanted |= _steps_of("publication", public)
    promised = Promise.objects.within(actor.scope).filter(handling__in=[one.pk for one in handlings])
    wanted |= _steps_of("promise", promised)
    if mine:
        drafts = Reply.objects.within(actor.scope).filter(handling__in=mine)
        wanted |= _steps_of("reply", drafts)
    return list(Event.objects.within(actor.scope).filter(wanted).order_by("at", "pk"))


def _steps_of(case_type: str, rows: "QuerySet[Any]") -> Q:
    """Steps of those `rows`."""
    return Q(case_type=case_type) & among("case_id", rows)


def timeline(
    found: Iterable[Event], handlings: Sequence[Handling], *, veil: Veil = OPEN
) -> list[TimelineRow]:
    """The steps as rows, newest first; under a `veil` without the names of those who proposed it."""
    parts = {one.pk: one for one in handlings}
    rows: list[TimelineRow] = []
    last: Event | None = None
    spoken = [event for event in found if not told(event.case_type, event.move).quiet]
    if veil:
        spoken = [unnamed(event, veil) for event in spoken]
    for event, following in zip_longest(spoken, spoken[1:]):
        if event.move == "deliver" and following and following.move == "answer" and following.at == event.at:
            continue
        part = parts.get(event.case_id) if event.case_type == "handling" else None
        rows.append(_row(event, name_at(part, event) if part else "", last))
        last = event
    rows.reverse()
    return rows


def unnamed(event: Event, veil: Veil) -> Event:
    """A step without the names of those who proposed it; what was kept is not touched."""
    own = event.case_type == "suggestion"
    by_them = veil.hides(event.actor_name) or event.actor_role in DEPUTIES
    by_them = by_them or (own and event.move in OF_PROPOSERS) or event.move in BY_PROPOSERS
    event = copy(event)
    event.facts = veil.all(event.facts)
    if not by_them and not (own and event.move in NAMING):
        return event
    if by_them:
        event.actor_name = event.actor_role = ""
    event.facts = {name: said for name, said in event.facts.items() if name not in NAMES}
    return event


def _row(event: Event, unit: str, last: Event | None) -> TimelineRow:
    row = told(event.case_type, event.move)
    text = row.text(event.facts)
    who = f"{event.actor_name}{_in_brackets(event.actor_role)}"
    return TimelineRow(
        at=event.at,
        title=_title(row.title, event, unit),
        text="　".join(part for part in (text, who) if part),
        tone=_tone(row, event),
        spent=_spent(last, event),
    )


def described(event: Event) -> Iterable[str]:
    """What a step left behind, in words: for the audit and the file of the case."""
    if text := told(event.case_type, event.move).text(event.facts):
        yield text


def _in_brackets(role: str) -> str:
    return f"（{role}）" if role else ""


def _title(title: Any, event: Event, unit: str) -> str:
    words = {"judged": judged(event.facts), "outcome": _outcome(event.facts.get("outcome"))}
    words |= {"unit": unit, "who": event.actor_name, "until": _day(event.facts.get("until"))}
    words["what"] = _("答复") if event.facts.get("of") == "reply" else _("建议")
    label = title or FLOWS[event.case_type].moves[event.move].label
    return str(label).format(
        **{"number": "", "round": 1, "to": "", "from": "", "for": "", **event.facts, **words}
    )


def _day(text: str | None) -> str:
    return date_full(parse_date(text)) if text else ""


def _outcome(value: str | None) -> str:
    return str(TriageOutcome(value).label) if value else ""


def _tone(row: Told, event: Event) -> str:
    if asks_for_more(event.facts):
        return "bad"
    return row.tone or ("sys" if event.account_id is None else "")


def asks_for_more(facts: dict[str, Any]) -> bool:
    """Is this a judgement that wants the answer anew? Older steps kept the code alone."""
    rows = facts.get("parts") or [facts]
    bad = Satisfaction.DISSATISFIED
    return any(row.get("redo") or bad in (row.get("attitude"), row.get("result")) for row in rows)


def _spent(last: Event | None, event: Event) -> str:
    days = days_between(last.at, event.at) if last else 0
    return _("用时 %d 天") % days if days else ""
