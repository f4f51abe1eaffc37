"""What waits for whom: rows whose next step is open to the actor, found by state in SQL and judged by the flow."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.congress.calendar import work_calendar
from lianluo.kernel.flow import Flow, Move
from lianluo.kernel.lights import Lights
from lianluo.kernel.scoping import Q
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions import policy
from lianluo.suggestions.flow import EXTENSION, HANDLING, RECOUNT, REPLY, SUGGESTION
from lianluo.suggestions.models import Extension, Handling, Reply, Suggestion
from lianluo.suggestions.selectors.among import among
from lianluo.suggestions.selectors.lights import lights_of
from lianluo.suggestions.selectors.office import Waiting, waiting_at
from lianluo.suggestions.selectors.shapes import ASKED
from lianluo.suggestions.selectors.todo_words import HANDLING_PAGES, STEP_PAGES, WHY
from lianluo.suggestions.selectors.visible import extensions_of, handlings_of, known, replies_of, visible
from lianluo.suggestions.states import (
    Divided,
    ExtensionState,
    HandlingState,
    LongerBy,
    ReplyState,
    Settled,
    SuggestionState,
)
from lianluo.ui.components.text import day as day_words
from lianluo.ui.dues import Due, due_on
from lianluo.ui.todo import TodoEntry

SHOWN = 100
"""A person's list reads at most this many rows a kind; the list says then that there may be more."""


def waiting_states(flow: Flow) -> list[str]:
    """The states in which the table has a usual next step at all."""
    found = {
        state for move in flow.moves.values() if move.shown and move.tone == "go" for state in move.sources
    }
    return sorted(found)


def next_step(flow: Flow, actor: Actor, case: Any) -> Move | None:
    """The usual next step, if it is open to the actor."""
    return next((move for move in flow.open_moves(actor, case) if move.tone == "go"), None)


def todo_entries(actor: Actor, at: datetime) -> list[TodoEntry]:
    """Everything of this room that waits for `actor`."""
    day = timezone.localtime(at).date()
    due = partial(_due, lights=lights_of(actor.congress, day))
    return [
        *_suggestions(actor, due),
        *_handlings(actor, due),
        *_replies(actor, due),
        *_office(actor, due),
    ]


def _due(day: date | None, *, lights: Lights) -> Due | None:
    return due_on(day, today=lights.today, calendar=work_calendar(), lights=lights) if day else None


def _suggestions(actor: Actor, due: Any) -> Iterator[TodoEntry]:
    rows = visible(actor).filter(_concerning(actor)).with_people().order_by("due_on", "pk")
    if actor.is_deputy:
        rows = rows.annotate(asked_longer=ArraySubquery(_asked_longer(actor).values(row=ASKED)))
    for case in known(rows[:SHOWN], actor):
        yield from (_longer(case, row, due(case.due_on)) for row in getattr(case, "asked_longer", ()))
        if move := next_step(SUGGESTION, actor, case):
            why = WHY.get(move.name, WHY.get(case.state, str))(case)
            key = f"suggestions:{case.pk}"
            yield _entry(case, move, why, due(case.due_on), key, step_url(case, move))


def _asked_longer(actor: Actor) -> Any:
    """Requests for more time that wait for the lead deputy's consent; they come along with the suggestion."""
    rows = Extension.objects.within(actor.scope).filter(state=ExtensionState.REQUESTED)
    own = rows.filter(consent=LongerBy.DEPUTY, handling__suggestion__lead__in=actor.seat_ids)
    return own.filter(handling__suggestion=OuterRef("pk")).order_by("pk")


def _longer(case: Suggestion, row: dict[str, Any], due: Due | None) -> TodoEntry:
    day = day_words(date.fromisoformat(row["until"]))
    why = _("%(unit)s申请延期到 %(day)s") % {"unit": row["unit"], "day": day}
    url, move = reverse("suggestions:grant", args=[row["id"]]), EXTENSION.moves["grant"]
    return _entry(case, move, why, due, f"extension:{row['id']}", url)


