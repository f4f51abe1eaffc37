import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from lianluo.congress.models import Unit
from lianluo.search.likeness import Given, dice, passages, similar
from lianluo.search.tests.conftest import Papers
from lianluo.search.words import pair_set
from tests.cast import Cast

MESSAGES = Path(__file__).parents[4] / "shared" / "data" / "messages"
needs_messages = pytest.mark.skipif(
    not MESSAGES.exists(),
    reason="LOUD: the public messages are not on this machine; likeness is not measured",
)
LIFT = "我市老旧小区多为六层以上，没有电梯，老年人上下楼困难。建议财政对加装电梯给予补贴，简化审批手续。"
CHANGED = (
    "全市老旧小区大多六层以上，没有电梯，高龄老人上下楼困难。建议市财政对加装电梯给予补贴，审批手续从简。"
)
OTHER = "乡镇卫生院缺少全科医生，设备陈旧，群众看病要到县城。建议提高乡村医生待遇，配备检查设备。"


@pytest.fixture
def room(cast: Cast, papers: Papers, feeder: Any) -> Papers:
    names = {
        "education": ("关于老旧小区加装电梯的建议", LIFT),
        "health": ("关于加强乡镇卫生院建设的建议", OTHER),
    }
    for name, (title, text) in names.items():
        papers.titles[cast.home.units[name].pk] = title
        papers.texts[cast.home.units[name].pk] = text
    papers.texts[cast.neighbour.units["education"].pk] = LIFT
    feeder.step()
    return papers


def test_a_changed_copy_finds_its_source_and_says_why(cast: Cast, room: Papers) -> None:
    found = similar(Given("关于既有住宅加装电梯的建议", CHANGED), actor=cast.wang)
    best = found[0]
    assert best.row.id == cast.home.units["education"].pk
    assert best.score > 0.5
    assert len(best.words) >= 5
    assert all(word in f"关于既有住宅加装电梯的建议{CHANGED}" for word in best.words)
    assert all(word in f"关于老旧小区加装电梯的建议{LIFT}" for word in best.words)
    assert "没有电梯" in "".join(best.passages)


def test_another_matter_is_not_alike(cast: Cast, room: Papers) -> None:
    found = similar(Given("关于老旧小区加装电梯的建议", LIFT), actor=cast.wang)
    assert cast.home.units["health"].pk not in {one.row.id for one in found}


def test_the_neighbours_texts_are_never_shown(cast: Cast, room: Papers) -> None:
    found = similar(Given("", LIFT), actor=cast.wang)
    assert cast.neighbour.units["education"].pk not in {one.row.id for one in found}


def test_a_record_is_not_like_itself(cast: Cast, room: Papers) -> None:
    own = cast.home.units["education"].pk
    found = similar(Given("", LIFT), actor=cast.wang, leave_out=("papers", own))
    assert own not in {one.row.id for one in found}


def test_words_that_stand_nowhere_are_like_nothing(cast: Cast, room: Papers) -> None:
    assert similar(Given("航天飞机", "航天飞机发射场"), actor=cast.wang) == []


def test_likeness_of_two_sets_of_pairs() -> None:
    assert dice(pair_set("加装电梯"), pair_set("加装，电梯")) == 1.0
    assert dice(pair_set("加装电梯"), pair_set("电梯补贴")) == 0.3333
    assert dice(pair_set(""), pair_set("加装电梯")) == 0.0
    assert dice(pair_set(""), pair_set("")) == 0.0


def test_passages_are_the_longest_that_stand_in_both() -> None:
    one, two = "甲乙丙丁戊己庚辛壬癸，其余不同", "前面不同甲乙丙丁戊己庚辛壬癸后面不同"
    assert passages(one, two) == ("甲乙丙丁戊己庚辛壬癸",)


def test_a_passage_must_be_one_piece_in_both() -> None:
    assert passages("甲乙丙丁戊己庚辛", "甲乙丙丁另外戊己庚辛") == ()


def messages() -> dict[int, tuple[str, str]]:
    with (MESSAGES / "corpus.csv").open(encoding="utf-8") as file:
        return {
            int(row["留言编号"]): (row["留言主题"], row["留言详情"].strip()) for row in csv.DictReader(file)
        }


@pytest.fixture
def corpus(cast: Cast, papers: Papers, feeder: Any) -> dict[int, tuple[str, str]]:
    """All public messages as texts of units of home; the unit's key is the message's number."""
    rows = messages()
    Unit.objects.bulk_create(
        Unit(pk=pk, congress=cast.home.congress, name=f"留言{pk}", short_name="", kind="government")
        for pk in rows
    )
    for pk, (title, text) in rows.items():
        papers.titles[pk], papers.texts[pk] = title, text
    feeder.step()
    return rows


@needs_messages
@pytest.mark.slow
def test_messages_about_one_event_find_each_other(cast: Cast, corpus: dict[int, tuple[str, str]]) -> None:
    with (MESSAGES / "near_duplicates.csv").open(encoding="utf-8") as file:
        events = {int(row["留言编号"]): row["event"] for row in csv.DictReader(file)}
    sizes: dict[str, int] = defaultdict(int)
    for event in events.values():
        sizes[event] += 1
    right = asked = 0
    for pk, event in events.items():
        found = similar(Given(*corpus[pk]), actor=cast.wang, leave_out=("papers", pk))
        wanted = min(10, sizes[event] - 1)
        right += sum(events.get(one.row.id) == event for one in found[:wanted])
        asked += wanted
    assert right / asked >= 0.92, f"precision@10 {right / asked:.3f}"


@needs_messages
@pytest.mark.slow
def test_identical_messages_are_always_found(cast: Cast, corpus: dict[int, tuple[str, str]]) -> None:
    groups = [
        group for group in json.loads((MESSAGES / "identical.json").read_text()) if set(group) <= set(corpus)
    ]
    assert groups
    for group in groups:
        for pk in group:
            found = similar(Given(*corpus[pk]), actor=cast.wang, leave_out=("papers", pk))
            assert set(group) - {pk} <= {one.row.id for one in found[: len(group) + 2]}
