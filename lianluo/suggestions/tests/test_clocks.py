"""Which clocks run for a unit, and what stops them."""

from datetime import date, datetime

import pytest

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Handling
from lianluo.suggestions.services import clocks
from lianluo.suggestions.tests import lives
from lianluo.trail import clocks as trail
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def running(handling: Handling) -> dict[str, date]:
    return {clock.kind: clock.due_on for clock in trail.of(handling) if clock.stopped_at is None}


def test_from_assignment_the_first_contact_is_due_too(cast: Cast, now: datetime) -> None:
    handling = lives.assigned(cast.home, now).handlings.get()
    assert running(handling) == {
        "sign_for": date(2026, 5, 27),
        "contact": date(2026, 6, 17),
        "reply": date(2026, 8, 20),
    }


def test_the_first_recorded_contact_stops_its_clock(cast: Cast, now: datetime) -> None:
    handling = lives.signed_for(cast.home, now).handlings.get()
    clocks.contacted(handling, now)
    clocks.contacted(handling, now)
    assert "contact" not in running(handling)
    assert "reply" in running(handling)


def test_a_co_handler_owes_its_opinion_and_no_contact(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, ("education", "health"))
    helper = case.handlings.get(unit=cast.home.units["health"])
    assert set(running(helper)) == {"sign_for", "co_opinion"}


def test_an_unclear_opinion_is_owed_anew(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, ("education", "health"))
    helper = case.handlings.get(unit=cast.home.units["health"])
    clocks.redo_opinion(helper, now)
    assert running(helper)["co_redo"] == helper.due_on == date(2026, 5, 27)


def test_the_answer_ends_what_was_owed(cast: Cast, now: datetime) -> None:
    handling = lives.replied(cast.home, now).handlings.get()
    assert running(handling) == {}


def test_another_unit_begins_its_own_contact(cast: Cast, now: datetime) -> None:
    handling = lives.assigned(cast.home, now).handlings.get()
    heir = say.reassign(handling, cast.home.units["health"], actor=cast.wang, at=now, reason="职责在卫健委")
    assert running(handling) == {}
    assert "contact" in running(heir)
