"""R1 in small: ten kills under load, and every word that was given holds. `run.py drill kills 100` is the whole drill."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DONE = ("submit", "accept", "assign", "dispatch", "sign_for", "deliver")


@pytest.mark.drill
def test_ten_kills_break_no_word() -> None:
    env = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "LIANLUO_DATA")}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run(
        [sys.executable, str(ROOT / "run.py"), "drill", "kills", "10"],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    told = json.loads((ROOT / "build" / "bench-kills.json").read_text())
    assert sum(told["kills"].values()) == 10
    assert told["broken"] == told["troubles"] == []
    assert all(told["acknowledged"].get(move, 0) > 0 for move in DONE), told
