"""`python3 run.py`: everything from nothing to a running Lianluo, and a clean end."""

import argparse
import fcntl
import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from runner import database, django, install, ports, stamps
from runner.children import tail
from runner.places import Places
from runner.say import Stop, line, step, warn, words
from runner.supervisor import Child, Supervisor


def options(arguments: list[str]) -> argparse.Namespace:
    """What may follow `run.py` or `run.py serve`."""
    parser = argparse.ArgumentParser(prog="run.py serve")
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0: reachable from the network")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
    parser.add_argument("--workers", type=int, default=2, help="web processes")
    parser.add_argument("--empty", action="store_true", help="no demo data in an empty database")
    return parser.parse_args(arguments)


def serve(places: Places, arguments: list[str]) -> int:
    """Set up, start, print the address, watch; on Ctrl-C stop everything."""
    told = options(arguments)
    install.packages(places, "base")
    install.assets(places)
    places.data.mkdir(parents=True, exist_ok=True)
    supervisor = Supervisor()
    with alone(places):
        try:
            _stop_like_ctrl_c()
            url = _database(places, supervisor)
            _fill(places, url, told.empty)
            address = _web(places, supervisor, url, told)
            _welcome(places, address)
            supervisor.run()
        except KeyboardInterrupt:
            line("\n" + words("正在停止……", "Stopping…"))
        finally:
            _deaf()
            supervisor.stop()
    line(words("已全部停止。", "Everything has stopped."))
    return 0


@contextmanager
def alone(places: Places) -> Iterator[None]:
    """One launcher per data folder: a second one says where the first one runs."""
    with (places.data / "run.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            where = _address_file(places)
            known = where.read_text().strip() if where.exists() else "?"
            raise Stop(words(f"已经在运行：{known}", f"Already running: {known}")) from error
        yield


def _address_file(places: Places) -> Path:
    return places.data / "address.txt"


def _stop_like_ctrl_c() -> None:
    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, interrupt)


def _deaf() -> None:
    """While stopping, a second Ctrl-C must not leave half of it running."""
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, signal.SIG_IGN)


def _database(places: Places, supervisor: Supervisor) -> str:
    if database.outside():
        return database.outside()
    with step(words("启动内置 PostgreSQL", "Embedded PostgreSQL")):
        cluster = database.embedded(places)
        cluster.prepare()
        log = places.logs / "postgres.log"
        cluster.wait(supervisor.add(database.child(cluster, log)), log)
        cluster.ensure(database.NAME)
    return cluster.url(database.NAME)


def _fill(places: Places, url: str, stay_empty: bool) -> None:
    django.prepare(places, url)
    mark = places.stamps / "filled"
    if mark.exists():
        return
    if stay_empty:
        django.divisions(places, url)
    elif django.demo_wanted(places, url):
        django.demo(places, url)
    stamps.put(mark, url)


def _web(places: Places, supervisor: Supervisor, url: str, told: argparse.Namespace) -> str:
    try:
        port = ports.choose(told.host, told.port)
    except LookupError as error:
        raise Stop(words(f"{told.port} 起没有空闲端口。", f"No free port from {told.port} on.")) from error
    if port != told.port:
        warn(words(f"端口 {told.port} 已被占用，改用 {port}。", f"Port {told.port} is taken; using {port}."))
    open_to_all = told.host in ("0.0.0.0", "::")
    outward = ports.own_addresses() if open_to_all else [told.host]
    address = f"http://{outward[0] if outward else 'localhost'}:{port}"
    with step(words("启动网站与后台任务", "Web and worker")):
        env = _told(places, url, outward)
        web = supervisor.add(
            Child("web", _granian(places, told, port), places.logs / "web.log", places.root, env)
        )
        until_healthy(
            f"http://{'127.0.0.1' if open_to_all else told.host}:{port}/healthz", web, places.logs / "web.log"
        )
        work = django.command(places, "worker")
        supervisor.add(Child("worker", work, places.logs / "worker.log", places.root, env, patience=30))
    _address_file(places).write_text(address + "\n")
    return address


def _told(places: Places, url: str, outward: list[str]) -> dict[str, str]:
    counters = places.data / "metrics"
    shutil.rmtree(counters, ignore_errors=True)
    counters.mkdir()
    hosts = ",".join(filter(None, [os.environ.get("LIANLUO_HOSTS", ""), *outward]))
    return django.environment(
        places, url, LIANLUO_POOL="1", LIANLUO_HOSTS=hosts, PROMETHEUS_MULTIPROC_DIR=str(counters)
    )


def _granian(places: Places, told: argparse.Namespace, port: int) -> list[str]:
    command = [
        str(places.python),
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        told.host,
        "--port",
        str(port),
    ]
    command += [
        "--workers",
        str(told.workers),
        "--blocking-threads",
        "4",
        "--no-ws",
        "--respawn-failed-workers",
    ]
    return [*command, "--log-level", "warning", "lianluo.site.wsgi:application"]


def until_healthy(url: str, web: "subprocess.Popen[bytes]", log: Path, seconds: float = 60) -> None:
    """Wait until the web server answers. Raises Stop with the end of its log when it does not."""
    until = time.monotonic() + seconds
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while time.monotonic() < until and web.poll() is None:
        with suppress(OSError), opener.open(url, timeout=5) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise Stop(words("网站没有启动：\n", "The web server did not start:\n") + tail(log, 30))


def _welcome(places: Places, address: str) -> None:
    line()
    line(words(f"  联络 Lianluo 已就绪：{address}", f"  Lianluo is ready: {address}"))
    if django.listing(places).exists():
        line()
        line(django.listing(places).read_text().rstrip())
    line()
    line(words("  按 Ctrl-C 停止。", "  Ctrl-C stops it."))
