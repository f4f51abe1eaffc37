"""List numbers of a Word file. They stand nowhere in its text: Word counts them while it shows the page, so whoever
reads the text has to count the same way (ECMA-376 part 1, 17.9)."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from lianluo.papers.numerals import written

HIDDEN = ("none", "bullet")
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: the sign, the words around it, and where it begins."""

    form: str = "decimal"
    words: str = ""
    start: int = 1


def val(element: Any, tag: str, default: str = "") -> str:
    """`w:val` of a child."""
    child = element.find(qn(tag)) if element is not None else None
    return default if child is None else str(child.get(qn("w:val"), default))


def whole(text: str, default: int = 0) -> int:
    return int(text) if text.isdecimal() else default


@dataclass
class Numbering:
    """All lists of a file, each with how far it has counted."""

    lists: dict[str, str] = field(default_factory=dict)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    begins: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[str] = field(default_factory=set)

    def mark(self, num: str, depth: int) -> str:
        """The number of the next paragraph at `depth` of list `num`, with a space where the sign needs one."""
        kind = self.lists.get(num, "")
        level = self.levels.get(kind, {}).get(depth)
        if level is None or depth >= LEVELS:
            return ""
        self._step(num, kind, depth, level)
        if level.form in HIDDEN or not level.words:
            return ""
        text = level.words
        for upper in range(LEVELS):
            if (place := f"%{upper + 1}") in text:
                form = self.levels[kind].get(upper, Level())
                text = text.replace(place, written(self.counts[kind].get(upper, form.start), form.form))
        return text if text[-1] in "、，。．）)：:　 " and not text[-1].isascii() else f"{text} "

    def _step(self, num: str, kind: str, depth: int, level: Level) -> None:
        counts = self.counts[kind]
        if num not in self.begun:
            self.begun.add(num)
            for (owner, at), start in self.begins.items():
                if owner == num:
                    counts[at] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]


def numbering(root: Any) -> Numbering:
    """The lists that `word/numbering.xml` describes; none without it."""
    found = Numbering()
    if root is None:
        return found
    for kind in root.iter(qn("w:abstractNum")):
        key = kind.get(qn("w:abstractNumId"), "")
        found.levels[key] = {depth_of(level): _level(level) for level in kind.iter(qn("w:lvl"))}
    for num in root.iter(qn("w:num")):
        key = num.get(qn("w:numId"), "")
        found.lists[key] = val(num, "w:abstractNumId")
        for change in num.iter(qn("w:lvlOverride")):
            if start := val(change, "w:startOverride"):
                found.begins[key, depth_of(change)] = whole(start, 1)
    return found


def depth_of(element: Any) -> int:
    return whole(element.get(qn("w:ilvl"), "0"))


def _level(element: Any) -> Level:
    start = whole(val(element, "w:start", "1"), 1)
    return Level(val(element, "w:numFmt", "decimal"), val(element, "w:lvlText"), start)
