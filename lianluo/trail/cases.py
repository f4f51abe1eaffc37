"""The kinds of cases. Each room registers its own, so that the floors below can name, check and describe them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.db.models.expressions import Combinable

from lianluo.kernel.flow import BEGIN, Flow
from lianluo.kernel.registry import Registry
from lianluo.kernel.text import _
from lianluo.kernel.verdict import Verdict
from lianluo.people.actor import Actor
from lianluo.trail.models import Case, Event

Describe = Callable[[Event], Iterable[str]]


def silent(event: Event) -> Iterable[str]:
    """Nothing to add to the label of the move."""
    return ()


@dataclass(frozen=True, kw_only=True)
class CaseType:
    """One kind of case.

    `seen_by` is the condition on its rows and `may_see` the same question about one row: the twin test compares
    them. `describe` turns the facts of an event into sentences. `url` leads to the page of the case. `title` is what
    the case is called, as an expression on its row: the titles of cases of all kinds are then one question.
    """

    flow: Flow
    model: type[Case]
    seen_by: Callable[[Actor], Q] | None = None
    may_see: Callable[[Actor, Any], Verdict] | None = None
    describe: Describe = silent
    title: Callable[[], Combinable]
    url: Callable[[Any], str] | None = None

    @property
    def name(self) -> str:
        return self.flow.name

    @property
    def label(self) -> str:
        return str(self.flow.label or self.flow.name)

    def move_label(self, move: str) -> str:
        """The words of a move; the first event of a case is its beginning."""
        if move == BEGIN:
            return str(_("建立"))
        return str(self.flow.moves[move].label) if move in self.flow.moves else move

    def state_label(self, state: str) -> str:
        """The words of a state, or the value itself where the table knows it no longer."""
        try:
            return str(self.flow.states(state).label)
        except ValueError:
            return state


CASES: Registry[CaseType] = Registry("cases")


def register(case_type: CaseType) -> CaseType:
    """Make a kind of case known under the name of its flow."""
    return CASES.add(case_type.name, case_type)
