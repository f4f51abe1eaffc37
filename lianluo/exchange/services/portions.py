"""Records of a batch in portions, judged, with their problems as rows."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from lianluo.exchange.kinds import BAD, KINDS, NOTE, Checker, Finding, Kind, Record, Setting
from lianluo.exchange.models import Batch, Choice, Origin, Problem
from lianluo.exchange.reading import Table
from lianluo.exchange.records import records_of
from lianluo.exchange.services.opening import table_of
from lianluo.kernel.text import _
from lianluo.people.actor import Actor


def checker_of(batch: Batch, actor: Actor, at: datetime) -> Checker:
    """A fresh checker, knowing what was chosen for written names so far."""
    rows = Choice.objects.within(batch.congress.scope).values_list("thing", "written", "target")
    choices = {(thing, written): target for thing, written, target in rows}
    made = Origin.objects.within(batch.congress.scope).filter(batch=batch).values_list("target", flat=True)
    setting = Setting(
        actor=actor, at=at, name=batch.name, options=dict(batch.options), choices=choices, made=frozenset(made),
        source={"file": batch.name, "sm3": batch.digest, "batch": batch.pk},
    )  # fmt: skip
    checker = KINDS[batch.kind].checker(setting)
    if checker.reads_ahead:
        for record in records_of(table_of(batch), batch.mapping, KINDS[batch.kind]):
            checker.look(record)
    return checker


def portions(table: Table, batch: Batch, kind: Kind, size: int) -> Iterator[list[Record]]:
    """Records in file order, so many at a time."""
    held: list[Record] = []
    for record in records_of(table, batch.mapping, kind):
        held.append(record)
        if len(held) >= size:
            yield held
            held = []
    if held:
        yield held


def known_among(records: Sequence[Record], batch: Batch) -> dict[str, str]:
    """Key → digest of those that were loaded before, by this file or another."""
    rows = Origin.objects.within(batch.congress.scope).filter(
        kind=batch.kind, key__in=[record.key for record in records]
    )
    return dict(rows.values_list("key", "digest"))


def judged(record: Record, checker: Checker, table: Table, was: str | None) -> list[Finding]:
    """What the kind says of a record, and what is the same for every kind."""
    if was is not None:
        checker.passed(record)
        if was == record.digest:
            return []
        sentence = str(_("这一行以前导入过，现在内容不同；已导入的不会被改动，请在系统里修改。"))
        return [Finding(grade=BAD, field="", sentence=sentence, row=record.number)]
    found = list(checker.judge(record))
    numbers = {row.number for row in record.rows}
    for row, column in table.formulas:
        if row in numbers:
            sentence = str(_("这一格是公式，文件里没有存算出的结果；请改成数值或文字。"))
            found.append(Finding(grade=BAD, field=f"#{column}", sentence=sentence, row=row))
    return found


def stops(findings: Sequence[Finding]) -> bool:
    """Does any of them keep the record out?"""
    return any(finding.grade != NOTE for finding in findings)


def as_problems(record: Record, findings: Sequence[Finding], batch: Batch) -> list[Problem]:
    """Findings with the place of their cell."""
    places = {key: int(number) for number, key in batch.mapping.items()}
    made = []
    for one in findings:
        column = int(one.field[1:]) if one.field.startswith("#") else places.get(one.field, -1)
        row = next((row for row in record.rows if row.number == one.row), record.first)
        made.append(
            Problem(
                batch=batch, row=row.number, column=column, field=one.field[:40],
                text=row.get(one.field)[:200], sentence=one.sentence[:400], grade=one.grade, thing=one.thing,
                written=one.written[:200],
                candidates=[[c.value, c.label, c.note] for c in one.candidates],
            )
        )  # fmt: skip
    return made
