"""The work calendar on the page: read first, compare, adopt second."""

from datetime import date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from conftest import QueryLimit
from lianluo.congress.calendar import work_calendar
from lianluo.congress.models import CalendarDay, CalendarYear
from lianluo.desk.waiting import calendar_entries
from tests.cast import CHINA, Cast

NOTICE = """国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。"""


def _read(client: Any, text: Any = NOTICE) -> Any:
    return client.post(reverse("desk:calendar_read"), {"text": text})


def _adopt(client: Any, page: Any, **more: Any) -> Any:
    form = page.context["adopt_form"]
    data = {name: form[name].value() or "" for name in form.fields}
    return client.post(reverse("desk:calendar_adopt"), data | more, follow=True)


def test_reading_compares_and_changes_nothing(cast: Cast, at_most_queries: QueryLimit) -> None:
    client = cast.client("han")
    with at_most_queries(12):
        page = _read(client)
    text = page.content.decode()
    assert "认出 2027 年 2 个假期、10 天放假、2 天调休上班" in text
    assert "2027年2月8日 周一" in text
    assert "国办发明电〔2026〕9号" in text
    assert not CalendarYear.objects.filter(year=2027).exists()


def test_adopting_changes_the_days_and_leaves_a_trace(cast: Cast) -> None:
    client = cast.client("han")
    answer = _adopt(client, _read(client))
    assert "2027 年日历已更新" in answer.content.decode()
    assert not work_calendar().is_workday(date(2027, 2, 8))
    assert work_calendar().certain(date(2027, 6, 1))
    trace = client.get(reverse("desk:calendar_changes")).content.decode().replace("<wbr>", "")
    assert "韩雪：2027-02-08 放假" in trace


def test_a_year_without_notice_is_marked_as_a_projection(cast: Cast) -> None:
    page = cast.client("wang").get(reverse("desk:calendar_year", args=[2027])).content.decode()
    assert "推算" in page
    assert "未公布" in page


def test_the_same_notice_again_has_nothing_to_change(cast: Cast) -> None:
    client = cast.client("han")
    _adopt(client, _read(client))
    assert "与日历完全一致" in _read(client).content.decode()


def test_a_text_that_is_no_notice_is_said_at_the_field_and_kept(cast: Cast) -> None:
    page = _read(cast.client("han"), "明天不上班").content.decode()
    assert "没有找到是哪一年的通知" in page
    assert "明天不上班" in page


def test_a_table_is_compared_before_it_is_taken(cast: Cast) -> None:
    client = cast.client("han")
    file = SimpleUploadedFile("补.csv", "日期,上班,名称\n2026-06-01,否,防汛\n".encode())
    page = client.post(reverse("desk:calendar_read"), {"file": file})
    assert "2026年6月1日 周一" in page.content.decode()
    assert work_calendar().is_workday(date(2026, 6, 1))
    _adopt(client, page, source="省政府通知")
    assert not work_calendar().is_workday(date(2026, 6, 1))
    assert CalendarDay.objects.get(day=date(2026, 6, 1)).label == "防汛"


def test_a_whole_year_by_table_is_announced(cast: Cast) -> None:
    client = cast.client("han")
    file = SimpleUploadedFile("2027.csv", "日期,上班,名称\n2027-02-08,否,春节\n".encode())
    page = client.post(reverse("desk:calendar_read"), {"file": file, "announces": "2027"})
    _adopt(client, page)
    assert work_calendar().certain(date(2027, 6, 1))


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.exe", b"MZ"), ("a.xlsx", b"PK broken"), ("a.csv", b"x" * 600_000), ("a.csv", b"\xff\xfe\x00")],
)
def test_a_wrong_file_is_refused_in_a_sentence(cast: Cast, name: Any, content: Any) -> None:
    page = cast.client("han").post(reverse("desk:calendar_read"), {"file": SimpleUploadedFile(name, content)})
    assert page.status_code == 200
    assert page.context["table_form"].errors["file"]


@pytest.mark.parametrize("rows", ["", "[]", "{}", "[[1]]", '[["2026-99-99", true, ""]]', "null", "7"])
def test_a_mangled_second_step_changes_nothing(cast: Cast, rows: Any) -> None:
    before = CalendarDay.objects.count()
    answer = cast.client("han").post(
        reverse("desk:calendar_adopt"), {"rows": rows, "source": "甲"}, follow=True
    )
    assert answer.status_code == 200
    assert "请重新核对一次" in answer.content.decode()
    assert CalendarDay.objects.count() == before


@pytest.mark.parametrize("who", ["qian", "wang", "li"])
def test_only_the_administrator_reads_in(cast: Cast, who: Any) -> None:
    client = cast.client(who)
    assert _read(client).status_code == 403
    assert client.post(reverse("desk:calendar_adopt"), {"text": NOTICE, "source": "甲"}).status_code == 403


def test_years_out_of_reach_are_not_found(cast: Cast) -> None:
    assert cast.client("han").get(reverse("desk:calendar_year", args=[1900])).status_code == 404


@pytest.mark.parametrize(
    ("at", "year"),
    [(datetime(2026, 10, 31, 9, tzinfo=CHINA), None), (datetime(2026, 11, 2, 9, tzinfo=CHINA), 2027)],
)
def test_the_next_year_is_asked_for_from_november(cast: Cast, at: datetime, year: int | None) -> None:
    asked = calendar_entries(cast.home.actor("han"), at)
    assert [entry.key for entry in asked] == ([f"calendar:{year}"] if year else [])
    assert calendar_entries(cast.wang, at) == []


def test_what_was_entered_is_not_asked_for(cast: Cast) -> None:
    at = datetime(2026, 11, 2, 9, tzinfo=CHINA)
    client = cast.client("han")
    _adopt(client, _read(client))
    assert calendar_entries(cast.home.actor("han"), at) == []
