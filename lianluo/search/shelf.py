"""Where the index lies on this node's disk: `<data>/search/<schema>/<generation>/`, with `current` naming one.

A rebuild writes a new generation beside the one in use and then changes the name, so that nobody searches half
an index. Each generation keeps the words its cutter was taught and the cursor up to which changes were read.
"""

import json
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

SCHEMA = "v1"
"""Changed whenever a field or the way of cutting changes: the next start then builds anew by itself."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """All transactions before `xid` were read; `at` is when that was last true (seconds since 1970)."""

    xid: int
    at: float


def shelf() -> Path:
    """The folder of all generations of this schema."""
    folder = Path(settings.DATA) / "search" / SCHEMA
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def current() -> Path | None:
    """The generation in use, if there is one."""
    try:
        name = (shelf() / "current").read_text(encoding="utf-8").strip()
    except OSError:
        return None
    folder = shelf() / name
    return folder if name and (folder / "meta.json").exists() else None


def begin() -> Path:
    """An empty folder for a new generation."""
    folder = shelf() / f"g{time.time_ns():x}-{os.getpid()}"
    folder.mkdir(mode=0o700)
    return folder


def publish(folder: Path) -> None:
    """Put `folder` into use and remove the generations before it."""
    write(shelf() / "current", folder.name)
    for other in shelf().iterdir():
        if other.is_dir() and other.name < folder.name:
            shutil.rmtree(other, ignore_errors=True)


def discard(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def write(path: Path, text: str) -> None:
    """Whole or not at all."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def read_words(folder: Path) -> list[str]:
    try:
        return (folder / "words.txt").read_text(encoding="utf-8").split("\n")
    except OSError:
        return []


def write_words(folder: Path, taught: list[str]) -> None:
    write(folder / "words.txt", "\n".join(taught))


def read_cursor(folder: Path) -> Cursor | None:
    try:
        kept = json.loads((folder / "cursor.json").read_text(encoding="utf-8"))
        return Cursor(int(kept["xid"]), float(kept["at"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_cursor(folder: Path, xid: int) -> None:
    write(folder / "cursor.json", json.dumps({"xid": xid, "at": time.time()}))
