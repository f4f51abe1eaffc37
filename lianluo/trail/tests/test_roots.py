"""One root a day: over what was recorded since the last one, once, chained, printable."""

from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import Error, connection, transaction

from lianluo.trail import chain
from lianluo.trail.models import DayRoot, Event
from lianluo.trail.roots import as_text, leaves, missing_since, seal_day
from lianluo.trail.steps import advance, begin
from lianluo.trail.tests.errands import ERRAND, Errand
from lianluo.trail.verify import verify


def errand(cast: Any, at: datetime) -> Errand:
    case = Errand(congress=cast.home.congress, what="送材料")
    begin(ERRAND, case, actor=cast.wang, at=at)
    return case


def test_a_day_is_sealed_after_midnight(errands: Any, now: datetime) -> None:
    first, second = errand(errands, now), errand(errands, now)
    advance(ERRAND, first, "note", actor=errands.wang, at=now)
    root = seal_day(at=now + timedelta(days=1))
    assert root is not None
    assert (root.day, root.leaves) == (date(2026, 5, 20), 2)
    tree = chain.Merkle()
    for case in (first, second):
        tree.add(bytes(case.trail_hash))
    assert bytes(root.root) == chain.day_root(chain.GENESIS, root.day, root.upto, tree)


def test_a_day_has_one_root(errands: Any, now: datetime) -> None:
    errand(errands, now)
    assert seal_day(at=now)
    assert seal_day(at=now + timedelta(hours=5)) is None
    assert DayRoot.objects.count() == 1


def test_the_next_root_takes_only_what_is_new_and_names_the_one_before(errands: Any, now: datetime) -> None:
    errand(errands, now)
    first = seal_day(at=now + timedelta(days=1))
    errand(errands, now + timedelta(days=1))
    second = seal_day(at=now + timedelta(days=2))
    assert first
    assert second
    assert second.leaves == 1
    assert bytes(second.previous) == bytes(first.root)
    assert list(leaves(first.upto, second.upto)) != list(leaves(0, first.upto))


def test_days_without_the_machine_are_covered_by_the_next_root(errands: Any, now: datetime) -> None:
    errand(errands, now)
    seal_day(at=now + timedelta(days=1))
    errand(errands, now + timedelta(days=2))
    errand(errands, now + timedelta(days=5))
    late = seal_day(at=now + timedelta(days=9))
    assert late
    assert late.leaves == 2
    assert verify() == []


def test_a_case_entered_later_with_an_earlier_date_belongs_to_the_later_root(
    errands: Any, now: datetime
) -> None:
    errand(errands, now)
    seal_day(at=now + timedelta(days=1))
    errand(errands, now - timedelta(days=400))
    later = seal_day(at=now + timedelta(days=2))
    assert later
    assert later.leaves == 1
    assert verify() == []


def test_a_quiet_day_has_a_root_too(errands: Any, now: datetime) -> None:
    seal_day(at=now)
    seal_day(at=now + timedelta(days=1))
    assert [root.leaves for root in DayRoot.objects.all()] == [0, 0]
    assert verify() == []


def test_it_is_known_when_a_root_is_missing(errands: Any, now: datetime) -> None:
    assert missing_since(date(2026, 5, 19))
    seal_day(at=now)
    assert not missing_since(date(2026, 5, 19))


def test_roots_can_be_printed(errands: Any, now: datetime) -> None:
    errand(errands, now)
    root = seal_day(at=now + timedelta(days=1))
    assert root
    line = f"2026-05-20\t1\t{bytes(root.root).hex()}\n"
    assert as_text([root]) == line
    out = StringIO()
    call_command("verify", "--roots", stdout=out)
    assert out.getvalue() == line


@pytest.mark.parametrize("statement", ["UPDATE trail_dayroot SET leaves = 9", "DELETE FROM trail_dayroot"])
def test_the_database_refuses_to_change_a_root(errands: Any, now: datetime, statement: str) -> None:
    seal_day(at=now)
    with pytest.raises(Error, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_many_cases_one_root(errands: Any, now: datetime) -> None:
    for _ in range(9):
        errand(errands, now)
    root = seal_day(at=now + timedelta(days=1))
    assert root
    assert root.leaves == 9
    assert root.upto == max(Event.objects.everywhere("a test").values_list("pk", flat=True))


def test_the_hourly_job_seals_yesterday_once(errands: Any, now: datetime, time_machine: Any) -> None:
    """At ten past midnight in Shanghai it is still yesterday in UTC: the day is counted where the people are."""
    from lianluo.trail.tasks import seal_yesterday

    errand(errands, now)
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=10)
    for hours in (0, 1, 2):
        time_machine.move_to(midnight + timedelta(hours=hours), tick=False)
        seal_yesterday(timestamp=0)
    assert [root.day for root in DayRoot.objects.all()] == [date(2026, 5, 20)]
