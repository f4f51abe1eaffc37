"""Units: names with dates, a tree, and heirs that take over."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from lianluo.congress.find import find_units
from lianluo.congress.models import Unit
from lianluo.congress.refusals import Refusal
from lianluo.congress.units import (
    SUCCESSIONS,
    Succession,
    close_unit,
    create_unit,
    edit_unit,
    moves_on_close,
    name_on,
    rename_unit,
)
from tests.cast import TODAY, Cast


@pytest.fixture
def made(cast: Cast, now: datetime) -> Any:
    def make(name: str, short: str = "", **facts: Any) -> Any:
        congress = cast.home.congress
        return create_unit(
            congress, name=name, short_name=short or name, kind="government", actor=cast.qian, at=now, **facts
        )

    return make


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A room above with three open cases at every unit."""
    moved: list[tuple[str, str]] = []

    def move(unit: Any, heir: Any, actor: Any, at: Any) -> int:
        moved.append((unit.name, heir.name))
        return 3

    monkeypatch.setattr(
        SUCCESSIONS, "_entries", {"test": Succession(label="建议", count=lambda u: 3, move=move)}
    )
    return moved


def test_a_unit_is_found_by_initials_pinyin_name_part_and_former_name(
    cast: Cast, now: datetime, made: Any
) -> None:
    unit = made("湖南省新闻出版广电局", "省广电局")
    rename_unit(unit, name="湖南省广播电视局", short_name="省广电局", on=TODAY, actor=cast.qian, at=now)
    for text in ("gbdsj", "gdj", "sgdj", "hnsgbdsj", "guangdian", "广播电视", "新闻出版", "省广电"):
        assert unit in find_units(cast.home.congress.scope, text), text
    assert unit not in find_units(cast.home.congress.scope, "jyt")


def test_jyt_finds_the_education_department_first(cast: Cast, made: Any) -> None:
    made("湖南省交通运输厅经营统计处", "交统处")
    made("湖南省教育厅", "省教育厅")
    assert find_units(cast.home.congress.scope, "jyt")[0].name.endswith("教育厅")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("gxt", "湖南省工业和信息化厅"), ("jtt", "湖南省交通运输厅"), ("fgw", "湖南省发展和改革委员会")],
)
def test_the_usual_short_form_finds_a_unit_that_has_none(
    cast: Cast, made: Any, typed: str, name: str
) -> None:
    unit = made(name, name.replace("湖南省", "省").replace("委员会", "委"))
    made("湖南省公共资源交易中心", "省公共资源交易中心")
    assert find_units(cast.home.congress.scope, typed)[0] == unit


def test_the_whole_name_comes_before_a_longer_one(cast: Cast, made: Any) -> None:
    made("湖南省水利厅水文中心", "省水文中心")
    short = made("湖南省水利厅", "省水利厅")
    assert find_units(cast.home.congress.scope, "水利厅")[0] == short
    assert find_units(cast.home.congress.scope, "slt")[0] == short


def test_a_picker_never_looks_next_door(cast: Cast) -> None:
    assert all(u.congress_id == cast.home.congress.pk for u in find_units(cast.home.congress.scope, "fy"))


def test_letters_that_could_hurt_a_pattern_find_nothing(cast: Cast) -> None:
    assert find_units(cast.home.congress.scope, "%_\\'\"") == []


def test_two_units_of_one_name_cannot_be_in_force_together(cast: Cast, made: Any) -> None:
    with pytest.raises(Refusal, match="已有“教育厅”"):
        made("教育厅")


def test_documents_of_earlier_days_keep_the_former_name(cast: Cast, now: datetime) -> None:
    unit = cast.home.units["health"]
    rename_unit(unit, name="卫生健康厅", short_name="卫健厅", on=date(2026, 5, 1), actor=cast.qian, at=now)
    assert name_on(unit, date(2026, 4, 30)) == "卫生健康委员会"
    assert name_on(unit, date(2026, 5, 1)) == "卫生健康厅"
    assert "wjt" in unit.initials


def test_a_unit_of_another_congress_is_nobodys_parent(cast: Cast, made: Any) -> None:
    with pytest.raises(Refusal, match="同一级人大"):
        made("某局", parent=cast.neighbour.units["health"])


def test_a_ring_of_parents_is_refused(cast: Cast, now: datetime, made: Any) -> None:
    top = made("上局")
    below = made("中局", parent=top)
    with pytest.raises(Refusal, match="自己的下属单位"):
        edit_unit(top, parent=below, actor=cast.qian, at=now)


