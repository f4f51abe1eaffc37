"""`run.py reset`: throw the demo away and fill it anew."""

import shutil
import sys

from runner import database, django, install, stamps
from runner.places import Places
from runner.say import Stop, line, words
from runner.serve import alone


def reset(places: Places, arguments: list[str]) -> int:
    """Refuses where the data are not a demo that was filled here: a restored backup, an installation begun empty."""
    if not django.listing(places).exists():
        raise Stop(
            words(
                "这里的数据不是演示数据，什么也没有动。",
                "The data here are not those of the demo; nothing was touched.",
            )
        )
    if "--yes" not in arguments and not _sure():
        return 1
    install.packages(places, "base")
    with alone(places), database.reach(places) as url:
        django.call(places, url, "demo", "--clear")
        stamps.forget(places.stamps)
        django.listing(places).unlink()
        shutil.rmtree(places.data / "search", ignore_errors=True)
        django.prepare(places, url)
        django.demo(places, url)
        stamps.put(places.stamps / "filled", url)
    return 0


def _sure() -> bool:
    line(
        words(
            "演示数据和在其中做过的一切都会删除，重新写入。输入 yes 继续：",
            "The demo and everything done in it will be deleted and filled anew. Type yes to go on:",
        )
    )
    return sys.stdin.readline().strip().lower() == "yes"
