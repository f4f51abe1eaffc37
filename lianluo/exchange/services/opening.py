"""A file is opened: kept, digested, its header found, its columns guessed."""

from datetime import datetime
from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.db import transaction

from lianluo.exchange.kinds import KINDS, Kind
from lianluo.exchange.mapping import find_head, fingerprint, guess
from lianluo.exchange.models import Batch, Remembered
from lianluo.exchange.policy import may_load
from lianluo.exchange.reading import Table, Unreadable, open_table
from lianluo.kernel.ciphers import sm3_of
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.trail.attachments import limit
from lianluo.trail.filetypes import clean_name
from lianluo.trail.steps import Refused

SHOWN = 60


def demand(actor: Actor, kind: str) -> Kind:
    """The kind, if the actor may load it; else `Refused` with the reason."""
    if not (verdict := may_load(actor, kind)):
        raise Refused(str(verdict.reason))
    return KINDS[kind]


def open_batch(kind: str, stream: IO[bytes], name: str, *, actor: Actor, at: datetime) -> Batch:
    """Keep the file and find its columns. Raises `Unreadable` (a `Refused`) when it cannot be taken; then nothing is kept."""
    wanted = demand(actor, kind)
    clean = clean_name(name)
    stream.seek(0)
    batch = Batch(
        congress=actor.congress,
        kind=kind,
        account_id=actor.account_id,
        by_name=f"{actor.name} · {actor.role_label}"[:120],
        name=clean,
        sm3=sm3_of(stream),
        size=stream.tell(),
        created_at=at,
        touched_at=at,
    )
    if batch.size > limit():
        raise Unreadable(
            _("文件「{name}」超过单个文件 {limit} MB 的上限，请压缩或拆分后再上传。"),
            name=clean, limit=limit() // 2**20,
        )  # fmt: skip
    stream.seek(0)
    batch.file.save("", File(stream), save=False)
    try:
        with transaction.atomic():
            _describe(batch, wanted)
            batch.save(force_insert=True)
    except BaseException:
        batch.file.delete(save=False)
        raise
    return batch


def _describe(batch: Batch, kind: Kind) -> None:
    """Format, header, first rows, and the mapping: as last time for the same headings, else guessed."""
    table = open_table(Path(batch.file.path), batch.name, limit=limit())
    first = find_head(table, kind)
    if not first:
        raise Unreadable(_("文件「{name}」里只有栏目名，没有内容。"), name=batch.name)
    if len(table.columns) < 2 and table.format == "csv":
        raise Unreadable(
            _("文件「{name}」只读出一栏，像是没有用逗号分开，请另存为 xlsx 或 csv。"), name=batch.name
        )
    batch.format, batch.sheet, batch.encoding = table.format, table.sheet[:60], table.encoding
    batch.head, batch.columns = table.head, table.columns
    batch.samples = [[cell[:SHOWN] for cell in line.cells] for line in first]
    rows = Remembered.objects.within(batch.congress.scope)
    kept = rows.filter(kind=batch.kind, fingerprint=fingerprint(batch.columns)).first()
    batch.mapping = (
        fitting(kept.mapping, batch) if kept else guess(kind, batch.columns, [x.cells for x in first])
    )
    batch.options = dict(kept.options) if kept else {}


def fitting(mapping: dict[str, str], batch: Batch) -> dict[str, str]:
    return {number: key for number, key in mapping.items() if int(number) < len(batch.columns)}


def table_of(batch: Batch) -> Table:
    """The kept file again, with the header where it was found."""
    table = open_table(Path(batch.file.path), batch.name, limit=limit())
    table.columns, table.head = list(batch.columns), batch.head
    return table
