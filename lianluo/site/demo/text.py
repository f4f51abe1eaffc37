"""The texts of the demo: made up, of real length, kept as plain text beside this file.

A text is `# title`, a line `TOPIC CLASS lead | co co`, and paragraphs that begin with S (situation),
P (proposal) or R (reply).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WHERE = Path(__file__).parent / "texts"
HEAD = re.compile(r"(?P<topic>[A-Z]{3}) (?P<reply_class>[A-D]) (?P<lead>[^ |]+)(?: \|(?P<co>.*))?")


@dataclass(frozen=True, kw_only=True)
class DemoText:
    """A suggestion, where it goes, and what the lead unit answers."""

    title: str
    topic: str
    lead: str
    situation: str
    proposals: str
    reply: str
    reply_class: str
    co: tuple[str, ...] = ()


@cache
def texts(kind: str) -> tuple[DemoText, ...]:
    """All texts for `province` or for `local` congresses, in the order of their files."""
    return tuple(text for path in sorted(WHERE.glob(f"{kind}*.txt")) for text in _read(path))


def _read(path: Path) -> Iterator[DemoText]:
    for block in re.split(r"^# ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        title, head, *lines = block.strip().splitlines()
        where = HEAD.fullmatch(head)
        if where is None:
            raise ValueError(f"{path.name}: {title}: {head}")
        yield DemoText(
            title=title,
            topic=where["topic"],
            reply_class=where["reply_class"],
            lead=where["lead"],
            co=tuple((where["co"] or "").split()),
            situation=_part(lines, "S"),
            proposals=_part(lines, "P"),
            reply=_part(lines, "R"),
        )


def _part(lines: list[str], letter: str) -> str:
    return "\n".join(line[2:] for line in lines if line.startswith(f"{letter} "))
