"""缺号: named in the register, explained by a clerk, explained better later, and never overwritten."""

import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from openpyxl import load_workbook

from lianluo.congress.models import Counter
from lianluo.suggestions import services as say
from lianluo.suggestions.models import GapNote
from lianluo.suggestions.selectors.gaps import gaps
from lianluo.suggestions.tests import lives
from lianluo.trail.steps import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db
URL = "/suggestions/numbers/gaps/"
SERIES = "suggestion:year:2026"


@pytest.fixture
def gap(cast: Cast, now: datetime) -> str:
    """Number 1 and 6 are given, 2 to 5 are missing; the series in which that is so."""
    lives.accepted(cast.home, now)
    Counter.objects.within(cast.home.congress.scope).filter(series=SERIES).update(value=5)
    lives.accepted(cast.home, now)
    return SERIES


def explain(cast: Cast, now: datetime, first: int, last: int, **changes: Any) -> GapNote:
    facts = {"ground": "paper", "text": "纸质登记簿第 12 页", "actor": cast.wang, "at": now}
    return say.explain_gap(SERIES, first, last, **facts | changes)


def text(answer: Any) -> str:
    return str(answer.content.decode()).replace("<wbr>", "")


def stories(cast: Cast, now: datetime) -> list[tuple[str, str]]:
    return [(one.words, one.note.text if one.note else "") for one in gaps(cast.wang, now)]


def test_a_run_is_explained_and_the_rest_still_asks(cast: Cast, now: datetime, gap: str) -> None:
    assert stories(cast, now) == [("2–5", "")]
    explain(cast, now, 2, 3)
    assert stories(cast, now) == [("2–3", "纸质登记簿第 12 页"), ("4–5", "")]
    shown = text(cast.client("wang").get("/suggestions/numbers/"))
    assert "2 个缺号还没有说明" in shown


def test_a_better_explanation_keeps_the_earlier_one(cast: Cast, now: datetime, gap: str) -> None:
    explain(cast, now, 2, 5)
    explain(cast, now + timedelta(days=1), 3, 3, ground="mistake", text="误取，作废", actor=cast.qian)
    assert stories(cast, now) == [
        ("2", "纸质登记簿第 12 页"),
        ("3", "误取，作废"),
        ("4–5", "纸质登记簿第 12 页"),
    ]
    [_one, better, _rest] = gaps(cast.wang, now)
    assert [note.text for note in better.earlier] == ["纸质登记簿第 12 页"]
    shown = text(cast.client("chen").get(URL))
    assert "以前的说明 1 条" in shown
    assert "误取，作废" in shown
    assert "写进登记簿" not in shown


def test_what_was_written_cannot_be_changed(cast: Cast, now: datetime, gap: str) -> None:
    explain(cast, now, 2, 5)
    rows = GapNote.objects.within(cast.home.congress.scope)
    for act in (lambda: rows.update(text="别的"), rows.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_only_missing_numbers_are_explained_and_only_by_the_office(
    cast: Cast, now: datetime, gap: str
) -> None:
    for first, last in ((1, 1), (2, 6), (5, 9), (7, 7), (4, 3), (1, 2**31 - 1)):
        with pytest.raises(Refused, match="不是这个序列的缺号"):
            explain(cast, now, first, last)
    for who in (cast.lin, cast.chen, cast.li):
        with pytest.raises(Refused, match="联工委"):
            explain(cast, now, 2, 2, actor=who)
    with pytest.raises(Refused, match="不是这个序列的缺号"):
        explain(cast, now, 2, 2, actor=cast.neighbour.actor("wang"))
    with pytest.raises(Refused, match="写明原因"):
        explain(cast, now, 2, 2, text="  ")


def test_from_the_page_and_pressed_twice_it_is_written_once(cast: Cast, now: datetime, gap: str) -> None:
    wang = cast.client("wang")
    shown = text(wang.get(URL, {"series": gap, "first": 2, "last": 5}))
    assert 'value="5"' in shown
    data = {"series": gap, "first": 2, "last": 5, "ground": "continued", "text": "接着旧系统编号"}
    assert 'id="id_text_err"' in text(wang.post(URL, data | {"text": ""}))
    assert "不是这个序列的缺号" in text(wang.post(URL, data | {"last": 6}))
    first, second = wang.post(URL, data), wang.post(URL, data)
    assert first.headers["Location"] == second.headers["Location"] == URL
    assert GapNote.objects.within(cast.home.congress.scope).count() == 1
    assert "缺号都有说明" in text(wang.get("/suggestions/numbers/"))
    assert cast.client("lin").post(URL, data).status_code == 403


def test_the_sheet_has_them_beside_the_register(cast: Cast, now: datetime, gap: str) -> None:
    explain(cast, now, 2, 4, text="=1+1 按纸质登记")
    explain(cast, now, 2, 4, text="登记簿第 13 页")
    answer = cast.client("wang").post(reverse("suggestions:numbers"), {"do": "export"})
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert book.sheetnames[1] == "缺号"
    rows = list(book["缺号"].values)
    assert rows[1][1:5] == ("2–4", "用在纸质登记上", "登记簿第 13 页", cast.wang.name)
    assert "=1+1 按纸质登记" in str(rows[1][6])
    assert rows[2][1:3] == ("5", "没有说明")


def test_a_number_filled_later_is_no_gap_any_more(cast: Cast, now: datetime, gap: str) -> None:
    """Its note stays in the table but is asked of no longer."""
    explain(cast, now, 2, 5)
    case = lives.accepted(cast.home, now)
    type(case).objects.within(cast.home.congress.scope).filter(pk=case.pk).update(series_no=3)
    assert [one.words for one in gaps(cast.wang, now)] == ["2", "4–5", "7"]
