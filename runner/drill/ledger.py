"""What the site gave its word for: one line each, on the disk before the next thing is done."""

import json
import os
import threading
from pathlib import Path


class Ledger:
    """Kept outside the house, by those who use it."""

    def __init__(self, file: Path) -> None:
        self.file, self._lock = file, threading.Lock()
        self._out = file.open("a", encoding="utf-8")
        self.counts: dict[str, int] = {}

    def acknowledged(self, move: str, case: int, mark: str, machine: str = "suggestion") -> None:
        """The site said yes to `move` on the case; `mark` stands in its title."""
        row = {"move": move, "machine": machine, "case": case, "mark": mark}
        with self._lock:
            self._out.write(json.dumps(row, ensure_ascii=False) + "\n")
            self._out.flush()
            os.fsync(self._out.fileno())
            self.counts[move] = self.counts.get(move, 0) + 1
