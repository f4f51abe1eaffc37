"""A whole Lianluo for one job: throw-away PostgreSQL, temporary data folder, demo data, and a web server if wanted."""

import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from runner import children, database, django, ports
from runner.places import Places
from runner.say import step, words
from runner.serve import until_healthy


@dataclass(frozen=True)
class House:
    """`places` has the temporary data folder; `url` is the database's address."""

    places: Places
    url: str


@contextmanager
def filled(places: Places) -> Iterator[House]:
    """Tables, static files and demo data, gone afterwards."""
    data = Path(tempfile.mkdtemp(prefix="lianluo-demo-"))
    cluster = database.throwaway(places)
    process = cluster.start(data / "postgres.log")
    try:
        cluster.ensure(database.NAME)
        house = House(replace(places, data=data), cluster.url(database.NAME))
        django.prepare(house.places, house.url)
        django.demo(house.places, house.url)
        yield house
    finally:
        cluster.stop(process)
        shutil.rmtree(cluster.folder.parent, ignore_errors=True)
        shutil.rmtree(data, ignore_errors=True)


@contextmanager
def served(house: House, application: str = "lianluo.site.wsgi:application") -> Iterator[str]:
    """The address under which `house` answers for the while."""
    port = ports.any_free()
    log = house.places.data / "web.log"
    command = [
        str(house.places.python),
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--port",
        str(port),
        "--no-ws",
    ]
    command += [
        "--workers",
        "2",
        "--blocking-threads",
        "4",
        "--log-level",
        "warning",
        application,
    ]
    with step(words("启动网站", "Web")):
        env = django.environment(house.places, house.url, LIANLUO_POOL="1")
        web = children.spawn(command, log=log, cwd=house.places.root, env=env)
        until_healthy(f"http://127.0.0.1:{port}/healthz", web, log)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        children.end(web, signal.SIGTERM, 15)
