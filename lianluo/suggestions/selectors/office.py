"""What waits for the deputies' body as a whole rather than suggestion by suggestion."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, IntegerField, Min, Subquery
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_date

from lianluo.congress.models import Congress
from lianluo.people.actor import Actor
from lianluo.suggestions.models import Publication, Recount
from lianluo.suggestions.selectors import recounts
from lianluo.suggestions.states import PublicationState

RECOUNT = JSONObject(pk="pk", state="state", cause="cause", rule_on="rule_on", waiting="waiting")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How many texts wait for the review with their days running, the first such day, and the open recount."""

    publications: int
    first: date | None
    recount: Any


def waiting_at(actor: Actor) -> Waiting:
    """One query, whatever waits: the list of a person's tasks asks for many kinds of things."""
    rows = Publication.objects.within(actor.scope).filter(state=PublicationState.REVIEW)
    rows = rows.exclude(due_on=None)
    by_place = rows.order_by().values("congress")
    count = by_place.annotate(n=Count("*")).values("n")  # not of a column: the index answers alone
    first = by_place.annotate(day=Min("due_on")).values("day")
    opened = recounts.undecided(actor).order_by("-pk").values(row=RECOUNT)[:1]
    found = Congress.objects.within(actor.scope).filter(pk=actor.congress.pk)
    one = found.annotate(
        n=Subquery(count, output_field=IntegerField()), first=Subquery(first), opened=ArraySubquery(opened)
    ).values("n", "first", "opened")[0]
    recount = _recount(actor, one["opened"][0]) if one["opened"] else None
    return Waiting(publications=one["n"] or 0, first=one["first"], recount=recount)


def _recount(actor: Actor, row: dict[str, Any]) -> Any:
    """The row as the flow judges it; it is only read."""
    day = row["rule_on"]
    found: Any = Recount(
        pk=row["pk"],
        congress=actor.congress,
        state=row["state"],
        cause=row["cause"],
        rule_on=parse_date(day) if day else None,
    )
    found.waiting, found.words = row["waiting"], recounts.cause_words(found)
    return found
