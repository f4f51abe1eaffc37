"""How a bench tells what it found: a table on the screen, JSON in a file. And the data folder it may spoil."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def tell(target: Path, found: Mapping[str, Any]) -> None:
    """One line a figure, and all of them as JSON to `target`."""
    for name, value in found.items():
        print(f"{name:<24} {value}")
    target.write_text(json.dumps(found, ensure_ascii=False, indent=1))


@contextmanager
def own_folder() -> Iterator[None]:
    """A data folder for the while, so that an index of the bench never touches the installation's own."""
    from django.conf import settings

    with tempfile.TemporaryDirectory() as folder:
        settings.DATA = Path(folder)
        yield
