"""Two editions of a text side by side, compared word by word. Pure but for `editions`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import rjieba
from django.utils.translation import gettext as _

from lianluo.suggestions.models import Revision, Suggestion
from lianluo.suggestions.states import Edited

SHORT = 4
"""Between two changes, a kept run of fewer characters is read as part of the change."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that was kept (""), put in ("ins") or taken out ("del")."""

    text: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    pieces: tuple[Piece, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One edition as it is shown: its paragraphs and how long it is."""

    label: str
    at: object
    paragraphs: tuple[Paragraph, ...]
    length: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions with what changed between them."""

    old: Side
    new: Side
    put_in: int = 0
    taken_out: int = 0

    @property
    def changes(self) -> int:
        return self.put_in + self.taken_out


@dataclass
class _Halves:
    old: list[Piece] = field(default_factory=list)
    new: list[Piece] = field(default_factory=list)


def whole_text(edition: Revision | Suggestion) -> str:
    """Situation and proposals as one text with headings."""
    parts: list[str] = []
    if edition.situation.strip():
        parts += [_("一、情况与问题"), edition.situation]
    parts += [_("二、具体建议") if edition.situation.strip() else _("具体建议"), edition.proposals]
    return "\n".join(_lines("\n".join(parts)))


def _lines(text: str) -> Iterator[str]:
    return (line for line in (raw.strip(" \t　") for raw in text.splitlines()) if line)


def compare(old: Revision, new: Revision) -> Comparison:
    """What the deputy changed between `old` and `new`."""
    renamed = old.title != new.title
    before, after = (f"{one.title}\n{whole_text(one)}" if renamed else whole_text(one) for one in (old, new))
    halves = _pieces(list(_words(before)), list(_words(after)))
    return Comparison(
        old=Side(_label(old), old.at, _paragraphs(halves.old), _length(old)),
        new=Side(_label(new), new.at, _paragraphs(halves.new), _length(new)),
        put_in=sum(piece.change == "ins" for piece in halves.new),
        taken_out=sum(piece.change == "del" for piece in halves.old),
    )


def beside(old: tuple[str, str], new: tuple[str, str], *, at: object) -> Comparison:
    """Two wordings (label, text) side by side: the original and what is to be public."""
    halves = _pieces(*(list(_words("\n".join(_lines(text)))) for _label, text in (old, new)))
    sides = [
        Side(label, at, _paragraphs(pieces), len("".join(text.split())))
        for (label, text), pieces in ((old, halves.old), (new, halves.new))
    ]
    put_in = sum(piece.change == "ins" for piece in halves.new)
    taken_out = sum(piece.change == "del" for piece in halves.old)
    return Comparison(sides[0], sides[1], put_in, taken_out)


def alone(edition: Revision) -> Side:
    """An edition without changes marked."""
    return Side(_label(edition), edition.at, _paragraphs([Piece(whole_text(edition))]), _length(edition))


def _label(edition: Revision) -> str:
    if edition.step:
        return str(Edited(edition.step).label)
    return _("第 %d 次") % edition.number if edition.number else ""


def _length(edition: Revision) -> int:
    return len("".join((edition.situation + edition.proposals).split()))


def _words(text: str) -> Iterator[str]:
    """Words; a line break is a word of its own, so that paragraphs stay apart."""
    for n, line in enumerate(text.split("\n")):
        if n:
            yield "\n"
        yield from rjieba.cut(line)


def _pieces(before: list[str], after: list[str]) -> _Halves:
    halves = _Halves()
    for kind, a, b, c, d in _merged(
        SequenceMatcher(None, before, after, autojunk=False).get_opcodes(), before
    ):
        if kind == "equal":
            halves.old.append(Piece("".join(before[a:b])))
            halves.new.append(Piece("".join(after[c:d])))
            continue
        if a < b:
            halves.old.append(Piece("".join(before[a:b]), "del"))
        if c < d:
            halves.new.append(Piece("".join(after[c:d]), "ins"))
    return halves


Opcode = tuple[str, int, int, int, int]


def _merged(opcodes: Sequence[Opcode], before: list[str]) -> list[Opcode]:
    """Opcodes in which changes with next to nothing kept between them are one change."""
    made: list[Opcode] = []
    for n, (kind, a, b, c, d) in enumerate(opcodes):
        kept = "".join(before[a:b])
        inside = 0 < n < len(opcodes) - 1
        change = kind != "equal" or (inside and len(kept) < SHORT and "\n" not in kept)
        if change and made and made[-1][0] == "replace":
            made[-1] = ("replace", made[-1][1], b, made[-1][3], d)
        else:
            made.append(("replace" if change else "equal", a, b, c, d))
    return made


def _paragraphs(pieces: Sequence[Piece]) -> tuple[Paragraph, ...]:
    """Pieces cut at line breaks."""
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        for n, part in enumerate(piece.text.split("\n")):
            if n:
                rows.append([])
            if part:
                rows[-1].append(Piece(part, piece.change))
    return tuple(Paragraph(tuple(row), _is_heading(row)) for row in rows if row)


def _is_heading(row: Sequence[Piece]) -> bool:
    text = "".join(piece.text for piece in row)
    return text in {_("一、情况与问题"), _("二、具体建议"), _("具体建议")}
