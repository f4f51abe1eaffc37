"""The supervisor restarts what dies and leaves nothing behind."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from runner import children
from runner.supervisor import LONGEST_PAUSE, Child, Supervisor, pause


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def supervisor(clock: Clock) -> Iterator[Supervisor]:
    made = Supervisor(clock)
    yield made
    made.stop()


@pytest.fixture
def sleeper(tmp_path: Path) -> Child:
    return Child("sleeper", ["sleep", "600"], tmp_path / "sleeper.log", tmp_path)


def until(true: Callable[[], bool]) -> None:
    """Wait for `true`, at most ten seconds."""
    for _ in range(1000):
        if true():
            return
        time.sleep(0.01)
    pytest.fail("it did not happen")


def kill(child: Child) -> int:
    assert child.process is not None
    child.process.kill()
    child.process.wait()
    return child.process.pid


def test_a_living_child_is_left_alone(supervisor: Supervisor, sleeper: Child) -> None:
    supervisor.add(sleeper)
    assert supervisor.look() == []


def test_a_killed_child_comes_back_at_once(supervisor: Supervisor, sleeper: Child) -> None:
    supervisor.add(sleeper)
    before = kill(sleeper)
    assert supervisor.look() == ["sleeper"]
    assert sleeper.process is not None
    assert sleeper.process.pid != before
    assert sleeper.process.poll() is None


def test_a_child_that_keeps_dying_is_given_longer_and_longer_pauses(
    supervisor: Supervisor, sleeper: Child, clock: Clock
) -> None:
    supervisor.add(sleeper)
    kill(sleeper)
    assert supervisor.look() == ["sleeper"]
    kill(sleeper)
    assert supervisor.look() == []
    clock.now += pause(2)
    assert supervisor.look() == ["sleeper"]


def test_a_child_that_lived_long_is_forgiven(supervisor: Supervisor, sleeper: Child, clock: Clock) -> None:
    supervisor.add(sleeper)
    sleeper.failures = 7
    clock.now += 3600
    kill(sleeper)
    assert supervisor.look() == ["sleeper"]
    assert sleeper.failures == 1


def test_pauses_grow_to_a_limit() -> None:
    grown = [pause(number) for number in range(1, 30)]
    assert grown[0] == 0
    assert grown == sorted(grown)
    assert grown[-1] == LONGEST_PAUSE


def test_the_death_is_said_with_the_log(
    supervisor: Supervisor, sleeper: Child, capsys: pytest.CaptureFixture[str]
) -> None:
    supervisor.add(sleeper)
    kill(sleeper)
    supervisor.look()
    said = capsys.readouterr().out
    assert "sleeper" in said
    assert str(sleeper.log) in said


def test_stopping_ends_the_last_started_first(supervisor: Supervisor, tmp_path: Path) -> None:
    told = tmp_path / "ended"
    for name in ("postgres", "web"):
        script = f"trap 'echo {name} >> {told}; exit 0' TERM; touch {tmp_path}/{name}; while :; do sleep 0.05; done"
        supervisor.add(Child(name, ["sh", "-c", script], tmp_path / "log", tmp_path))
    until(lambda: (tmp_path / "postgres").exists() and (tmp_path / "web").exists())
    supervisor.stop()
    assert told.read_text().split() == ["web", "postgres"]


def test_who_does_not_listen_is_ended_with_all_it_started(supervisor: Supervisor, tmp_path: Path) -> None:
    script = (
        f"trap '' TERM; sleep 600 & echo $! > {tmp_path}/grandchild; touch {tmp_path}/ready; wait; sleep 600"
    )
    child = Child("deaf", ["sh", "-c", script], tmp_path / "log", tmp_path, patience=0.2)
    supervisor.add(child)
    until((tmp_path / "ready").exists)
    grandchild = int((tmp_path / "grandchild").read_text())
    supervisor.stop()
    assert child.process is not None
    assert child.process.returncode == -signal.SIGKILL
    until(lambda: not _runs(grandchild))


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state not in "ZX"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of their parent's death")
def test_children_end_with_a_killed_launcher(tmp_path: Path) -> None:
    script = f"""
import os, signal
from pathlib import Path
from runner import children
child = children.spawn(["sleep", "600"], log=Path({str(tmp_path / "log")!r}), cwd=Path("/"))
Path({str(tmp_path / "pid")!r}).write_text(str(child.pid))
os.kill(os.getpid(), signal.SIGKILL)
"""
    launcher = children.spawn(
        [sys.executable, "-c", script], log=tmp_path / "outer.log", cwd=Path(os.getcwd())
    )
    launcher.wait()
    until(lambda: not _runs(int((tmp_path / "pid").read_text())))


def test_a_grown_log_is_put_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "LOG_LIMIT", 10)
    log = tmp_path / "web.log"
    log.write_text("an old and long story\n")
    children.spawn(["echo", "new"], log=log, cwd=tmp_path).wait()
    assert log.read_text() == "new\n"
    assert (tmp_path / "web.old.log").read_text() == "an old and long story\n"


def test_the_end_of_a_log_is_shown(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    assert children.tail(log) == ""
    log.write_text("\n".join(map(str, range(100))))
    assert children.tail(log, 2) == "98\n99"


def test_what_a_killed_child_had_started_dies_with_it(supervisor: Supervisor, tmp_path: Path) -> None:
    note = tmp_path / "grandchild"
    script = f"sleep 600 & echo $! > {note}; wait"
    parent = Child("parent", ["sh", "-c", script], tmp_path / "parent.log", tmp_path)
    supervisor.add(parent)
    until(lambda: note.exists() and note.read_text().strip() != "")
    grandchild = int(note.read_text())
    kill(parent)
    assert supervisor.look() == ["parent"]
    until(lambda: not _runs(grandchild))


def _runs(pid: int) -> bool:
    """Is it there and not merely waiting to be collected?"""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
