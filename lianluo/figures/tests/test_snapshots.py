import pytest
from django.db import InternalError, NotSupportedError, ProgrammingError, transaction

from lianluo.figures.models import Snapshot
from lianluo.figures.periods import Period
from lianluo.figures.policy import may_freeze, may_look
from lianluo.figures.snapshots import compared, freeze
from lianluo.people.models import Seat
from lianluo.people.roles import SeatState
from tests.cast import NOW, Cast


def frozen(cast: Cast) -> Snapshot:
    return freeze("2026年工作总结", period=Period.year(2026), below=False, actor=cast.wang, at=NOW)


def test_what_was_reported_stays_when_the_records_change(cast: Cast) -> None:
    snapshot = frozen(cast)
    Seat.objects.within(cast.home.congress.scope).filter(pk=cast.home.seats["li"].pk).update(
        state=SeatState.ENDED, ends_on=NOW.date()
    )
    line = next(row for row in compared(snapshot) if row.key == "people.deputies")
    assert (line.then, line.now, line.changed) == (3, 2, -1)


def test_a_snapshot_cannot_be_changed_or_removed(cast: Cast) -> None:
    snapshot = frozen(cast)
    rows = Snapshot.objects.within(cast.home.congress.scope).filter(pk=snapshot.pk)
    for change in (lambda: rows.update(title="别的"), rows.delete):
        with pytest.raises((InternalError, NotSupportedError, ProgrammingError)), transaction.atomic():
            change()
    assert rows.get().title == "2026年工作总结"


def test_a_figure_that_no_longer_exists_keeps_its_number(cast: Cast) -> None:
    snapshot = frozen(cast)
    snapshot.numbers.append({"key": "gone.figure", "label": "旧指标", "unit": "件", "number": 9})
    assert compared(snapshot)[-1].now is None
    assert compared(snapshot)[-1].then == 9


@pytest.mark.parametrize(
    ("key", "look", "keep"),
    [
        ("wang", True, True),
        ("qian", True, True),
        ("chen", True, False),
        ("li", False, False),
        ("zhao", False, False),
    ],
)
def test_who_looks_and_who_freezes(cast: Cast, key: str, look: bool, keep: bool) -> None:
    actor = getattr(cast, key)
    assert (bool(may_look(actor)), bool(may_freeze(actor))) == (look, keep)
