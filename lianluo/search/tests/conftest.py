"""A little room for the tests of search: the units of the cast, each with a text, seen by its own people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from lianluo.congress.models import Unit
from lianluo.people.actor import Actor
from lianluo.search.feed import Feeder
from lianluo.search.registry import SEARCHABLES, Document, Row, Searchable
from tests.cast import NOW

WHY = "tests read the whole table"


@dataclass
class Papers:
    """What the room knows: texts by unit, and whose rights were taken away since the index was fed."""

    texts: dict[int, str] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)
    seen_by: dict[int, list[str]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)

    def document(self, unit: Unit) -> Document:
        return Document(
            id=unit.pk,
            title=self.titles.get(unit.pk, unit.name),
            body=self.texts.get(unit.pk, ""),
            numbers=[self.numbers[unit.pk]] if unit.pk in self.numbers else [],
            units=[unit.short_name],
            congress=unit.congress.path,
            seen_by=self.seen_by.get(unit.pk, [f"congress:{unit.congress_id}"]),
            facets={"kind": [unit.kind]},
            at=NOW,
        )

    def visible(self, actor: Actor | None, ids: Sequence[int]) -> list[Row]:
        rows = Unit.objects.everywhere(WHY).filter(pk__in=ids).exclude(pk__in=self.hidden)
        return [
            Row(
                id=unit.pk,
                title=self.titles.get(unit.pk, unit.name),
                text=self.texts.get(unit.pk, ""),
                url=f"/units/{unit.pk}/",
                number=self.numbers.get(unit.pk, ""),
            )
            for unit in rows
        ]


@pytest.fixture
def papers(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Papers:
    """The room, registered for one test, with an index of its own."""
    settings.DATA = tmp_path
    room = Papers()
    units = Searchable(
        room="papers",
        label="单位文稿",
        queryset=lambda: Unit.objects.everywhere(WHY).select_related("congress"),
        document=room.document,
        visible=room.visible,
        changes={"paper": lambda case: [case.pk]},
    )
    monkeypatch.setattr(SEARCHABLES, "_entries", {"papers": units})
    return room


@pytest.fixture
def feeder(papers: Papers) -> Iterator[Feeder]:
    made = Feeder()
    yield made
    made.close()
