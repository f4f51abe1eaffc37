"""Figures registered in a test go away with it."""

import pytest

from lianluo.figures.registry import FIGURES, RATES


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FIGURES, "_entries", dict(FIGURES._entries))
    monkeypatch.setattr(RATES, "_entries", dict(RATES._entries))
