"""What somebody who reviews a text wants to see beside it."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from lianluo.congress.calendar import work_calendar
from lianluo.people.actor import Actor
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.life import due_of
from lianluo.suggestions.selectors.likeness import alike
from lianluo.suggestions.selectors.revisions import alone, compare
from lianluo.trail.models import Event


def review_facts(suggestion: Suggestion, actor: Actor, at: datetime, since: str = "") -> dict[str, Any]:
    """Editions, what was asked for before, what was changed since edition `since`, and what is alike."""
    beside = {
        "due": due_of(suggestion, timezone.localtime(at).date(), work_calendar()),
        "alike": alike(suggestion, actor, n=3),
    }
    return beside | editions_of(suggestion, actor, since)


def editions_of(suggestion: Suggestion, actor: Actor, since: str = "") -> dict[str, Any]:
    """What was sent in, the latest held against edition `since` (or the one before), and what was asked for."""
    editions = list(suggestion.revisions.all())
    older = next((one for one in editions[:-1] if str(one.number) == since), None)
    older = older or (editions[-2] if len(editions) > 1 else None)
    return {
        "editions": editions,
        "comparison": compare(older, editions[-1]) if older else None,
        "older": older,
        "earlier": editions[:-1],
        "latest": alone(editions[-1]) if editions else None,
        "advices": _advices(suggestion, actor),
    }


def _advices(suggestion: Suggestion, actor: Actor) -> list[Event]:
    """When the text was sent back, by whom and why, newest first."""
    rows = Event.objects.within(actor.scope).filter(
        case_type="suggestion", case_id=suggestion.pk, move="send_back"
    )
    return list(rows.order_by("-seq"))
