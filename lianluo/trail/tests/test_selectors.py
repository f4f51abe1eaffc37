"""The story of a case in words."""

from datetime import date, datetime, timedelta
from typing import Any

from lianluo.kernel.workdays import WorkCalendar
from lianluo.trail.selectors import timeline
from lianluo.trail.steps import advance, begin
from lianluo.trail.tests.errands import ERRAND, Errand

MAY = WorkCalendar({date(2026, 5, 25): False}, frozenset({2026}))


def test_each_step_in_the_words_of_its_table(errands: Any, now: datetime, at_most_queries: Any) -> None:
    case = Errand(congress=errands.home.congress, what="送材料")
    begin(ERRAND, case, actor=errands.wang, at=now)
    advance(ERRAND, case, "note", actor=errands.li, at=now + timedelta(days=1), facts={"note": "已送到"})
    advance(ERRAND, case, "finish", actor=None, at=now + timedelta(days=6))
    with at_most_queries(1):
        first, second, third = timeline(case, calendar=MAY)
    assert [step.label for step in (first, second, third)] == ["建立", "记事", "办完"]
    assert (second.who, list(second.words), second.spent) == ("李建国", ["备注：已送到"], 1)
    assert (third.spent, third.tone) == (2, "sys")
    assert (first.spent, first.tone) == (None, "")


def test_the_latest_step_stands_out(errands: Any, now: datetime) -> None:
    case = Errand(congress=errands.home.congress, what="送材料")
    begin(ERRAND, case, actor=errands.wang, at=now)
    assert [step.tone for step in timeline(case, calendar=MAY)] == ["now"]


def test_two_cases_make_one_story_but_each_counts_its_own_days(errands: Any, now: datetime) -> None:
    first, second = (Errand(congress=errands.home.congress, what=what) for what in ("甲", "乙"))
    begin(ERRAND, first, actor=errands.wang, at=now)
    begin(ERRAND, second, actor=errands.wang, at=now + timedelta(days=1))
    advance(ERRAND, first, "note", actor=errands.wang, at=now + timedelta(days=2))
    told = timeline(first, second, calendar=MAY)
    assert [(step.event.case_id, step.spent) for step in told] == [
        (first.pk, None),
        (second.pk, None),
        (first.pk, 2),
    ]


def test_no_case_no_story(errands: Any) -> None:
    assert timeline(calendar=MAY) == []
