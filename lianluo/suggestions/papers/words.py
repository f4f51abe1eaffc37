"""Words that several papers of the room share. A paper printed again reads as on the day of the act (`at`)."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as now_

from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.states import HandlingState
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


def proposers(suggestion: Suggestion, at: datetime | None = None) -> str:
    """李建国代表, 李建国等20名代表 (2-domain 12.1): those whose names stood under it at that moment."""
    name, count = str(suggestion.lead.person), signed_then(suggestion, at)
    return f"{name}等{count}名代表" if count > 1 else f"{name}代表"


def signed_then(suggestion: Suggestion, at: datetime | None) -> int:
    """How many deputies had signed at `at`; today without it."""
    if at is None:
        return len(suggestion.signer_ids)
    others = suggestion.signatures.exclude(seat=suggestion.lead_id).filter(confirmed_at__lte=at)
    return 1 + int(others.filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=at)).count())


def named(handlings: Iterable[Handling], *modes: str) -> str:
    return "、".join(one.unit.name for one in handlings if one.mode in modes)


def fellows(suggestion: Suggestion, at: datetime | None = None) -> list[Handling]:
    """All units that handle it, at `at` or today."""
    rows = suggestion.handlings.select_related("unit__dispatched_by").order_by("pk")
    if at is None:
        return list(rows.exclude(state=HandlingState.CANCELLED))
    ended = Event.objects.within(suggestion.congress.scope).filter(
        case_type="handling", target=HandlingState.CANCELLED, at__lte=at
    )
    return list(rows.filter(assigned_at__lte=at).exclude(pk__in=ended.values("case_id")))


def files(suggestion: Suggestion, at: datetime) -> tuple[str, ...]:
    rows = Attachment.objects.within(suggestion.congress.scope)
    rows = rows.filter(case_type="suggestion", case_id=suggestion.pk, at__lte=at)
    return tuple(rows.order_by("pk").values_list("name", flat=True))


def paragraphs(body: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in body.splitlines() if line.strip())


def step(suggestion: Suggestion, case_type: str, case_id: int, *moves: str) -> Event | None:
    """The last step of that name: who did it, in which capacity, with which facts."""
    rows = Event.objects.within(suggestion.congress.scope).filter(case_type=case_type, case_id=case_id)
    found: Event | None = rows.filter(move__in=moves).order_by("-seq").first()
    return found


def signed_by(event: Event | None) -> str:
    """The name with the capacity before it."""
    return " ".join(part for part in (event.actor_role, event.actor_name) if part) if event else ""
