"""The values that components show. Frozen, with no database behind them: a view fills them, a tag draws them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lianluo.kernel.flow import Flow, Move


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a case. `state` is "done", "now" or "" for what is still to come."""

    label: str
    note: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """Who did what when. `tone`: "" plain, "now" latest, "bad" adverse, "sys" automatic, "wait" still to come."""

    at: datetime | date
    title: str
    text: str = ""
    tone: str = ""
    links: Sequence[Link] = ()
    spent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveButton:
    """A move that is open to the reader. `post` sends it at once, asking `confirm` first when given."""

    label: str
    url: str
    tone: str = ""
    icon: str = ""
    post: bool = False
    confirm: str = ""
    confirm_text: str = ""


@dataclass(frozen=True, slots=True)
class ClosedMove:
    """A move that is closed to the reader now, with the reason."""

    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class MovesPanel:
    """What the reader may do with a case, and what not."""

    open: Sequence[MoveButton] = ()
    closed: Sequence[ClosedMove] = ()


def moves_panel(flow: Flow, actor: Any, case: Any, url: Callable[[Move], str]) -> MovesPanel:
    """The moves of `flow` as buttons: open ones lead to `url(move)`, closed ones say why."""
    open_ = [MoveButton(label=str(m.label), url=url(m), tone=m.tone) for m in flow.open_moves(actor, case)]
    closed = [ClosedMove(str(c.move.label), c.reason) for c in flow.closed_moves(actor, case)]
    return MovesPanel(open_, closed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A document or file. `kind` picks the icon: "doc" "pdf" "xls" "img" or "file"."""

    name: str
    url: str = ""
    note: str = ""
    kind: str = "file"
    locked: bool = False
    bad: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TabItem:
    """One entry of a line of views."""

    label: str
    url: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A filter that is on (`value` set; `url` takes it off) or can be switched on."""

    label: str
    url: str
    value: str = ""
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One deadline on a case page with the way in which it was counted."""

    label: str
    value: str
    note: str = ""
    how: str = ""
    tone: str = ""
    light: Any = None
