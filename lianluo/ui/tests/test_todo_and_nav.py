"""The to-do list groups by urgency; the rail shows doors that are open to the actor."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from lianluo.kernel.workdays import WorkCalendar
from lianluo.ui.dues import Due, due_on
from lianluo.ui.nav import nearest
from lianluo.ui.todo import Todo, TodoEntry, TodoSource, gathered, group_of, todo
from lianluo.ui.todo_rows import todo_groups

WEDNESDAY = date(2026, 5, 20)


def due(day: date) -> Due:
    return due_on(day, today=WEDNESDAY, calendar=WorkCalendar())


def entry(day: date | None, number: str = "") -> TodoEntry:
    return TodoEntry(
        title="关于加装电梯的建议", number=number, why="等您审核", due=due(day) if day else None,
        url="/s/1/", action="审核", source="s",
    )  # fmt: skip


def test_groups_by_day() -> None:
    assert group_of(due(date(2026, 5, 19)), WEDNESDAY) == "overdue"
    assert group_of(due(WEDNESDAY), WEDNESDAY) == "today"
    assert group_of(due(date(2026, 5, 24)), WEDNESDAY) == "week"
    assert group_of(due(date(2026, 5, 25)), WEDNESDAY) == "later"
    assert group_of(None, WEDNESDAY) == "later"


def test_the_most_urgent_comes_first_and_empty_groups_are_left_out() -> None:
    rows = [entry(None, "3"), entry(WEDNESDAY, "2"), entry(date(2026, 5, 18), "1")]
    groups = gathered(rows, WEDNESDAY)
    assert [group.key for group in groups] == ["overdue", "today", "later"]
    assert [e.number for e in Todo(groups, 3).first] == ["1", "2", "3"]


def test_a_long_group_hides_its_tail_but_loses_nothing() -> None:
    shown = todo_groups(Todo(gathered([entry(WEDNESDAY, f"n{n}") for n in range(14)], WEDNESDAY), 14))
    assert "再看今日 4 件" in shown
    assert shown.count("todo-row") == 14


@pytest.mark.parametrize(("waiting", "at_least"), [(2, False), (3, True)])
def test_a_source_that_read_its_most_leaves_the_total_open(
    monkeypatch: Any, waiting: int, at_least: bool
) -> None:
    rows = [entry(WEDNESDAY, str(n)) for n in range(waiting)]
    source = TodoSource(key="s", label="建议", entries=lambda actor, at: rows, most=3)
    monkeypatch.setattr("lianluo.ui.todo.TODO", [source])
    found = todo(object(), datetime(2026, 5, 20, 9, tzinfo=UTC))
    assert (found.total, found.at_least) == (waiting, at_least)


def test_nothing_to_do_is_said_kindly() -> None:
    assert "都办完了" in todo_groups(Todo([], 0))


def test_the_entry_of_the_room_one_is_in_is_current() -> None:
    urls = ["/", "/suggestions/", "/suggestions/key/"]
    assert nearest("/suggestions/412/", urls) == "/suggestions/"
    assert nearest("/suggestions/key/1/", urls) == "/suggestions/key/"
    assert nearest("/else/", urls) == ""


def test_the_frame_asks_at_most_seven_questions(cast: Any, at_most_queries: Any) -> None:
    browser = cast.client("wang")
    with at_most_queries(9):
        page = browser.get("/mine/")
    assert "湖南省人民代表大会" in page.content.decode()
