"""一事一案: the paragraphs of one text given to two (2-domain 1.4: one matter per suggestion). Pure.

No word is changed and none is lost: a paragraph goes to the first, to the second, or to both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

FIRST, SECOND, BOTH = "first", "second", "both"
LANDS = (FIRST, SECOND, BOTH)
FIELDS = ("situation", "proposals")
LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`key` names it on a form: the field it stands in and its place there. `text` keeps its line breaks."""

    field: str
    n: int
    text: str

    @property
    def key(self) -> str:
        return f"{self.field}-{self.n}"


@dataclass(frozen=True, slots=True)
class Half:
    """What one of the two will say."""

    title: str
    situation: str
    proposals: str


def cut(text: str) -> list[str]:
    """`text` after each line that says something; joined they give `text` again."""
    found: list[str] = []
    ahead = ""
    for line in LINE.findall(text):
        if line.strip():
            found.append(ahead + line)
            ahead = ""
        elif found:
            found[-1] += line
        else:
            ahead += line
    return found


def paragraphs(situation: str, proposals: str) -> list[Paragraph]:
    """Everything that has to land somewhere, in the order in which it is read."""
    return [
        Paragraph(name, n, part)
        for name, text in zip(FIELDS, (situation, proposals), strict=True)
        for n, part in enumerate(cut(text))
    ]


def divide(rows: Sequence[Paragraph], lands: Mapping[str, str], titles: tuple[str, str]) -> tuple[Half, Half]:
    """The two texts. Raises `KeyError` when a paragraph is given to nobody, `ValueError` for a place unknown here."""
    if unknown := {lands[row.key] for row in rows} - set(LANDS):
        raise ValueError(f"nowhere called {sorted(unknown)}")
    first, second = (_half(rows, lands, title, side) for title, side in zip(titles, LANDS, strict=False))
    return first, second


def _half(rows: Sequence[Paragraph], lands: Mapping[str, str], title: str, side: str) -> Half:
    situation, proposals = ("".join(_of(rows, lands, name, side)).strip() for name in FIELDS)
    return Half(title.strip(), situation, proposals)


def _of(rows: Sequence[Paragraph], lands: Mapping[str, str], name: str, side: str) -> Iterator[str]:
    """A last line without its break must not run into the next one."""
    for row in rows:
        if row.field == name and lands[row.key] in (side, BOTH):
            yield row.text if row.text.endswith("\n") else f"{row.text}\n"
