"""The list of OWASP ASVS 5.0.0 by number and level, and how docs/security.md is read.

Levels of the requirements in the order of the standard; the standard's sentences are not kept here.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "security.md"

LEVELS = {
    "1.1": "22", "1.2": "1111122223", "1.3": "112222222223", "1.4": "222", "1.5": "123",
    "2.1": "122", "2.2": "112", "2.3": "12223", "2.4": "23",
    "3.1": "3", "3.2": "113", "3.3": "12223", "3.4": "11222233", "3.5": "11122333", "3.6": "3", "3.7": "22333",
    "4.1": "12233", "4.2": "23333", "4.3": "22", "4.4": "1222",
    "5.1": "2", "5.2": "112333", "5.3": "113", "5.4": "222",
    "6.1": "122", "6.2": "111111112222", "6.3": "11223333", "6.4": "112233", "6.5": "22222333", "6.6": "2223",
    "6.7": "33", "6.8": "2222",
    "7.1": "222", "7.2": "1111", "7.3": "22", "7.4": "11222", "7.5": "223", "7.6": "22",
    "8.1": "1233", "8.2": "1123", "8.3": "133", "8.4": "23",
    "9.1": "111", "9.2": "1222",
    "10.1": "22", "10.2": "223", "10.3": "22223", "10.4": "1111122222233333", "10.5": "22222", "10.6": "22",
    "10.7": "222",
    "11.1": "2233", "11.2": "22233", "11.3": "11233", "11.4": "1222", "11.5": "23", "11.6": "23", "11.7": "33",
    "12.1": "12233", "12.2": "11", "12.3": "22223",
    "13.1": "2333", "13.2": "222223", "13.3": "2233", "13.4": "1222233",
    "14.1": "22", "14.2": "12223333", "14.3": "122",
    "15.1": "12233", "15.2": "12233", "15.3": "1222222", "15.4": "3333",
    "16.1": "2", "16.2": "22222", "16.3": "2222", "16.4": "222", "16.5": "2223",
    "17.1": "23", "17.2": "22223333", "17.3": "22",
}  # fmt: skip
"""Section → the level of its first, second, third … requirement."""

STATES = ("met", "partly", "not met", "operator", "–")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the page."""

    number: str
    level: int
    words: str
    state: str
    proof: str

    @property
    def named(self) -> list[str]:
        """Tests (`path::name`) and files that the row names."""
        return re.findall(r"`((?:lianluo|tests|runner)/[^`\s]+|pyproject\.toml)`", self.proof)


def wanted() -> dict[str, int]:
    """Number → level of what is asked at level 1 and 2."""
    return {
        f"{section}.{n}": int(level)
        for section, levels in LEVELS.items()
        for n, level in enumerate(levels, 1)
        if level in "12"
    }


def lines() -> list[Line]:
    rows = re.findall(
        r"^\| (\d+\.\d+\.\d+) \| (\d) \| (.+?) \| (.+?) \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE
    )
    return [Line(number, int(level), *rest) for number, level, *rest in rows]


def summary() -> str:
    """The sentence of the page that counts its rows."""
    told = Counter(line.state for line in lines())
    counted = ", ".join(f"{told[state]} {'does not apply' if state == '–' else state}" for state in STATES)
    return f"**{sum(told.values())} requirements: {counted}.**"
