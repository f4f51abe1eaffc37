"""Whose PostgreSQL is: the person who runs the launcher, or, for root, a system user of its own.

PostgreSQL refuses to run as root. The system user must reach the program and the data; a checkout in somebody's
home it cannot reach, and the permissions of a home are not ours to loosen, so copies go to HOME_OF_COPIES.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from runner.say import Stop, words

SYSTEM_USER = "lianluo"
HOME_OF_COPIES = Path("/var/lib/lianluo")


def is_root() -> bool:
    return os.geteuid() == 0


def system_user() -> str:
    """The user PostgreSQL runs as when the launcher is root; made when missing."""
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        _make_user()
    return SYSTEM_USER


def _make_user() -> None:
    command = ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", str(HOME_OF_COPIES)]
    command += ["--shell", "/usr/sbin/nologin", SYSTEM_USER]
    if not shutil.which(command[0]):
        raise Stop(
            words("缺少 useradd，请先执行：", "useradd is missing; run: ") + "apt-get install -y passwd"
        )
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 9):  # 9: somebody made it meanwhile
        raise Stop(f"useradd: {done.stderr.strip()}")


def identity(user: str | None) -> dict[str, object]:
    """Arguments for `subprocess` that become `user`; none when there is nobody to become."""
    if user is None:
        return {}
    entry = pwd.getpwnam(user)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def reaches(user: str | None, path: Path, want: str) -> bool:
    """Can `user` reach `path`? `want` is a test(1) letter: x to run or enter, w to write."""
    command = ["/usr/bin/env", "test", f"-{want}", str(path)]
    return subprocess.run(command, check=False, cwd="/", **identity(user)).returncode == 0  # type: ignore[call-overload, no-any-return]


def private(folder: Path, user: str | None) -> Path:
    """Make `folder` if needed: for `user` alone. Its parents keep their permissions."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    if user is not None:
        entry = pwd.getpwnam(user)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    return folder


def throwaway(user: str | None) -> Path:
    """A new private folder under the system's temporary folder, with a short name."""
    return private(Path(tempfile.mkdtemp(prefix="lianluo-")), user)


def reachable_copy(program: Path, user: str | None) -> Path:
    """`program` (a folder with bin/) itself when `user` can run it, else a copy where it can.

    The wheel's programs find their libraries in `<package>.libs` beside the package, so that comes along.
    """
    if user is None or reaches(user, program / "bin" / "postgres", "x"):
        return program
    package = program.parent
    facts = (program / "bin" / "postgres").stat()
    copy = HOME_OF_COPIES / "programs" / f"{program.name}-{facts.st_size}-{int(facts.st_mtime)}"
    if not copy.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".new-", dir=copy.parent))
        draft.chmod(0o755)
        shutil.copytree(program, draft / package.name / program.name, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, draft / libraries.name, symlinks=True)
        draft.replace(copy)
    return copy / package.name / program.name
