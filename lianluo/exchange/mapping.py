"""Which column is which: by its heading, by how its values look, and by what was chosen last time."""

import hashlib
import re
from collections.abc import Sequence

from django.utils.translation import override

from lianluo.exchange.kinds import Field, Kind
from lianluo.exchange.reading import Line, Table
from lianluo.exchange.reading.parts import HEAD_WITHIN

ERROR_HEADING = "错误"
SAMPLES = 3


def plain(heading: str) -> str:
    """A heading without blanks, brackets and their contents, stars and case."""
    return re.sub(r"[（(【\[].*?[）)】\]]|[\s*＊:：_]", "", heading).lower()


def fingerprint(columns: Sequence[str]) -> str:
    """The same headings in the same order have the same fingerprint; the column of errors does not count."""
    kept = [plain(one) for one in columns if plain(one) != ERROR_HEADING]
    return hashlib.sha256("\x1f".join(kept).encode()).hexdigest()


def names_of(field: Field) -> set[str]:
    """Headings are Chinese whoever loads the file."""
    with override("zh-hans"):
        return _names_of(field)


def _names_of(field: Field) -> set[str]:
    return {plain(str(field.label)), plain(field.key), *(plain(name) for name in field.names)}


def known(heading: str, kind: Kind) -> bool:
    return any(plain(heading) in names_of(field) for field in kind.fields)


def find_head(table: Table, kind: Kind) -> list[Line]:
    """Find the header among the first lines; sets `head` and `columns` and returns the first lines below it."""
    first: list[Line] = []
    for line in table.unmapped():
        first.append(line)
        if len(first) >= HEAD_WITHIN + SAMPLES:
            break
    if table.titled or not first:
        return first[:SAMPLES]
    at = _head_among(first, kind)
    table.head = first[at].number
    width = max(len(line.cells) for line in first[at : at + SAMPLES + 1])
    cells = first[at].cells
    table.columns = [*cells, *[""] * (width - len(cells))]
    return first[at + 1 : at + 1 + SAMPLES]


def _head_among(first: list[Line], kind: Kind) -> int:
    """The line with the most known headings; the first with two words where none is known."""
    scores = [sum(known(cell, kind) for cell in line.cells if cell) for line in first[:HEAD_WITHIN]]
    if max(scores):
        return scores.index(max(scores))
    return next((n for n, line in enumerate(first) if sum(bool(cell) for cell in line.cells) > 1), 0)


def guess(kind: Kind, columns: Sequence[str], samples: Sequence[Sequence[str]]) -> dict[str, str]:
    """Column number → field. A heading that is known counts first; then what the values look like."""
    found: dict[str, str] = {}
    free = {field.key: field for field in kind.fields}
    for number, heading in enumerate(columns):
        field = next((one for one in free.values() if plain(heading) in names_of(one)), None)
        if field:
            found[str(number)] = field.key
            del free[field.key]
    for number in range(len(columns)):
        values = [row[number] for row in samples if number < len(row) and row[number]]
        if str(number) in found or not values or plain(columns[number]) == ERROR_HEADING:
            continue
        looks = [f for f in free.values() if f.looks and all(re.fullmatch(f.looks, v) for v in values)]
        if len(looks) == 1:
            found[str(number)] = looks[0].key
            del free[looks[0].key]
    return found


def missing(kind: Kind, mapping: dict[str, str], options: dict[str, str]) -> list[Field]:
    """Required fields that no column and no option gives."""
    given = {*mapping.values(), *(key for key, value in options.items() if value)}
    return [field for field in kind.fields if field.required and field.key not in given]
