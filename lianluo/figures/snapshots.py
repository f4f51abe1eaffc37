"""Freezing figures, and comparing what was reported with what the records say today."""

from dataclasses import dataclass
from datetime import datetime

from lianluo.congress.models import Congress
from lianluo.figures.counting import all_figures, numbers
from lianluo.figures.models import Snapshot
from lianluo.figures.periods import Period
from lianluo.figures.registry import FIGURES
from lianluo.kernel.scoping import Scope
from lianluo.people.actor import Actor


@dataclass(frozen=True, slots=True)
class Compared:
    """A frozen number beside today's; None when the figure no longer exists."""

    key: str
    label: str
    unit: str
    then: int
    now: int | None

    @property
    def changed(self) -> int:
        return 0 if self.now is None else self.now - self.then


def scope_of(congress: Congress, below: bool) -> Scope:
    return congress.subtree if below else congress.scope


def freeze(title: str, *, period: Period, below: bool, actor: Actor, at: datetime) -> Snapshot:
    """Freeze every figure of the actor's congress for `period`, with label and unit as they read today."""
    figures = all_figures()
    counted = numbers(figures, scope_of(actor.congress, below), period)
    rows = [
        {"key": f.key, "label": str(f.label), "unit": str(f.unit), "number": counted[f.key]} for f in figures
    ]
    return Snapshot.objects.create(
        congress=actor.congress,
        title=title,
        period=period.code,
        below=below,
        numbers=rows,
        taken_at=at,
        taken_by_id=actor.account_id,
    )


def compared(snapshot: Snapshot) -> list[Compared]:
    """What was reported beside what the records say now."""
    known = [FIGURES[row["key"]] for row in snapshot.numbers if row["key"] in FIGURES]
    scope = scope_of(snapshot.congress, snapshot.below)
    today = numbers(known, scope, Period.read(snapshot.period))
    return [
        Compared(row["key"], row["label"], row["unit"], row["number"], today.get(row["key"]))
        for row in snapshot.numbers
    ]
