"""撤回: until when, with whose consent, and what becomes of units, clocks and numbers."""

from datetime import datetime

import pytest

from lianluo.notices.models import Notice
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.todo import todo_entries
from lianluo.suggestions.states import HandlingState, Kind, SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.suggestions.tests.lives import again
from lianluo.trail.models import Clock
from lianluo.trail.steps import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("until", "make", "fits"),
    [
        ("filed", lives.submitted, True),
        ("filed", lives.accepted, False),
        ("assigned", lives.accepted, True),
        ("assigned", lives.assigned, False),
        ("closed", lives.assigned, True),
        ("closed", lives.replied, True),
        ("closed", lives.rated, True),
        ("closed", lives.closed, False),
    ],
)
def test_until_when_says_the_rule(cast: Cast, now: datetime, until: str, make: object, fits: bool) -> None:
    lives.rule(cast.home, "withdraw.until", until)
    case = make(cast.home, now)  # type: ignore[operator]
    if fits:
        say.withdraw(case, actor=cast.li, at=now, reason="已经解决")
        assert again(case).state == SuggestionState.WITHDRAWN
    else:
        with pytest.raises(Refused):
            say.withdraw(case, actor=cast.li, at=now)


def test_the_refusal_names_the_rule(cast: Cast, now: datetime) -> None:
    lives.rule(cast.home, "withdraw.until", "filed")
    case = lives.accepted(cast.home, now)
    with pytest.raises(Refused, match="立案编号以后不能再撤回"):
        say.withdraw(case, actor=cast.li, at=now)
    shown = cast.client("li").get(f"/suggestions/{case.pk}/withdraw/")
    assert shown.status_code == 403
    assert "立案编号以后不能再撤回" in shown.content.decode()
    page = cast.client("li").get(f"/suggestions/{case.pk}/").content.decode().replace("<wbr>", "")
    assert "立案编号以后不能再撤回" in page


def test_after_assignment_units_are_told_and_clocks_stop(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    number = case.number
    say.withdraw(case, actor=cast.li, at=now, reason="已经解决")
    assert case.handlings.get().state == HandlingState.CANCELLED
    assert not Clock.objects.within(cast.home.congress.scope).filter(stopped_at=None).exists()
    told = Notice.objects.within(cast.home.congress.scope).filter(key="suggestion.withdrawn")
    assert cast.home.accounts["zhao"].pk in told.values_list("account", flat=True)
    assert again(case).number == number
    assert lives.accepted(cast.home, now).number != number


def test_who_has_answered_has_done_the_work(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    say.withdraw(case, actor=cast.li, at=now)
    assert case.handlings.get().state == HandlingState.DONE


def asked(cast: Cast, now: datetime, signers: tuple[str, ...] = ("wu", "zhou")) -> Suggestion:
    case = lives.joint(cast.home, now, signers)
    say.ask_withdraw(case, actor=cast.li, at=now, reason="情况已经解决")
    return case


def test_the_lead_alone_does_not_take_back_what_others_signed(cast: Cast, now: datetime) -> None:
    case = lives.joint(cast.home, now, ("wu", "zhou"))
    with pytest.raises(Refused, match="还要 2 名"):
        say.withdraw(case, actor=cast.li, at=now)


def test_when_all_agree_it_is_withdrawn_for_the_reason_given(cast: Cast, now: datetime) -> None:
    case = asked(cast, now)
    say.agree_withdraw(case, actor=cast.wu, at=now)
    assert again(case).state == SuggestionState.HANDLING
    say.agree_withdraw(case, actor=cast.zhou, at=now)
    assert again(case).state == SuggestionState.WITHDRAWN
    assert case.handlings.get().state == HandlingState.CANCELLED
    assert "情况已经解决" in cast.client("li").get(f"/suggestions/{case.pk}/").content.decode()


def test_one_refusal_keeps_it_going_and_the_lead_may_ask_anew(cast: Cast, now: datetime) -> None:
    case = asked(cast, now)
    say.agree_withdraw(case, actor=cast.wu, at=now)
    say.refuse_withdraw(case, actor=cast.zhou, at=now, reason="问题还在")
    assert (again(case).state, case.agreed_ids) == (SuggestionState.HANDLING, [])
    say.ask_withdraw(case, actor=cast.li, at=now, reason="单位已经当面说明")
    for who in (cast.wu, cast.zhou):
        say.agree_withdraw(case, actor=who, at=now)
    assert again(case).state == SuggestionState.WITHDRAWN


def test_who_does_not_want_that_may_lead_on(cast: Cast, now: datetime) -> None:
    case = asked(cast, now)
    say.lead_on(case, actor=cast.wu, at=now)
    assert again(case).state == SuggestionState.HANDLING
    assert case.lead == cast.home.seats["wu"]
    assert sorted(case.signer_ids) == sorted(cast.home.seats[key].pk for key in ("wu", "zhou"))
    assert case.kind == Kind.JOINT
    with pytest.raises(Refused):
        say.withdraw(case, actor=cast.li, at=now)


def test_only_signers_who_have_not_spoken_are_asked(cast: Cast, now: datetime) -> None:
    case = asked(cast, now, ("wu",))
    with pytest.raises(Refused):
        say.agree_withdraw(case, actor=cast.li, at=now)
    with pytest.raises(Refused):
        say.agree_withdraw(case, actor=cast.zhou, at=now)
    with pytest.raises(Refused, match="已经在征求"):
        say.ask_withdraw(case, actor=cast.li, at=now, reason="再问一次")


def test_the_lead_may_think_better_of_it(cast: Cast, now: datetime) -> None:
    case = asked(cast, now)
    say.keep_going(case, actor=cast.li, at=now)
    with pytest.raises(Refused, match="没有提出撤回"):
        say.agree_withdraw(case, actor=cast.wu, at=now)


def test_it_stands_on_the_co_signers_list_of_things_to_do(cast: Cast, now: datetime) -> None:
    case = asked(cast, now)
    assert [entry.key for entry in todo_entries(cast.wu, now)] == [f"suggestions:{case.pk}"]
    say.agree_withdraw(case, actor=cast.wu, at=now)
    assert todo_entries(cast.wu, now) == []


def test_where_the_rule_lets_the_lead_decide_nobody_is_asked(cast: Cast, now: datetime) -> None:
    lives.rule(cast.home, "withdraw.all_agree", False)
    case = lives.joint(cast.home, now)
    with pytest.raises(Refused, match="单独撤回"):
        say.ask_withdraw(case, actor=cast.li, at=now, reason="已经解决")
    say.withdraw(case, actor=cast.li, at=now)
    assert again(case).state == SuggestionState.WITHDRAWN


def test_the_door_of_a_joint_one_leads_to_asking(cast: Cast, now: datetime) -> None:
    case = lives.joint(cast.home, now)
    door = cast.client("li").get(f"/suggestions/{case.pk}/withdraw/")
    assert door.headers["Location"].endswith("/withdraw/ask/")


def test_agreeing_twice_is_one_consent(cast: Cast, now: datetime) -> None:
    case = asked(cast, now)
    wu, data = cast.client("wu"), {"seen": case.trail_seq}
    first, second = (wu.post(f"/suggestions/{case.pk}/withdraw/agree/", data) for _n in range(2))
    assert first.status_code == second.status_code == 302
    assert len(again(case).agreed_ids) == 2


def test_next_door_nobody_is_asked(cast: Cast, now: datetime) -> None:
    case = asked(cast, now)
    wu = cast.neighbour.client("wu")
    assert wu.post(f"/suggestions/{case.pk}/withdraw/agree/").status_code == 404
