from typing import Any

import pytest
from django.urls import reverse

from lianluo.search.tests.conftest import Papers, feeder, papers  # noqa: F401  fixtures
from tests.cast import Cast

LIFT = "老旧小区加装电梯需要财政补贴。"


@pytest.fixture
def room(cast: Cast, papers: Papers, feeder: Any) -> Papers:  # noqa: F811
    home = cast.home.units
    for n, key in enumerate(home):
        papers.titles[home[key].pk], papers.texts[home[key].pk] = f"关于电梯的第{n}份文稿", LIFT
    papers.texts[cast.neighbour.units["court"].pk] = LIFT + "邻居的秘密"
    feeder.step()
    return papers


def test_what_is_found_is_grouped_and_marked(cast: Cast, room: Papers) -> None:
    shown = cast.client("wang").get(reverse("desk:search"), {"q": "电梯"}).content.decode()
    assert "单位文稿" in shown
    assert "<mark>电梯</mark>" in shown
    assert "邻居的秘密" not in shown


def test_one_room_is_paged(cast: Cast, room: Papers) -> None:
    shown = cast.client("wang").get(reverse("desk:search"), {"q": "电梯", "room": "papers", "order": "new"})
    assert shown.context["groups"][0].hits.total == 5


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"q": ""},
        {"q": "没有这样的词"},
        {"q": "<script>alert(1)</script>"},
        {"q": "电梯", "room": "nowhere"},
        {"q": "电梯", "page": "-1"},
        {"q": "电梯", "page": "99999999"},
    ],
)
def test_whatever_is_asked_is_answered_with_a_page(cast: Cast, room: Papers, query: dict[str, str]) -> None:
    answer = cast.client("wang").get(reverse("desk:search"), query)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_an_empty_page_says_what_to_do(cast: Cast, room: Papers) -> None:
    client = cast.client("wang")
    assert "想找什么" in client.get(reverse("desk:search")).content.decode()
    assert "没有找到" in client.get(reverse("desk:search"), {"q": "航天飞机"}).content.decode()


def test_while_the_index_is_built_the_page_says_so(cast: Cast, papers: Papers) -> None:  # noqa: F811
    shown = cast.client("wang").get(reverse("desk:search"), {"q": "电梯"}).content.decode()
    assert "搜索索引正在建立" in shown
