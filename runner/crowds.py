"""`run.py bench growth [N]` (P3) and `run.py bench speed` (P2): whole houses with many suggestions, asked by a crowd."""

import json
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from runner import demohouse, django
from runner.demohouse import House
from runner.places import Places
from runner.say import line, step, words

FEW, MANY, SPEED = 10_000, 100_000, 20_000
PEOPLE, SECONDS, ROUNDS = 16, 6, 3
WHO = ("lianluo", "chengban", "daibiao")
COPY = (
    "import psycopg, sys; c = psycopg.connect(sys.argv[1], autocommit=True);"
    " c.execute(f'CREATE DATABASE \"{sys.argv[2]}\" TEMPLATE lianluo')"
)
BASE = "lianluo.site.bench"


def growth(places: Places, rest: list[str]) -> dict[str, Any]:
    """The same pages over N and over 10,000 suggestions in turns, in one run; the ratio is what counts. With
    `without-search` no index of the search is built, which for a million takes most of an hour, and searching is left out."""
    count, search = int(rest[0]) if rest else MANY, "without-search" not in rest
    with (
        demohouse.filled(places) as house,
        _grown(house, "few", FEW, index=search) as few,
        _grown(house, "many", count, index=search) as many,
        demohouse.served(few) as one,
        demohouse.served(many) as other,
    ):
        found = {who: _in_turns((few, one), (many, other), who) for who in WHO}
    for kinds in found.values():
        if not search:
            del kinds["search"]
    for who, kinds in found.items():
        for kind, row in kinds.items():
            line(f"  {who:10} {kind:8} " + "  ".join(f"{key} {value}" for key, value in row.items()))
    return {"few": FEW, "many": count, "people": PEOPLE, "pages": found}


def speed(places: Places, _rest: list[str]) -> dict[str, Any]:
    """Requests a second over 20,000 suggestions, beside a view that returns a constant."""
    with (
        demohouse.filled(places) as house,
        _grown(house, "some", SPEED) as some,
        demohouse.served(some, f"{BASE}.wsgi:application") as base,
    ):
        found = {who: _asked(some, base, who, "more") for who in WHO}
    for who, kinds in found.items():
        for kind, row in kinds.items():
            line(f"  {who:10} {kind:9} " + "  ".join(f"{key} {value}" for key, value in row.items()))
    return {"suggestions": SPEED, "people": PEOPLE, "pages": found}


@contextmanager
def _grown(house: House, name: str, count: int, *, index: bool = True) -> Iterator[House]:
    """A copy of the demo house with `count` suggestions more, an index over them, and a data folder of its own."""
    data = Path(tempfile.mkdtemp(prefix=f"lianluo-{name}-"))
    shutil.copytree(house.places.data, data, dirs_exist_ok=True)
    told = replace(house.places, data=data)
    outside = house.url.replace("/lianluo?", "/postgres?")
    subprocess.run([str(told.python), "-c", COPY, outside, name], check=True)
    grown = House(told, house.url.replace("/lianluo?", f"/{name}?"))
    try:
        with step(words(f"写入 {count:,} 件建议", f"{count:,} suggestions")):
            _module(grown, "scale", str(data / "scale.json"), str(count))
        if index:
            with step(words("建立检索索引", "Search index")):
                django.call(told, grown.url, "search_rebuild")
        yield grown
    finally:
        shutil.rmtree(data, ignore_errors=True)


def _module(house: House, name: str, *told: str) -> None:
    command = [str(house.places.python), "-m", f"{BASE}.{name}", *told]
    env = django.environment(house.places, house.url)
    subprocess.run(command, cwd=house.places.root, env=env, check=True, stdout=subprocess.DEVNULL)


def _asked(house: House, base: str, who: str, *more: str) -> dict[str, dict[str, float]]:
    target = house.places.data / "crowd.json"
    _module(house, "crowd", str(target), who, base, str(PEOPLE), str(SECONDS), *more)
    found: dict[str, dict[str, float]] = json.loads(target.read_text())
    return found


def _in_turns(few: tuple[House, str], many: tuple[House, str], who: str) -> dict[str, dict[str, float]]:
    """Few, many, few, many …: whatever else the machine does, it does to both. Medians of the rounds."""
    rounds: dict[str, list[dict[str, dict[str, float]]]] = {"few": [], "many": []}
    for _turn in range(ROUNDS):
        rounds["few"].append(_asked(*few, who))
        rounds["many"].append(_asked(*many, who))
    found = {}
    for kind in rounds["few"][0]:
        middle = {
            side: {key: statistics.median(one[kind][key] for one in turns) for key in turns[0][kind]}
            for side, turns in rounds.items()
        }
        row = {f"{key} {side}": middle[side][key] for key in ("p95", "clock_p95") for side in ("few", "many")}
        row |= {
            f"{key} ×": round(middle["many"][key] / middle["few"][key], 2) for key in ("p95", "clock_p95")
        }
        row |= {key: max(middle["few"][key], middle["many"][key]) for key in ("questions", "bad")}
        found[kind] = row
    return found
