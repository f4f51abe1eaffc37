"""What the launcher tells the person at the terminal: one line per step, with its time."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stop(Exception):
    """The launcher cannot go on; the message says why and what to do."""


def english(env: "os._Environ[str] | dict[str, str]" = os.environ) -> bool:
    """English when the terminal's language is English, else Chinese."""
    told = env.get("LIANLUO_LANG") or env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return told.lower().startswith("en")


def words(chinese: str, in_english: str) -> str:
    """The sentence in the terminal's language."""
    return in_english if english() else chinese


def line(text: str = "") -> None:
    """One line, at once."""
    print(text, flush=True)


def warn(text: str) -> None:
    """One line that should be noticed."""
    print(f"  ! {text}", flush=True)


class Step:
    """A step under way. `note` shows where it stands, on a terminal only."""

    def __init__(self, title: str) -> None:
        self.title, self.started, self.result = title, time.monotonic(), ""
        self.live = sys.stdout.isatty()

    def note(self, text: str) -> None:
        if self.live:
            print(f"\r\033[K  … {self.title} {text}"[:118], end="", flush=True)

    def close(self, mark: str) -> None:
        lead = "\r\033[K" if self.live else ""
        print(
            f"{lead}  {mark} {self.title}{self.result}  {time.monotonic() - self.started:.1f} s", flush=True
        )


@contextmanager
def step(title: str) -> Iterator[Step]:
    """Show `title` while the block runs, then its mark and time."""
    current = Step(title)
    current.note("")
    try:
        yield current
    except BaseException:
        current.close("✗")
        raise
    current.close("✓")
