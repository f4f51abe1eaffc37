"""`run.py bench pages`: every page of every demo role: database questions, bytes, time beside a constant view.

Time is the processor time of one request in one process, the middle of three, warm; `×` is how many times that of a
view that returns a constant through the same middleware. Clock time on a shared machine says little, ratios do.
At the end what a deputy's phone loads on its first visit.
"""

import gzip
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import django

TIMES = 3
HEAVIEST = 150_000
LINK = re.compile(r'(?:href|src)="([^"#?]+)')


@dataclass(frozen=True)
class Figure:
    """One page for one role. `milliseconds` of processor time; `bytes` compressed."""

    role: str
    page: str
    queries: int
    milliseconds: float
    times: float
    bytes: int
    status: int = 200


class Counter:
    """Counts the questions put to the database."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        self.number += 1
        return execute(*arguments)


def measure(get: Callable[[], Any]) -> tuple[int, float, int, int]:
    """Questions, milliseconds of processor time, compressed bytes, status."""
    from django.db import connection

    get()
    counter = Counter()
    with connection.execute_wrapper(counter):
        answer = get()
    spent = []
    for _turn in range(TIMES):
        began = time.process_time()
        get()
        spent.append((time.process_time() - began) * 1000)
    return counter.number, statistics.median(spent), len(gzip.compress(answer.content, 6)), answer.status_code


def figures() -> list[Figure]:
    """All roles, all pages."""
    from django.test import Client

    from lianluo.people.models import Account
    from lianluo.site.bench.walk import walk
    from lianluo.site.demo.cast import PARTS

    constant = measure(partial(Client(headers={"host": "localhost"}).get, "/bench/constant"))[1]
    found = [Figure("-", "constant view", 0, round(constant, 2), 1.0, 2)]
    for part in PARTS:
        client = Client(headers={"host": "localhost"}, raise_request_exception=False)
        client.force_login(Account.objects.get(username=part.username))
        for page, address in walk(client).items():
            queries, spent, size, status = measure(partial(client.get, address))
            times = round(spent / constant, 1)
            found.append(Figure(part.username, page, queries, round(spent, 2), times, size, status))
    return found


def first_load(username: str) -> dict[str, int]:
    """Compressed bytes of a first visit to the first page: the page and every file of ours that it names."""
    from django.conf import settings
    from django.test import Client

    from lianluo.people.models import Account

    client = Client(headers={"host": "localhost"})
    client.force_login(Account.objects.get(username=username))
    page = client.get("/").content
    named = set(LINK.findall(page.decode()))
    files = {name.removeprefix(settings.STATIC_URL) for name in named if name.startswith(settings.STATIC_URL)}
    sizes = {name: _weight(Path(settings.STATIC_ROOT) / name) for name in sorted(files)}
    return {"page": len(gzip.compress(page, 6)), **sizes}


def _weight(file: Path) -> int:
    """As it is sent: compressed, unless that makes it larger."""
    whole = file.read_bytes()
    return min(len(whole), len(gzip.compress(whole, 6)))


def show(found: list[Figure]) -> None:
    print(f"{'role':12} {'page':32} {'queries':>7} {'CPU ms':>8} {'×':>6} {'bytes':>8}")
    for one in sorted(found, key=lambda figure: (-figure.queries, -figure.milliseconds)):
        print(
            f"{one.role:12} {one.page:32} {one.queries:7} {one.milliseconds:8.2f} {one.times:6.1f} {one.bytes:8}"
        )


def main(target: Path) -> int:
    django.setup()
    from django.conf import settings

    settings.ROOT_URLCONF = "lianluo.site.bench.urls"
    found = figures()
    show(found)
    target.write_text(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    weights = first_load("daibiao")
    print(
        f"first load of a deputy's first page: {weights} = {sum(weights.values())} bytes (limit {HEAVIEST})"
    )
    most = max(one.queries for one in found)
    print(f"{len(found) - 1} pages; most questions on one page: {most} (limit 12)")
    broken = [f"{one.role} {one.page} {one.status}" for one in found if one.status not in (200, 302)]
    print(f"answers other than 200: {broken or 'none'}")
    return 0 if most <= 12 and not broken and sum(weights.values()) <= HEAVIEST else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
