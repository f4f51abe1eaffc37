"""A unit is closed in the middle: what it handled goes on with its heir."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from lianluo.congress.units import close_unit
from lianluo.people.actor import RoleRef
from lianluo.suggestions import services as say
from lianluo.suggestions.services.succession import count_open
from lianluo.suggestions.states import HandlingState, Mode
from lianluo.suggestions.tests import lives
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_the_heir_goes_on_with_the_same_clock(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    old, heir = cast.home.units["education"], cast.home.units["health"]
    due = case.handlings.get().due_on
    assert count_open(old) == 1
    close_unit(old, heir=heir, on=now.date(), note="机构改革", actor=cast.qian, at=now)
    handling = case.handlings.get()
    case.refresh_from_db()
    assert (handling.unit, handling.due_on, handling.state) == (heir, due, HandlingState.SIGNED)
    assert heir.pk in case.unit_ids
    assert old.pk not in case.unit_ids
    assert count_open(old) == 0
    say.write_reply(handling, lives.answer(), actor=cast.liu, at=now)


def test_a_helper_that_inherits_the_lead_leads(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, ("education", "health"))
    old, heir = cast.home.units["education"], cast.home.units["health"]
    close_unit(old, heir=heir, on=now.date(), note="机构改革", actor=cast.qian, at=now)
    live = case.handlings.exclude(state=HandlingState.CANCELLED)
    assert [(h.unit, h.mode) for h in live] == [(heir, "lead")]


def test_a_unit_that_is_gone_is_not_chosen(cast: Cast, now: datetime) -> None:
    unit = cast.home.units["health"]
    unit.valid_to = date(2026, 1, 1)
    verdict = say.judge_tasks([say.Task(unit=unit, mode=Mode.SOLE)], now.date())
    assert "已撤销" in str(verdict.reason)


def test_the_old_unit_sees_nothing_of_new_steps(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    close_unit(
        cast.home.units["education"],
        heir=cast.home.units["health"],
        on=now.date(),
        note="机构改革",
        actor=cast.qian,
        at=now,
    )
    zhao = replace(cast.zhao, roles=(RoleRef("unit_handler", cast.home.units["education"].pk),))
    with pytest.raises(Exception, match="承办单位"):
        say.sign_for(case.handlings.get(), actor=zhao, at=now)
