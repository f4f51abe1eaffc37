"""Are the files that the history names still there and unchanged?"""

import json
from collections.abc import Iterator
from typing import Any

from lianluo.kernel.ciphers import sm3_of
from lianluo.trail.findings import Fault, Finding
from lianluo.trail.models import Attachment

BATCH = 500


def digest_of(attachment: Attachment) -> bytes:
    """The SM3 of the stored bytes; empty when the file is gone."""
    try:
        with attachment.file.open("rb") as stored:
            return sm3_of(stored)
    except OSError:
        return b""


def as_facts(attachments: list[Attachment]) -> list[dict[str, Any]]:
    """What an event keeps of the files that it brought: put it into `facts["files"]`."""
    return [{"id": a.pk, "name": a.name, "sm3": bytes(a.sm3).hex()} for a in attachments]


class FileCheck:
    """Gathers the files named by events and compares them with the attachments, a batch at a time."""

    def __init__(self) -> None:
        self.named: list[tuple[str, int, int, int, str]] = []

    def take(self, row: tuple[Any, ...]) -> None:
        """An event (in the order of `verify.COLUMNS`) whose facts name files."""
        files = json.loads(row[11]).get("files")
        for one in files if isinstance(files, list) else []:
            if isinstance(one, dict) and isinstance(one.get("id"), int):
                self.named.append((row[1], row[2], row[3], one["id"], str(one.get("sm3", ""))))

    def due(self) -> Iterator[Finding]:
        if len(self.named) >= BATCH:
            yield from self._compare()

    def rest(self, with_contents: bool) -> Iterator[Finding]:
        """What is left; and, when asked, the bytes of every stored file against its digest."""
        yield from self._compare()
        if with_contents:
            rows = Attachment.objects.everywhere("the proof covers every congress").order_by("pk")
            for attachment in rows.iterator(chunk_size=BATCH):
                if digest_of(attachment) != bytes(attachment.sm3):
                    yield _finding(attachment.case_type, attachment.case_id, 0, attachment.name)

    def _compare(self) -> Iterator[Finding]:
        batch, self.named = self.named, []
        rows = Attachment.objects.everywhere("the proof covers every congress")
        kept = {a.pk: a for a in rows.filter(pk__in={one[3] for one in batch})}
        for case_type, case_id, seq, pk, sm3 in batch:
            found = kept.get(pk)
            if found is None or bytes(found.sm3).hex() != sm3:
                yield _finding(case_type, case_id, seq, found.name if found else str(pk))


def _finding(case_type: str, case_id: int, seq: int, name: str) -> Finding:
    return Finding(fault=Fault.FILE, case_type=case_type, case_id=case_id, seq=seq, note=name)
