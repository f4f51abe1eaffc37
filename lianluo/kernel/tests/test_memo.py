"""Read once per page, and never from an older page."""

import pytest

from lianluo.kernel.memo import once, one_page


class Clock:
    """Counts how often it is read."""

    def __init__(self) -> None:
        self.reads = 0

    def read(self) -> int:
        self.reads += 1
        return self.reads


def test_on_one_page_it_is_read_once() -> None:
    clock = Clock()
    with one_page():
        assert [once("a", clock.read), once("a", clock.read)] == [1, 1]
        assert once("b", clock.read) == 2


def test_the_next_page_reads_again() -> None:
    clock = Clock()
    for expected in (1, 2):
        with one_page():
            assert once("a", clock.read) == expected


def test_outside_of_a_page_nothing_is_remembered() -> None:
    clock = Clock()
    assert [once("a", clock.read), once("a", clock.read)] == [1, 2]


def test_nothing_and_no_are_remembered_too() -> None:
    seen = []
    with one_page():
        for _ in range(2):
            assert once("a", lambda: seen.append(1)) is None
    assert seen == [1]


def test_a_page_that_breaks_leaves_nothing_behind() -> None:
    def broken() -> None:
        raise ZeroDivisionError

    clock = Clock()
    with pytest.raises(ZeroDivisionError), one_page():
        once(once("a", clock.read), broken)
    assert once("a", clock.read) == 2
