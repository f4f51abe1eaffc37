"""The supervisor: starts the children in order, restarts what dies, stops all in reverse order."""

import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from runner import children
from runner.say import warn, words

SHORT_LIFE = 30.0
LONGEST_PAUSE = 20.0


@dataclass
class Child:
    """One process to keep alive. `stop` is the signal it takes as "finish what you do and end"."""

    name: str
    command: list[str]
    log: Path
    cwd: Path
    env: Mapping[str, str] | None = None
    user: str | None = None
    stop: signal.Signals = signal.SIGTERM
    patience: float = 15.0
    process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)
    born: float = 0.0
    due: float = 0.0
    failures: int = 0

    def start(self, now: float) -> "subprocess.Popen[bytes]":
        self.born = now
        self.process = children.spawn(
            self.command, log=self.log, cwd=self.cwd, user=self.user, env=self.env, stop=self.stop
        )
        return self.process


def pause(failures: int) -> float:
    """Seconds to wait before the next try: at once after the first death, then longer and longer."""
    return 0.0 if failures <= 1 else min(0.5 * 2 ** (failures - 2), LONGEST_PAUSE)


class Supervisor:
    """Keeps its children alive until it is told to stop."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.children: list[Child] = []
        self.stopping = False
        self.clock = clock

    def add(self, child: Child) -> "subprocess.Popen[bytes]":
        """Start `child` and keep it alive from now on."""
        self.children.append(child)
        return child.start(self.clock())

    def listen(self) -> None:
        """Ctrl-C, a closed terminal or a service manager's stop all mean: finish cleanly."""
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, self._told)

    def _told(self, number: int, frame: object) -> None:
        self.stopping = True

    def run(self, tick: float = 0.2) -> None:
        """Watch until told to stop."""
        while not self.stopping:
            self.look()
            time.sleep(tick)

    def look(self) -> list[str]:
        """Restart what died, when its pause is over. Gives the names of those restarted."""
        now = self.clock()
        return [child.name for child in self.children if self._revive(child, now)]

    def _revive(self, child: Child, now: float) -> bool:
        if child.process is None or child.process.poll() is None:
            return False
        if not child.due:
            children.sweep(child.process)
            self._count_death(child, now)
        if now < child.due:
            return False
        child.due = 0.0
        child.start(now)
        return True

    def _count_death(self, child: Child, now: float) -> None:
        child.failures = child.failures + 1 if now - child.born < SHORT_LIFE else 1
        child.due = now + pause(child.failures) or now
        code = child.process.returncode if child.process else "?"
        warn(
            words(
                f"{child.name} 意外退出（{code}），正在重启；日志：{child.log}",
                f"{child.name} died ({code}), restarting; log: {child.log}",
            )
        )

    def stop(self) -> None:
        """End all, the last started first."""
        self.stopping = True
        for child in reversed(self.children):
            if child.process is not None:
                children.end(child.process, child.stop, child.patience)
