"""`run.py bench start`: how long from nothing to the first page, how long again, how much memory at rest."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from runner import ports
from runner.family import family, kind_of
from runner.places import Places
from runner.say import Stop, line, step, words

REST = 15.0
LIMIT = 1800.0
"""Seconds after which a start hangs; how long it takes is measured, not limited."""


def start(places: Places) -> dict[str, float]:
    """Start twice in a new data folder with demo data. Seconds and megabytes."""
    data = Path(tempfile.mkdtemp(prefix="lianluo-bench-"))
    data.chmod(0o755)
    try:
        with step(
            words("首次启动（空数据夹，含演示数据）", "First start (empty data folder, with demo data)")
        ):
            first, process = until_ready(places, data)
        end(process)
        with step(words("再次启动", "Second start")):
            second, process = until_ready(places, data)
        time.sleep(REST)
        memory = {f"memory_{name}_mb": size for name, size in resident(process.pid).items()}
        ended = end(process)
    finally:
        shutil.rmtree(data, ignore_errors=True)
    return {"first_start_s": first, "second_start_s": second, "stop_s": ended, **memory}


def until_ready(places: Places, data: Path) -> tuple[float, "subprocess.Popen[bytes]"]:
    env = os.environ | {"LIANLUO_DATA": str(data)}
    env.pop("DATABASE_URL", None)
    mark, began = data / "address.txt", time.monotonic()
    mark.unlink(missing_ok=True)
    command = [sys.executable, str(places.root / "run.py"), "--port", str(ports.any_free())]
    log = (data / "launcher.log").open("ab")
    process = subprocess.Popen(command, env=env, stdout=log, stderr=log, start_new_session=True)
    while not mark.exists():
        if process.poll() is not None or time.monotonic() - began > LIMIT:
            raise Stop((data / "launcher.log").read_text()[-2000:])
        time.sleep(0.02)
    return round(time.monotonic() - began, 2), process


def end(process: "subprocess.Popen[bytes]") -> float:
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    process.wait(60)
    return round(time.monotonic() - began, 2)


def resident(launcher: int) -> dict[str, float]:
    """Memory of the launcher's processes by kind; shared pages are counted once (PSS, Linux)."""
    sizes: dict[str, float] = {}
    for pid in family(launcher):
        kind = kind_of(pid)
        sizes[kind] = round(sizes.get(kind, 0) + _pss(pid), 1)
    return sizes | {"all": round(sum(sizes.values()), 1)}


def _pss(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next(int(row.split()[1]) for row in rollup.splitlines() if row.startswith("Pss:")) / 1024


def report(places: Places, name: str, measured: object) -> None:
    """Print the figures and keep them as JSON."""
    file = places.root / "build" / f"bench-{name}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(measured, ensure_ascii=False, indent=1) + "\n")
    if isinstance(measured, dict):
        for key, value in measured.items():
            line(f"  {key:24} {value}")
    line(f"  → {file.relative_to(places.root)}")
