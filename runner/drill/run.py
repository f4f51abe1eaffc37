"""`run.py drill kills [NUMBER] [SEED]`: the whole house under load, killed again and again, then held to its word."""

import random
import shutil
import tempfile
import time
from pathlib import Path

from runner import database, django, install
from runner.drill import kills
from runner.drill.ledger import Ledger
from runner.drill.load import Load
from runner.measure import end, report, until_ready
from runner.places import Places
from runner.say import Stop, line, step, words

PASSWORD = "lianluo-demo"
NUMBER, SEED = 10, 1
SETTLING = 20.0
"""Seconds of undisturbed work at the end, so that everybody comes back to what was in hand."""


def drill(places: Places, arguments: list[str]) -> int:
    """Run the drill; exit code 1 when a word was broken."""
    if not arguments or arguments[0] != "kills":
        raise Stop(words("可用的演练：kills [次数] [种子]", "Drills: kills [NUMBER] [SEED]"))
    if database.outside():
        raise Stop(
            words(
                "演练只杀自己启动的数据库，请先去掉 DATABASE_URL。",
                "A drill kills its own database: unset DATABASE_URL.",
            )
        )
    number, seed = [*map(int, arguments[1:3]), *(NUMBER, SEED)[len(arguments[1:3]) :]]
    install.packages(places, "base")
    install.assets(places)
    data = Path(tempfile.mkdtemp(prefix="lianluo-drill-"))
    data.chmod(0o755)
    try:
        return _held(places, data, number, seed)
    finally:
        shutil.rmtree(data, ignore_errors=True)


def _held(places: Places, data: Path, number: int, seed: int) -> int:
    with step(words("启动整个系统（演示数据）", "The whole house, with demo data")):
        _seconds, process = until_ready(places, data)
    ledger, chance = Ledger(data / "ledger.jsonl"), random.Random(seed)
    load = Load((data / "address.txt").read_text().strip(), PASSWORD, ledger)
    killed: dict[str, int] = {}
    try:
        load.start()
        with step(words(f"随机杀进程 {number} 次", f"{number} kills")) as shown:
            for one in range(number):
                time.sleep(kills.pause(chance))
                kind = kills.kill_one(process.pid, chance)
                killed[kind] = killed.get(kind, 0) + 1
                shown.note(f"{one + 1}/{number} {kind}")
            time.sleep(SETTLING)
            load.end()
        wrong = _checked(places, data)
    finally:
        end(process)
    told = {"kills": killed, "acknowledged": ledger.counts, "troubles": load.troubles, "broken": wrong}
    report(places, "kills", told)
    good = not wrong and not load.troubles and ledger.counts.get("submit", 0) > 0
    line(
        words(
            "全部兑现。" if good else "有没有兑现的。", "Every word held." if good else "A word was broken."
        )
    )
    return 0 if good else 1


def _checked(places: Places, data: Path) -> list[str]:
    """What the database says to the ledger, and the history to itself."""
    own = Places(root=places.root, data=data)
    with step(words("对账并核对历史", "Ledger and history")), database.reach(own) as url:
        told = django.call(own, url, "drill_check", str(data / "ledger.jsonl"))
    return [one for one in told.splitlines() if one.strip()]
