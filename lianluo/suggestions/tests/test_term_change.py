"""换届: what was begun is answered to its proposer, whose seat has ended; the new term counts from one."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from lianluo.congress.sessions import begin_term
from lianluo.notices.models import Notice
from lianluo.people.actor import Actor, actor_for
from lianluo.people.models import Seat
from lianluo.suggestions import policy
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.tests import lives
from lianluo.suggestions.tests.rules import holds
from lianluo.trail.steps import Refused
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db

OPENS = TODAY + timedelta(days=10)
LATER = NOW + timedelta(days=20)


def change(cast: Cast) -> Any:
    """The fifteenth term begins on the tenth day from now; Zhou sits again, Li and Wu do not."""
    term = begin_term(
        cast.home.congress, number=15, starts_on=OPENS, seats_total=None, actor=cast.han, at=NOW
    )
    zhou = cast.home.seats["zhou"]
    Seat.objects.create(congress=cast.home.congress, person=zhou.person, term=term, starts_on=OPENS)
    cast.home.term.refresh_from_db()
    return term


def later(cast: Cast, key: str) -> Actor:
    return actor_for(cast.home.accounts[key], cast.home.congress, LATER.date())


def fresh(case: Suggestion) -> Suggestion:
    found: Suggestion = Suggestion.objects.within(case.congress.scope).with_people().get(pk=case.pk)
    return found


def test_the_former_deputy_gets_the_answer_and_judges_it(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    change(cast)
    lives.give_answer(cast.home, case, LATER)
    li = later(cast, "li")
    assert (li.is_deputy, li.was_deputy) == (False, True)
    told = Notice.objects.within(cast.home.congress.scope).filter(
        account=cast.home.accounts["li"], key="suggestion.answered"
    )
    assert told.exists()
    say.rate(case, actor=li, at=LATER, attitude="satisfied", result="satisfied")
    assert case.state == "rated"


def test_the_former_deputy_sees_own_cases_and_nothing_else(cast: Cast, now: datetime) -> None:
    own, other = lives.assigned(cast.home, now), lives.accepted(cast.home, now, deputy="zhou")
    draft = lives.draft(cast.home, now)
    change(cast)
    li = later(cast, "li")
    rows = Suggestion.objects.within(li.scope).filter(policy.seen_by(li))
    assert set(rows.values_list("pk", flat=True)) == {own.pk, draft.pk}
    assert policy.may_see(li, fresh(own))
    assert not policy.may_see(li, fresh(other))


def test_nothing_new_comes_from_an_ended_seat(cast: Cast, now: datetime) -> None:
    draft = lives.draft(cast.home, now)
    change(cast)
    with pytest.raises(Refused, match="任期已经届满"):
        say.submit(draft, actor=later(cast, "li"), at=LATER)


def test_who_left_before_the_end_of_the_term_is_no_former_deputy(cast: Cast, now: datetime) -> None:
    lives.assigned(cast.home, now)
    Seat.objects.within(cast.home.congress.scope).filter(pk=cast.home.seats["li"].pk).update(
        state="ended", ends_on=TODAY
    )
    change(cast)
    li = later(cast, "li")
    assert not li.own_seat_ids


def test_who_sits_again_keeps_the_old_cases(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now, deputy="zhou")
    change(cast)
    zhou = later(cast, "zhou")
    assert zhou.is_deputy
    assert policy.is_lead(zhou, fresh(case))


def test_the_new_term_counts_from_one(cast: Cast, now: datetime) -> None:
    before = lives.accepted(cast.home, now)
    term = change(cast)
    zhou = later(cast, "zhou")
    case = say.start_draft(actor=zhou, at=LATER, text=lives.text())
    assert case.term == term
    say.submit(case, actor=zhou, at=LATER)
    say.accept(case, actor=cast.wang, at=LATER, topic="AGR")
    assert before.term != case.term
    assert case.number.endswith("001")


def test_what_nobody_was_charged_with_lapses_only_where_the_rule_says_so(cast: Cast, now: datetime) -> None:
    case, assigned = lives.accepted(cast.home, now), lives.assigned(cast.home, now)
    change(cast)
    with pytest.raises(Refused, match="继续办理"):
        say.lapse(fresh(case), actor=cast.wang, at=LATER, reason="届满。")
    holds(cast.home.congress, "term_change.carry", False)
    with pytest.raises(Refused, match="还在任期内"):
        say.lapse(fresh(case), actor=cast.wang, at=now, reason="届满。")
    ended = fresh(case)
    say.lapse(ended, actor=cast.wang, at=LATER, reason="届满，未及交办。")
    assert ended.state == "reference"
    with pytest.raises(Refused, match="办理中"):
        say.lapse(fresh(assigned), actor=cast.wang, at=LATER, reason="届满。")


def test_the_list_names_the_last_term(cast: Cast, now: datetime) -> None:
    lives.accepted(cast.home, now)
    cast.home.term.ends_on = date(2026, 1, 1)
    cast.home.term.save()
    assert "上届" in cast.client("wang").get("/suggestions/").content.decode()
    shown = cast.client("li").get("/suggestions/mine/")
    assert shown.status_code == 200