def _concerning(actor: Actor) -> Q:
    """Rows of which the next step can be the actor's at all: keeps the candidates few for each kind of person."""
    rows = Q(pk__in=[])
    if own := sorted(actor.own_seat_ids):
        rows |= _of_deputy(actor, own)
    if actor.delegation_ids:
        rows |= Q(state=SuggestionState.DELEGATION_REVIEW, delegation__in=actor.delegation_ids)
    if actor.is_liaison:
        rows |= Q(state__in=(SuggestionState.REVIEW, SuggestionState.ACCEPTED, SuggestionState.RATED))
        rows |= Q(state=SuggestionState.CLOSED) | Q(units_questioned=True)
    if actor.has(RoleKind.SESSION_STAFF):
        rows |= Q(state=SuggestionState.REVIEW, session__isnull=False)
    return rows


def _of_deputy(actor: Actor, own: list[int]) -> Q:
    """Of what the deputy leads, has signed or is asked to sign: what can wait for the deputy."""
    mine = Q(signer_ids__overlap=own) | Q(invited_ids__overlap=own)
    rows = mine & Q(agreed_ids__len__gt=0)
    rows |= mine & Q(state__in=OF_SIGNERS)
    rows |= Q(lead__in=own, division=Divided.WAITS)
    rows |= Q(lead__in=own, state__in=SUGGESTION.moves["admit"].sources) & ~Q(asking_ids=[])
    rows |= Q(Exists(_asked_longer(actor)))
    rows |= Q(lead__in=own, state=SuggestionState.RATED, settled=Settled.RECORDED)
    every = Suggestion.objects.within(actor.scope).filter(mine | Q(lead__in=own))
    return among("pk", every) & rows


OF_SIGNERS = (
    SuggestionState.DRAFT,
    SuggestionState.ENTERED,
    SuggestionState.RETURNED,
    SuggestionState.REPLIED,
)
"""Where the next step is a deputy's own."""


def _handlings(actor: Actor, due: Any) -> Iterator[TodoEntry]:
    """Parts to be handled, and with them the requests for more time that the actor's office decides. One query."""
    if not (actor.units() or actor.is_liaison):
        return
    requested = extensions_of(actor).filter(state=ExtensionState.REQUESTED)
    ours = handlings_of(actor).filter(state__in=waiting_states(HANDLING))
    ours = ours.filter(Q(unit__in=actor.units()) | Q(state__in=OF_OFFICES)).order_by()
    either = ours.values("pk").union(requested.order_by().values("handling"))
    rows = Handling.objects.within(actor.scope).select_related("suggestion__lead__person", "unit")
    rows = rows.filter(pk__in=either).order_by("due_on", "pk")
    asked = requested.filter(handling=OuterRef("pk")).order_by("pk").values(row=ASKED)
    rows = rows.annotate(asked=ArraySubquery(asked), written=Exists(_under_way(actor)))
    for case in rows[:SHOWN]:
        yield from (_longer(case.suggestion, row, due(case.due_on)) for row in case.asked or ())
        if not case.written and (move := next_step(HANDLING, actor, case)):
            why = _why_handling(actor, case) + actor.in_place_of(
                partial(HANDLING.judge, case=case, name=move.name)
            )
            key = f"handling:{case.pk}"
            yield _entry(case.suggestion, move, why, due(case.due_on), key, handling_url(case, move))


OF_OFFICES = (HandlingState.DISPATCHING, HandlingState.OBJECTED)
"""Where the next step is an office's or the deputies' body's, not the unit's own."""


