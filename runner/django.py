"""Running Django's commands in the virtual environment."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from runner import stamps
from runner.places import Places
from runner.say import Step, Stop, step, words


def environment(places: Places, url: str, **more: str) -> dict[str, str]:
    """What Lianluo's processes are told."""
    told = {"DATABASE_URL": url, "LIANLUO_DATA": str(places.data), "PYTHONUNBUFFERED": "1"}
    return os.environ | told | {"DJANGO_SETTINGS_MODULE": "lianluo.site.settings"} | more


def command(places: Places, *words_: str) -> list[str]:
    return [str(places.python), str(places.root / "manage.py"), *words_]


def call(places: Places, url: str, *words_: str) -> str:
    """Run one command quietly, give back what it printed. Raises Stop with the end of its errors."""
    done = subprocess.run(
        command(places, *words_),
        cwd=places.root,
        env=environment(places, url),
        capture_output=True,
        text=True,
        check=False,
        umask=0o077,
    )
    if done.returncode:
        raise Stop(f"manage {' '.join(words_)}:\n{(done.stderr or done.stdout).strip()[-3000:]}")
    return done.stdout


def _noted(places: Places, url: str, shown: Step, *words_: str) -> None:
    """Run one long command; each line it prints is shown as the place where the step stands."""
    kept: list[str] = []
    with subprocess.Popen(
        command(places, *words_),
        cwd=places.root,
        env=environment(places, url),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        umask=0o077,
    ) as process:
        for text in process.stdout or ():
            kept = [*kept[-KEPT:], text]
            shown.note(text.strip())
    if process.returncode:
        raise Stop("".join(kept))


def through(places: Places, url: str, *words_: str) -> int:
    """Run one command on the terminal itself."""
    return subprocess.run(
        command(places, *words_), cwd=places.root, env=environment(places, url), check=False, umask=0o077
    ).returncode


def prepare(places: Places, url: str) -> None:
    """Tables and static files, each only when something changed since the last time."""
    code = sorted((places.root / "lianluo").glob("*/migrations"))
    lock = places.root / "requirements" / "base.txt"
    once(places, "migrate", stamps.content([*code, lock], url), lambda: migrate(places, url))
    static = sorted((places.root / "lianluo").glob("*/static"))
    once(places, "static", stamps.content([*static, lock]), lambda: gather(places, url))


def once(places: Places, name: str, value: str, act: Callable[[], None]) -> None:
    """Do `act` unless it was done with the same inputs before."""
    if stamps.fresh(places.stamps / name, value):
        return
    act()
    stamps.put(places.stamps / name, value)


def migrate(places: Places, url: str) -> None:
    with step(words("更新数据表", "Tables")):
        call(places, url, "migrate", "--no-input", "-v", "0")
        call(places, url, "createcachetable")


def gather(places: Places, url: str) -> None:
    with step(words("汇集静态文件", "Static files")):
        call(places, url, "collectstatic", "--no-input", "--clear", "-v", "0")


def divisions(places: Places, url: str) -> None:
    """The tree of congresses, for an installation that starts without demo data."""
    with step(words("写入行政区划与五级人大", "Divisions and congresses")):
        call(places, url, "seed_divisions")


def demo(places: Places, url: str) -> None:
    """Fill an empty database with the demo province; keep the list of its accounts for later starts."""
    with step(words("写入演示数据（均为虚构）", "Demo data, all made up")) as shown:
        _noted(places, url, shown, "demo")
    listing(places).write_text(call(places, url, "demo", "--accounts"))
    listing(places).chmod(0o600)


def demo_wanted(places: Places, url: str) -> bool:
    """True when nobody can sign in yet, or when a demo was begun and broke off."""
    return call(places, url, "demo", "--wanted").strip().endswith("yes")


def listing(places: Places) -> Path:
    return places.data / "accounts.txt"


KEPT = 40
