"""A change of calendar or rule prepares new days; they hold when the head has approved them (T1)."""

from datetime import date, datetime
from typing import Any

import pytest
from django.urls import reverse

from lianluo.congress.calendar import work_calendar
from lianluo.congress.calendar_acts import adopt_notice, changes, moved, rows_of, with_days
from lianluo.congress.notice import read_notice
from lianluo.congress.rules import period
from lianluo.congress.rules.acts import Basis, effect, set_rule
from lianluo.notices.models import Notice
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Handling, Recount, RecountRow
from lianluo.suggestions.services.recounting import carry_out
from lianluo.suggestions.states import Outcome, RecountState
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Clock, Event
from lianluo.trail.steps import Refused
from lianluo.trail.verify import verify_case
from tests.cast import CHINA, TODAY, Cast

pytestmark = pytest.mark.django_db

NOTICE = """国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月4日（周一）上班。
二、春节：1月5日（周二）至8日（周五）放假调休，共4天。"""
YEAR_END = datetime(2026, 12, 30, 9, 30, tzinfo=CHINA)
LOOK = "the test looks"


def clock_of(case: Any, kind: str = "sign_for") -> Clock:
    rows = Clock.objects.everywhere(LOOK).filter(case_type="handling", kind=kind)
    return rows.get(case_id=case.handlings.get().pk)


def adopt(cast: Cast) -> int:
    return adopt_notice(read_notice(NOTICE), source="通知", actor=cast.han, at=YEAR_END)


def open_recount(cast: Cast) -> Recount:
    return Recount.objects.within(cast.home.congress.scope).get(state=RecountState.OPEN)


def carried(cast: Cast, recount: Recount, at: datetime = YEAR_END) -> int:
    """Approved, and the job done."""
    say.approve_recount(recount, actor=cast.qian, at=at)
    return carry_out(recount, actor=cast.qian, at=lambda: at, progress=lambda n: True)


def longer_reply(cast: Cast, at: datetime, key: str = "objection.limit", since: date = TODAY) -> None:
    basis = Basis(source="条例", article="第八条", note="补记条例规定")
    value = period(8, "workdays")
    set_rule(cast.home.congress, key, value, valid_from=since, basis=basis, actor=cast.qian, at=at)


def test_a_change_of_calendar_moves_nothing_by_itself(cast: Cast) -> None:
    case = lives.assigned(cast.home, YEAR_END)
    assert adopt(cast) == 2, "receipt and first contact"
    clock = clock_of(case)
    assert (clock.due_on, clock.certain) == (date(2027, 1, 7), False)
    rows = RecountRow.objects.within(cast.home.congress.scope).order_by("kind")
    assert [(r.kind, r.was, r.becomes) for r in rows][1] == (
        "sign_for",
        date(2027, 1, 7),
        date(2027, 1, 13),
    )


def test_approved_days_take_effect_and_say_so(cast: Cast) -> None:
    case = lives.assigned(cast.home, YEAR_END)
    adopt(cast)
    recount = open_recount(cast)
    assert carried(cast, recount) == 2
    clock = clock_of(case)
    assert (clock.due_on, clock.statutory_on, clock.certain) == (date(2027, 1, 13), date(2027, 1, 13), True)
    assert "1月5日至8日（春节）" in clock.explanation
    assert "原来是2027年1月7日" in clock.explanation
    assert recount.state == RecountState.DONE
    steps = Event.objects.everywhere(LOOK).filter(case_type="handling", move="recount")
    assert {step.facts["clock"] for step in steps} == {"contact", "sign_for"}
    assert verify_case(case.handlings.get()).broken is None
    told = Notice.objects.everywhere(LOOK).filter(key="suggestion.unit_recounted")
    assert any("2027年1月13日" in one.body for one in told.filter(account=cast.zhao.account_id))


def test_the_preview_counts_what_would_move_and_moves_nothing(cast: Cast) -> None:
    case = lives.assigned(cast.home, YEAR_END)
    before = work_calendar()
    after = with_days(before, rows_of(read_notice(NOTICE)), 2027)
    assert changes(before, after, 2027)
    assert dict(moved(before, after, YEAR_END)) == {"会变的期限（核准后生效）": 2}
    assert clock_of(case).due_on == date(2027, 1, 7)
    assert not Recount.objects.everywhere(LOOK).exists()


def test_a_day_that_stays_becomes_certain_at_once(cast: Cast) -> None:
    lives.assigned(cast.home, datetime(2026, 12, 25, 9, 30, tzinfo=CHINA))
    calm = "国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。"
    assert adopt_notice(read_notice(calm), source="通知", actor=cast.han, at=YEAR_END) == 0
    kept = Clock.objects.everywhere(LOOK).filter(stopped_at=None)
    assert all(clock.certain for clock in kept)
    assert not Recount.objects.everywhere(LOOK).exists()


