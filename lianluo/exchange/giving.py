"""Giving out: the same columns that loading understands, so that what goes out comes in elsewhere as the same."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from lianluo.exchange.kinds import KINDS, Kind
from lianluo.exchange.sheets import FORMATS, write
from lianluo.people.actor import Actor
from lianluo.trail.steps import Refused

Progress = Callable[[int], bool]
AT_ONCE = 300


class _Stopped(Exception):
    """Whoever asked does not want it any more."""


@dataclass(frozen=True)
class Given:
    """An open file and its name."""

    file: IO[bytes]
    name: str


def formats(kind: Kind) -> tuple[str, ...]:
    """Documents only where there is a text to write."""
    return (*FORMATS, "zip") if kind.text_field else FORMATS


def give_out(
    key: str,
    form: str,
    filters: dict[str, Any],
    *,
    actor: Actor,
    at: datetime,
    progress: Progress = lambda n: True,
) -> Given | None:
    """Everything of one kind that the filters leave. None when `progress` said to stop."""
    kind = KINDS.get(key)
    if kind is None or form not in formats(kind):
        raise Refused(_("没有这一种导出。"))
    if not (verdict := kind.may_export(actor)):
        raise Refused(str(verdict.reason))
    with override("zh-hans"):  # what goes out is read by other systems, whoever asks for it
        return _given(kind, form, _watched(kind.export(actor, filters, at), progress), at)


def _given(kind: Kind, form: str, rows: Iterator[dict[str, str]], at: datetime) -> Given | None:
    name = f"{kind.label} {timezone.localtime(at):%Y-%m-%d}.{form}"
    try:
        if form == "zip":
            return Given(_documents(rows, kind), name)
        keys = [field.key for field in kind.fields]
        table = (([row.get(key, "") for key in keys], set[int]()) for row in rows)
        labels = [str(field.label) for field in kind.fields]
        return Given(write(form, labels, table, title=str(kind.label)), name)
    except _Stopped:
        return None


def empty_table(kind: Kind) -> Given:
    """The headings alone, to be filled in."""
    with override("zh-hans"):
        labels = [str(field.label) for field in kind.fields]
    return Given(write("xlsx", labels, [], title=str(kind.label)), f"{kind.label}.xlsx")


def _watched(rows: Iterator[dict[str, str]], progress: Progress) -> Iterator[dict[str, str]]:
    for n, row in enumerate(rows, start=1):
        if n % 100 == 0 and not progress(n):
            raise _Stopped
        yield row


def _documents(rows: Iterator[dict[str, str]], kind: Kind) -> IO[bytes]:
    """A zip of Word documents: title and paragraphs, one a record."""
    file = TemporaryFile()  # noqa: SIM115  (the caller closes it)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for n, row in enumerate((row for row in rows if row.get("title")), start=1):
            name = f"{n:05d} {row['title'][:60].replace('/', '／')}.docx"
            packed.writestr(name, as_document(row["title"], row.get(kind.text_field, "")))
    file.seek(0)
    return file


def as_document(title: str, text: str) -> bytes:
    """One Word document."""
    from docx import Document

    made = Document()
    made.add_heading(title, level=0)
    for paragraph in text.split("\n"):
        made.add_paragraph(paragraph)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
