"""Which papers there are. A room registers `Paper`s in `apps.ready()`."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from lianluo.kernel.registry import Registry

NAME = re.compile(r"[a-z][a-z_]*\.[a-z][a-z_]*")


class BadPaper(ValueError):
    """The entry cannot be right: found while the application starts."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A kind of document. `build(case)` gives the frozen dataclass whose fields the template names; `specimen`
    is such a value with made-up facts, for trying a template."""

    name: str
    label: Any
    file: Path
    build: Callable[..., Any]
    specimen: Any

    @property
    def shape(self) -> type:
        return type(self.specimen)

    @property
    def variables(self) -> frozenset[str]:
        """What a template may name."""
        return frozenset(field.name for field in fields(self.specimen))


class Papers(Registry[Paper]):
    def add(self, key: str, entry: Paper) -> Paper:
        if not NAME.fullmatch(key) or key != entry.name:
            raise BadPaper(f"papers: {key!r} must look like suggestions.reply and be the paper's name")
        if not is_dataclass(entry.specimen):
            raise BadPaper(f"papers: {key} needs a specimen that is a dataclass")
        if not entry.file.is_file():
            raise BadPaper(f"papers: {key} has no template at {entry.file}")
        return super().add(key, entry)


PAPERS = Papers("papers")
