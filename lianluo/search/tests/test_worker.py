from threading import Event as Signal

import pytest

from lianluo.search.management.commands import worker
from lianluo.search.tests.conftest import Papers


class Failing:
    """A feeder whose first round fails and whose third ends the test."""

    rounds = 0
    closed = 0

    def __init__(self, stop: Signal) -> None:
        self.stop = stop

    def step(self) -> int:
        self.rounds += 1
        if self.rounds == 1:
            raise OSError("the disk is full")
        if self.rounds == 3:
            self.stop.set()
        return 0

    def close(self) -> None:
        self.closed += 1


def test_following_goes_on_after_a_failure(papers: Papers, monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    stop = Signal()
    feeder = Failing(stop)
    monkeypatch.setattr(worker, "Feeder", lambda: feeder)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker, "PAUSE", 0)
    monkeypatch.setattr(worker, "RETRY", 0)
    worker.follow(stop)
    assert feeder.rounds == 3
    assert feeder.closed == 2
