"""Which database this installation uses: the one of DATABASE_URL, or the embedded one."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from runner import owner, stamps
from runner.cluster import Cluster, program_folder, socket_folder
from runner.places import Places
from runner.supervisor import Child

NAME = "lianluo"


def outside() -> str:
    """The address of a server of one's own, or nothing."""
    return os.environ.get("DATABASE_URL", "")


def embedded(places: Places) -> Cluster:
    """The installation's own cluster. For root, program and data are where the system user can reach them."""
    program = program_folder(places.python)
    if not owner.is_root():
        folder = places.data / "database"
        return Cluster(program, folder, socket_folder(places.data / "socket", None), None)
    user = owner.system_user()
    folder = _reachable(places, user) / "database"
    sockets = socket_folder(folder.parent / "socket", user)
    return Cluster(owner.reachable_copy(program, user), folder, sockets, user)


def _reachable(places: Places, user: str) -> Path:
    """The data folder if `user` can enter it, else a folder of its own; the choice is remembered beside the data."""
    note = places.data / "database.place"
    if note.exists():
        return Path(note.read_text().strip())
    places.data.mkdir(parents=True, exist_ok=True)
    chosen = places.data if owner.reaches(user, places.data, "x") else owner.HOME_OF_COPIES / places.name
    stamps.put(note, f"{chosen}\n")
    return chosen


def throwaway(places: Places) -> Cluster:
    """A cluster for tests: no fsync, in a temporary folder."""
    user = owner.system_user() if owner.is_root() else None
    folder = owner.throwaway(user)
    program = owner.reachable_copy(program_folder(places.python), user)
    return Cluster(program, folder / "data", folder / "socket", user, durable=False)


def child(cluster: Cluster, log: Path) -> Child:
    """The cluster as the supervisor keeps it."""
    return Child(
        "postgres", cluster.command(), log, Path("/"), user=cluster.user, stop=signal.SIGINT, patience=60
    )


@contextmanager
def reach(places: Places) -> Iterator[str]:
    """The address of a database that answers: one's own, or the embedded one (started for the while if needed)."""
    if outside():
        yield outside()
        return
    cluster = embedded(places)
    if cluster.listening():
        yield cluster.url(NAME)
        return
    process = cluster.start(places.logs / "postgres.log")
    try:
        cluster.ensure(NAME)
        yield cluster.url(NAME)
    finally:
        cluster.stop(process)
