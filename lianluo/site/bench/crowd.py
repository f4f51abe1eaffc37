"""Pages of one house: processor time of each kind of page, and what a crowd of people gets from its web server.

Started by `runner/crowds.py` for one house after the other; told by the command line: target, user, address of the web
server ("-" for none), people, seconds, and "more" for pages that are asked for their speed only.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import django

TURNS = 60


def processor(pid: int) -> float:
    """Milliseconds of processor time that a process has used."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e6


def spent(username: str, addresses: list[str]) -> dict[str, float]:
    """Milliseconds a request costs this process and its PostgreSQL together, warm; and the most questions of one."""
    from django.db import connection
    from django.test import Client

    from lianluo.people.models import Account
    from lianluo.site.bench.pages import Counter

    client = Client(headers={"host": "localhost"})
    client.force_login(Account.objects.get(username=username))
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")
    server = connection.connection.info.backend_pid
    python, database, questions = [], [], 0
    for address in addresses[:5]:
        client.get(address)
    for turn in range(TURNS):
        counter, began, there = Counter(), time.process_time(), processor(server)
        with connection.execute_wrapper(counter):
            answer = client.get(addresses[turn % len(addresses)])
        assert answer.status_code == 200, (addresses[turn % len(addresses)], answer.status_code)
        python.append((time.process_time() - began) * 1000)
        database.append(processor(server) - there)
        questions = max(questions, counter.number)
    both = sorted(one + other for one, other in zip(python, database, strict=True))
    return {
        "p50": round(both[len(both) // 2], 1),
        "p95": round(both[int(len(both) * 0.95)], 1),
        "database_p95": round(sorted(database)[int(len(both) * 0.95)], 1),
        "questions": questions,
    }


def crowd(username: str, base: str, addresses: list[str], people: int, seconds: float) -> dict[str, float]:
    """Clock time: what `people` at once get."""
    from lianluo.site.bench.load import ask
    from lianluo.site.bench.visits import cookies

    held = cookies(username, people)
    ask(base, held, addresses, people, min(2.0, seconds))
    found = ask(base, held, addresses, people, seconds)
    return {
        "clock_p50": found.quantile(0.5),
        "clock_p95": found.quantile(0.95),
        "per_second": found.per_second,
        "bad": found.bad,
    }


def measures(username: str, base: str, people: int, seconds: float, *, more: bool) -> dict[str, Any]:
    from lianluo.site.bench.visits import addresses, others

    found: dict[str, Any] = {}
    for kind, asked in (addresses(username) | (others(username) if more else {})).items():
        found[kind] = spent(username, asked)
        if base != "-":
            found[kind] |= crowd(username, base, asked, people, seconds)
    return found


def begin(target: str, username: str, base: str, people: str, seconds: str, more: str = "") -> None:
    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]
    settings.ROOT_URLCONF = "lianluo.site.bench.urls"
    found = measures(username, base, int(people), float(seconds), more=bool(more))
    Path(target).write_text(json.dumps(found, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    begin(*sys.argv[1:])
