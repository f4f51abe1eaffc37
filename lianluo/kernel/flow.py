"""A flow is a table of moves. This module reads the table; it holds no rule of any congress."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lianluo.kernel.text import Sentence, _
from lianluo.kernel.verdict import YES, Check, Verdict, no

BEGIN = "begin"
"""The move of the first event of every case; no row of a table may be called so."""


def anyone(actor: Any, case: Any) -> Verdict:
    return YES


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One row of a flow.

    `sources` are the states from which it may be made, `target` the state after it, or None for a move that
    leaves the state as it is (a note, an extension). `allows` answers who may. `clock` names the deadline
    that the move starts, `ends_clock` those that it stops. `shown` is False for moves that only follow from
    others (the suggestion advancing because its last handling did) and so never become a button.
    `tone` is "go" for the usual next step, "" for others and "bad" for one that asks for confirmation.
    """

    name: str
    label: str
    sources: frozenset[str]
    target: str | None
    allows: Check = anyone
    clock: str = ""
    ends_clock: frozenset[str] = frozenset()
    shown: bool = True
    tone: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ClosedMove:
    """A move that stands in the way of the case but is closed to this actor now, and why."""

    move: Move
    reason: str


class BrokenFlow(Exception):
    """The table cannot be right: found when the module is imported, not when a user presses a button."""


@dataclass(slots=True)
class Flow:
    """A named table of moves over the states of one kind of case."""

    name: str
    states: type[Any]
    start: str
    ends: frozenset[str]
    rows: Iterable[Move]
    label: str = ""
    moves: dict[str, Move] = field(init=False)

    def __post_init__(self) -> None:
        rows = list(self.rows)
        self.moves = {move.name: move for move in rows}
        if len(self.moves) != len(rows):
            raise BrokenFlow(f"{self.name}: two moves share a name")
        if BEGIN in self.moves:
            raise BrokenFlow(f"{self.name}: {BEGIN!r} is the name of the first event")
        if idle := sorted(move.name for move in rows if not move.sources):
            raise BrokenFlow(f"{self.name}: {idle} can never be made")
        self._check_states({str(state.value) for state in self.states})

    def _check_states(self, known: set[str]) -> None:
        used = {self.start} | self.ends
        for move in self.moves.values():
            used |= move.sources | ({move.target} if move.target else set())
        if used - known:
            raise BrokenFlow(f"{self.name}: unknown states {sorted(used - known)}")
        if known - self.reachable():
            raise BrokenFlow(f"{self.name}: no way leads to {sorted(known - self.reachable())}")
        if stuck := {s for s in known - self.ends if not self.leaving(s)}:
            raise BrokenFlow(f"{self.name}: no way leads out of {sorted(stuck)}")

    def leaving(self, state: str) -> list[Move]:
        """The moves that change `state`."""
        return [m for m in self.moves.values() if state in m.sources and m.target and m.target != state]

    def reachable(self) -> frozenset[str]:
        """Every state to which some chain of moves leads from the start."""
        seen: set[str] = set()
        todo = [self.start]
        while todo:
            state = todo.pop()
            if state not in seen:
                seen.add(state)
                todo += [m.target for m in self.moves.values() if state in m.sources and m.target]
        return frozenset(seen)

    def judge(self, actor: Any, case: Any, name: str) -> Verdict:
        """May `actor` make the move `name` on `case` now? A refusal carries its reason."""
        move = self.moves.get(name)
        if move is None:
            return no(Sentence(_("没有「{name}」这一步。"), name=name))
        if case.state not in move.sources:
            return no(
                Sentence(_("「{state}」时不能{move}。"), state=self.states(case.state).label, move=move.label)
            )
        return move.allows(actor, case)

    def open_moves(self, actor: Any, case: Any) -> list[Move]:
        """What `actor` may do with `case` now, in the order of the table."""
        return [m for m in self.moves.values() if m.shown and self.judge(actor, case, m.name)]

    def closed_moves(self, actor: Any, case: Any) -> list[ClosedMove]:
        """Moves that this state knows but that are closed to `actor`, with reasons fit to be shown."""
        closed = []
        for move in self.moves.values():
            if move.shown and case.state in move.sources:
                verdict = self.judge(actor, case, move.name)
                if not verdict:
                    closed.append(ClosedMove(move, str(verdict.reason)))
        return closed


def states(*names: str) -> frozenset[str]:
    """Shorthand for the `sources` column."""
    return frozenset(str(name) for name in names)
