"""The texts of the demo: made up, of real length, kept as plain text beside this file.

A text is `# title`, a line `TOPIC CLASS lead | co co`, and paragraphs that begin with S (situation), P (proposal), R
(reply), C (what the reply promises: days until it is due, words | who), E (why a reply of class C cannot do more),
D (what the deputy says when not satisfied) or A (the second answer). `{+3}` in an answer is the third month after it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

WHERE = Path(__file__).parent / "texts"
HEAD = re.compile(r"(?P<topic>[A-Z]{3}) (?P<reply_class>[A-D]) (?P<lead>[^ |]+)(?: \|(?P<co>.*))?")
PROMISE = re.compile(r"(?P<days>\d+) (?P<words>[^|]+) \| (?P<who>.+)")
MONTH = re.compile(r"\{([+-]\d+)\}")
YEARS = {-1: "去年", 0: "今年", 1: "明年", 2: "后年"}


@dataclass(frozen=True)
class Pledge:
    """What a reply promises: to be done `days` after it."""

    days: int
    words: str
    who: str


@dataclass(frozen=True, kw_only=True)
class DemoText:
    """A suggestion, where it goes, what the lead unit answers, and what the deputy says to that."""

    title: str
    topic: str
    lead: str
    situation: str
    proposals: str
    reply: str
    reply_class: str
    co: tuple[str, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    explanation: str = ""
    remark: str = ""
    second: str = ""


@cache
def texts(kind: str) -> tuple[DemoText, ...]:
    """All texts for `province` or for `local` congresses, in the order of their files."""
    return tuple(text for path in sorted(WHERE.glob(f"{kind}*.txt")) for text in _read(path))


def dated(words: str, on: date) -> str:
    """`words` with their months, counted from `on`: 今年6月, 明年2月."""

    def said(found: re.Match[str]) -> str:
        months = on.month - 1 + int(found[1])
        year, month = months // 12, months % 12 + 1
        return f"{YEARS.get(year, f'{on.year + year}年')}{month}月"

    return MONTH.sub(said, words)


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
            pledges=tuple(_pledge(path, line) for line in _part(lines, "C").splitlines()),
            explanation=_part(lines, "E"),
            remark=_part(lines, "D"),
            second=_part(lines, "A"),
        )


def _part(lines: list[str], letter: str) -> str:
    return "\n".join(line[2:] for line in lines if line.startswith(f"{letter} "))


def _pledge(path: Path, line: str) -> Pledge:
    found = PROMISE.fullmatch(line)
    if found is None:
        raise ValueError(f"{path.name}: {line}")
    return Pledge(int(found["days"]), found["words"], found["who"])
