"""The five-level tree from the official division codes: regions with their history, and a congress for each.

National, all provinces, prefectures and counties; below Hunan also townships and streets. Idempotent: what is there
stays, so a newer edition of the table only adds. A township whose code hangs on a development zone (no county by
law) stands directly below its prefecture, because the code does not tell the county.
"""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction

from lianluo.congress.levels import Level
from lianluo.congress.models import Congress, Region
from lianluo.congress.naming import congress_names, full_place, has_congress, is_heading

TABLE = Path(__file__).parent / "data" / "divisions.csv"
ROOT = "00"
LEVEL_OF_LENGTH = {2: Level.PROVINCE, 4: Level.PREFECTURE, 6: Level.COUNTY, 9: Level.TOWNSHIP}
FULL_PROVINCE = "43"
"""Below this province every level gets its congresses."""

SUCCESSIONS = [("431121", "祁阳县", "431181", date(2021, 1, 20))]
"""Codes that ended: old code, old name, new code, day of approval (祁阳: 国务院批准撤县设市)."""

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Division:
    """A row of the table."""

    code: str
    name: str

    @property
    def level(self) -> Level:
        return Level.NATIONAL if self.code == ROOT else LEVEL_OF_LENGTH[len(self.code)]

    @property
    def above(self) -> str:
        """The code one level up; the root for a province."""
        return {2: ROOT, 4: self.code[:2], 6: self.code[:4], 9: self.code[:6]}[len(self.code)]


def divisions(table: Path = TABLE) -> list[Division]:
    """The rows of the table, root first, upper levels before lower ones."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = [Division(row["code"], row["name"]) for row in csv.DictReader(file)]
    return [Division(ROOT, "中华人民共和国"), *sorted(rows, key=lambda row: (len(row.code), row.code))]


@transaction.atomic
def seed_divisions(*, progress: Progress = lambda label, n: None) -> dict[str, int]:
    """Fill regions and congresses that are missing; returns how many of each were added."""
    rows = divisions()
    regions = _regions(rows, progress)
    _succeed(regions)
    return {"regions": regions.added, "congresses": _congresses(rows, regions, progress)}


class _Regions(dict[str, Region]):
    added = 0


def _by_level(rows: Iterable[Division]) -> Iterable[tuple[Level, list[Division]]]:
    rows = list(rows)
    for level in Level:
        yield level, [row for row in rows if row.level == level]


def _regions(rows: list[Division], progress: Progress) -> _Regions:
    known = _Regions({region.code: region for region in Region.objects.filter(valid_to=None)})
    for level, group in _by_level(rows):
        new = [
            Region(
                code=row.code,
                name=row.name,
                level=level,
                parent=known[row.above] if row.code != ROOT else None,
                is_street=row.name.endswith("街道"),
            )
            for row in group
            if row.code not in known
        ]
        known |= {region.code: region for region in Region.objects.bulk_create(new)}
        known.added += len(new)
        progress(str(level.label), len(new))
    return known


def _succeed(regions: _Regions) -> None:
    for code, name, heir, day in SUCCESSIONS:
        new = regions.get(heir)
        if new is None or Region.objects.filter(code=code).exists():
            continue
        Region.objects.create(
            code=code, name=name, level=new.level, parent=new.parent, valid_to=day, successor=new
        )
        Region.objects.filter(pk=new.pk).update(valid_from=day)


def _congresses(rows: list[Division], regions: _Regions, progress: Progress) -> int:
    known = {c.region_id: c for c in Congress.objects.everywhere("the whole tree is filled").all()}
    by_code = {code: known[region.pk] for code, region in regions.items() if region.pk in known}
    names = {row.code: row.name for row in rows}
    added = 0
    for level, group in _by_level(rows):
        new = [
            _congress(row, regions[row.code], _above(row, by_code), names)
            for row in group
            if row.code not in by_code and has_congress(level, row.code, row.name)
        ]
        by_code |= {congress.region.code: congress for congress in Congress.objects.bulk_create(new)}
        added += len(new)
        progress(str(level.label), len(new))
    return added


def _above(row: Division, by_code: dict[str, Congress]) -> Congress | None:
    """The congress over `row`: codes without a congress of their own are stepped over."""
    if row.code == ROOT:
        return None
    code = row.above
    while code not in by_code:
        code = Division(code, "").above
    return by_code[code]


def _congress(row: Division, region: Region, parent: Congress | None, names: dict[str, str]) -> Congress:
    name, short = congress_names(row.level, row.name, _place_above(row, names))
    return Congress(
        parent=parent,
        region=region,
        level=row.level,
        name=name,
        short_name=short,
        path=f"{parent.path if parent else ''}{row.code}/",
    )


def _place_above(row: Division, names: dict[str, str]) -> str:
    """The place that stands before the name: the city of a district, the county of a township."""
    if row.level not in (Level.COUNTY, Level.TOWNSHIP):
        return ""
    above = Division(row.above, names[row.above])
    if is_heading(above.name) or (
        above.level == Level.COUNTY and not has_congress(Level.COUNTY, above.code, above.name)
    ):
        above = Division(above.above, names[above.above])
    if above.level == Level.COUNTY:
        return full_place(Level.COUNTY, above.name, _place_above(above, names))
    return above.name
