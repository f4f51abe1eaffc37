"""Public data of real size that lies beside a checkout; it may not be shipped, so tests of it skip loudly without."""

from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[4] / "shared/data"


def shared(name: str) -> Path:
    """The file, or a loud skip."""
    path = BESIDE / name
    if not path.exists():
        pytest.skip(f"THE SHARED DATA ARE NOT HERE: {path}")
    return path
