"""R2: whatever single row of the history is changed behind our back, `verify` finds it and names it."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from lianluo.trail.cases import CASES
from lianluo.trail.findings import Fault, Finding
from lianluo.trail.models import DayRoot, Event
from lianluo.trail.roots import seal_day
from lianluo.trail.steps import advance, begin
from lianluo.trail.tests.errands import ERRAND, Errand
from lianluo.trail.verify import Verification, verify, verify_case

TABLE = Errand._meta.db_table


@pytest.fixture
def world(errands: Any, now: datetime) -> Any:
    """Twelve cases that live over three days, each day sealed, and a fourth day that is not."""
    cases = []
    for number in range(12):
        case = Errand(congress=errands.home.congress, what=f"差事{number}")
        begin(ERRAND, case, actor=errands.wang, at=now)
        cases.append(case)
    rng = random.Random(7)
    for day in range(4):
        at = now + timedelta(days=day)
        for case in rng.sample(cases, 8):
            if case.state == "open":
                advance(ERRAND, case, "note", actor=errands.li, at=at, facts={"note": f"第{day}天", "n": day})
                advance(ERRAND, case, rng.choice(["finish", "note"]), actor=errands.wang, at=at)
            elif case.state == "done":
                advance(ERRAND, case, "reopen", actor=errands.wang, at=at)
        if day < 3:
            seal_day(at=at + timedelta(days=1))
    sql("SET CONSTRAINTS ALL IMMEDIATE")  # nothing pending, so that triggers can be switched off
    return errands


def sql(statement: str, *values: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def test_an_honest_history_is_clean(world: Any) -> None:
    run = Verification()
    assert list(run.findings()) == []
    assert (run.cases, run.roots) == (12, 3)
    assert run.events == Event.objects.everywhere("a test").count()


Tamper = Callable[[random.Random, Event], str]
"""Changes one row; returns the place that must be named."""


def changing(column: str, value: Callable[[random.Random, Event], Any]) -> Tamper:
    def tamper(rng: random.Random, event: Event) -> str:
        sql(f"UPDATE trail_event SET {column} = %s WHERE id = %s", value(rng, event), event.pk)
        return f"errand {event.case_id}"

    tamper.__name__ = f"event.{column}"
    return tamper


def deleting(rng: random.Random, event: Event) -> str:
    sql("DELETE FROM trail_event WHERE id = %s", event.pk)
    return f"errand {event.case_id}"


def doubling(rng: random.Random, event: Event) -> str:
    """A forged step at the end that even has a right digest of its own."""
    sql(
        "INSERT INTO trail_event (congress_id, case_type, case_id, seq, at, account_id, actor_name, actor_role, move,"
        " source, target, facts, previous, hash) SELECT congress_id, case_type, case_id, seq + 1, at, account_id,"
        " actor_name, actor_role, move, target, target, facts, hash, previous FROM trail_event WHERE case_id = %s"
        " AND case_type = 'errand' ORDER BY seq DESC LIMIT 1",
        event.case_id,
    )
    return f"errand {event.case_id}"


def on_case(column: str, value: Callable[[random.Random, Event], Any]) -> Tamper:
    def tamper(rng: random.Random, event: Event) -> str:
        sql(f"UPDATE {TABLE} SET {column} = %s WHERE id = %s", value(rng, event), event.case_id)
        return f"errand {event.case_id}"

    tamper.__name__ = f"case.{column}"
    return tamper


def dropping_the_case(rng: random.Random, event: Event) -> str:
    sql(f"DELETE FROM {TABLE} WHERE id = %s", event.case_id)
    return f"errand {event.case_id}"


def inventing_a_case(rng: random.Random, event: Event) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {TABLE} (congress_id, state, trail_seq, trail_hash, what)"
            " VALUES (%s, 'open', 1, %s, '无中生有') RETURNING id",
            [event.congress_id, bytes(event.hash)],
        )
        return f"errand {cursor.fetchone()[0]}"


def on_root(column: str, value: Callable[[random.Random, DayRoot], Any]) -> Tamper:
    def tamper(rng: random.Random, event: Event) -> str:
        root = rng.choice(list(DayRoot.objects.all()))
        changed = value(rng, root)
        sql(f"UPDATE trail_dayroot SET {column} = %s WHERE id = %s", changed, root.pk)
        return str(changed if column == "day" else root.day)

    tamper.__name__ = f"root.{column}"
    return tamper


def deleting_a_root(rng: random.Random, event: Event) -> str:
    roots = list(DayRoot.objects.order_by("day"))
    gone = rng.choice(roots)
    sql("DELETE FROM trail_dayroot WHERE id = %s", gone.pk)
    later = [root for root in roots if root.day > gone.day]
    return str((later or [gone])[0].day)


def flipped(digest: Any, rng: random.Random) -> bytes:
    changed = bytearray(digest)
    changed[rng.randrange(32)] ^= 1 << rng.randrange(8)
    return bytes(changed)


def other_state(rng: random.Random, event: Event) -> str:
    (state,) = Errand.objects.everywhere("a test").filter(pk=event.case_id).values_list("state", flat=True)
    return rng.choice([s for s in ("open", "done", "dropped") if s != state])


def elsewhere(rng: random.Random, event: Event) -> int:
    from lianluo.congress.models import Congress

    keys = Congress.objects.everywhere("a test").exclude(pk=event.congress_id).values_list("pk", flat=True)
    return int(rng.choice(list(keys)))


TAMPERINGS: list[Tamper] = [
    changing("congress_id", elsewhere),
    changing("case_id", lambda rng, e: e.case_id + 1000),
    changing("seq", lambda rng, e: e.seq + 100),
    changing("at", lambda rng, e: e.at + timedelta(microseconds=rng.choice([1, -1, 86_400_000_000]))),
    changing("account_id", lambda rng, e: rng.choice([None, (e.account_id or 0) + 1])),
    changing("actor_name", lambda rng, e: e.actor_name + rng.choice([" ", "某"])),
    changing("actor_role", lambda rng, e: e.actor_role + "某"),
    changing("move", lambda rng, e: "note" if e.move != "note" else "drop"),
    changing("source", lambda rng, e: "done" if e.source != "done" else "open"),
    changing("target", lambda rng, e: "dropped"),
    changing("facts", lambda rng, e: '{"note": "改过"}'),
    changing("facts", lambda rng, e: '{"n": "0"}'),
    changing("previous", lambda rng, e: flipped(e.previous, rng)),
    changing("hash", lambda rng, e: flipped(e.hash, rng)),
    changing("case_type", lambda rng, e: "chore"),
    deleting,
    doubling,
    on_case("state", other_state),
    on_case("trail_seq", lambda rng, e: rng.randrange(50, 60)),
    on_case("trail_hash", lambda rng, e: flipped(e.hash, rng)),
    on_case("congress_id", elsewhere),
    dropping_the_case,
    inventing_a_case,
    on_root("day", lambda rng, r: r.day - timedelta(days=500 + rng.randrange(400))),
    on_root("upto", lambda rng, r: r.upto + rng.choice([-3, -1, 1, 2])),
    on_root("leaves", lambda rng, r: r.leaves + rng.choice([-1, 1])),
    on_root("root", lambda rng, r: flipped(r.root, rng)),
    on_root("previous", lambda rng, r: flipped(r.previous, rng)),
    deleting_a_root,
]


def tampered(rng: random.Random, tamper: Tamper) -> tuple[str, list[Finding]]:
    """Change one row with the triggers off, check, take it back. Returns the place that must be named."""
    event = rng.choice(list(Event.objects.everywhere("a test").filter(case_type="errand")))
    with transaction.atomic():
        for table in ("trail_event", "trail_dayroot"):
            sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        place = tamper(rng, event)
        found = verify()
        transaction.set_rollback(True)
    return place, found


def places(found: list[Finding]) -> set[str]:
    return {finding.place.split(" #")[0] for finding in found}


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda t: t.__name__)
def test_each_kind_of_change_is_found_and_named(world: Any, tamper: Tamper) -> None:
    rng = random.Random(tamper.__name__)
    for _ in range(10):
        place, found = tampered(rng, tamper)
        assert place in places(found), (tamper.__name__, found)
    assert verify() == []


@pytest.mark.slow
def test_a_thousand_random_changes_are_all_found(world: Any) -> None:
    rng = random.Random(2026)
    for number in range(1000):
        tamper = rng.choice(TAMPERINGS)
        place, found = tampered(rng, tamper)
        assert place in places(found), (number, tamper.__name__, found)


def one_finding(world: Any, statement: str, *values: Any) -> Finding:
    sql("ALTER TABLE trail_event DISABLE TRIGGER USER")
    sql(statement, *values)
    found = [finding for finding in verify() if not finding.day]
    assert len(found) == 1
    return found[0]


def last_case() -> Errand:
    return Errand.objects.everywhere("a test").filter(trail_seq__gte=4).order_by("-trail_seq")[0]


def test_the_first_wrong_step_is_named(world: Any) -> None:
    case = last_case()
    found = one_finding(
        world, "UPDATE trail_event SET actor_name = '某' WHERE case_id = %s AND seq >= 2", case.pk
    )
    assert (found.fault, found.place) == (Fault.CHANGED, f"errand {case.pk} #2")


def test_a_missing_step_in_the_middle_is_named(world: Any) -> None:
    case = last_case()
    found = one_finding(world, "DELETE FROM trail_event WHERE case_id = %s AND seq = 3", case.pk)
    assert (found.fault, found.seq) == (Fault.MISSING, 3)


def test_a_cut_tail_is_named(world: Any) -> None:
    case = last_case()
    found = one_finding(
        world, "DELETE FROM trail_event WHERE case_id = %s AND seq = %s", case.pk, case.trail_seq
    )
    assert (found.fault, found.seq) == (Fault.TAIL, case.trail_seq)


def test_a_whole_new_past_still_breaks_the_day_root(world: Any) -> None:
    """Somebody rewrites a case from end to end, digests and all: the root that was published says no."""
    from lianluo.trail import chain

    sql("ALTER TABLE trail_event DISABLE TRIGGER USER")
    case, digest = last_case(), chain.GENESIS
    for event in Event.objects.everywhere("a test").filter(case_id=case.pk).order_by("seq"):
        values = {name: getattr(event, name) for name in chain.Content._fields}
        values |= {"at": chain.moment(event.at), "facts": chain.json_text(event.facts)}
        content = chain.Content(**values)
        forged = chain.link(digest, chain.canonical(content._replace(actor_name="某")))
        sql(
            "UPDATE trail_event SET actor_name = '某', previous = %s, hash = %s WHERE id = %s",
            digest,
            forged,
            event.pk,
        )
        digest = forged
    sql(f"UPDATE {TABLE} SET trail_hash = %s WHERE id = %s", digest, case.pk)
    assert {finding.fault for finding in verify()} == {Fault.ROOT}


def test_one_case_is_checked_with_one_query(world: Any, at_most_queries: Any) -> None:
    case = last_case()
    with at_most_queries(1):
        proof = verify_case(case)
    assert (proof.events, proof.broken) == (case.trail_seq, None)
    sql("ALTER TABLE trail_event DISABLE TRIGGER USER")
    sql("UPDATE trail_event SET facts = '{}' WHERE case_id = %s AND move = 'note'", case.pk)
    assert verify_case(case).broken


def test_the_command_says_clean(world: Any) -> None:
    out = StringIO()
    call_command("verify", stdout=out)
    assert "12 件事项" in out.getvalue()
    assert "完整无误" in out.getvalue()


def test_the_command_names_what_is_wrong_and_fails(world: Any) -> None:
    case, out = last_case(), StringIO()
    sql(f"UPDATE {TABLE} SET state = 'dropped' WHERE id = %s", case.pk)
    with pytest.raises(SystemExit) as exit_:
        call_command("verify", stdout=out)
    assert exit_.value.code == 1
    assert f"errand {case.pk}" in out.getvalue()
    assert "发现 1 处问题" in out.getvalue()


def test_a_kind_that_no_room_knows_is_named(world: Any) -> None:
    kind = CASES._entries.pop("errand")
    try:
        assert {finding.fault for finding in verify()} == {Fault.UNKNOWN}
    finally:
        CASES._entries["errand"] = kind


def test_a_congress_may_check_its_own_history_only(world: Any, now: datetime) -> None:
    """The auditor of one congress is told of its own cases, and of no others."""
    foreign = Errand(congress=world.neighbour.congress, what="别处的差事")
    begin(ERRAND, foreign, actor=None, at=now)
    sql(f"UPDATE {TABLE} SET state = 'dropped' WHERE id = %s", foreign.pk)
    own = Verification(scope=world.home.congress.scope)
    assert list(own.findings()) == []
    assert own.cases == 12
    (found,) = Verification(scope=world.neighbour.congress.scope).findings()
    assert found.place == f"errand {foreign.pk} #1"
