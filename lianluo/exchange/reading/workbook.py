"""What the sheets of a workbook share: their names, the shared words, and which styles are dates."""

import posixpath
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

from lianluo.exchange.reading.dates import is_date_format
from lianluo.exchange.reading.walking import local, parser

PIECE = 1 << 16
Start = Callable[[str, dict[str, str]], None]


@dataclass
class Workbook:
    """`shown`: (title, part) of every sheet that is not hidden, in order."""

    shown: list[tuple[str, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    dates: frozenset[int] = frozenset()
    since_1904: bool = False

    @classmethod
    def of(cls, packed: zipfile.ZipFile) -> "Workbook":
        made = cls()
        parts = _targets(packed)
        sheets: list[tuple[str, str]] = []

        def sheet(tag: str, told: dict[str, str]) -> None:
            if tag == "sheet" and told.get("state", "visible") == "visible":
                sheets.append(
                    (told.get("name", ""), next((v for k, v in told.items() if local(k) == "id"), ""))
                )
            elif tag == "workbookPr":
                made.since_1904 = told.get("date1904") in {"1", "true"}

        _walk(packed, "xl/workbook.xml", sheet)
        made.shown = [(title, parts[key]) for title, key in sheets if key in parts]
        names = set(packed.namelist())
        made.words = _shared(packed) if "xl/sharedStrings.xml" in names else []
        made.dates = _date_styles(packed) if "xl/styles.xml" in names else frozenset()
        return made

    def word(self, key: str) -> str:
        number = int(key)
        return self.words[number] if 0 <= number < len(self.words) else ""

    def is_date(self, style: int) -> bool:
        return style in self.dates


def _walk(packed: zipfile.ZipFile, part: str, start: Start) -> None:
    walker = parser(lambda tag, told: start(local(tag), told), lambda tag: None)
    with packed.open(part) as stream:
        while piece := stream.read(PIECE):
            walker.Parse(piece, False)
        walker.Parse(b"", True)


def _targets(packed: zipfile.ZipFile) -> dict[str, str]:
    """Relation → part, for worksheets."""
    found: dict[str, str] = {}

    def relation(tag: str, told: dict[str, str]) -> None:
        if tag == "Relationship" and told.get("Type", "").endswith("/worksheet"):
            target = told.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            found[told.get("Id", "")] = part

    _walk(packed, "xl/_rels/workbook.xml.rels", relation)
    return found


def _date_styles(packed: zipfile.ZipFile) -> frozenset[int]:
    codes: dict[int, str] = {}
    styles: list[int] = []
    inside = [False]

    def style(tag: str, told: dict[str, str]) -> None:
        if tag == "numFmt":
            codes[int(told.get("numFmtId") or 0)] = told.get("formatCode", "")
        elif tag in {"cellXfs", "cellStyleXfs", "dxfs"}:
            inside[0] = tag == "cellXfs"
        elif tag == "xf" and inside[0]:
            styles.append(int(told.get("numFmtId") or 0))

    _walk(packed, "xl/styles.xml", style)
    return frozenset(n for n, number in enumerate(styles) if is_date_format(number, codes.get(number, "")))


def _shared(packed: zipfile.ZipFile) -> list[str]:
    """The shared words; phonetic readings beside them are not part of the text."""
    words: list[str] = []
    said: list[str] = []
    depth = {"t": False, "rPh": False}

    def begin(tag: str, told: dict[str, str]) -> None:
        name = local(tag)
        if name in depth:
            depth[name] = True
        elif name == "si":
            said.clear()

    def finish(tag: str) -> None:
        name = local(tag)
        if name in depth:
            depth[name] = False
        elif name == "si":
            words.append("".join(said).replace("_x000D_", "").strip())

    walker = parser(begin, finish)
    walker.CharacterDataHandler = lambda text: said.append(text) if depth["t"] and not depth["rPh"] else None
    with packed.open("xl/sharedStrings.xml") as stream:
        while piece := stream.read(PIECE):
            walker.Parse(piece, False)
        walker.Parse(b"", True)
    return words
