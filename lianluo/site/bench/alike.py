"""`run.py bench alike FOLDER`: likeness over real messages (P5): those about the same event, and those with one body.

FOLDER holds corpus.csv (留言编号, 留言主题, 留言详情), near_duplicates.csv (event, 留言编号, 留言主题) and identical.json
(groups of numbers). The files are given by path; none of them belongs to this repository.
"""

import csv
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import django

from lianluo.site.bench.telling import own_folder, tell

FIRST = 10


def read(folder: Path) -> tuple[dict[int, tuple[str, str]], dict[str, list[int]], list[list[int]]]:
    """Texts by number, numbers by event, and groups of numbers with the same body."""
    csv.field_size_limit(10**7)

    def lines(name: str) -> Iterator[dict[str, str]]:
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file)

    texts = {int(row["留言编号"]): (row["留言主题"], row["留言详情"]) for row in lines("corpus.csv")}
    events: dict[str, list[int]] = defaultdict(list)
    for row in lines("near_duplicates.csv"):
        if int(row["留言编号"]) in texts:
            events[row["event"]].append(int(row["留言编号"]))
    groups = [
        [pk for pk in group if pk in texts] for group in json.loads((folder / "identical.json").read_text())
    ]
    return texts, events, [group for group in groups if len(group) > 1]


def index(texts: dict[int, tuple[str, str]]) -> None:
    """A fresh index over all of them, in a room of its own."""
    from lianluo.congress.models import Region
    from lianluo.search import index as engine
    from lianluo.search import shelf
    from lianluo.search.registry import SEARCHABLES, Document, Row, Searchable

    now = datetime.now(UTC)
    room = Searchable(
        room="bench",
        label="bench",
        queryset=Region.objects.none,
        document=lambda r: Document(
            id=r.pk, title=texts[r.pk][0], body=texts[r.pk][1], congress="00/43/", seen_by=["public"], at=now
        ),
        visible=lambda actor, ids: [Row(id=i, title=texts[i][0], text=texts[i][1], url="/") for i in ids],
    )
    SEARCHABLES.add("bench", room)
    folder = shelf.begin()
    shelf.write_words(folder, [])
    writer = engine.Writer(folder, engine.BUILDING)
    writer.put(room, (SimpleNamespace(pk=pk) for pk in texts))
    writer.commit()
    writer.close()
    shelf.write_cursor(folder, 1)
    shelf.publish(folder)


def measures(folder: Path) -> dict[str, Any]:
    """Of ten most alike, how many are of the same event; how many of the same body are among them; time."""
    from lianluo.search import likeness

    texts, events, groups = read(folder)
    index(texts)
    spent: list[float] = []

    def alike(pk: int) -> list[int]:
        began = time.process_time()
        found = likeness.similar(likeness.Given(*texts[pk]), actor=None, n=FIRST, leave_out=("bench", pk))
        spent.append((time.process_time() - began) * 1000)
        return [one.row.id for one in found]

    shares, across = [], 0
    event_of = {pk: event for event, numbers in events.items() for pk in numbers}
    for event, numbers in events.items():
        for pk in numbers:
            found = alike(pk)
            possible = min(FIRST, len(numbers) - 1)
            shares.append(sum(event_of.get(other) == event for other in found[:possible]) / possible)
            across += sum(event_of.get(other, event) != event for other in found)
    same = [set(group) - {pk} <= set(alike(pk)) for group in groups for pk in group]
    spent.sort()
    return {
        "texts": len(texts),
        "messages_of_events": len(shares),
        "precision_at_10": round(sum(shares) / len(shares), 4),
        "of_another_event": across,
        "identical_groups": len(groups),
        "identical_recall": round(sum(same) / len(same), 4),
        "p50_ms": round(spent[len(spent) // 2], 1),
        "p95_ms": round(spent[int(len(spent) * 0.95)], 1),
    }


def main(target: Path, folder: Path) -> None:
    django.setup()
    with own_folder():
        tell(target, measures(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
