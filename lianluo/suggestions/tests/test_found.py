"""What the search box of a list finds with an index, and what it finds while there is none."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from lianluo.search.feed import rebuild
from lianluo.suggestions.lists.pages import Suggestions
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors import found
from lianluo.suggestions.tests import lives
from tests.cast import Cast
from tests.walking import MOST


@pytest.fixture(params=["with an index", "without"])
def case(
    request: pytest.FixtureRequest, cast: Cast, now: datetime, settings: Any, tmp_path: Path
) -> Suggestion:
    settings.DATA = tmp_path
    made = lives.accepted(cast.home, now, title="关于老旧小区加装电梯的建议")
    lives.accepted(cast.home, now, title="关于乡镇卫生院的建议")
    lives.accepted(cast.neighbour, now, title="关于加装电梯的建议")
    if request.param == "with an index":
        rebuild()
    return made


def hits(cast: Cast, now: datetime, words: str) -> list[str]:
    page = Suggestions()
    rows = page.rows(cast.wang, now)
    return sorted(page.find(rows, words).values_list("title", flat=True))


def test_words_of_the_text_find_it_and_nothing_next_door(cast: Cast, now: datetime, case: Suggestion) -> None:
    assert hits(cast, now, "电梯") == ["关于老旧小区加装电梯的建议"]


def test_the_number_finds_it_also_without_its_zeros(cast: Cast, now: datetime, case: Suggestion) -> None:
    assert case.title in hits(cast, now, case.number)
    assert case.title in hits(cast, now, case.number.lstrip("0"))


def test_the_proposer_finds_it(cast: Cast, now: datetime, case: Suggestion) -> None:
    assert len(hits(cast, now, case.lead.person.name)) == 2


def test_more_than_the_index_gives_is_said(
    cast: Cast, now: datetime, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA = tmp_path
    for _turn in range(2):
        lives.accepted(cast.home, now, title="关于加装电梯的建议")
    rebuild()
    monkeypatch.setattr(found, "MOST", 1)
    page = Suggestions()
    assert page.find(page.rows(cast.wang, now), "电梯").count() == 1
    assert "1 件" in page.subtitle(cast.wang, now)


@pytest.mark.parametrize("key", ["li", "wang", "zhou"])
def test_searching_asks_at_most_twelve_times(cast: Cast, case: Suggestion, key: str) -> None:
    client = cast.home.client(key)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(reverse("suggestions:list"), {"q": "电梯"}).content.decode()
    assert "老旧小区加装电梯" in strip_tags(page)
    assert len(asked) <= MOST, [query["sql"][:120] for query in asked]
