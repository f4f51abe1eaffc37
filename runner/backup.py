"""`run.py backup FILE` and `run.py restore FILE [--replace]`."""

import shutil
from pathlib import Path

from runner import database, django, install, stamps
from runner.places import Places
from runner.say import Stop, words
from runner.serve import alone


def backup(places: Places, arguments: list[str]) -> int:
    """Write a backup; Lianluo may go on running."""
    told = _with_file(arguments)
    install.packages(places, "base")
    with database.reach(places) as url:
        return django.through(places, url, "backup", *told)


def restore(places: Places, arguments: list[str]) -> int:
    """Bring a backup back. Lianluo must not be running meanwhile; what is derived from the data is made anew."""
    told = _with_file(arguments)
    install.packages(places, "base")
    places.data.mkdir(parents=True, exist_ok=True)
    with alone(places), database.reach(places) as url:
        code = django.through(places, url, "restore", *told)
        if code == 0:
            stamps.forget(places.stamps)
            django.listing(places).unlink(missing_ok=True)
            shutil.rmtree(places.data / "search", ignore_errors=True)
            stamps.put(places.stamps / "filled", url)
    return code


def _with_file(arguments: list[str]) -> list[str]:
    """The arguments with the file's full path: the commands run in another folder."""
    files = [word for word in arguments if not word.startswith("-")]
    if len(files) != 1:
        raise Stop(
            words(
                "请写明一个文件，例如 python3 run.py backup lianluo.tar.gz",
                "Name one file, for example: python3 run.py backup lianluo.tar.gz",
            )
        )
    return [str(Path(files[0]).resolve()), *(word for word in arguments if word.startswith("-"))]
