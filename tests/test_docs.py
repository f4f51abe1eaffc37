"""The pages of documentation that are drawn from the code are up to date, and the map names every room."""

import re
from pathlib import Path

from django.core.management import call_command

ROOT = Path(__file__).parents[1]


def test_the_diagrams_are_those_of_the_tables() -> None:
    call_command("flows", check=True)


def test_the_map_names_every_room() -> None:
    drawn = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in (ROOT / "lianluo").glob("*/apps.py")}
    assert not {room for room in rooms if room not in drawn}


def test_links_between_pages_lead_somewhere() -> None:
    broken = []
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        if not page.exists():
            continue
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)} → {target}")
    assert not broken
