"""Rows become things: a portion is one transaction with its bookmark, so a killed run goes on where it stood."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from lianluo.exchange.kinds import Checker, Finding, Kind, Record
from lianluo.exchange.models import Batch, Origin, Problem, Stage
from lianluo.exchange.reading import Table
from lianluo.exchange.services.opening import demand, table_of
from lianluo.exchange.services.portions import as_problems, checker_of, judged, known_among, portions, stops
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.trail.steps import Refused

Progress = Callable[[int], bool]
STARTS = (Stage.CHECKED, Stage.RUNNING, Stage.STOPPED)


def load(
    batch: Batch, *, actor: Actor, now: Callable[[], datetime], progress: Progress = lambda rows: True
) -> Batch:
    """Load what is right; the rest stays in the list of problems. May be called again after a kill or a stop."""
    kind = demand(actor, batch.kind)
    _start(batch, now())
    again = True
    while again and batch.stage == Stage.RUNNING:
        again = _once(batch, kind, actor, now, progress)
    return batch


def _start(batch: Batch, at: datetime) -> None:
    with transaction.atomic():
        locked = _locked(batch)
        if locked.stage not in STARTS:
            raise Refused(str(_("请先检查文件，再导入。")))
        locked.stage, locked.touched_at = Stage.RUNNING, at
        locked.save(update_fields=["stage", "touched_at"])
    batch.stage, batch.bookmark, batch.counts = Stage.RUNNING, locked.bookmark, locked.counts


def _once(batch: Batch, kind: Kind, actor: Actor, now: Callable[[], datetime], progress: Progress) -> bool:
    """Once through the file behind the bookmark. True when rows wait for others that were made meanwhile."""
    table, checker = table_of(batch), checker_of(batch, actor, now())
    waiting, made, behind = 0, 0, batch.bookmark
    for records in portions(table, batch, kind, kind.portion):
        fresh = [record for record in records if record.rows[-1].number > behind]
        for record in records[: len(records) - len(fresh)]:
            checker.passed(record)
        if not fresh:
            continue
        with transaction.atomic():
            portion = Portion(batch, table, checker, now())
            portion.settle(fresh)
        waiting, made = waiting + portion.waiting, made + portion.made
        if not progress(min(batch.bookmark, batch.total)):
            _leave(batch, Stage.STOPPED, now())
            return False
    if waiting and made:
        _leave(batch, Stage.RUNNING, now(), bookmark=0)
        return True
    _leave(batch, Stage.DONE, now())
    return False


class Portion:
    """Some records whose fate is settled in one transaction: made, known, or left with a reason."""

    def __init__(self, batch: Batch, table: Table, checker: Checker, at: datetime) -> None:
        self.batch, self.table, self.checker, self.at = batch, table, checker, at
        self.waiting = self.made = 0

    def settle(self, records: Sequence[Record]) -> None:
        locked = _locked(self.batch)
        if locked.stage != Stage.RUNNING or locked.bookmark != self.batch.bookmark:
            raise Refused(str(_("这个文件正在另一处导入，这里停下了。")))
        was = known_among(records, self.batch)
        self.checker.prepare(records)
        good: list[Record] = []
        problems: list[Problem] = []
        for record in records:
            found = judged(record, self.checker, self.table, was.get(record.key))
            problems += as_problems(record, found, self.batch)
            if not stops(found) and record.key not in was:
                good.append(record)
        problems += self._load(good)
        self._keep(records, problems, locked)

    def _load(self, good: list[Record]) -> list[Problem]:
        """Make them; what the room refuses after all becomes a problem of its row."""
        origins, problems = [], []
        for record, target in zip(good, self.checker.load(good) if good else (), strict=True):
            if isinstance(target, Finding):
                problems += as_problems(record, [target], self.batch)
            elif target is None:
                self.waiting += 1
            else:
                origins.append(self._origin(record, target))
        Origin.objects.bulk_create(origins, batch_size=1000)
        self.made = len(origins)
        return problems

    def _origin(self, record: Record, target: int) -> Origin:
        return Origin(
            congress_id=self.batch.congress_id, kind=self.batch.kind, key=record.key, digest=record.digest,
            target=target, batch=self.batch, row=record.number,
        )  # fmt: skip

    def _keep(self, records: Sequence[Record], problems: list[Problem], locked: Batch) -> None:
        """Problems as they stand now, the bookmark, the count."""
        first, last = records[0].number, records[-1].rows[-1].number
        self.batch.problems.filter(row__gte=first, row__lte=last).delete()
        Problem.objects.bulk_create(problems, batch_size=1000)
        locked.bookmark, locked.touched_at = last, self.at
        locked.counts = locked.counts | {"made": locked.count("made") + self.made}
        locked.save(update_fields=["bookmark", "touched_at", "counts"])
        self.batch.bookmark, self.batch.counts = locked.bookmark, locked.counts


def _locked(batch: Batch) -> Batch:
    locked: Batch = Batch.objects.within(batch.congress.scope).select_for_update().get(pk=batch.pk)
    return locked


def _leave(batch: Batch, stage: Stage, at: datetime, bookmark: int | None = None) -> None:
    with transaction.atomic():
        locked = _locked(batch)
        locked.stage, locked.touched_at = stage, at
        locked.ended_at = at if stage == Stage.DONE else None
        locked.bookmark = locked.bookmark if bookmark is None else bookmark
        if stage == Stage.DONE:
            locked.counts = locked.counts | _left(batch)
        locked.save(update_fields=["stage", "touched_at", "ended_at", "bookmark", "counts"])
    batch.stage, batch.bookmark, batch.counts, batch.ended_at = (
        stage,
        locked.bookmark,
        locked.counts,
        locked.ended_at,
    )


def _left(batch: Batch) -> dict[str, int]:
    rows = batch.problems.exclude(grade="note").values("row").distinct().count()
    return {"left": rows}
