"""How a case moves: judged, swapped, written down, followed; and eight clerks at once."""

import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import Error, connection, connections, transaction

from lianluo.people.actor import Actor
from lianluo.trail import chain, follow
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, Stale, advance, begin
from lianluo.trail.tests.errands import ERRAND, Errand, set_up, tear_down


def errand(cast: Any, at: datetime) -> Errand:
    case = Errand(congress=cast.home.congress, what="送材料")
    begin(ERRAND, case, actor=cast.wang, at=at)
    return case


def history(case: Errand) -> list[Event]:
    return list(Event.objects.everywhere("a test").filter(case_type="errand", case_id=case.pk))


def test_a_new_case_stands_at_the_start_with_its_first_event(errands: Any, now: datetime) -> None:
    case = errand(errands, now)
    (first,) = history(case)
    assert (case.state, case.trail_seq, case.trail_hash) == ("open", 1, bytes(first.hash))
    assert (first.move, first.actor_name, first.actor_role) == ("begin", "王敏", "联工委工作人员")
    assert bytes(first.previous) == chain.GENESIS


def test_a_step_changes_the_state_and_the_fields_and_leaves_an_event(errands: Any, now: datetime) -> None:
    case = errand(errands, now)
    later = now + timedelta(hours=1)
    event = advance(ERRAND, case, "finish", actor=errands.wang, at=later, facts={"note": "好"}, done_at=later)
    case.refresh_from_db()
    assert (case.state, case.done_at, case.trail_seq) == ("done", later, 2)
    assert bytes(case.trail_hash) == bytes(event.hash)
    assert bytes(event.previous) == bytes(history(case)[0].hash)
    assert (event.source, event.target, event.facts) == ("open", "done", {"note": "好"})


def test_a_note_leaves_the_state_but_not_the_history(errands: Any, now: datetime) -> None:
    case = errand(errands, now)
    advance(ERRAND, case, "note", actor=errands.li, at=now)
    assert (case.state, len(history(case))) == ("open", 2)


def test_who_may_not_reads_why_and_nothing_happens(errands: Any, now: datetime) -> None:
    case = errand(errands, now)
    with pytest.raises(Refused, match="由联工委办理"):
        advance(ERRAND, case, "finish", actor=errands.zhao, at=now)
    assert len(history(case)) == 1


def test_a_move_that_does_not_exist_is_refused(errands: Any, now: datetime) -> None:
    with pytest.raises(Refused, match="没有「fly」这一步"):
        advance(ERRAND, errand(errands, now), "fly", actor=errands.wang, at=now)


def test_the_slower_one_reads_who_was_faster(errands: Any, now: datetime) -> None:
    mine = errand(errands, now)
    yours = Errand.objects.within(errands.home.congress.scope).get(pk=mine.pk)
    advance(ERRAND, yours, "finish", actor=errands.wang, at=now)
    with pytest.raises(Stale, match="王敏已于 09:30 先做了「办完」，您的操作没有执行。"):
        advance(ERRAND, mine, "drop", actor=errands.wang, at=now)
    assert (mine.state, mine.trail_seq) == ("open", 1)


def test_the_day_is_said_when_it_was_another(errands: Any, now: datetime) -> None:
    mine = errand(errands, now)
    yours = Errand.objects.within(errands.home.congress.scope).get(pk=mine.pk)
    advance(ERRAND, yours, "note", actor=None, at=now)
    with pytest.raises(Stale, match="系统已于 5月20日 09:30 先做了「记事」"):
        advance(ERRAND, mine, "finish", actor=errands.wang, at=now + timedelta(days=3))


@pytest.mark.parametrize("field", ["state", "trail_seq", "trail_hash"])
def test_nobody_hands_in_a_state(errands: Any, now: datetime, field: str) -> None:
    with pytest.raises(TypeError, match=field):
        advance(ERRAND, errand(errands, now), "note", actor=errands.wang, at=now, **{field: "done"})


def test_a_time_without_zone_is_no_time(errands: Any, now: datetime) -> None:
    with pytest.raises(ValueError, match="zone"):
        errand(errands, now.replace(tzinfo=None))


def test_followers_share_the_fate_of_the_step(errands: Any, now: datetime, monkeypatch: Any) -> None:
    def stumbles(event: Event, case: Any) -> None:
        raise RuntimeError("no notice, no step")

    case = errand(errands, now)
    monkeypatch.setattr(follow, "_followers", [stumbles])
    with pytest.raises(RuntimeError):
        advance(ERRAND, case, "finish", actor=errands.wang, at=now)
    case.refresh_from_db()
    assert (case.state, len(history(case))) == ("open", 1)


@pytest.mark.parametrize("statement", ["UPDATE trail_event SET move = 'x'", "DELETE FROM trail_event"])
def test_the_database_refuses_to_change_history(errands: Any, now: datetime, statement: str) -> None:
    errand(errands, now)
    with pytest.raises(Error, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_eight_clerks_on_one_case(now: datetime) -> None:
    """R5: one wins, seven read who was faster; the history has one step and is whole."""
    from tests.cast import build

    cast = build()
    set_up()
    try:
        case = errand(cast, now)
        outcomes = at_once(8, lambda: cast.wang, case.pk, now)
        assert sorted(kind for kind, _words in outcomes) == ["moved"] + ["stale"] * 7
        assert {words for kind, words in outcomes if kind == "stale"} == {
            "王敏已于 09:30 先做了「办完」，您的操作没有执行。"
        }
        assert [event.move for event in history(case)] == ["begin", "finish"]
    finally:
        tear_down(table=True)


def at_once(number: int, who: Any, pk: int, at: datetime) -> list[tuple[str, str]]:
    """Let `number` threads, each with its own connection, make the same move after all have read the case."""
    outcomes: list[tuple[str, str]] = []
    ready = threading.Barrier(number)
    actor: Actor = who()

    def clerk() -> None:
        try:
            case = Errand.objects.everywhere("a test").get(pk=pk)
            ready.wait()
            advance(ERRAND, case, "finish", actor=actor, at=at)
            outcomes.append(("moved", ""))
        except Stale as stale:
            outcomes.append(("stale", str(stale)))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=clerk) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
