"""A table that refuses a bad entry at the start."""

import pytest

from lianluo.kernel.registry import Registry, Taken


def test_entries_come_back_in_the_order_in_which_they_came() -> None:
    rooms: Registry[str] = Registry("rooms")
    rooms.add("b", "second floor")
    rooms.add("a", "first floor")
    assert list(rooms) == ["second floor", "first floor"]
    assert rooms.keys() == ["b", "a"]
    assert rooms["a"] == "first floor"
    assert "c" not in rooms
    assert rooms.get("c") is None
    assert len(rooms) == 2


def test_two_entries_cannot_share_a_key() -> None:
    rooms: Registry[str] = Registry("rooms")
    rooms.add("a", "first floor")
    with pytest.raises(Taken, match="rooms: a"):
        rooms.add("a", "cellar")


def test_the_same_entry_twice_is_one() -> None:
    rooms: Registry[str] = Registry("rooms")
    rooms.add("a", "first floor")
    rooms.add("a", "first floor")
    assert len(rooms) == 1


def test_an_entry_needs_a_key() -> None:
    with pytest.raises(ValueError, match="needs a key"):
        Registry[str]("rooms").add("", "nowhere")