def _why_handling(actor: Actor, case: Handling) -> str:
    """Whose part it is; the office that passes it on, and whoever decides, must read the unit's name."""
    facts = {"unit": case.unit, "mode": case.role.label, "name": _name(case, actor)}
    if case.state == HandlingState.OBJECTED:
        return _("%(unit)s提出异议") % facts
    if case.unit_id in actor.units():
        return _("%(mode)s，%(name)s代表提出") % facts
    return _("%(mode)s %(unit)s，%(name)s代表提出") % facts


def _office(actor: Actor, due: Any) -> Iterator[TodoEntry]:
    """What the deputies' body as a whole has to look at. One query."""
    if actor.is_liaison:
        found = waiting_at(actor)
        yield from _recounts(actor, found)
        yield from _publications(found, due)


def _recounts(actor: Actor, found: Waiting) -> Iterator[TodoEntry]:
    """Deadlines counted again wait for the head."""
    if not policy.may_decide_recount(actor, None):
        return
    if (now := found.recount) and (move := next_step(RECOUNT, actor, now)):
        n = ngettext("%d 个期限会变", "%d 个期限会变", now.waiting) % now.waiting
        url = reverse("suggestions:recounts")
        yield TodoEntry(
            title=now.words,
            number="",
            why=n,
            due=None,
            url=url,
            action=str(move.label),
            action_url=url,
            source="suggestions",
            key=f"recount:{now.pk}",
        )


def _publications(found: Waiting, due: Any) -> Iterator[TodoEntry]:
    """What waits for the public with its days running: one entry for all of them, they are reviewed from their list."""
    if count := found.publications:
        url = f"{reverse('suggestions:publications')}?state=review&clock=yes&sort=urgent"
        yield TodoEntry(
            title=_("公开审核"),
            number="",
            why=ngettext("%d 份等您审核能不能公开", "%d 份等您审核能不能公开", count) % count,
            due=due(found.first),
            url=url,
            action=_("审核公开"),
            action_url=url,
            source="suggestions",
            key="publications",
        )


def _under_way(actor: Actor) -> Any:
    """Has the reply left the handler's desk? Then the reply waits for somebody, not the handling."""
    rows = Reply.objects.within(actor.scope).filter(state__in=(ReplyState.REVIEWING, ReplyState.SIGNING))
    return rows.filter(handling=OuterRef("pk"))


def _replies(actor: Actor, due: Any) -> Iterator[TodoEntry]:
    if not actor.units():
        return
    rows = replies_of(actor).filter(
        state__in=(ReplyState.REVIEWING, ReplyState.SIGNING), handling__state=HandlingState.SIGNED
    )
    for case in rows.order_by("handling__due_on", "pk")[:SHOWN]:
        if move := next_step(REPLY, actor, case):
            why = _("答复稿%(state)s，%(number)s") % {
                "state": case.standing.label,
                "number": case.document_number or _("未编文号"),
            }
            why += actor.in_place_of(partial(REPLY.judge, case=case, name=move.name))
            url = reverse("suggestions:reply", args=[case.handling_id])
            yield _entry(
                case.handling.suggestion, move, why, due(case.handling.due_on), f"reply:{case.pk}", url
            )


def _entry(case: Suggestion, move: Move, why: str, due: Due | None, key: str, url: str) -> TodoEntry:
    return TodoEntry(
        title=str(case),
        number=case.number_words,
        why=why,
        due=due,
        url=reverse("suggestions:case", args=[case.pk]),
        action=str(move.label),
        action_url=url,
        source="suggestions",
        key=key,
    )


def step_url(case: Suggestion, move: Move) -> str:
    """The page on which the step is made."""
    page = STEP_PAGES.get(move.name, "suggestions:case")
    return reverse(page, args=[case.pk])


def handling_url(case: Handling, move: Move) -> str:
    if page := HANDLING_PAGES.get(move.name):
        return reverse(page, args=[case.pk])
    return reverse("suggestions:case", args=[case.suggestion_id])


def _name(case: Handling, actor: Actor) -> str:
    (suggestion,) = known([case.suggestion], actor)
    return suggestion.lead_name
