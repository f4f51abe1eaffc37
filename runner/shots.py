"""`run.py shots [DIR]`: pictures of every page per role, wide and narrow, light and dark."""

import subprocess
from pathlib import Path

from runner import demohouse, django, install
from runner.places import Places


def shots(places: Places, arguments: list[str]) -> int:
    """Serve the demo province for the while and let `tests/shots.py` walk through it."""
    folder = Path(arguments[0] if arguments and not arguments[0].startswith("-") else "build/shots").resolve()
    rest = [word for word in arguments if word.startswith("-")]
    install.packages(places, "dev")
    install.packages(places, "base")
    install.assets(places)
    with demohouse.filled(places) as house, demohouse.served(house) as address:
        command = [str(places.python), "-m", "tests.shots", address, str(folder), *rest]
        env = django.environment(house.places, house.url)
        return subprocess.run(command, cwd=places.root, env=env, check=False).returncode
