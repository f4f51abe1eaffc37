"""Death at random moments: web, worker or PostgreSQL, without a warning."""

import os
import random
import signal
import time
from contextlib import suppress

from runner.family import family, kind_of

KINDS = ("web", "worker", "postgres")
CALM = (0.5, 4.0)
"""Seconds of work between two deaths, at least and at most."""


def kill_one(launcher: int, chance: random.Random) -> str:
    """Kill a random process of a random kind with SIGKILL; returns the kind."""
    kind = chance.choice(KINDS)
    while True:
        living = [pid for pid in family(launcher)[1:] if _kind(pid) == kind]
        if living:
            victim = chance.choice(living)
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
                return kind
        time.sleep(0.1)


def _kind(pid: int) -> str:
    try:
        return kind_of(pid)
    except OSError:
        return ""


def pause(chance: random.Random) -> float:
    return chance.uniform(*CALM)
