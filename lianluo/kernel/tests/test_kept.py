"""Dear answers are kept for a minute, and it is known of when they are."""

from datetime import timedelta

from lianluo.kernel.memo import Kept
from tests.cast import NOW


def test_a_dear_answer_is_read_once_a_minute() -> None:
    read: list[int] = []
    kept: Kept[int] = Kept(seconds=60)

    def look() -> int:
        read.append(1)
        return len(read)

    def ask(seconds: int) -> tuple[int, int]:
        answer, of = kept.get("key", NOW + timedelta(seconds=seconds), look, bool)
        return answer, int((of - NOW).total_seconds())

    assert [ask(0), ask(59), ask(60), ask(70)] == [(1, 0), (1, 0), (2, 60), (2, 60)]


def test_a_cheap_answer_is_always_read_anew() -> None:
    kept: Kept[list[int]] = Kept()
    first, _of = kept.get("key", NOW, lambda: [1], lambda answer: False)
    again, _of = kept.get("key", NOW, lambda: [2], lambda answer: False)
    assert (first, again) == ([1], [2])


def test_the_oldest_go_first() -> None:
    kept: Kept[int] = Kept(most=2)
    for key in "abc":
        kept.get(key, NOW, lambda: 1, bool)
    assert kept.get("a", NOW, lambda: 2, bool)[0] == 2
    assert kept.get("c", NOW, lambda: 3, bool)[0] == 1
