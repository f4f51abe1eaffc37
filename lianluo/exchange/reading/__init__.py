"""Files of other systems as tables: xlsx, csv, jsonl, docx and a zip of docx. Each wrong file gets its sentence."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from lianluo.exchange.reading import comma, docx, jsonl, xlsx
from lianluo.exchange.reading.parts import Line, Table, Unreadable
from lianluo.kernel.text import _
from lianluo.trail.filetypes import OLD_OFFICE, inspect, open_packed

__all__ = ["ACCEPT", "Line", "Table", "Unreadable", "open_table"]

ACCEPT = ".xlsx,.csv,.txt,.jsonl,.docx,.zip"
LOCKED = "EncryptedPackage".encode("utf-16-le")
TEXTS: dict[str, Callable[[Path, str], Table]] = {
    "csv": comma.table,
    "txt": comma.table,
    "jsonl": jsonl.table,
    "ndjson": jsonl.table,
}


def open_table(path: Path, name: str, *, limit: int) -> Table:
    """The file `path`, called `name` by its sender, as a table. Raises `Unreadable` with a sentence."""
    size = path.stat().st_size
    extension = PurePosixPath(name).suffix.lower().lstrip(".")
    with path.open("rb") as stream:
        head = stream.read(8)
        if head.startswith(OLD_OFFICE) and _is_locked(path):
            raise Unreadable(_("文件「{name}」设有密码，无法读取，请去掉密码后再上传。"), name=name)
        packed = head.startswith(b"PK\x03\x04")
        if extension in TEXTS and size and not packed and size <= limit:
            return TEXTS[extension](path, name)
        if extension == "zip" and packed and size <= limit:
            open_packed(name, stream)
            return docx.table_of_zip(path, name)
        found = inspect(name, size, stream, limit=limit).extensions[0]
    if found == "xlsx":
        return xlsx.table(path, name)
    if found == "docx":
        return docx.table_of_one(path, name)
    raise Unreadable(
        _("不能导入「{name}」：只接受 xlsx、csv、jsonl、docx，或装着多个 docx 的 zip。"), name=name
    )


def _is_locked(path: Path) -> bool:
    """An encrypted workbook is an old container with one stream of this name in its directory."""
    with path.open("rb") as stream:
        before = b""
        while piece := stream.read(1 << 20):
            if LOCKED in before + piece:
                return True
            before = piece[-64:]
    return False
