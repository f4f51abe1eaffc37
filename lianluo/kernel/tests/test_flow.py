"""A table of moves: what is broken is found at once, what is open follows from the table alone."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianluo.kernel.flow import BrokenFlow, Flow, Move, states
from lianluo.kernel.verdict import YES, Verdict, no


class Tea(Enum):
    COLD = "cold"
    HOT = "hot"
    DRUNK = "drunk"

    @property
    def label(self) -> str:
        return {"cold": "凉", "hot": "热", "drunk": "已喝"}[self.value]


@dataclass
class Cup:
    state: str = "cold"


def grown_up(actor: Any, case: Any) -> Verdict:
    return YES if actor == "adult" else no("小孩不能烧水。")


def row(name: str, source: str, target: str | None, **fields: Any) -> Move:
    return Move(name=name, label=f"「{name}」", sources=states(*source.split()), target=target, **fields)


HEAT = row("heat", "cold", "hot", allows=grown_up)
DRINK = row("drink", "hot", "drunk")
COOL = row("cool", "hot", "cold", shown=False)


def tea(*rows: Move, start: str = "cold", ends: frozenset[str] = states("drunk")) -> Flow:
    return Flow(name="tea", states=Tea, start=start, ends=ends, rows=rows)


def test_the_table_answers_what_may_happen_now() -> None:
    flow = tea(HEAT, DRINK, COOL)
    assert [m.name for m in flow.open_moves("adult", Cup())] == ["heat"]
    assert [m.name for m in flow.open_moves("adult", Cup("hot"))] == ["drink"]
    assert flow.open_moves("adult", Cup("drunk")) == []


def test_a_closed_move_says_why_and_a_distant_one_is_silent() -> None:
    closed = tea(HEAT, DRINK, COOL).closed_moves("child", Cup())
    assert [(c.move.name, c.reason) for c in closed] == [("heat", "小孩不能烧水。")]


def test_a_move_from_the_wrong_state_is_refused_in_words() -> None:
    assert str(tea(HEAT, DRINK).judge("adult", Cup("cold"), "drink").reason) == "「凉」时不能「drink」。"


def test_a_move_that_does_not_exist_is_refused_and_not_an_error() -> None:
    assert str(tea(HEAT, DRINK).judge("adult", Cup(), "spill").reason) == "没有「spill」这一步。"


def test_a_hidden_move_is_no_button_but_may_be_made() -> None:
    flow = tea(HEAT, DRINK, COOL)
    assert "cool" not in [m.name for m in flow.open_moves("adult", Cup("hot"))]
    assert flow.judge("adult", Cup("hot"), "cool")


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ((HEAT, HEAT, DRINK), "share a name"),
        ((HEAT, DRINK, row("begin", "cold", "hot")), "first event"),
        ((HEAT, DRINK, row("spill", "", "cold")), "never be made"),
        ((HEAT, DRINK, row("boil", "steam", "hot")), "unknown states"),
        ((HEAT, DRINK, row("boil", "hot", "steam")), "unknown states"),
        ((row("heat", "cold", "hot"),), "no way leads to"),
        ((HEAT, row("gulp", "cold", "drunk")), "no way leads out of"),
        ((HEAT, row("sip", "hot", None), row("gulp", "cold", "drunk")), "no way leads out of"),
    ],
)
def test_a_broken_table_is_found_when_it_is_written(rows: tuple[Move, ...], complaint: str) -> None:
    with pytest.raises(BrokenFlow, match=complaint):
        tea(*rows)


def test_unknown_start_and_end_are_found() -> None:
    with pytest.raises(BrokenFlow, match="unknown states"):
        tea(HEAT, DRINK, start="steam")
    with pytest.raises(BrokenFlow, match="unknown states"):
        tea(HEAT, DRINK, ends=states("spilt"))


WORDS = [state.value for state in Tea]
moves = st.builds(
    lambda name, source, target, consent: row(
        name, " ".join(source), target, allows=grown_up if consent else row(name, "x", None).allows
    ),
    st.sampled_from(["a", "b", "c", "d", "e"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True),
    st.sampled_from([*WORDS, None]),
    st.booleans(),
)


@given(st.lists(moves, min_size=1, max_size=5, unique_by=lambda m: m.name), st.sampled_from(WORDS))
def test_every_table_is_either_refused_or_sound(rows: list[Move], start: str) -> None:
    try:
        flow = tea(*rows, start=start)
    except BrokenFlow:
        return
    assert flow.reachable() == set(WORDS)
    for state in WORDS:
        assert state in flow.ends or flow.leaving(state)
        for actor in ("adult", "child"):
            opened = {m.name for m in flow.open_moves(actor, Cup(state))}
            closed = {c.move.name for c in flow.closed_moves(actor, Cup(state))}
            assert not opened & closed
            assert opened | closed == {m.name for m in rows if state in m.sources and m.shown}
