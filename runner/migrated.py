"""The database of the tests with every migration applied, kept between runs: its copy costs a second, the
migrations themselves half a minute of processor time. It is made anew whenever a migration or PostgreSQL changes."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from runner import stamps
from runner.cluster import Cluster
from runner.places import Places
from runner.say import Stop, step, words

NAME = "lianluo_migrated"
KEPT = "migrated"


def lay(places: Places, cluster: Cluster) -> None:
    """Fill the empty folder of `cluster` with a cluster that holds NAME. Raises Stop when a migration fails."""
    kept = places.root / "build" / KEPT
    stamp, value = kept.with_suffix(".stamp"), _digest(places)
    if not (stamps.fresh(stamp, value) and kept.is_dir()):
        _make(places, cluster, kept)
        stamps.put(stamp, value)
        return
    _copy(kept, cluster)


def _digest(places: Places) -> str:
    rooms = places.root / "lianluo"
    sources = [*sorted(rooms.glob("**/migrations")), places.root / "requirements" / "base.txt"]
    sources += [rooms / "site" / "settings.py", places.root / "runner" / "cluster.py"]
    return stamps.content(sources, *(str(source.relative_to(places.root)) for source in sources))


def _make(places: Places, cluster: Cluster, kept: Path) -> None:
    with step(words("建立测试用数据库", "Database for tests")):
        process = cluster.start(cluster.folder.parent / "postgres.log")
        try:
            cluster.ensure(NAME)
            _migrate(places, cluster.url(NAME))
        finally:
            cluster.stop(process)
        kept.parent.mkdir(exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{KEPT}-", dir=kept.parent))
        shutil.copytree(cluster.folder, draft, dirs_exist_ok=True)
        shutil.rmtree(kept, ignore_errors=True)
        draft.replace(kept)


def _migrate(places: Places, url: str) -> None:
    with tempfile.TemporaryDirectory() as data:
        env = os.environ | {
            "DATABASE_URL": url,
            "LIANLUO_DATA": data,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        }
        command = [str(places.python), str(places.root / "manage.py"), "migrate", "--no-input", "-v", "0"]
        done = subprocess.run(command, env=env, cwd=places.root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Stop(done.stderr.strip()[-2000:])


def _copy(kept: Path, cluster: Cluster) -> None:
    shutil.copytree(kept, cluster.folder, dirs_exist_ok=True)
    cluster.folder.chmod(0o700)
    if cluster.user is not None:
        entry = pwd.getpwnam(cluster.user)
        for path in (cluster.folder, *cluster.folder.rglob("*")):
            os.chown(path, entry.pw_uid, entry.pw_gid)
