"""Words that several papers of the room share. A paper printed again reads as on the day of the act (`at`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Q, Subquery
from django.utils.translation import gettext as now_

from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.selectors.timeline import DEPUTIES
from lianluo.suggestions.selectors.unit_names import beside_handling, full_name_at
from lianluo.suggestions.selectors.veil import OPEN, Veil
from lianluo.suggestions.states import DROPPED, SIGNED_SCANS, HandlingState
from lianluo.trail.models import Attachment, Event
from lianluo.ui.components.text import date_full

CONGRESS = "人民代表大会"


def day(moment: datetime | None) -> str:
    return date_full(moment)


def held_by(suggestion: Suggestion) -> str:
    """湖南省第十四届人民代表大会第四次会议, or 闭会期间 in place of the session."""
    place = suggestion.congress.name.removesuffix(CONGRESS)
    term = f"{place}{suggestion.term}{CONGRESS}"
    session = suggestion.session
    return term + (str(session).removeprefix(str(suggestion.term)) if session else now_("闭会期间"))


@dataclass(frozen=True, slots=True)
class Then:
    """How many had signed a suggestion at a moment, and the names of the files that lay beside it."""

    signed: int
    files: tuple[str, ...]


def then(suggestion: Suggestion, at: datetime) -> Then:
    """What a paper about a day in the past says of the suggestion. One query."""
    signed = suggestion.signatures.exclude(seat=suggestion.lead_id).filter(confirmed_at__lte=at)
    signed = signed.filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=at)).order_by()
    count = signed.values("suggestion").annotate(n=Count("pk")).values("n")
    scope = suggestion.congress.scope
    kept = Attachment.objects.within(scope).filter(case_type="suggestion", case_id=suggestion.pk, at__lte=at)
    unread = SIGNED_SCANS | {DROPPED} if suggestion.is_veiled else {DROPPED}
    names = kept.exclude(kind__in=unread).order_by("pk").values("name")
    rows = Suggestion.objects.within(scope).filter(pk=suggestion.pk)
    n, files = rows.annotate(n=Subquery(count), files=ArraySubquery(names)).values_list("n", "files").get()
    return Then(1 + (n or 0), tuple(files))


def proposers(suggestion: Suggestion, count: int | None = None) -> str:
    """李建国代表, 李建国等20名代表 (2-domain 12.1); `count`: those whose names stood under it then."""
    name, count = suggestion.lead_name, count or len(suggestion.signer_ids)
    return f"{name}等{count}名代表" if count > 1 else f"{name}代表"


def proposers_at(suggestion: Suggestion, at: datetime | None) -> str:
    """As it was then; a paper without a day yet says how it is now."""
    return proposers(suggestion, then(suggestion, at).signed if at else None)


def named(handlings: Iterable[Handling], *modes: str) -> str:
    """By the names that `fellows` found for its day."""
    return "、".join(getattr(one, "name_then", one.unit.name) for one in handlings if one.mode in modes)


def fellows(suggestion: Suggestion, at: datetime | None = None) -> list[Handling]:
    """All units that handle it, at `at` or today, with their names of that day."""
    rows = suggestion.handlings.select_related("unit__dispatched_by").order_by("pk")
    found = list(_living(suggestion, rows.annotate(**beside_handling()), at))
    for one in found:
        one.name_then = full_name_at(one, at)
    return found


def _living(suggestion: Suggestion, rows: Any, at: datetime | None) -> Any:
    if at is None:
        return rows.exclude(state=HandlingState.CANCELLED)
    ended = Event.objects.within(suggestion.congress.scope).filter(
        case_type="handling", target=HandlingState.CANCELLED, at__lte=at
    )
    return rows.filter(assigned_at__lte=at).exclude(pk__in=ended.values("case_id"))


def paragraphs(body: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in body.splitlines() if line.strip())


def step(suggestion: Suggestion, case_type: str, case_id: int, *moves: str) -> Event | None:
    """The last step of that name: who did it, in which capacity, with which facts."""
    rows = Event.objects.within(suggestion.congress.scope).filter(case_type=case_type, case_id=case_id)
    found: Event | None = rows.filter(move__in=moves).order_by("-seq").first()
    return found


def signed_by(event: Event | None, veil: Veil = OPEN) -> str:
    """The name with the capacity before it; under a `veil` a deputy stands there without."""
    if event and veil and (event.actor_role in DEPUTIES or veil.hides(event.actor_name)):
        return DEPUTIES[0]
    return " ".join(part for part in (event.actor_role, event.actor_name) if part) if event else ""
