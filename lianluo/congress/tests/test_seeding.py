"""The five-level tree from the official codes."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from lianluo.congress.levels import Level
from lianluo.congress.models import Congress, Region
from lianluo.congress.naming import congress_names, has_congress, short_place
from lianluo.congress.seeding import divisions, seed_divisions

ALL = "the test looks at the whole tree"


@pytest.fixture(scope="module")
def tree(django_db_setup: Any, django_db_blocker: Any) -> Iterator[Any]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield seed_divisions()
        transaction.set_rollback(True)


def _below(path: str, level: Level) -> int:
    return Congress.objects.everywhere(ALL).filter(path__startswith=path, level=level).count()


def test_the_table_holds_the_whole_country_and_hunan_to_the_township() -> None:
    found = [row.level for row in divisions()]
    assert [found.count(level) for level in Level] == [1, 31, 342, 2978, 2008]


def test_hunan_has_14_prefectures_122_counties_and_all_townships(tree: Any) -> None:
    assert [_below("00/43/", level) for level in Level] == [0, 1, 14, 122, 1522]


def test_every_congress_stands_below_its_parent(tree: Any) -> None:
    for congress in Congress.objects.everywhere(ALL).select_related("parent", "region"):
        above = congress.parent.path if congress.parent else ""
        assert congress.path == f"{above}{congress.region.code}/"
        assert not congress.active


def test_streets_have_a_code_and_no_congress(tree: Any) -> None:
    streets = Region.objects.filter(is_street=True)
    assert streets.count() == 425
    assert not Congress.objects.everywhere(ALL).filter(region__in=streets).exists()


def test_counties_of_a_municipality_stand_directly_below_it(tree: Any) -> None:
    east = Congress.objects.everywhere(ALL).get(region__code="110101")
    assert (east.path, east.name) == ("00/11/110101/", "北京市东城区人民代表大会")


def test_qiyang_county_became_a_city(tree: Any) -> None:
    old = Region.objects.get(code="431121")
    assert (old.name, old.valid_to.year, old.successor.name) == ("祁阳县", 2021, "祁阳市")
    assert Congress.objects.everywhere(ALL).get(region=old.successor).name == "祁阳市人民代表大会"


def test_a_second_seeding_adds_nothing(tree: Any) -> None:
    assert seed_divisions() == {"regions": 0, "congresses": 0}


@pytest.mark.parametrize(
    ("code", "name", "short"),
    [
        ("00", "全国人民代表大会", "全国人大"),
        ("43", "湖南省人民代表大会", "湖南省人大"),
        ("430104", "长沙市岳麓区人民代表大会", "岳麓区人大"),
        ("430181", "浏阳市人民代表大会", "浏阳市人大"),
        ("430104105", "长沙市岳麓区雨敞坪镇人民代表大会", "雨敞坪镇人大"),
        ("4331", "湘西土家族苗族自治州人民代表大会", "湘西州人大"),
        ("431129", "江华瑶族自治县人民代表大会", "江华县人大"),
        ("429004", "仙桃市人民代表大会", "仙桃市人大"),
    ],
)
def test_names(tree: Any, code: Any, name: Any, short: Any) -> None:
    found = Congress.objects.everywhere(ALL).get(region__code=code)
    assert (found.name, found.short_name) == (name, short)


def test_short_names_of_autonomous_places() -> None:
    assert short_place("靖州苗族侗族自治县") == "靖州县"
    assert short_place("恩施土家族苗族自治州") == "恩施州"
    assert short_place("长沙县") == "长沙县"


def test_a_name_is_not_doubled() -> None:
    assert congress_names(Level.COUNTY, "株洲市天元区", "株洲市")[0] == "株洲市天元区人民代表大会"


@pytest.mark.parametrize(
    ("level", "code", "name", "expected"),
    [
        (Level.TOWNSHIP, "430104005", "望月湖街道", False),
        (Level.TOWNSHIP, "430111401", "隆平高科技园", False),
        (Level.TOWNSHIP, "431181203", "晒北滩瑶族乡", True),
        (Level.COUNTY, "431171", "永州经济技术开发区", False),
        (Level.PREFECTURE, "2327", "大兴安岭地区", False),
        (Level.PREFECTURE, "1101", "市辖区", False),
        (Level.PREFECTURE, "4331", "湘西土家族苗族自治州", True),
    ],
)
def test_who_has_a_congress(level: Any, code: Any, name: Any, expected: Any) -> None:
    assert has_congress(level, code, name) is expected
