"""Whose judgement is waited for, and what co-signers told the lead."""

from lianluo.people.models import Seat
from lianluo.suggestions.models import Suggestion
from lianluo.trail.models import Event


def waited_for(suggestion: Suggestion) -> list[tuple[int, str]]:
    """Seats that have not judged this round, with names. One query."""
    ids = set(suggestion.asked_ids) - set(suggestion.rated_ids)
    rows = Seat.objects.within(suggestion.congress.scope).filter(pk__in=ids).select_related("person")
    return [(seat.pk, str(seat.person)) for seat in rows.order_by("pk")]


def told_lead(suggestion: Suggestion) -> list[tuple[str, str]]:
    """Name and words of each co-signer who told the lead what to think of this round's answer. One query."""
    rows = Event.objects.within(suggestion.congress.scope).filter(
        case_type="suggestion", case_id=suggestion.pk, move="tell_lead", facts__round=suggestion.round
    )
    return [(event.actor_name, str(event.facts.get("note", ""))) for event in rows.order_by("seq")]
