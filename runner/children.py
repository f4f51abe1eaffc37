"""Child processes: each in a session of its own, with a log file, ended together with the launcher."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from runner import owner

LOG_LIMIT = 10_000_000
_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def _dying_with_parent(how: signal.Signals) -> Callable[[], None]:
    """Linux: when the launcher is killed without a chance to clean up, its children are told to end."""

    def ask() -> None:
        if _libc is not None:
            _libc.prctl(_PR_SET_PDEATHSIG, how)

    return ask


def spawn(
    command: list[str],
    *,
    log: Path,
    cwd: Path,
    user: str | None = None,
    env: Mapping[str, str] | None = None,
    stop: signal.Signals = signal.SIGTERM,
) -> "subprocess.Popen[bytes]":
    """Start `command`; what it prints is appended to `log`."""
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.replace(log.with_suffix(".old.log"))
    with log.open("ab") as output:
        return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env=dict(os.environ if env is None else env),
            start_new_session=True,
            umask=0o077,
            preexec_fn=_dying_with_parent(stop),  # noqa: PLW1509 - the launcher has one thread
            **owner.identity(user),
        )


def end(process: "subprocess.Popen[bytes]", how: signal.Signals, seconds: float) -> None:
    """Ask `process` to end; after `seconds` end it and everything it started."""
    if process.poll() is None:
        process.send_signal(how)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def sweep(process: "subprocess.Popen[bytes]") -> None:
    """End what a dead process left behind: its own children would go on answering, with the old code."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def tail(log: Path, lines: int = 12) -> str:
    """The end of a log."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
