"""The index itself: its fields, writing into it, and the one open copy that a process reads from."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structlog
import tantivy

from lianluo.search import shelf
from lianluo.search.registry import Document, Searchable
from lianluo.search.words import Cutter, pairs, plain

log = structlog.get_logger(__name__)

FEEDING = 20_000_000
"""Bytes of memory for the writer that follows changes; a rebuild takes more."""
BUILDING = 200_000_000


def schema() -> Any:
    """Fields. `words` holds everything that can be found, `title` again what weighs more."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("room", "seen", "place", "facet", "number"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("pairs", tokenizer_name="whitespace", index_option="position")
    builder.add_integer_field("at", fast=True)
    return builder.build()


def key(room: str, pk: int) -> str:
    return f"{room}:{pk}"


def number(text: str) -> str:
    """A business number as it is compared: folded, without spaces."""
    return "".join(plain(text).split())


def ancestors(path: str) -> list[str]:
    """ "00/43/4301/" → "00/", "00/43/", "00/43/4301/"."""
    codes = path.strip("/").split("/")
    return ["/".join(codes[: n + 1]) + "/" for n in range(len(codes))]


def entry(room: str, document: Document, cutter: Cutter) -> Any:
    """`document` as the engine takes it."""
    made = tantivy.Document()
    made.add_text("key", key(room, document.id))
    made.add_text("room", room)
    made.add_integer("at", int(document.at.timestamp()))
    for token in document.seen_by:
        made.add_text("seen", token)
    made.add_text("place", f"own:{document.congress}")
    for path in ancestors(document.congress):
        made.add_text("place", f"tree:{path}")
    for name, values in document.facets.items():
        for value in values:
            made.add_text("facet", f"{name}:{value}")
    numbers = list(document.numbers)
    for text in numbers:
        made.add_text("number", number(text))
    made.add_text("title", " ".join(cutter.for_index(plain(document.title))))
    parts = [document.title, document.body, *numbers, *document.people, *document.units, *document.topics]
    whole = plain("\n".join(part for part in parts if part))  # once: it costs as much as the cutting
    made.add_text("words", " ".join(cutter.for_index(whole)))
    made.add_text("pairs", " ".join(pairs(whole, whole=True)))
    return made


class Writer:
    """The one writer of a generation. Opening a second one fails: the engine holds a lock on the folder."""

    def __init__(self, folder: Path, memory: int = FEEDING) -> None:
        fresh = not (folder / "meta.json").exists()
        self.folder = folder
        self.cutter = Cutter(shelf.read_words(folder))
        self._index = tantivy.Index(schema(), path=str(folder)) if fresh else tantivy.Index.open(str(folder))
        self._writer = self._index.writer(memory, 1)

    def put(self, searchable: Searchable, records: Iterable[Any]) -> int:
        """Add records; returns how many. One that cannot be read is logged and left out: it holds up no other."""
        count = 0
        for record in records:
            try:
                made = entry(searchable.room, searchable.document(record), self.cutter)
            except Exception:
                log.exception("search_record_failed", room=searchable.room, record=record.pk)
                continue
            self._writer.add_document(made)
            count += 1
        return count

    def drop(self, room: str, ids: Iterable[int]) -> None:
        for pk in ids:
            self._writer.delete_documents_by_term("key", key(room, pk))

    def commit(self) -> None:
        self._writer.commit()

    def close(self) -> None:
        self._writer.wait_merging_threads()


@dataclass(slots=True)
class Reader:
    """One generation, open for reading."""

    folder: Path
    index: Any
    cutter: Cutter
    seen: int = 0

    def searcher(self) -> Any:
        """A searcher over the last commit."""
        stamp = (self.folder / "meta.json").stat().st_mtime_ns
        if stamp != self.seen:
            self.index.reload()
            self.seen = stamp
        return self.index.searcher()


_open: dict[str, Reader] = {}
_lock = threading.Lock()


def reader() -> Reader | None:
    """The generation in use; None while there is none or it cannot be read (the feeder then builds anew)."""
    folder = shelf.current()
    if folder is None:
        return None
    with _lock:
        found = _open.get("reader")
        if found is None or found.folder != folder:
            try:
                index = tantivy.Index.open(str(folder))
                index.config_reader("manual", 1)
            except (ValueError, OSError) as error:
                log.warning("search_unreadable", folder=str(folder), error=str(error))
                return None
            found = _open["reader"] = Reader(folder, index, Cutter(shelf.read_words(folder)))
        return found
