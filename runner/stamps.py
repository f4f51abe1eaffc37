"""Stamps: a step whose inputs have not changed since it last succeeded is not done again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def content(paths: Iterable[Path], *words: str) -> str:
    """A digest of files (folders: everything inside, by name) and words. What is missing counts as missing."""
    digest = hashlib.sha256("\0".join(words).encode())
    for path in paths:
        for file in _files(path):
            digest.update(f"\0{file.relative_to(path.parent)}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(
            inner for inner in path.rglob("*") if inner.is_file() and "__pycache__" not in inner.parts
        )
    return [path] if path.is_file() else []


def fresh(stamp: Path, value: str) -> bool:
    """True when the step was last done with exactly `value`."""
    return stamp.is_file() and stamp.read_text() == value


def put(stamp: Path, value: str) -> None:
    """Remember that the step succeeded with `value`."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    draft = stamp.with_name(stamp.name + ".new")
    draft.write_text(value)
    draft.replace(stamp)


def forget(folder: Path) -> None:
    """Forget all stamps: everything is done again."""
    for stamp in folder.glob("*"):
        stamp.unlink()
