"""The work calendar: right on every known day, right across processes, changed only with a trace."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from conftest import QueryLimit
from lianluo.congress.calendar import work_calendar
from lianluo.congress.calendar_acts import (
    CALENDAR_FOLLOWERS,
    CalendarFollower,
    DayRow,
    adopt_notice,
    adopt_table,
    changes,
    rows_of,
    with_days,
)
from lianluo.congress.calendar_table import BadTable, read_days
from lianluo.congress.models import CalendarDay, CalendarYear
from lianluo.congress.notice import read_notice
from lianluo.congress.refusals import Refusal
from lianluo.congress.tests.test_notice import NOTICE_2026
from tests.cast import Cast

DAYS = Path(__file__).resolve().parents[4] / "shared/data/workdays/days_2018_2023.csv"

NOTICE_2027 = """国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。
三、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。"""


def test_every_day_of_six_years(db: None) -> None:
    """T1: equal to two independent calendars on 2,191 days."""
    if not DAYS.exists():
        pytest.skip(f"THE DAYS ARE NOT HERE: {DAYS}")
    calendar = work_calendar()
    with DAYS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wrong = [
        row["date"]
        for row in rows
        if calendar.is_workday(date.fromisoformat(row["date"])) != (row["is_workday_lki"] == "1")
    ]
    assert len(rows) == 2191
    assert wrong == []


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2018, 2, 24), True),
        (date(2020, 1, 31), False),
        (date(2021, 9, 18), True),
        (date(2022, 1, 29), True),
        (date(2023, 6, 25), True),
        (date(2023, 10, 6), False),
        (date(2026, 5, 9), True),
        (date(2026, 9, 20), True),
        (date(2026, 10, 7), False),
    ],
)
def test_known_facts(db: None, day: Any, works: Any) -> None:
    assert work_calendar().is_workday(day) is works


def test_the_year_2026_has_248_working_days(db: None) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert sum(work_calendar().is_workday(day) for day in days) == 248


def test_the_seed_is_what_the_notice_says(db: None) -> None:
    notice = read_notice(NOTICE_2026)
    before = work_calendar()
    assert changes(before, with_days(before, rows_of(notice), 2026), 2026) == []


def test_a_year_without_a_notice_says_so_and_assumes_only_fixed_holidays(db: None) -> None:
    calendar = work_calendar()
    assert calendar.certain(date(2026, 1, 1), date(2026, 12, 31))
    assert not calendar.certain(date(2026, 12, 1), date(2027, 1, 5))
    assert not calendar.is_workday(date(2027, 10, 1))
    assert calendar.is_workday(date(2027, 2, 8)), "the Spring Festival waits for the notice"


def test_nothing_changed_so_the_days_are_not_read_again(db: None, at_most_queries: QueryLimit) -> None:
    kept = work_calendar()
    with at_most_queries(1):
        assert work_calendar() is kept


def test_a_change_by_another_hand_is_seen_at_once(db: None) -> None:
    assert not work_calendar().is_workday(date(2026, 10, 1))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE congress_calendarday SET is_workday = true WHERE day = '2026-10-01'")
    assert work_calendar().is_workday(date(2026, 10, 1))


def test_a_change_that_is_rolled_back_is_forgotten(db: None) -> None:
    with transaction.atomic():
        CalendarDay.objects.filter(day=date(2026, 10, 1)).delete()
        assert work_calendar().is_workday(date(2026, 10, 1))
        transaction.set_rollback(True)
    assert not work_calendar().is_workday(date(2026, 10, 1))


def test_han_adopts_the_notice_of_2027(cast: Cast, now: datetime) -> None:
    adopt_notice(read_notice(NOTICE_2027), source="国办发明电〔2026〕9号", actor=cast.han, at=now)
    calendar = work_calendar()
    assert calendar.certain(date(2027, 1, 1), date(2027, 12, 31))
    assert not calendar.is_workday(date(2027, 2, 8))
    assert calendar.is_workday(date(2027, 1, 31))
    assert not calendar.is_workday(date(2028, 1, 1)), "the projection moves on to the years after"
    assert CalendarYear.objects.get(year=2027).source == "国办发明电〔2026〕9号"
    assert work_calendar().is_workday(date(2026, 12, 31)), "the year before is left alone"


def test_adopting_a_corrected_notice_takes_away_what_it_no_longer_names(cast: Cast, now: datetime) -> None:
    shorter = NOTICE_2026.replace(
        "5日（周二）放假调休，共5天。5月9日（周六）上班。", "3日（周日）放假，共3天。"
    )
    adopt_notice(read_notice(shorter), source="更正", actor=cast.han, at=now)
    calendar = work_calendar()
    assert calendar.is_workday(date(2026, 5, 4))
    assert not calendar.is_workday(date(2026, 5, 9))
    event = CalendarDay.pgh_event_model.objects.filter(day=date(2026, 5, 9)).latest("pgh_id")
    assert (event.pgh_label, event.pgh_context.metadata["actor"]) == ("delete", "韩雪")


def test_new_years_eve_of_the_next_notice_survives_a_correction_of_this_year(
    cast: Cast, now: datetime
) -> None:
    CalendarDay.objects.create(day=date(2026, 12, 31), is_workday=False, label="元旦")
    adopt_notice(read_notice(NOTICE_2026), source="更正", actor=cast.han, at=now)
    assert not work_calendar().is_workday(date(2026, 12, 31))


def test_deadlines_above_follow_in_the_same_transaction(
    cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> Any:
    seen: list[tuple[bool, bool]] = []

    def apply(before: Any, after: Any, actor: Any, at: Any) -> int:
        day = date(2027, 2, 8)
        seen.append((before.is_workday(day), after.is_workday(day)))
        return 3

    monkeypatch.setitem(
        CALENDAR_FOLLOWERS._entries,
        "test",
        CalendarFollower(label="试", count=lambda b, a, at: 3, apply=apply),
    )
    moved = adopt_notice(read_notice(NOTICE_2027), source="通知", actor=cast.han, at=now)
    assert seen == [(True, False)]
    assert moved >= 3


def test_wang_may_not_touch_the_calendar(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refusal, match="系统管理员"):
        adopt_notice(read_notice(NOTICE_2027), source="通知", actor=cast.wang, at=now)
    assert not CalendarYear.objects.filter(year=2027).exists()


def test_a_table_corrects_single_days(cast: Cast, now: datetime) -> None:
    rows = [DayRow(date(2026, 6, 1), False, "防汛停工"), DayRow(date(2026, 6, 6), True, "补班")]
    adopt_table(rows, announces=None, source="省政府通知", actor=cast.han, at=now)
    assert not work_calendar().is_workday(date(2026, 6, 1))
    assert work_calendar().is_workday(date(2026, 6, 6))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_is_read_in_the_encodings_that_offices_write(encoding: Any) -> None:
    content = "日期,上班,名称\n2027年2月5日,否,春节\n2027/2/13,是,春节\n坏,是,\n2027-02-14,也许,\n".encode(
        encoding
    )
    rows, problems = read_days(content, "日历.csv")
    assert rows == [DayRow(date(2027, 2, 5), False, "春节"), DayRow(date(2027, 2, 13), True, "春节")]
    assert [problem[:5] for problem in problems] == ["第 4 行", "第 5 行"]


def test_an_xlsx_is_read() -> None:
    import io

    from openpyxl import Workbook

    book, file = Workbook(), io.BytesIO()
    for row in (("日期", "上班", "名称"), (date(2027, 10, 1), "否", "国庆节"), ("2027-10-09", 1, "国庆节")):
        book.active.append(row)
    book.save(file)
    rows, problems = read_days(file.getvalue(), "2027.xlsx")
    assert (rows[0], rows[1].is_workday, problems) == (DayRow(date(2027, 10, 1), False, "国庆节"), True, [])


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "a.csv"),
        ("甲,乙\n1,2".encode(), "a.csv"),
        (b"PK\x03\x04broken", "a.xlsx"),
        (b"x", "a.exe"),
        (b"\xff\xfe\x81", "a.csv"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(content: Any, name: Any) -> None:
    with pytest.raises(BadTable, match="。"):
        read_days(content, name)
