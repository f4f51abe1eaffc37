from types import SimpleNamespace
from typing import Any

import pytest

from lianluo.search.changes import step_changed
from lianluo.search.models import SearchChange
from lianluo.search.registry import BadSearchable, Searchable, Searchables
from lianluo.search.tests.conftest import Papers
from lianluo.search.tokens import held
from tests.cast import NOW, Cast


def entry(**changes: Any) -> Searchable:
    def nothing(*_args: Any) -> Any:
        return []

    facts = {"room": "papers", "label": "文稿", "queryset": nothing, "document": nothing, "visible": nothing}
    return Searchable(**{**facts, **changes})


@pytest.mark.parametrize("key", ["Papers", "pa pers", "papers:1", "", "other"])
def test_a_name_that_is_no_name_is_refused(key: str) -> None:
    with pytest.raises(BadSearchable):
        Searchables("test").add(key, entry(room=key if key != "other" else "papers"))


def test_a_room_without_a_label_is_refused() -> None:
    with pytest.raises(BadSearchable):
        Searchables("test").add("papers", entry(label=""))


def test_a_step_of_a_case_reaches_the_rooms_that_show_it(papers: Papers, db: None) -> None:
    event: Any = SimpleNamespace(case_type="paper", at=NOW)
    step_changed(event, SimpleNamespace(pk=7))
    assert [(row.room, row.object_id) for row in SearchChange.objects.all()] == [("papers", 7)]


def test_a_step_of_another_kind_of_case_reaches_none(papers: Papers, db: None) -> None:
    event: Any = SimpleNamespace(case_type="something", at=NOW)
    step_changed(event, SimpleNamespace(pk=7))
    assert not SearchChange.objects.exists()


def test_what_people_hold(cast: Cast) -> None:
    home = cast.home.congress.pk
    unit = cast.home.units["education"].pk
    assert held(None) == {"public"}
    assert {f"congress:{home}", f"role:liaison:{home}"} <= held(cast.wang)
    assert {f"unit:{unit}", f"unit:{unit}:unit_handler"} <= held(cast.zhao)
    assert {f"deputy:{home}", f"seat:{cast.home.seats['li'].pk}"} <= held(cast.li)
    assert f"delegation:{cast.home.delegations[0].pk}" in held(cast.he)
    assert f"congress:{home}" not in held(cast.sun)
