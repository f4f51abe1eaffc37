"""Feeding the index: following committed changes in order, and building it anew.

A change row carries the id of its transaction. The cursor is a transaction id below which everything was read.
Each round reads every visible row from the cursor on that was not read yet, so a transaction that commits late
is never skipped and one that stays open long holds nobody up. Reading a record twice does no harm.
"""

import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import structlog
from django.db import connection

from lianluo.search import lexicon, shelf
from lianluo.search.changes import KEPT
from lianluo.search.index import BUILDING, Writer
from lianluo.search.models import SearchChange
from lianluo.search.registry import SEARCHABLES, Searchable

log = structlog.get_logger(__name__)
Progress = Callable[[str, int, int], None]

ROUND = 2000
BATCH = 1000
IDLE = 60.0
"""Seconds after which the cursor is moved on though nothing changed."""


def horizon() -> int:
    """Every transaction below this id has ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        return int(cursor.fetchone()[0])


def silent(room: str, done: int, total: int) -> None:
    """No progress shown."""


def rebuild(progress: Progress = silent) -> Path:
    """Build a new generation from PostgreSQL and put it into use. The old one serves until then."""
    folder, start = shelf.begin(), horizon()
    try:
        shelf.write_words(folder, lexicon.taught())
        writer = Writer(folder, BUILDING)
        for searchable in SEARCHABLES:
            _fill(writer, searchable, progress)
        writer.commit()
        writer.close()
        shelf.write_cursor(folder, start)
    except BaseException:
        shelf.discard(folder)
        raise
    shelf.publish(folder)
    return folder


def _fill(writer: Writer, searchable: Searchable, progress: Progress) -> None:
    """All records of one room, in batches by primary key."""
    rows, total, done, last = searchable.queryset().order_by("pk"), searchable.queryset().count(), 0, 0
    progress(searchable.room, done, total)
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        done, last = done + len(batch), batch[-1].pk
        writer.put(searchable, batch)
        progress(searchable.room, done, total)


class Feeder:
    """Follows changes into the generation in use; builds one when there is none that can be trusted."""

    def __init__(self) -> None:
        self.writer: Writer | None = None
        self.cursor = 0
        self.read: dict[int, int] = {}
        self.moved = 0.0

    def step(self) -> int:
        """One round. Returns how many changes were read."""
        writer = self._opened()
        safe = horizon()
        waiting = SearchChange.objects.filter(xid__gte=self.cursor).exclude(pk__in=list(self.read))
        rows = list(waiting.order_by("xid", "pk")[:ROUND])
        if rows:
            _apply(writer, rows)
        elif time.time() - self.moved < IDLE:
            return 0
        self.read |= {row.pk: row.xid for row in rows}
        self._move(min(safe, rows[-1].xid) if len(rows) == ROUND else safe)
        return len(rows)

    def _move(self, xid: int) -> None:
        if self.writer is None:
            return
        self.cursor, self.moved = max(xid, self.cursor), time.time()
        self.read = {pk: at for pk, at in self.read.items() if at >= self.cursor}
        shelf.write_cursor(self.writer.folder, self.cursor)

    def _opened(self) -> Writer:
        folder = shelf.current()
        if self.writer and folder == self.writer.folder:
            return self.writer
        self.close()
        cursor = shelf.read_cursor(folder) if folder else None
        if folder is None or cursor is None or time.time() - cursor.at > KEPT.total_seconds():
            return self._anew()
        try:
            self.writer = Writer(folder)
        except ValueError as error:
            if "lock" in str(error).lower():
                raise
            log.warning("search_rebuilt", reason=str(error))
            return self._anew()
        self.cursor = cursor.xid
        return self.writer

    def _anew(self) -> Writer:
        folder = rebuild()
        cursor = shelf.read_cursor(folder)
        self.writer = Writer(folder)
        self.cursor = cursor.xid if cursor else 0
        return self.writer

    def close(self) -> None:
        """Let go of the generation, so that another process may write."""
        self.writer, self.read, self.moved = None, {}, 0.0


def _apply(writer: Writer, rows: list[SearchChange]) -> None:
    changed: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        changed[row.room].add(row.object_id)
    for room, ids in changed.items():
        writer.drop(room, ids)
        if searchable := SEARCHABLES.get(room):
            writer.put(searchable, searchable.queryset().filter(pk__in=ids))
    writer.commit()
