"""`run.py bench search [N]`: building the index, finding and likeness over N made-up texts (50,000 without N).

Processor time of this process: clock time on a shared machine says little. Beside the whole call stands the engine
alone with the same query.
"""

import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import django

from lianluo.site.bench.telling import own_folder, tell

ASKED, SENTENCES = 200, 8
WORDS = [
    "老旧小区",
    "加装电梯",
    "财政补贴",
    "审批手续",
    "乡村医生",
    "卫生院",
    "农村公路",
    "安全饮水",
    "校外托管",
    "充电桩",
    "职业教育",
    "养老服务",
    "河道治理",
    "垃圾分类",
    "公共交通",
    "高标准农田",
    "中小企业",
    "融资",
    "就业",
    "社会保障",
    "知识产权",
    "文化遗产",
    "旅游",
    "湿地",
    "保护",
    "建立",
    "完善",
    "推进",
    "加强",
    "解决",
    "落实",
    "提高",
    "支持",
    "标准",
    "机制",
    "资金",
    "项目",
    "部门",
    "群众",
    "问题",
    "建议",
    "规划",
    "监管",
    "责任",
    "服务",
    "建设",
    "管理",
    "政策",
    "经费",
]


class Texts:
    """Made-up suggestions: frequent words of the work, rare names of places, numbers."""

    def __init__(self, count: int, places: Sequence[str]) -> None:
        self.random = random.Random(7)
        self.weights = [1 / (n + 1) for n in range(len(WORDS))]
        self.places = places
        self.rows = {pk: self.row() for pk in range(1, count + 1)}

    def row(self) -> tuple[str, str]:
        return f"关于{self.phrase(3)}的建议", "。".join(self.phrase(9) for _ in range(SENTENCES))

    def phrase(self, length: int) -> str:
        words = self.random.choices(WORDS, self.weights, k=length)
        words[self.random.randrange(length)] = self.random.choice(self.places)
        return "".join(words) + str(self.random.randrange(10_000))

    def question(self) -> str:
        """Two to eight characters of some text."""
        body = self.rows[self.random.randrange(1, len(self.rows) + 1)][1]
        start, length = self.random.randrange(len(body) - 8), self.random.randint(2, 8)
        return body[start : start + length]

    def changed(self, share: float) -> tuple[int, str, str]:
        """A text with a share of its characters replaced, and which one it was."""
        pk = self.random.randrange(1, len(self.rows) + 1)
        other = "".join(WORDS)
        title, body = self.rows[pk]
        return (
            pk,
            title,
            "".join(c if self.random.random() > share else self.random.choice(other) for c in body),
        )


def spent(act: Callable[[Any], Any], over: Sequence[Any]) -> dict[str, float]:
    """Milliseconds of processor time: middle and 95th of a hundred."""
    act(over[0])
    times = []
    for one in over:
        began = time.process_time()
        act(one)
        times.append((time.process_time() - began) * 1000)
    times.sort()
    return {"p50": round(times[len(times) // 2], 2), "p95": round(times[int(len(times) * 0.95)], 2)}


def build(texts: Texts, room: Any) -> dict[str, float]:
    """A fresh index over all texts."""
    from lianluo.search import index, shelf

    folder, began = shelf.begin(), time.process_time()
    shelf.write_words(folder, [])
    writer = index.Writer(folder, index.BUILDING)
    writer.put(room, (SimpleNamespace(pk=pk) for pk in texts.rows))
    writer.commit()
    writer.close()
    seconds = time.process_time() - began
    shelf.write_cursor(folder, 1)
    shelf.publish(folder)
    size = sum(path.stat().st_size for path in folder.iterdir())
    return {
        "seconds": round(seconds, 1),
        "per_second": round(len(texts.rows) / seconds),
        "megabytes": size // 10**6,
    }


def measures(count: int) -> dict[str, Any]:
    """All figures by name."""
    from lianluo.congress.models import Region
    from lianluo.search import find, index, likeness, queries
    from lianluo.search.registry import SEARCHABLES, Document, Row, Searchable

    texts = Texts(count, list(Region.objects.values_list("name", flat=True)[:3000]) or ["岳麓区"])
    now = datetime.now(UTC)
    room = Searchable(
        room="bench",
        label="bench",
        queryset=Region.objects.none,
        document=lambda r: Document(
            id=r.pk,
            title=texts.rows[r.pk][0],
            body=texts.rows[r.pk][1],
            congress="00/43/",
            seen_by=["public"],
            at=now,
        ),
        visible=lambda actor, ids: [
            Row(id=i, title=texts.rows[i][0], text=texts.rows[i][1], url="/") for i in ids
        ],
    )
    SEARCHABLES.add("bench", room)
    found: dict[str, Any] = {"texts": count, "build": build(texts, room)}
    asked = [texts.question() for _ in range(ASKED)]
    reader = index.reader()
    assert reader is not None

    def engine(text: str) -> Any:
        query = queries.by_words(reader.index.schema, queries.read(text), reader.cutter)
        bounds = queries.Bounds(frozenset({"public"}))
        return reader.searcher().search(queries.bounded(reader.index.schema, query, bounds), find.SIZE)

    found["engine"] = spent(engine, asked)
    found["find"] = spent(lambda q: find.find(q, actor=None), asked)
    found["quoted"] = spent(lambda q: find.find(f"“{q}”", actor=None), asked)
    for share in (0.1, 0.3):
        given = [texts.changed(share) for _ in range(50)]
        alike = [likeness.similar(likeness.Given(t, b), actor=None) for _pk, t, b in given]
        hits = sum(
            any(one.row.id == pk for one in rows) for (pk, _t, _b), rows in zip(given, alike, strict=True)
        )
        figure = spent(lambda g: likeness.similar(likeness.Given(g[1], g[2]), actor=None), given)
        found[f"similar, {share:.0%} changed"] = figure | {"recall": hits / len(given)}
    return found


def main(target: Path, count: int) -> None:
    django.setup()
    with own_folder():
        tell(target, measures(count))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 50_000)
