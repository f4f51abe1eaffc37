"""Attachments of a whole file: is each still the one that was handed in?"""

from collections.abc import Iterable
from dataclasses import dataclass

from lianluo.suggestions.selectors.whole import Whole, attachments
from lianluo.trail.files import digest_of
from lianluo.trail.models import Attachment, Event


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One attachment and what its check found; `fault` is empty when all is well."""

    attachment: Attachment
    digest: str
    named: bool
    fault: str

    @property
    def sentence(self) -> str:
        if self.fault:
            return self.fault
        return "与上传时、与办理步骤所记的摘要一致" if self.named else "与上传时的摘要一致"


def kept_files(whole: Whole) -> list[Kept]:
    """Reads every file once."""
    named = _named(whole.events)
    return [_kept(one, named.get(one.pk, "")) for one in attachments(whole)]


def _kept(attachment: Attachment, named: str) -> Kept:
    stored, recorded = digest_of(attachment).hex(), bytes(attachment.sm3).hex()
    fault = ""
    if not stored:
        fault = "文件取不到，没有收入"
    elif stored != recorded or (named and named != recorded):
        fault = "与记录的摘要不一致，文件被改动过"
    return Kept(attachment=attachment, digest=stored, named=bool(named), fault=fault)


def _named(events: Iterable[Event]) -> dict[int, str]:
    """Digests of files as the steps that brought them name them; the first one counts."""
    found: dict[int, str] = {}
    for event in events:
        files = event.facts.get("files")
        for row in files if isinstance(files, list) else []:
            if isinstance(row, dict) and isinstance(row.get("id"), int):
                found.setdefault(row["id"], str(row.get("sm3", "")))
    return found
