"""The calendar of a coming year arrives: running clocks are counted again, their people told (T1)."""

from datetime import date, datetime

import pytest

from lianluo.congress.calendar import work_calendar
from lianluo.congress.calendar_acts import adopt_notice, changes, moved, rows_of, with_days
from lianluo.congress.notice import read_notice
from lianluo.congress.rules.acts import effect
from lianluo.notices.models import Notice
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Clock
from tests.cast import CHINA, TODAY, Cast

pytestmark = pytest.mark.django_db

NOTICE = """国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月4日（周一）上班。
二、春节：1月5日（周二）至8日（周五）放假调休，共4天。"""
YEAR_END = datetime(2026, 12, 30, 9, 30, tzinfo=CHINA)


def _sign_for(case: object) -> Clock:
    return Clock.objects.everywhere("the test looks").get(kind="sign_for", stopped_at=None)


def _adopt(cast: Cast) -> int:
    return adopt_notice(read_notice(NOTICE), source="通知", actor=cast.han, at=YEAR_END)


def test_a_projected_day_becomes_certain_and_moves(cast: Cast) -> None:
    case = lives.assigned(cast.home, YEAR_END)
    clock = _sign_for(case)
    assert (clock.due_on, clock.certain) == (date(2027, 1, 7), False)
    assert "推算" in clock.explanation
    assert _adopt(cast) == 2, "receipt and first contact"
    clock.refresh_from_db()
    assert (clock.due_on, clock.statutory_on, clock.certain) == (date(2027, 1, 13), date(2027, 1, 13), True)
    assert "1月5日至8日（春节）" in clock.explanation


def test_the_preview_counts_what_would_move_and_moves_nothing(cast: Cast) -> None:
    case = lives.assigned(cast.home, YEAR_END)
    before = work_calendar()
    after = with_days(before, rows_of(read_notice(NOTICE)), 2027)
    assert changes(before, after, 2027)
    assert dict(moved(before, after, YEAR_END)) == {"日期会变的期限": 2}
    assert _sign_for(case).due_on == date(2027, 1, 7)


def test_the_unit_reads_its_new_day(cast: Cast) -> None:
    lives.assigned(cast.home, YEAR_END)
    _adopt(cast)
    told = Notice.objects.everywhere("the test looks").filter(
        key="suggestion.unit_recounted", account=cast.zhao.account_id
    )
    assert any("2027年1月13日" in one.body for one in told)


def test_months_of_the_law_do_not_move(cast: Cast) -> None:
    case = lives.assigned(cast.home, YEAR_END)
    _adopt(cast)
    assert case.handlings.get().due_on == date(2027, 3, 30)


def test_a_granted_extension_is_not_taken_away(cast: Cast) -> None:
    case = lives.assigned(cast.home, YEAR_END)
    clock = _sign_for(case)
    Clock.objects.everywhere("the test grants").filter(pk=clock.pk).update(due_on=date(2027, 2, 1))
    assert _adopt(cast) == 1, "only the first contact"
    clock.refresh_from_db()
    assert (clock.due_on, clock.statutory_on) == (date(2027, 2, 1), date(2027, 1, 13))


def test_a_stopped_clock_keeps_its_day(cast: Cast) -> None:
    lives.signed_for(cast.home, YEAR_END)
    assert _adopt(cast) == 1, "only the first contact"
    stopped = Clock.objects.everywhere("the test looks").get(kind="sign_for")
    assert stopped.due_on == date(2027, 1, 7)


def test_the_rules_page_counts_the_clocks_that_run_by_a_rule(cast: Cast, now: datetime) -> None:
    lives.assigned(cast.home, now)
    assert dict(effect(cast.home.congress, "objection.limit", at=now).running) == {
        "正在走的时钟（日期不变）": 1
    }
    assert effect(cast.home.congress, "publish.name", at=now).running == ()
    assert work_calendar().is_workday(TODAY)
