"""What a list finds for typed words: through the index, by number and by the proposer's name; never by reading every row."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from lianluo.people.actor import Actor
from lianluo.people.models import Seat
from lianluo.search.find import keys
from lianluo.suggestions import policy
from lianluo.suggestions.selectors.among import among

MOST = 500
"""The index gives at most so many; beyond that a filter does better."""
LONGEST_NAME = 20
PADDED = (3, 4, 5)
"""第0412号 is found by 412."""


@dataclass(frozen=True)
class Found:
    """The condition on rows that are themselves in scope; `said` when the words stand in more than `MOST` of them."""

    condition: Q
    said: str = ""


def found_for(actor: Actor, words: str) -> Found:
    """Whatever stands in the whole text, begins like the number, or is by a deputy of that name. No query of its own.

    While there is no index yet, number, title and name are read row by row.
    """
    hits = keys(words, actor=actor, room="suggestions", scope=actor.scope, size=MOST)
    if hits is None:
        named = Q(lead__person__name__icontains=words) & policy.found_by_name(actor)
        return Found(Q(number__icontains=words) | Q(title__icontains=words) | named)
    total, ids = hits
    condition = Q(pk__in=ids) | _numbered(words) | _by_name(actor, words)
    more = _("正文里有的超过 %d 件，只列最相关的；请再加条件。") % MOST if total > len(ids) else ""
    return Found(condition, more)


def _numbered(words: str) -> Q:
    whole = Q(number__in=sorted({words, *(words.zfill(n) for n in PADDED)}))
    return whole | Q(number__startswith=words)


def _by_name(actor: Actor, words: str) -> Q:
    """Suggestions led by somebody of that name, for whoever may know the proposer."""
    if len(words) > LONGEST_NAME or any(char.isdigit() for char in words):
        return Q(pk__in=[])
    seats = Seat.objects.within(actor.scope).filter(person__name__icontains=words)
    return among("lead_id", seats) & policy.found_by_name(actor)
