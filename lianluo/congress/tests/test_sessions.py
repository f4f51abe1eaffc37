"""Terms and sessions: what is open decides the route."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils.translation import override

from lianluo.congress.levels import SessionState
from lianluo.congress.models import Session, Term
from lianluo.congress.refusals import Refusal
from lianluo.congress.sessions import (
    begin_term,
    close_session,
    correct_term,
    current_session,
    current_term,
    last_session,
    open_session,
    plan_session,
    replan_session,
)
from tests.cast import CHINA, TODAY, Cast


@pytest.fixture
def fifth(cast: Cast, now: datetime) -> Any:
    return plan_session(
        cast.home.term,
        number=5,
        opens_on=date(2026, 5, 20),
        closes_on=date(2026, 5, 25),
        deadline_at=None,
        actor=cast.qian,
        at=now,
    )


def test_in_recess_no_session_is_current(cast: Cast, now: datetime) -> None:
    assert current_session(cast.home.congress, now) is None
    assert last_session(cast.home.congress, now).number == 4


def test_qian_opens_and_closes_and_the_route_switches_at_those_moments(
    cast: Cast, now: datetime, fifth: Any
) -> None:
    opened = open_session(fifth, actor=cast.qian, at=now)
    assert (opened.state, current_session(cast.home.congress, now)) == (SessionState.OPEN, opened)
    later = now + timedelta(days=5)
    close_session(opened, actor=cast.qian, at=later)
    assert current_session(cast.home.congress, later) is None
    assert current_session(cast.home.congress, later - timedelta(seconds=1)) == opened, (
        "the past stays what it was"
    )
    assert current_session(cast.home.congress, now - timedelta(seconds=1)) is None


def test_the_session_next_door_is_not_ours(cast: Cast, now: datetime, fifth: Any) -> None:
    cast.neighbour.open_session(now)
    assert current_session(cast.home.congress, now) is None
    assert current_session(cast.neighbour.congress, now) == cast.neighbour.session


def test_two_sessions_cannot_be_open_at_once(cast: Cast, now: datetime, fifth: Any) -> None:
    open_session(fifth, actor=cast.qian, at=now)
    sixth = plan_session(
        cast.home.term,
        number=6,
        opens_on=TODAY,
        closes_on=TODAY,
        deadline_at=None,
        actor=cast.qian,
        at=now,
    )
    with pytest.raises(Refusal, match="第五次会议还没有闭幕"):
        open_session(sixth, actor=cast.qian, at=now)


def test_the_second_click_reads_that_it_is_open_already(cast: Cast, now: datetime, fifth: Any) -> None:
    stale = Session.objects.within(cast.home.congress.scope).select_related("congress").get(pk=fifth.pk)
    open_session(fifth, actor=cast.qian, at=now)
    with pytest.raises(Refusal, match="不是“未开幕”"):
        open_session(stale, actor=cast.qian, at=now + timedelta(minutes=1))
    assert Session.objects.within(cast.home.congress.scope).get(pk=fifth.pk).opened_at == now


def test_a_session_that_never_opened_cannot_close(cast: Cast, now: datetime, fifth: Any) -> None:
    with pytest.raises(Refusal, match="不是“正在举行”"):
        close_session(fifth, actor=cast.qian, at=now)


@pytest.mark.parametrize("who", ["wang", "li", "zhao", "dong", "feng"])
def test_only_the_lead_and_the_administrator_open(cast: Cast, now: datetime, fifth: Any, who: Any) -> None:
    with pytest.raises(Refusal, match="联工委负责人或系统管理员"):
        open_session(fifth, actor=getattr(cast, who), at=now)


def test_a_closed_session_keeps_its_days(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refusal, match="已经闭幕"):
        replan_session(
            cast.home.session, opens_on=TODAY, closes_on=TODAY, deadline_at=None, actor=cast.qian, at=now
        )


def test_a_number_is_given_once_in_a_term(cast: Cast, now: datetime, fifth: Any) -> None:
    with pytest.raises(Refusal, match="已有第 5 次会议"):
        plan_session(
            cast.home.term,
            number=5,
            opens_on=TODAY,
            closes_on=TODAY,
            deadline_at=None,
            actor=cast.qian,
            at=now,
        )


def test_a_session_does_not_close_before_it_opens(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refusal, match="不能早于"):
        plan_session(
            cast.home.term,
            number=6,
            opens_on=TODAY,
            closes_on=TODAY - timedelta(days=1),
            deadline_at=None,
            actor=cast.qian,
            at=now,
        )


def test_a_new_term_ends_the_one_before_the_day_before(cast: Cast, now: datetime) -> None:
    new = begin_term(
        cast.home.congress, number=15, starts_on=date(2028, 1, 10), seats_total=774, actor=cast.han, at=now
    )
    old = Term.objects.within(cast.home.congress.scope).get(pk=cast.home.term.pk)
    assert old.ends_on == date(2028, 1, 9)
    assert current_term(cast.home.congress, date(2028, 1, 9)) == old
    assert current_term(cast.home.congress, date(2028, 1, 10)) == new
    assert str(new) == "第十五届"
    with override("en"):
        assert "15" in str(new)


@pytest.mark.parametrize(("number", "day"), [(14, date(2028, 1, 10)), (15, date(2020, 1, 1))])
def test_terms_follow_each_other(cast: Cast, now: datetime, number: Any, day: Any) -> None:
    with pytest.raises(Refusal):
        begin_term(cast.home.congress, number=number, starts_on=day, seats_total=None, actor=cast.han, at=now)


def test_the_lead_does_not_begin_terms(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refusal, match="系统管理员"):
        begin_term(
            cast.home.congress,
            number=15,
            starts_on=date(2028, 1, 10),
            seats_total=None,
            actor=cast.qian,
            at=now,
        )


def test_a_correction_is_signed(cast: Cast, now: datetime) -> None:
    correct_term(cast.home.term, starts_on=date(2023, 1, 13), ends_on=None, seats_total=773, actor=cast.han)
    event = Term.pgh_event_model.objects.filter(pgh_obj=cast.home.term).latest("pgh_id")
    assert (event.seats_total, event.pgh_context.metadata["actor"]) == (773, "韩雪")


def test_a_term_cannot_end_before_it_begins(cast: Cast) -> None:
    with pytest.raises(Refusal):
        correct_term(
            cast.home.term,
            starts_on=TODAY,
            ends_on=TODAY - timedelta(days=1),
            seats_total=None,
            actor=cast.han,
        )


def test_opening_times_are_chinese_evenings_too(cast: Cast, fifth: Any) -> None:
    evening = datetime(2026, 5, 20, 23, 30, tzinfo=CHINA)
    assert open_session(fifth, actor=cast.qian, at=evening).opened_at == evening
