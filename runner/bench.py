"""`run.py bench NAME`: measurements; each prints its figures and writes them to build/bench-NAME.json."""

import subprocess

from runner import crowds, demohouse, django, install, measure
from runner.places import Places
from runner.say import Stop, words

CROWDS = {"growth": crowds.growth, "speed": crowds.speed}


def bench(places: Places, arguments: list[str]) -> int:
    """Run one bench. `start`, `growth` and `speed` start whole houses; the others are modules of lianluo.site.bench."""
    folder = places.root / "lianluo" / "site" / "bench"
    names = sorted(
        ["start", *CROWDS, *(path.stem for path in folder.glob("*.py") if "def main(" in path.read_text())]
    )
    if not arguments or arguments[0] not in names:
        raise Stop(words("可用的测量：", "Benches: ") + ", ".join(names))
    name, *rest = arguments
    install.packages(places, "base")
    install.assets(places)
    if name == "start":
        measure.report(places, name, measure.start(places))
        return 0
    if name in CROWDS:
        measure.report(places, name, CROWDS[name](places, rest))
        return 0
    with demohouse.filled(places) as house:
        target = places.root / "build" / f"bench-{name}.json"
        target.parent.mkdir(exist_ok=True)
        command = [str(places.python), "-m", f"lianluo.site.bench.{name}", str(target), *rest]
        env = django.environment(house.places, house.url)
        return subprocess.run(command, cwd=places.root, env=env, check=False).returncode
