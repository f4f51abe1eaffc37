from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianluo.kernel.scoping import Scope
from lianluo.search.find import Hits, How, count, find
from lianluo.search.index import reader
from lianluo.search.tests.conftest import Papers
from tests.cast import Cast

LIFT = "老旧小区加装电梯需要财政补贴，居民出资比例应当明确。"


@pytest.fixture
def room(cast: Cast, papers: Papers, feeder: Any) -> Papers:
    """Two papers at home and one next door, indexed."""
    home, other = cast.home.units, cast.neighbour.units
    papers.titles |= {
        home["education"].pk: "关于老旧小区加装电梯的建议",
        home["health"].pk: "关于乡镇卫生院的建议",
    }
    papers.texts |= {home["education"].pk: LIFT, home["health"].pk: "乡镇卫生院缺少医生。"}
    papers.texts[other["education"].pk] = LIFT
    papers.numbers[home["education"].pk] = "闭020"
    feeder.step()
    return papers


def titles(hits: Hits) -> list[str]:
    return [hit.row.title for hit in hits.rows]


def test_words_are_found_in_any_order(cast: Cast, room: Papers) -> None:
    hits = find("电梯 小区", actor=cast.wang)
    assert titles(hits) == ["关于老旧小区加装电梯的建议"]
    assert hits.total == 1


def test_the_words_are_marked_in_title_and_passage(cast: Cast, room: Papers) -> None:
    hit = find("电梯", actor=cast.wang).rows[0]
    assert "<mark>电梯</mark>" in hit.title
    assert "<mark>电梯</mark>" in hit.snippet


def test_the_neighbour_finds_only_the_own(cast: Cast, room: Papers) -> None:
    hits = find("加装电梯", actor=cast.neighbour.actor("wang"))
    assert {hit.row.id for hit in hits.rows} == {cast.neighbour.units["education"].pk}


def test_without_signing_in_only_public_records_are_found(cast: Cast, room: Papers, feeder: Any) -> None:
    assert find("加装电梯", actor=None).total == 0


def test_who_holds_nothing_finds_nothing(cast: Cast, room: Papers) -> None:
    assert find("加装电梯", actor=cast.sun).total == 0


def test_a_right_taken_away_since_hides_the_row(cast: Cast, room: Papers) -> None:
    room.hidden.add(cast.home.units["education"].pk)
    assert titles(find("加装电梯", actor=cast.wang)) == []


def test_rights_may_name_a_unit(cast: Cast, papers: Papers, feeder: Any) -> None:
    unit = cast.home.units["education"]
    papers.texts[unit.pk] = LIFT
    papers.seen_by[unit.pk] = [f"unit:{unit.pk}"]
    feeder.step()
    assert find("电梯", actor=cast.zhao).total == 1
    assert find("电梯", actor=cast.liu).total == 0


def test_a_scope_narrows_further(cast: Cast, room: Papers) -> None:
    assert find("电梯", actor=cast.wang, scope=cast.home.congress.scope).total == 1
    assert find("电梯", actor=cast.wang, scope=cast.lower.congress.scope).total == 0
    assert find("电梯", actor=cast.wang, scope=Scope(trees=("00/",))).total == 1


def test_a_filter_narrows(cast: Cast, room: Papers) -> None:
    assert find("建议", actor=cast.wang, filters={"kind": ["government"]}).total == 2
    assert find("建议", actor=cast.wang, filters={"kind": ["court"]}).total == 0


def test_a_quoted_phrase_must_stand_exactly_so(cast: Cast, room: Papers) -> None:
    assert find("“财政补贴”", actor=cast.wang).total == 1
    assert find("“补贴财政”", actor=cast.wang).how is not How.WORDS


def test_a_phrase_is_found_where_the_cutter_cuts_otherwise(cast: Cast, room: Papers) -> None:
    hits = find("居民出", actor=cast.wang)
    assert hits.total == 1


@pytest.mark.parametrize("typed", ["梯", "电梯", "医", "医生", "镇"])
def test_one_and_two_characters_are_found(cast: Cast, room: Papers, typed: str) -> None:
    assert find(typed, actor=cast.wang).total == 1


@pytest.mark.parametrize("typed", ["闭020", "闭 020", "020", "20", "０２０"])
def test_a_number_is_found_as_people_write_it(cast: Cast, room: Papers, typed: str) -> None:
    assert find(typed, actor=cast.wang).rows[0].row.number == "闭020"


def test_a_mistyped_word_finds_what_is_near_and_says_so(cast: Cast, room: Papers) -> None:
    hits = find("老旧小区加装店梯", actor=cast.wang)
    assert titles(hits) == ["关于老旧小区加装电梯的建议"]
    assert hits.how is How.PAIRS


def test_nothing_is_found_for_what_stands_nowhere(cast: Cast, room: Papers) -> None:
    hits = find("航天飞机", actor=cast.wang)
    assert (hits.total, hits.how) == (0, How.NONE)


def test_an_empty_question_has_no_answer(cast: Cast, room: Papers) -> None:
    assert find("，。 ！", actor=cast.wang).total == 0


def test_pages_follow_one_another(cast: Cast, room: Papers) -> None:
    first = find("建议", actor=cast.wang, size=1)
    second = find("建议", actor=cast.wang, size=1, page=2)
    assert first.pages == 2
    assert titles(first) != titles(second)


def test_rooms_are_counted(cast: Cast, room: Papers) -> None:
    assert count("电梯", actor=cast.wang, rooms=["papers"]) == {"papers": 1}


def test_without_an_index_the_page_says_that_it_is_being_built(cast: Cast, papers: Papers) -> None:
    assert reader() is None
    assert find("电梯", actor=cast.wang).how is How.BUILDING


def test_one_page_asks_the_database_once_per_room(cast: Cast, room: Papers, at_most_queries: Any) -> None:
    actor = cast.wang
    with at_most_queries(1):
        find("建议", actor=actor)


SYNTAX = st.text(alphabet='"“”「」*?()[]{}+-:^~\\/ANDORNOT&|!电梯的a1 \x00\ud7ff¦·', max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.one_of(SYNTAX, st.text(max_size=300)))
def test_no_text_breaks_the_question(cast: Cast, room: Papers, text: str) -> None:
    hits = find(text, actor=cast.wang)
    assert hits.total >= len(hits.rows)