def test_months_of_the_law_do_not_move(cast: Cast) -> None:
    case = lives.assigned(cast.home, YEAR_END)
    adopt(cast)
    carried(cast, open_recount(cast))
    assert case.handlings.get().due_on == date(2027, 3, 30)
    assert clock_of(case, "reply").hard_on == date(2027, 6, 30)


def test_a_granted_extension_is_not_taken_away(cast: Cast) -> None:
    case = lives.assigned(cast.home, YEAR_END)
    clock = clock_of(case)
    Clock.objects.everywhere("the test grants").filter(pk=clock.pk).update(due_on=date(2027, 2, 1))
    assert adopt(cast) == 1, "only the first contact"
    clock.refresh_from_db()
    assert clock.due_on == date(2027, 2, 1)
    assert clock.statutory_on == date(2027, 1, 13), "the statutory day beside it is counted anew"


def test_a_stopped_clock_keeps_its_day(cast: Cast) -> None:
    case = lives.assigned(cast.home, YEAR_END)
    adopt(cast)
    say.sign_for(case.handlings.get(), actor=cast.zhao, at=YEAR_END)
    assert carried(cast, open_recount(cast)) == 1
    assert clock_of(case).due_on == date(2027, 1, 7)
    passed = RecountRow.objects.within(cast.home.congress.scope).get(outcome=Outcome.PASSED)
    assert "已经停止" in passed.note


def test_what_is_left_out_keeps_the_day_that_people_were_told(cast: Cast) -> None:
    case = lives.assigned(cast.home, YEAR_END)
    adopt(cast)
    recount = open_recount(cast)
    row = recount.rows.select_related("recount").get(kind="sign_for")
    with pytest.raises(Refused, match="负责人"):
        say.keep(row, actor=cast.wang, at=YEAR_END, note="x")
    with pytest.raises(Refused, match="为什么"):
        say.keep(row, actor=cast.qian, at=YEAR_END, note=" ")
    say.keep(row, actor=cast.qian, at=YEAR_END, note="已电话告知")
    assert carried(cast, recount) == 1
    assert clock_of(case).due_on == date(2027, 1, 7)


def test_a_job_that_broke_off_goes_on_and_does_nothing_twice(cast: Cast) -> None:
    lives.assigned(cast.home, YEAR_END)
    adopt(cast)
    recount = open_recount(cast)
    say.approve_recount(recount, actor=cast.qian, at=YEAR_END)
    assert carry_out(recount, actor=cast.qian, at=lambda: YEAR_END, progress=lambda n: False) == 1
    assert recount.state == RecountState.APPLYING
    say.resume_recount(recount, actor=cast.qian, at=YEAR_END)
    for _again in range(2):
        carry_out(recount, actor=cast.qian, at=lambda: YEAR_END, progress=lambda n: True)
    assert recount.state == RecountState.DONE
    assert Event.objects.everywhere(LOOK).filter(case_type="handling", move="recount").count() == 2


def test_a_newer_change_takes_the_waiting_days_along(cast: Cast) -> None:
    lives.assigned(cast.home, YEAR_END)
    adopt(cast)
    first = open_recount(cast)
    row = first.rows.select_related("recount").get(kind="sign_for")
    say.keep(row, actor=cast.qian, at=YEAR_END, note="已电话告知")
    longer_reply(cast, YEAR_END, "contact.limit", date(2026, 12, 1))
    first.refresh_from_db()
    assert first.state == RecountState.DISCARDED
    rows = open_recount(cast).rows.order_by("kind")
    assert [(r.kind, r.outcome) for r in rows] == [("contact", "waiting"), ("sign_for", "kept")]


