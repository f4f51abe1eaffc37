"""Pieces that several built-in templates share."""

from pathlib import Path

from docx.document import Document as Word
from docx.shared import Length, Mm, Pt

from lianluo.papers import layout as lay
from lianluo.papers.layout import BODY, NUMBER, PLAIN, RIGHT, TITLE, line

FOLDER = Path(__file__).parent.parent / "docx"
CHARACTER = 5.571
"""Millimetres of one of the twenty-eight characters of a line."""
FORM_LINE = Pt(22)


def signed(word: Word, who: str, date: str = "{{ date }}") -> None:
    """署名 and 成文日期 at the right, four characters in."""
    for text in (who, date):
        written = line(word, text, PLAIN, align=RIGHT)
        written.paragraph_format.right_indent = Mm(4 * CHARACTER)


def each(word: Word, names: str, name: str, text: str = "", style: str = BODY) -> None:
    """A paragraph for every one of `names`."""
    line(word, f"{{%p for {name} in {names} %}}", PLAIN)
    line(word, text or f"{{{{ {name} }}}}", style)
    line(word, "{%p endfor %}", PLAIN)


def when(word: Word, condition: str, text: str, style: str = BODY) -> None:
    """A paragraph that stands only when there is something to say."""
    line(word, f"{{%p if {condition} %}}", PLAIN)
    line(word, text, style)
    line(word, "{%p endif %}", PLAIN)


def letter(word: Word, heading: str, addressee: str, *, marks: tuple[str, ...] = ()) -> None:
    """信函格式: issuer, marks and number at the right, title, and to whom."""
    lay.letter_head(word, "{{ issuer }}")
    for mark in marks:
        line(word, mark, PLAIN, align=RIGHT)
    line(word, "{{ document_number }}", NUMBER, align=RIGHT)
    line(word, "", PLAIN)
    line(word, heading, TITLE)
    line(word, "", PLAIN)
    line(word, addressee, PLAIN)


def form(word: Word, heading: str, number: str = "") -> None:
    """A form: title, and the number at the right above the table."""
    line(word, heading, TITLE)
    line(word, number, PLAIN, align=RIGHT)


def rows(word: Word, facts: list[tuple[str, str]], *, tall: dict[str, int] | None = None) -> None:
    """A table of labels and values; rows named in `tall` are at least so many millimetres high."""
    made = lay.table(word, facts)
    for row, (label, _value) in zip(made.rows, facts, strict=True):
        if tall and label in tall:
            row.height = Length(Mm(tall[label]))
