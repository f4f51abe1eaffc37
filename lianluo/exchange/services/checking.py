"""Every row is judged before anything is written; what is wrong or unclear is kept with its cell."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from lianluo.exchange.kinds import ASK, BAD, NOTE, Checker, Record
from lianluo.exchange.models import Batch, Problem, Stage
from lianluo.exchange.reading import Table
from lianluo.exchange.services.mapping import OPEN
from lianluo.exchange.services.opening import demand, table_of
from lianluo.exchange.services.portions import as_problems, checker_of, judged, known_among, portions
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.trail.steps import Refused

PORTION = 1000
Progress = Callable[[int], bool]


def check(batch: Batch, *, actor: Actor, at: datetime, progress: Progress = lambda rows: True) -> Batch:
    """Read the whole file and judge every row. Writes nothing but problems and counts."""
    kind = demand(actor, batch.kind)
    if batch.stage not in (*OPEN, Stage.CHECKING):
        raise Refused(str(_("这个文件已经开始导入，不用再检查。")))
    table, checker, counts = table_of(batch), checker_of(batch, actor, at), Counter[str]()
    _begin(batch, at)
    try:
        for records in portions(table, batch, kind, PORTION):
            batch.total = records[-1].rows[-1].number
            _judge(records, batch, table, checker, counts)
            if not progress(counts["rows"]):
                raise Refused(str(_("检查停下了，什么都没有写。")))
        offer(batch, checker)
        _settle(batch, table.faults, [*table.remarks, *checker.end()], counts, at)
    except BaseException as error:
        _give_up(batch, str(error) if isinstance(error, Refused) else "")
        raise
    return batch


def _begin(batch: Batch, at: datetime) -> None:
    batch.stage, batch.touched_at, batch.total, batch.bookmark, batch.error = Stage.CHECKING, at, 0, 0, ""
    batch.save(update_fields=["stage", "touched_at", "total", "bookmark", "error"])
    batch.problems.all().delete()


def _judge(records: list[Record], batch: Batch, table: Table, checker: Checker, counts: Counter[str]) -> None:
    checker.prepare(records)
    was = known_among(records, batch)
    problems: list[Problem] = []
    for record in records:
        found = judged(record, checker, table, was.get(record.key))
        problems += as_problems(record, found, batch)
        counts["rows"] += len(record.rows)
        counts[_fate({finding.grade for finding in found}, record.key in was)] += 1
    Problem.objects.bulk_create(problems, batch_size=1000)


def offer(batch: Batch, checker: Checker) -> None:
    """Questions whose candidates are only known when the whole file was read."""
    open_ = (
        batch.problems.filter(grade=ASK, candidates=[]).values_list("thing", "written").distinct().order_by()
    )
    for thing, written in list(open_):
        shown = [[c.value, c.label, c.note] for c in checker.candidates(thing, written)]
        batch.problems.filter(thing=thing, written=written).update(candidates=shown)


def _give_up(batch: Batch, why: str) -> None:
    batch.stage, batch.error = Stage.REFUSED if why else Stage.MAPPING, why[:500]
    batch.save(update_fields=["stage", "error"])


def _fate(grades: set[str], known: bool) -> str:
    """One word a record: bad before ask, ask before ready."""
    if BAD in grades:
        return "bad"
    if ASK in grades:
        return "ask"
    if known:
        return "same"
    return "noted" if NOTE in grades else "ready"


def _settle(batch: Batch, faults: list[str], remarks: list[str], counts: Counter[str], at: datetime) -> None:
    batch.counts, batch.remarks, batch.touched_at, batch.bookmark = dict(counts), remarks, at, 0
    batch.error = " ".join(faults)[:500]
    batch.stage = Stage.REFUSED if faults else Stage.CHECKED
    if faults:
        batch.problems.all().delete()
    batch.save(update_fields=["total", "stage", "counts", "remarks", "error", "touched_at", "bookmark"])
