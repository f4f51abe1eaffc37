"""The check of the whole history, or of one case. It streams: memory does not grow with the number of events."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.db.models import DateTimeField, Func, Q, TextField, Value
from django.db.models.functions import Cast

from lianluo.kernel.scoping import Scope
from lianluo.trail import chain
from lianluo.trail.cases import CASES
from lianluo.trail.files import FileCheck
from lianluo.trail.findings import Fault, Finding
from lianluo.trail.models import Case, Event
from lianluo.trail.root_check import RootCheck

WHY = "the proof covers every congress"
CONTENT = len(chain.Content._fields)
SHOWN = {"at": "at_text", "facts": "facts_text"}
COLUMNS = (*(SHOWN.get(name, name) for name in chain.Content._fields), "previous", "hash", "pk")
AT_TEXT = Func(
    Func(Value("UTC"), "at", function="timezone", output_field=DateTimeField()),
    Value('YYYY-MM-DD"T"HH24:MI:SS.US+00:00'),
    function="to_char",
    output_field=TextField(),
)
"""The database writes the time as `chain.moment` does: half the work of the check would be reading it otherwise."""
HEAD = ("pk", "congress_id", "state", "trail_seq", "trail_hash")
CHUNK = 5_000
Row = tuple[Any, ...]


class ChainCheck:
    """Walks along the events of one case; `finding` is the first thing that is wrong."""

    def __init__(self, case_type: str, case_id: int) -> None:
        self.case_type, self.case_id = case_type, case_id
        self.seq, self.digest, self.target, self.congress_id = 0, chain.GENESIS, "", 0
        self.finding: Finding | None = None

    def take(self, row: Row) -> None:
        """The next event, in the order of `COLUMNS`."""
        self.seq += 1
        content = chain.Content._make((*row[: CONTENT - 1], _facts(row[CONTENT - 1])))
        previous, digest = row[CONTENT], row[CONTENT + 1]
        if self.finding is None:
            if content.seq != self.seq:
                self._found(Fault.MISSING, self.seq)
            elif chain.link(previous, chain.canonical(content)) != digest:
                self._found(Fault.CHANGED, content.seq)
            elif previous != self.digest:
                self._found(Fault.LINK, content.seq)
        self.seq, self.digest = content.seq, digest
        self.target, self.congress_id = content.target, content.congress_id

    def end(self, head: Row | None) -> Finding | None:
        """Compare with the row of the case (`HEAD`), None when there is none."""
        if self.finding is None:
            if head is None:
                self._found(Fault.ORPHAN, 0)
            elif head[3] != self.seq:
                self._found(Fault.TAIL, min(head[3], self.seq) + 1, f"{self.seq} / {head[3]}")
            elif head[4] != self.digest:
                self._found(Fault.HEAD, self.seq)
            elif head[2] != self.target:
                self._found(Fault.STATE, self.seq, f"{head[2]} / {self.target}")
            elif head[1] != self.congress_id:
                self._found(Fault.CONGRESS, self.seq)
        return self.finding

    def _found(self, fault: Fault, seq: int, note: str = "") -> None:
        self.finding = Finding(
            fault=fault, case_type=self.case_type, case_id=self.case_id, seq=seq, note=note
        )


@dataclass
class Verification:
    """One run over everything, or over the congresses of `scope` (then without the day roots, which span them all).

    Read `findings()` to its end; then `events`, `cases` and `roots` say how much it saw.
    """

    with_files: bool = False
    scope: Scope | None = None
    events: int = 0
    cases: int = 0
    roots: int = 0
    files: FileCheck = field(default_factory=FileCheck)

    def findings(self) -> Iterator[Finding]:
        """Every wrong case (its first wrong step), wrong file and wrong day root, in one snapshot of the database."""
        with _snapshot():
            days = RootCheck()
            for case_type in case_types():
                yield from self._of_type(case_type, days)
            yield from self.files.rest(self.with_files)
            if self.scope is None:
                yield from days.findings()
                self.roots = len(days.rows)

    def _of_type(self, case_type: str, days: RootCheck) -> Iterator[Finding]:
        heads = _heads(case_type, self.scope)
        head = next(heads, None)
        for case_id, rows in _by_case(case_type, self.scope):
            while head is not None and head[0] < case_id:
                yield Finding(fault=Fault.EMPTY, case_type=case_type, case_id=head[0])
                head = next(heads, None)
            own = None
            if head is not None and head[0] == case_id:
                own, head = head, next(heads, None)
            if finding := self._of_case(ChainCheck(case_type, case_id), rows, own, days):
                yield finding
            yield from self.files.due()
        while head is not None:
            yield Finding(fault=Fault.EMPTY, case_type=case_type, case_id=head[0])
            head = next(heads, None)

    def _of_case(
        self, check: ChainCheck, rows: Iterable[Row], head: Row | None, days: RootCheck
    ) -> Finding | None:
        for row in rows:
            check.take(row)
            days.take(row[CONTENT + 2], row[CONTENT + 1])
            self.events += 1
            if '"files"' in row[CONTENT - 1]:
                self.files.take(row)
        days.end_case()
        self.cases += 1
        if check.case_type not in CASES:
            return Finding(fault=Fault.UNKNOWN, case_type=check.case_type, case_id=check.case_id)
        return check.end(head)


@dataclass(frozen=True, slots=True)
class CaseProof:
    """For the check mark on the case page: how many steps, and the first wrong one (None: all is well)."""

    events: int
    broken: int | None


def verify_case(case: Case) -> CaseProof:
    """Check the history of one case in hand; one query."""
    return _proof(case.flow_name, case.pk, _head(case))


def verify_cases(cases: Sequence[Case]) -> list[CaseProof]:
    """Check the histories of several cases in hand, of whatever kinds, in their order; one query."""
    checks = {(case.flow_name, case.pk): ChainCheck(case.flow_name, case.pk) for case in cases}
    wanted = Q(pk__in=())
    for kind in {kind for kind, _pk in checks}:
        wanted |= Q(case_type=kind, case_id__in=[pk for name, pk in checks if name == kind])
    rows = _shown(Event.objects.everywhere(WHY).filter(wanted)).order_by("case_type", "case_id", "seq")
    for row in rows.values_list(*COLUMNS):
        checks[row[1], row[2]].take(row)
    return [_ended(checks[case.flow_name, case.pk], _head(case)) for case in cases]


def verify_key(case_type: str, case_id: int) -> CaseProof:
    """Check the history of one case by its key, also of one whose row is gone; two queries."""
    known = CASES.get(case_type)
    rows = known.model._base_manager.filter(pk=case_id).values_list(*HEAD) if known else ()
    return _proof(case_type, case_id, next(iter(rows), None))


def _proof(case_type: str, case_id: int, head: Row | None) -> CaseProof:
    check = ChainCheck(case_type, case_id)
    for row in _events(case_type, None).filter(case_id=case_id).values_list(*COLUMNS):
        check.take(row)
    return _ended(check, head)


def _head(case: Case) -> Row:
    return (case.pk, case.congress_id, case.state, case.trail_seq, bytes(case.trail_hash))


def _ended(check: ChainCheck, head: Row | None) -> CaseProof:
    finding = check.end(head)
    return CaseProof(check.seq, max(finding.seq, 1) if finding else None)


def verify(*, with_files: bool = False) -> list[Finding]:
    """All findings at once; for the command and for very many use `Verification`."""
    return list(Verification(with_files=with_files).findings())


def case_types() -> list[str]:
    """The registered kinds and those of which there are events, sorted by code point (never by a collation)."""
    used = Event.objects.everywhere(WHY).order_by().values_list("case_type", flat=True).distinct()
    return sorted({*CASES.keys(), *used})


def _events(case_type: str, scope: Scope | None) -> Any:
    rows = Event.objects.within(scope) if scope else Event.objects.everywhere(WHY)
    return _shown(rows.filter(case_type=case_type)).order_by("case_id", "seq")


def _shown(rows: Any) -> Any:
    return rows.annotate(at_text=AT_TEXT, facts_text=Cast("facts", TextField()))


def _facts(text: str) -> str:
    return text if text == "{}" else chain.json_text(json.loads(text))


def _by_case(case_type: str, scope: Scope | None) -> Iterator[tuple[int, Iterable[Row]]]:
    """The events of a kind, case by case; each group must be read before the next is asked for."""
    from itertools import groupby

    rows = _events(case_type, scope).values_list(*COLUMNS).iterator(chunk_size=CHUNK)
    return groupby(rows, key=lambda row: row[2])


def _heads(case_type: str, scope: Scope | None) -> Iterator[Row]:
    known = CASES.get(case_type)
    if known is None:
        return iter(())
    cases = known.model._base_manager.order_by("pk")
    cases = cases.filter(scope.q(known.model.congress_lookup)) if scope else cases
    return cases.values_list(*HEAD).iterator(chunk_size=CHUNK)


@contextmanager
def _snapshot() -> Iterator[None]:
    """One moment of the database for all that is read, so that steps made meanwhile raise no false alarm."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield
