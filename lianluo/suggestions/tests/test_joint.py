"""Several names under one suggestion."""

from datetime import datetime, timedelta

import pytest

from lianluo.notices.models import Notice
from lianluo.suggestions import policy
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import Kind, Mode, Satisfaction
from lianluo.suggestions.tests import lives
from lianluo.trail.steps import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db

GOOD, FAIR, BAD = Satisfaction.SATISFIED, Satisfaction.BASIC, Satisfaction.DISSATISFIED


@pytest.fixture
def joint(cast: Cast, now: datetime) -> Suggestion:
    """Li leads, Wu has confirmed, Zhou was asked."""
    case = lives.draft(cast.home, now)
    say.invite(case, [cast.home.seats["wu"], cast.home.seats["zhou"]], actor=cast.li, at=now)
    say.cosign(case, actor=cast.wu, at=now)
    return case


def test_an_invited_deputy_reads_the_draft_and_a_stranger_does_not(cast: Cast, now: datetime) -> None:
    case = lives.draft(cast.home, now)
    assert not policy.may_see(cast.wu, case)
    say.invite(case, [cast.home.seats["wu"]], actor=cast.li, at=now)
    assert policy.may_see(cast.wu, case)
    assert not policy.may_see(cast.zhou, case)


def test_invited_are_told(cast: Cast, now: datetime, joint: Suggestion) -> None:
    told = Notice.objects.within(cast.home.congress.scope).filter(key="suggestion.invited")
    assert {notice.account_id for notice in told} == {cast.wu.account_id, cast.zhou.account_id}


def test_a_name_counts_after_confirmation_only(cast: Cast, joint: Suggestion) -> None:
    assert joint.kind == Kind.JOINT
    assert set(joint.signer_ids) == {cast.home.seats["li"].pk, cast.home.seats["wu"].pk}


def test_nobody_confirms_for_somebody_else(cast: Cast, now: datetime, joint: Suggestion) -> None:
    with pytest.raises(Refused, match="本人确认"):
        say.cosign(joint, actor=cast.li, at=now)


def test_who_declines_no_longer_sees_it(cast: Cast, now: datetime, joint: Suggestion) -> None:
    say.decline(joint, actor=cast.zhou, at=now)
    assert not policy.may_see(cast.zhou, joint)


def test_a_change_of_text_asks_again(cast: Cast, now: datetime, joint: Suggestion) -> None:
    say.save_draft(joint, lives.text(proposals="一、换了一条。"), actor=cast.li, at=now)
    joint.refresh_from_db()
    assert joint.signer_ids == [cast.home.seats["li"].pk]
    assert cast.home.seats["wu"].pk in joint.invited_ids
    say.cosign(joint, actor=cast.wu, at=now)
    assert cast.home.seats["wu"].pk in joint.signer_ids


def test_a_save_without_change_asks_nobody(cast: Cast, now: datetime, joint: Suggestion) -> None:
    say.save_draft(joint, lives.text(formed_by="research"), actor=cast.li, at=now)
    joint.refresh_from_db()
    assert cast.home.seats["wu"].pk in joint.signer_ids


def test_unanswered_invitations_lapse_when_it_is_submitted(
    cast: Cast, now: datetime, joint: Suggestion
) -> None:
    say.submit(joint, actor=cast.li, at=now)
    assert joint.invited_ids == []
    assert not policy.may_see(cast.zhou, joint)


def test_one_signature_is_withdrawn_and_the_rest_goes_on(
    cast: Cast, now: datetime, joint: Suggestion
) -> None:
    say.submit(joint, actor=cast.li, at=now)
    say.uncosign(joint, actor=cast.wu, at=now, reason="情况有变")
    assert (joint.kind, joint.signer_ids) == (Kind.SINGLE, [cast.home.seats["li"].pk])
    with pytest.raises(Refused, match="退出联名"):
        say.uncosign(joint, actor=cast.li, at=now)


def test_nobody_is_asked_twice(cast: Cast, now: datetime, joint: Suggestion) -> None:
    with pytest.raises(Refused, match="没有邀请过"):
        say.invite(joint, [cast.home.seats["wu"]], actor=cast.li, at=now)


def test_a_deputy_of_another_congress_is_not_invited(cast: Cast, now: datetime) -> None:
    case = lives.draft(cast.home, now)
    with pytest.raises(Refused, match="本级人大"):
        say.invite(case, [cast.neighbour.seats["wu"]], actor=cast.li, at=now)


@pytest.fixture
def answered(cast: Cast, now: datetime, joint: Suggestion) -> Suggestion:
    """The joint one, with its answer."""
    say.submit(joint, actor=cast.li, at=now)
    say.accept(joint, actor=cast.wang, at=now, topic="AGR")
    task = say.Task(unit=cast.home.units["education"], mode=Mode.SOLE)
    say.assign(joint, [task], actor=cast.wang, at=now)
    lives.pass_on_to_units(cast.home, joint, now)
    say.sign_for(joint.handlings.get(), actor=cast.zhao, at=now)
    lives.give_answer(cast.home, joint, now)
    return joint


def test_every_signer_judges_and_the_worst_counts(cast: Cast, now: datetime, answered: Suggestion) -> None:
    say.rate(answered, actor=cast.li, at=now, attitude=GOOD, result=GOOD)
    assert answered.state == "replied"
    with pytest.raises(Refused, match="已经评价"):
        say.rate(answered, actor=cast.li, at=now, attitude=GOOD, result=GOOD)
    say.rate(answered, actor=cast.wu, at=now, attitude=GOOD, result=BAD, comment="没有时限。")
    assert (answered.state, answered.final_rating) == ("rated", BAD)


def test_silence_ends_after_the_period_only(cast: Cast, now: datetime, answered: Suggestion) -> None:
    say.rate(answered, actor=cast.li, at=now, attitude=GOOD, result=FAIR)
    with pytest.raises(Refused, match="期满"):
        say.conclude(answered, actor=cast.wang, at=now)
    with pytest.raises(Refused, match="提醒"):
        say.conclude(answered, actor=cast.wang, at=now + timedelta(days=40))
    say.remind(answered, actor=cast.wang, at=now)
    event = say.conclude(answered, actor=cast.wang, at=now + timedelta(days=40))
    assert (answered.state, answered.final_rating, event.facts["silent"]) == ("rated", FAIR, 1)


def test_a_new_round_asks_everybody_again(cast: Cast, now: datetime, answered: Suggestion) -> None:
    for who in (cast.li, cast.wu):
        say.rate(answered, actor=who, at=now, attitude=GOOD, result=BAD, comment="没有时限。")
    say.rework(answered, actor=cast.wang, at=now, note="请补充时限。")
    assert answered.rated_ids == []