def test_only_a_dispatching_office_dispatches(cast: Cast, made: Any) -> None:
    with pytest.raises(Refusal, match="不是交办机构"):
        made("某局", dispatched_by=cast.home.units["health"])


def test_closing_moves_open_cases_and_units_below_to_the_heir(
    cast: Cast, now: datetime, made: Any, room: Any
) -> None:
    old, heir = cast.home.units["health"], cast.home.units["education"]
    below = made("中医药局", parent=old)
    assert moves_on_close(old) == [("建议", 3)]
    moved = close_unit(old, heir=heir, on=TODAY, note="机构改革", actor=cast.qian, at=now)
    old.refresh_from_db()
    below.refresh_from_db()
    assert moved == {"建议": 3, "下属单位": 1}
    assert room == [("卫生健康委员会", "教育厅")]
    assert (old.valid_to, old.successor, below.parent) == (TODAY, heir, heir)
    assert old not in find_units(cast.home.congress.scope, "wjw", on=TODAY)


def test_with_open_cases_there_must_be_an_heir(cast: Cast, now: datetime, room: Any) -> None:
    unit = cast.home.units["health"]
    with pytest.raises(Refusal, match="须指定职责承接单位"):
        close_unit(unit, heir=None, on=TODAY, actor=cast.qian, at=now)
    unit.refresh_from_db()
    assert unit.valid_to is None


def test_a_room_that_fails_leaves_everything_as_it_was(
    cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(unit: Any, heir: Any, actor: Any, at: Any) -> int:
        raise RuntimeError("no")

    broken = Succession(label="建议", count=lambda u: 1, move=breaks)
    monkeypatch.setattr(SUCCESSIONS, "_entries", {"test": broken})
    unit = cast.home.units["health"]
    with pytest.raises(RuntimeError):
        close_unit(unit, heir=cast.home.units["education"], on=TODAY, actor=cast.qian, at=now)
    unit.refresh_from_db()
    assert unit.valid_to is None


def test_without_cases_a_unit_may_end_without_heir(
    cast: Cast, now: datetime, made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SUCCESSIONS, "_entries", {})
    top = made("上局")
    unit = made("中局", parent=top)
    below = made("下局", parent=unit)
    close_unit(unit, heir=None, on=TODAY, actor=cast.qian, at=now)
    below.refresh_from_db()
    assert below.parent == top


def test_an_heir_from_below_moves_up(cast: Cast, now: datetime, made: Any, room: Any) -> None:
    top = made("上局")
    old = made("中局", parent=top)
    heir = made("下局", parent=old)
    close_unit(old, heir=heir, on=TODAY, actor=cast.qian, at=now)
    heir.refresh_from_db()
    assert heir.parent == top


@pytest.mark.parametrize("case", ["self", "foreign", "closed", "tomorrow", "twice"])
def test_closings_that_cannot_be(cast: Cast, now: datetime, made: Any, room: Any, case: Any) -> None:
    old, heir, day = made("旧局"), made("新局"), TODAY
    if case == "self":
        heir = old
    if case == "foreign":
        heir = cast.neighbour.units["health"]
    if case == "closed":
        close_unit(heir, heir=cast.home.units["health"], on=TODAY, actor=cast.qian, at=now)
        heir.refresh_from_db()
    if case == "tomorrow":
        day = TODAY + timedelta(days=1)
    if case == "twice":
        close_unit(old, heir=heir, on=TODAY, actor=cast.qian, at=now)
    with pytest.raises(Refusal, match="。"):
        close_unit(old, heir=heir, on=day, actor=cast.qian, at=now)


def test_dispatch_goes_over_to_the_heir(cast: Cast, now: datetime, made: Any, room: Any) -> None:
    new = made("省政府新办公厅", is_dispatcher=True)
    close_unit(cast.home.units["office"], heir=new, on=TODAY, actor=cast.qian, at=now)
    assert Unit.objects.within(cast.home.congress.scope).get(name="教育厅").dispatched_by == new


def test_wang_edits_no_units(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refusal, match="联工委负责人"):
        edit_unit(cast.home.units["health"], order=3, actor=cast.wang, at=now)


def test_each_change_is_signed(cast: Cast, now: datetime) -> None:
    edit_unit(cast.home.units["health"], order=3, note="三定方案", actor=cast.qian, at=now)
    event = Unit.pgh_event_model.objects.filter(pgh_obj=cast.home.units["health"]).latest("pgh_id")
    assert event.pgh_context.metadata == {
        "actor": "钱卫东",
        "account": cast.qian.account_id,
        "why": "三定方案",
    }
