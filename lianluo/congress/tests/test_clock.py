"""Deadlines: the golden values of the domain page, months that clamp, working days that explain themselves."""

import json
from calendar import monthrange
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from lianluo.congress.calendar import NationalCalendar
from lianluo.congress.clock import clocks, count, deadline, warn_days
from lianluo.congress.explaining import WORDS, explained, worded
from lianluo.congress.levels import PeriodUnit
from lianluo.congress.rules import RULES, Period, RuleValue, period
from lianluo.kernel.workdays import WorkCalendar
from tests.cast import TODAY, Cast

DAYS = st.dates(date(2018, 1, 1), date(2030, 12, 31))
MONTHS, WORKDAYS = PeriodUnit.MONTHS, PeriodUnit.WORKDAYS
PERIODS = [spec.key for spec in RULES if spec.kind == "period"]
PLAIN = WorkCalendar(announced=frozenset(range(2018, 2040)))


def _rule(n: int, unit: str, *, roll: bool = False, assumed: bool = False) -> RuleValue:
    spec = RULES["reply.limit"]
    return RuleValue(spec, period(n, unit, roll=roll), "代表法", "第五十一条", assumed, None, None)


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        (date(2026, 2, 28), 3, date(2026, 5, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 31), 6, date(2026, 9, 30)),
        (date(2026, 1, 31), 3, date(2026, 4, 30)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
    ],
)
def test_months_of_the_domain_page(start: Any, months: Any, due: Any) -> None:
    assert count(Period(months, MONTHS), start, PLAIN) == due


@given(DAYS, st.integers(1, 24))
def test_a_month_later_is_the_same_day_or_the_last_one(start: Any, months: Any) -> None:
    due = count(Period(months, MONTHS), start, PLAIN)
    assert (due.year * 12 + due.month) - (start.year * 12 + start.month) == months
    assert due.day == min(start.day, monthrange(due.year, due.month)[1])


@given(DAYS, st.integers(1, 60), st.sets(st.integers(0, 120), max_size=30))
def test_exactly_n_working_days_lie_before_the_deadline(start: Any, n: Any, off: Any) -> None:
    calendar = WorkCalendar(
        {start + timedelta(days=k): bool(k % 2) for k in off}, frozenset(range(2018, 2040))
    )
    due = count(Period(n, WORKDAYS), start, calendar)
    assert calendar.is_workday(due)
    assert calendar.workdays_between(start, due) == n


@given(DAYS, st.integers(1, 24))
def test_rolling_only_ever_moves_to_the_next_working_day(start: Any, months: Any) -> None:
    plain = count(Period(months, MONTHS), start, PLAIN)
    rolled = count(Period(months, MONTHS, roll=True), start, PLAIN)
    assert rolled >= plain
    assert PLAIN.is_workday(rolled)
    assert not any(PLAIN.is_workday(plain + timedelta(days=k)) for k in range((rolled - plain).days))


@given(DAYS)
def test_the_outermost_deadline_is_never_before_the_plain_one(start: Any) -> None:
    found = deadline(_rule(3, MONTHS), start, PLAIN, hard=_rule(6, MONTHS))
    assert found.hard_due is not None
    assert start < found.due < found.hard_due


def test_the_labour_day_week_is_explained(cast: Cast) -> None:
    found = clocks(cast.home.congress, date(2026, 4, 29)).due("objection.limit", date(2026, 4, 29))
    assert found.due == date(2026, 5, 9), "a Saturday on which people work"
    assert "跳过5月1日至5日（劳动节）" in found.explanation
    assert "5月9日调休上班，算在内" in found.explanation
    assert found.certain


def test_a_short_february_is_explained_and_a_rest_day_is_not_moved_by_itself(cast: Cast) -> None:
    found = clocks(cast.home.congress, date(2026, 11, 30)).reply(date(2026, 11, 30))
    assert (found.due, found.hard_due) == (date(2027, 2, 28), date(2027, 5, 30))
    assert "2月没有 30 日，取当月最后一天" in found.explanation
    assert "当天是休息日，按规定不顺延" in found.explanation
    assert "依据代表法第五十一条" in found.explanation


def test_a_rolled_deadline_says_that_it_rolled() -> None:
    found = deadline(_rule(3, MONTHS, roll=True), date(2026, 2, 23), PLAIN)
    assert found.due == date(2026, 5, 25)
    assert "5月23日是休息日，顺延到下一个工作日" in found.explanation


def test_a_year_without_a_notice_makes_the_date_a_projection(cast: Cast) -> None:
    found = clocks(cast.home.congress, date(2026, 12, 28)).due("feedback.limit", date(2026, 12, 28))
    assert not found.certain
    assert "推算" in found.explanation
    assert clocks(cast.home.congress, date(2026, 12, 28)).reply(date(2026, 12, 28)).certain, (
        "months need no notice"
    )


def test_an_assumed_rule_says_so(cast: Cast) -> None:
    found = clocks(cast.home.congress, TODAY).due("feedback.limit", TODAY)
    assert "这是假定的期限" in found.explanation


def test_every_clock_of_the_table_can_be_counted(cast: Cast) -> None:
    running = clocks(cast.home.congress, TODAY)
    for spec in RULES:
        if spec.kind == "period":
            assert running.due(spec.key, TODAY).due > TODAY, spec.key


def test_many_rest_days_are_counted_not_listed() -> None:
    calendar = NationalCalendar(announced=frozenset(range(2018, 2040)))
    found = deadline(_rule(300, WORKDAYS), date(2026, 1, 5), calendar)
    assert "跳过其间 120 个休息日" in found.explanation


def test_warnings_come_in_order() -> None:
    assert warn_days((3, 30, 7, 15), date(2026, 8, 20)) == [
        date(2026, 7, 21),
        date(2026, 8, 5),
        date(2026, 8, 13),
        date(2026, 8, 17),
    ]


def test_how_it_was_counted_is_said_in_the_readers_language(cast: Cast) -> None:
    found = clocks(cast.home.congress, date(2026, 4, 29)).due("objection.limit", date(2026, 4, 29))
    with override("en"):
        assert "1–5 May (Labour Day)" in found.explanation
        assert "9 May" in found.explanation
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in found.explanation), found.explanation
    assert "跳过5月1日至5日（劳动节）" in found.explanation


def test_every_kind_of_step_can_be_worded_and_stored(cast: Cast) -> None:
    starts = (date(2026, 4, 29), date(2026, 11, 30), date(2026, 12, 28))
    counted = [clocks(cast.home.congress, day).due(key, day) for day in starts for key in PERIODS]
    counted += [deadline(_rule(n, MONTHS, roll=True), date(2026, 2, 23), PLAIN) for n in (1, 3)]
    counted.append(deadline(_rule(300, WORKDAYS), date(2026, 1, 5), PLAIN))
    facts = [fact for found in counted for fact in found.facts]
    facts.append({"is": "recounted", "was": "2026-05-28", "on": "2026-05-20"})
    hard = clocks(cast.home.congress, TODAY).reply(TODAY).facts
    assert {fact["is"] for fact in [*facts, *hard]} == set(WORDS)
    assert list(worded(json.loads(json.dumps(facts)))) == list(worded(facts))


def test_sentences_of_old_clocks_stay_as_they_were_told() -> None:
    assert explained(["从交办算，", "8月20日到期。"]) == "从交办算，8月20日到期。"
