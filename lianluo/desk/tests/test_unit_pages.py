"""Units on the page: made, renamed, merged in two steps, found by a picker."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from conftest import QueryLimit
from lianluo.congress.models import Unit
from lianluo.congress.units import SUCCESSIONS
from tests.cast import Cast

NEW = {
    "name": "湖南省数据局",
    "short_name": "省数据局",
    "kind": "government",
    "order": "30",
    "valid_from": "2024-01-08",
    "note": "湘编办发〔2024〕1号",
}


def _unit(cast: Cast, name: Any) -> Any:
    return Unit.objects.within(cast.home.congress.scope).get(name=name)


def test_qian_sets_up_a_unit_and_it_is_found_by_its_initials(cast: Cast) -> None:
    client = cast.client("qian")
    data = NEW | {"dispatched_by": cast.home.units["office"].pk}
    answer = client.post(reverse("desk:unit_new"), data, follow=True)
    assert "已设立湖南省数据局" in answer.content.decode()
    assert _unit(cast, "湖南省数据局").dispatched_by == cast.home.units["office"]
    picked = client.get(reverse("desk:pick_units"), {"q": "sjj"}).json()
    assert picked == [{"value": _unit(cast, "湖南省数据局").pk, "label": "省数据局", "note": "湖南省数据局"}]


def test_what_was_typed_stays_when_the_name_is_taken(cast: Cast) -> None:
    answer = cast.client("qian").post(reverse("desk:unit_new"), NEW | {"name": "教育厅"})
    page = answer.content.decode()
    assert "本级已有“教育厅”。" in page
    assert "湘编办发〔2024〕1号" in page


@pytest.mark.parametrize("field", ["parent", "dispatched_by"])
def test_a_unit_of_next_door_cannot_be_chosen(cast: Cast, field: Any) -> None:
    data = NEW | {field: cast.neighbour.units["office"].pk}
    answer = cast.client("qian").post(reverse("desk:unit_new"), data)
    assert answer.status_code == 200
    assert field in answer.context["form"].errors


@pytest.mark.parametrize("name", ["unit", "unit_edit", "unit_rename", "unit_close"])
def test_next_doors_units_do_not_exist_here(cast: Cast, name: Any) -> None:
    url = reverse(f"desk:{name}", args=[cast.neighbour.units["health"].pk])
    assert cast.client("qian").get(url).status_code == 404


def test_a_renamed_unit_shows_both_names_and_who_did_it(cast: Cast, at_most_queries: QueryLimit) -> None:
    client, unit = cast.client("qian"), cast.home.units["health"]
    data = {"name": "卫生健康厅", "short_name": "卫健厅", "on": "2026-05-01"}
    client.post(reverse("desk:unit_rename", args=[unit.pk]), data)
    with at_most_queries(12):
        page = client.get(reverse("desk:unit", args=[unit.pk])).content.decode().replace("<wbr>", "")
    assert "卫生健康厅" in page
    assert "用到 2026年4月30日" in page
    assert "全称由“卫生健康委员会”改为“卫生健康厅”" in page
    assert "钱卫东" in page


def test_merging_shows_first_and_acts_second(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SUCCESSIONS, "_entries", {})
    client, unit = cast.client("qian"), cast.home.units["health"]
    url = reverse("desk:unit_close", args=[unit.pk])
    data = {"heir": cast.home.units["education"].pk, "on": "2026-05-01", "note": "机构改革"}
    first = client.post(url, data).content.decode()
    unit.refresh_from_db()
    assert "撤销卫生健康委员会" in first
    assert unit.valid_to is None
    client.post(url, data | {"sure": "1"})
    closed = _unit(cast, unit.name)
    assert (closed.valid_to, closed.successor) == (date(2026, 5, 1), cast.home.units["education"])
    page = client.get(reverse("desk:units"), {"closed": "yes"}).content.decode()
    assert "职责归教育厅" in page


def test_wang_sees_no_buttons_and_is_refused(cast: Cast) -> None:
    client, unit = cast.client("wang"), cast.home.units["health"]
    assert (
        reverse("desk:unit_rename", args=[unit.pk])
        not in client.get(reverse("desk:unit", args=[unit.pk])).content.decode()
    )
    assert client.post(reverse("desk:unit_rename", args=[unit.pk]), {"name": "甲"}).status_code == 403


def test_the_list_finds_a_unit_by_a_name_it_once_had(cast: Cast) -> None:
    client, unit = cast.client("qian"), cast.home.units["health"]
    data = {"name": "卫生健康厅", "short_name": "卫健厅", "on": "2026-05-01"}
    client.post(reverse("desk:unit_rename", args=[unit.pk]), data)
    page = client.get(reverse("desk:units"), {"q": "健康委员会"}).content.decode()
    assert "卫健厅" in page
    assert "教育厅</a>" not in page


def test_the_tree_shows_a_unit_below_its_parent(cast: Cast) -> None:
    client = cast.client("qian")
    client.post(reverse("desk:unit_new"), NEW | {"parent": cast.home.units["education"].pk})
    groups = client.get(reverse("desk:units_tree")).context["groups"]
    below = {str(top): [str(unit) for _d, unit in rows] for _label, tops in groups for top, rows in tops}
    assert below["教育厅"] == ["省数据局"]


def test_the_list_can_be_taken_home_as_a_sheet(cast: Cast) -> None:
    answer = cast.client("qian").post(reverse("desk:units"), {"do": "export"})
    assert answer["Content-Type"].startswith("application/vnd.openxmlformats")
