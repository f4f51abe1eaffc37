"""What the reviewers asked for when they sent a text back."""

from dataclasses import dataclass
from datetime import datetime

from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import SuggestionState
from lianluo.trail.models import Event


@dataclass(frozen=True, slots=True)
class Advice:
    """The words, whose they are, and when."""

    text: str
    who: str
    at: datetime


def last_advice(draft: Suggestion) -> Advice | None:
    """The advice with which `draft` came back, while it lies with the deputy."""
    if draft.state != SuggestionState.RETURNED:
        return None
    rows = Event.objects.within(draft.congress.scope).filter(case_type="suggestion", case_id=draft.pk)
    event = rows.filter(move="send_back").order_by("-seq").first()
    return Advice(event.facts.get("advice", ""), event.actor_name, event.at) if event else None
