"""A move on many rows: first say what will happen to how many and which are refused, then do it row by row."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from django import forms
from django.db import transaction
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.people.actor import Actor
from lianluo.trail.steps import Refused
from lianluo.ui.lists.parts import Bulk
from lianluo.ui.lists.state import ListState

AT_ONCE = 100  # more rows run in the worker
MOST = 2000


@dataclass(frozen=True)
class Preview:
    """What would happen: `can` are the rows that may, `cannot` the refused ones with the reason."""

    bulk: Bulk
    can: list[Any]
    cannot: list[tuple[Any, str]]

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Reasons of refusal with how often they apply."""
        return Counter(reason for _row, reason in self.cannot).most_common()

    @property
    def effect(self) -> str:
        """What follows for those that may."""
        return self.bulk.effect(self.can) if self.bulk.effect and self.can else ""


@dataclass
class Outcome:
    """What happened."""

    done: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """For the message on the next page."""
        if not self.refused:
            return _("已办 %d 件。") % self.done
        first = "；".join(f"{name}：{reason}" for name, reason in self.refused[:3])
        return _("已办 %(n)d 件；%(m)d 件没有办成，%(first)s") % {
            "n": self.done,
            "m": len(self.refused),
            "first": first,
        }


def open_to(state: ListState) -> list[Bulk]:
    """The moves that this actor is offered."""
    return [b for b in state.page.bulks if b.shown is None or b.shown(state.actor)]


def found(state: ListState, key: str) -> Bulk:
    """The move of that name, if it is offered to this actor."""
    bulk = next((b for b in open_to(state) if b.key == key), None)
    if bulk is None:
        raise Http404
    return bulk


def asked(state: ListState, bulk: Bulk, data: QueryDict | None) -> forms.Form | None:
    """The form of the move, if it has one. A form with things of the congress says `offer_to(actor, at)`."""
    if bulk.form is None:
        return None
    form = bulk.form(data)
    if isinstance(form, Offering):
        form.offer_to(state.actor, state.at)
    return form


@runtime_checkable
class Offering(Protocol):
    """A form that fills its choices for the actor."""

    def offer_to(self, actor: Actor, at: datetime) -> None: ...


def answers(form: forms.Form | None) -> Mapping[str, Any]:
    """What was typed, checked; with the form itself under "form" for moves that ask it for more."""
    return form.cleaned_data | {"form": form} if form else {}


def typed(bulk: Bulk, data: QueryDict) -> dict[str, list[str]]:
    """What was typed, as it was sent: the worker checks it again."""
    names = bulk.form.base_fields if bulk.form else ()
    return {name: data.getlist(name) for name in names if name in data}


def sent(data: Mapping[str, Any]) -> QueryDict:
    """The other way round, in the worker."""
    query = QueryDict(mutable=True)
    for name, values in data.items():
        query.setlist(name, values)
    return query


def chosen(state: ListState, keys: Sequence[str], everything: bool) -> list[Any]:
    """The selected rows, or everything that the list shows (at most `MOST`)."""
    if everything:
        return list(state.rows[:MOST])
    return list(state.base.filter(pk__in=[key for key in keys if key.isdigit()]).order_by("pk")[:MOST])


def preview(state: ListState, bulk: Bulk, rows: Sequence[Any]) -> Preview:
    """Judge every row."""
    can: list[Any] = []
    cannot: list[tuple[Any, str]] = []
    for row in rows:
        verdict = bulk.judge(state.actor, row)
        if verdict:
            can.append(row)
        else:
            cannot.append((row, str(verdict.reason)))
    return Preview(bulk, can, cannot)


def perform(
    state: ListState, bulk: Bulk, keys: Sequence[str], data: Mapping[str, Any],
    progress: Callable[[int], bool] = lambda done: True,
) -> Outcome:  # fmt: skip
    """Do it row by row, each in its own transaction, judging again: what moved meanwhile is left alone."""
    outcome = Outcome()
    if bulk.run is None:
        raise TypeError(f"{bulk.key} is long work, not a move row by row")
    for n, row in enumerate(chosen(state, keys, everything=False), start=1):
        try:
            if not (verdict := bulk.judge(state.actor, row)):
                raise Refused(str(verdict.reason))
            with transaction.atomic():
                bulk.run(row, state.actor, timezone.now(), data)
            outcome.done += 1
        except Refused as refusal:
            outcome.refused.append((str(row), str(refusal)))
        if not progress(n):
            break
    return outcome
