"""What an actor may see, as queries."""

from collections.abc import Iterable

from django.db.models import Case, F, Value, When

from lianluo.kernel.scoping import Q, ScopedQuerySet
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions import policy
from lianluo.suggestions.models import Extension, Handling, Reply, Suggestion
from lianluo.suggestions.models.suggestions import SuggestionQuerySet
from lianluo.suggestions.states import HandlingState, LongerBy


def visible(actor: Actor) -> SuggestionQuerySet:
    """The suggestions that `actor` may see at the own congress."""
    rows: SuggestionQuerySet = Suggestion.objects.within(actor.scope).filter(policy.seen_by(actor))
    return rows


def known(rows: Iterable[Suggestion], actor: Actor) -> list[Suggestion]:
    """The rows, each with the proposer's name for whoever may know it; everybody else reads that it is kept back."""
    found = list(rows)
    for row in found:
        row.known_to_reader = bool(policy.may_know_proposer(actor, row))
    return found


def by_name(actor: Actor) -> Case | F:
    """By what a list is sorted by name; who must not know a name must not read it off a place between two others."""
    pinyin = F("lead__person__pinyin")
    known_here = policy.found_by_name(actor)
    return Case(When(known_here, then=pinyin), default=Value("")) if known_here else pinyin


def handlings_of(actor: Actor) -> ScopedQuerySet:
    """The handlings that the actor's units have, and those that its office has to pass on or decide."""
    have = Q(unit__in=actor.units()) & ~Q(state=HandlingState.DISPATCHING)
    through = Q(unit__dispatched_by__in=actor.units(RoleKind.DISPATCHER))
    if actor.is_liaison:
        through |= Q(state=HandlingState.OBJECTED)
    rows: ScopedQuerySet = Handling.objects.within(actor.scope).filter(have | through)
    return rows.select_related("suggestion__lead__person", "unit")


def replies_of(actor: Actor) -> ScopedQuerySet:
    """The replies that the actor's own units write."""
    rows: ScopedQuerySet = Reply.objects.within(actor.scope).filter(handling__unit__in=actor.units())
    return rows.select_related("handling__suggestion__lead__person", "handling__unit")


def extensions_of(actor: Actor) -> ScopedQuerySet:
    """Requests for more time that wait for the actor as the assigning body; those for deputies come with the case."""
    through = Q(handling__unit__dispatched_by__in=actor.units(RoleKind.DISPATCHER))
    office = ~Q(consent=LongerBy.DEPUTY) & (Q() if actor.is_liaison else through)
    rows: ScopedQuerySet = Extension.objects.within(actor.scope).filter(office)
    return rows.select_related("handling__suggestion__lead__person", "handling__unit")
