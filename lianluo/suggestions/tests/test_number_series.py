"""Each session of a term numbers its suggestions from the beginning (2-domain 1.7)."""

from datetime import datetime, timedelta

from lianluo.congress.levels import SessionState
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.tests.lives import in_session
from tests.cast import Cast


def _accepted_in_session(cast: Cast, at: datetime) -> Suggestion:
    case = in_session(cast.home, at)
    say.pass_on(case, actor=cast.home.actor("he"), at=at)
    say.accept(case, actor=cast.home.actor("wang"), at=at, topic="AGR")
    return case


def test_the_next_session_begins_with_one_again(cast: Cast, now: datetime) -> None:
    first = _accepted_in_session(cast, now - timedelta(days=30))
    held = cast.home.session
    held.state, held.closed_at = SessionState.CLOSED, now - timedelta(days=20)
    held.save()
    held.pk, held.number, held.closed_at, held._state.adding = None, held.number + 1, None, True
    second = _accepted_in_session(cast, now)
    assert first.number == second.number
    assert first.series != second.series
    assert first.term_id == second.term_id