def test_a_rule_from_today_on_leaves_running_clocks_alone(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    longer_reply(cast, now, since=date(2026, 5, 21))
    assert not Recount.objects.everywhere(LOOK).exists()
    assert clock_of(case).due_on == date(2026, 5, 27)


def test_a_rule_of_the_past_is_prepared_with_its_reason(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    longer_reply(cast, now, since=date(2026, 5, 1))
    assert clock_of(case).due_on == date(2026, 5, 27)
    carried(cast, open_recount(cast), now)
    assert clock_of(case).due_on == date(2026, 6, 1)
    assert "依据条例第八条" in clock_of(case).explanation


def test_the_office_may_let_a_rule_of_today_hold_for_running_clocks(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now.replace(day=19))
    longer_reply(cast, now)
    with pytest.raises(Refused, match="负责人"):
        say.apply_rule(cast.home.congress, "objection.limit", actor=cast.wang, at=now)
    assert say.apply_rule(cast.home.congress, "objection.limit", actor=cast.qian, at=now) == 1
    carried(cast, open_recount(cast), now)
    clock = clock_of(case)
    assert (clock.due_on, clock.rule_on) == (date(2026, 5, 29), TODAY)
    with pytest.raises(Refused, match="没有变化"):
        say.apply_rule(cast.home.congress, "objection.limit", actor=cast.qian, at=now)


def test_the_neighbour_is_not_touched_by_our_rule(cast: Cast, now: datetime) -> None:
    lives.assigned(cast.home, now)
    lives.assigned(cast.neighbour, now)
    longer_reply(cast, now, since=date(2026, 5, 1))
    assert not Recount.objects.within(cast.neighbour.congress.scope).exists()


def test_recounting_twice_finds_nothing_new(cast: Cast) -> None:
    lives.assigned(cast.home, YEAR_END)
    adopt(cast)
    carried(cast, open_recount(cast))
    assert adopt(cast) == 0
    assert not Recount.objects.everywhere(LOOK).filter(state=RecountState.OPEN).exists()


def test_the_days_of_the_suggestion_follow(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    longer_reply(cast, now, "review.limit", date(2026, 5, 1))
    carried(cast, open_recount(cast), now)
    case.refresh_from_db()
    assert case.due_on == date(2026, 6, 1)


def test_everything_may_stay_as_it_was_told(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    longer_reply(cast, now, since=date(2026, 5, 1))
    recount = open_recount(cast)
    with pytest.raises(Refused, match="为什么"):
        say.discard_recount(recount, actor=cast.qian, at=now, note="")
    say.discard_recount(recount, actor=cast.qian, at=now, note="已告知各单位")
    assert clock_of(case).due_on == date(2026, 5, 27)
    assert recount.rows.get().outcome == Outcome.KEPT


def test_the_rules_page_counts_the_clocks_that_run_by_a_rule(cast: Cast, now: datetime) -> None:
    lives.assigned(cast.home, now)
    assert dict(effect(cast.home.congress, "objection.limit", at=now).running) == {
        "正在走的期限（不变，除非核准重算）": 1
    }
    assert effect(cast.home.congress, "publish.name", at=now).running == ()


def test_the_page_lists_filters_and_lets_the_head_decide(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    longer_reply(cast, now, since=date(2026, 5, 1))
    recount, page = open_recount(cast), reverse("suggestions:recounts")
    shown = cast.client("qian").get(page).content.decode()
    assert "2026年5月27日 → <b>2026年6月1日</b>" in shown
    assert "核准重算" in shown
    assert "核准重算</button>" not in cast.client("wang").get(page).content.decode()
    assert cast.client("zhao").get(page).status_code == 403
    empty = cast.client("qian").get(f"{page}?standing=open&kind=contact").content.decode()
    assert "2026年6月1日" not in empty
    for _twice in range(2):
        answer = cast.client("qian").post(
            reverse("suggestions:recount_approve", args=[recount.pk]),
            {"confirmed": "1", "seen": str(recount.trail_seq)},
        )
    assert answer.status_code == 302
    recount.refresh_from_db()
    assert recount.state == RecountState.APPLYING
    assert Handling.objects.within(cast.home.congress.scope).get(suggestion=case).due_on == date(2026, 8, 20)


def test_next_door_there_is_no_such_recount(cast: Cast, now: datetime) -> None:
    lives.assigned(cast.home, now)
    longer_reply(cast, now, since=date(2026, 5, 1))
    url = reverse("suggestions:recount_discard", args=[open_recount(cast).pk])
    assert cast.neighbour.client("qian").get(url).status_code == 404
    assert cast.client("wang").get(url).status_code == 403
    assert cast.client("qian").get(url).status_code == 200


def test_an_approved_day_for_publishing_reaches_the_list_and_the_history(cast: Cast) -> None:
    case = lives.replied(cast.home, YEAR_END)
    waiting = case.publications.get(kind="reply")
    before = waiting.due_on
    longer_reply(cast, YEAR_END, "publish.limit")
    assert carried(cast, open_recount(cast)) == 2, "the text and the reply"
    waiting.refresh_from_db()
    assert waiting.due_on == clock_of_publication(waiting).due_on != before
    event = Event.objects.everywhere(LOOK).filter(case_type="publication", case_id=waiting.pk).latest("pk")
    assert (event.move, event.facts["becomes"]) == ("recount", waiting.due_on.isoformat())


def clock_of_publication(case: Any) -> Clock:
    return Clock.objects.everywhere(LOOK).get(case_type="publication", kind="publish", case_id=case.pk)


def test_nothing_to_approve_is_said_as_such(cast: Cast) -> None:
    """The list opens at what waits: that nothing does is no matter of conditions."""
    page = cast.client("qian").get(reverse("suggestions:recounts")).content.decode()
    assert "没有待核准的期限" in page
    asked = cast.client("qian").get(reverse("suggestions:recounts"), {"q": "没有这件"}).content.decode()
    assert "没有符合这些条件的记录" in asked
