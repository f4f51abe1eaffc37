"""代表团建议: in session, discussed by the whole delegation, signed by its head."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import Kind, SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.trail.steps import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db
MEETING = say.Meeting(held_on=date(2026, 5, 19), members=60, present=52)


@pytest.fixture
def draft(cast: Cast, now: datetime) -> Suggestion:
    """In session; Wu is head of Li's delegation."""
    lives.rule(cast.home, "delegation.allowed", True)
    cast.home.open_session(now - timedelta(days=1))
    seat = cast.home.seats["wu"]
    seat.is_head = True
    seat.save(update_fields=["is_head"])
    return lives.draft(cast.home, now)


def page(case: Suggestion, name: str = "delegation") -> str:
    return reverse(f"suggestions:{name}", args=[case.pk])


def read(answer: Any) -> str:
    return str(answer.content.decode()).replace("<wbr>", "")


def record(cast: Cast, draft: Suggestion, **changes: Any) -> str:
    facts = {"held_on": "2026-05-19", "members": 60, "present": 52} | changes
    return read(cast.client("li").post(page(draft), facts, follow=True))


def test_recorded_signed_by_the_head_and_sent(cast: Cast, now: datetime, draft: Suggestion) -> None:
    for _time in range(2):
        assert "已登记讨论情况" in record(cast, draft)
    draft.refresh_from_db()
    assert (draft.kind, draft.invited_ids) == (Kind.DELEGATION, [cast.home.seats["wu"].pk])
    with pytest.raises(Refused, match="团长"):
        say.submit(draft, actor=cast.li, at=now)
    say.cosign(draft, actor=cast.wu, at=now)
    say.submit(draft, actor=cast.li, at=now)
    assert (draft.state, draft.kind) == (SuggestionState.DELEGATION_REVIEW, Kind.DELEGATION)


def test_the_last_look_asks_at_most_twelve_times(
    cast: Cast, draft: Suggestion, now: datetime, at_most_queries: Any
) -> None:
    say.for_delegation(draft, MEETING, actor=cast.li, at=now)
    say.cosign(draft, actor=cast.wu, at=now)
    li = cast.client("li")
    li.get(page(draft, "check"))
    with at_most_queries(12):
        seen = read(li.get(page(draft, "check")))
    assert "应到 60 人，到会 52 人；团长吴秀兰" in seen


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"held_on": "2099-01-01"}, "讨论日期不能晚于今天"),
        ({"present": 61}, "到会人数不能多于应到人数"),
        ({"members": ""}, "请填写应到人数"),
    ],
)
def test_a_wrong_record_is_said_beside_its_field(
    cast: Cast, draft: Suggestion, changes: dict[str, Any], said: str
) -> None:
    assert said in record(cast, draft, **changes)
    draft.refresh_from_db()
    assert draft.kind == Kind.SINGLE


def test_back_to_ones_own(cast: Cast, now: datetime, draft: Suggestion) -> None:
    record(cast, draft)
    said = read(cast.client("li").post(page(draft), {"oneself": "1"}, follow=True))
    assert "已改为代表提出" in said
    draft.refresh_from_db()
    assert draft.kind == Kind.SINGLE
    with pytest.raises(Refused, match="不是以代表团名义"):
        say.for_oneself(draft, actor=cast.li, at=now)


def test_only_in_session_with_a_head_and_by_the_lead(cast: Cast, now: datetime) -> None:
    draft = lives.draft(cast.home, now)
    with pytest.raises(Refused, match="本级没有代表团建议"):
        say.for_delegation(draft, MEETING, actor=cast.li, at=now)
    lives.rule(cast.home, "delegation.allowed", True)
    with pytest.raises(Refused, match="只在大会期间"):
        say.for_delegation(draft, MEETING, actor=cast.li, at=now)
    cast.home.open_session(now - timedelta(days=1))
    with pytest.raises(Refused, match="登记本代表团的团长"):
        say.for_delegation(draft, MEETING, actor=cast.li, at=now)
    seat = cast.home.seats["wu"]
    seat.is_head = True
    seat.save(update_fields=["is_head"])
    with pytest.raises(Refused, match="领衔代表"):
        say.for_delegation(draft, MEETING, actor=cast.zhou, at=now)
    assert draft.kind == Kind.SINGLE


def test_the_head_reads_what_the_confirmation_means(cast: Cast, now: datetime, draft: Suggestion) -> None:
    say.for_delegation(draft, MEETING, actor=cast.li, at=now)
    shown = read(cast.client("wu").get(page(draft, "cosign")))
    assert "应到 60 人，到会 52 人" in shown
    assert "您的确认就是代表团的签署" in shown
