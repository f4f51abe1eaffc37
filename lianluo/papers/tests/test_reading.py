"""Texts out of Word files: real ones, written by python-docx, with the numbers that Word counts by itself."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lianluo.papers.numerals import chinese, written
from lianluo.papers.reading import Unreadable, paragraphs


def element(tag: str, **attributes: str) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def number_list(document: Any, key: str, *levels: tuple[str, str], start: str = "1") -> None:
    """A list of the file: for each level the form of its numbers and the words around them."""
    root = document.part.numbering_part.element
    kind = element("w:abstractNum", abstractNumId=key)
    for depth, (form, words) in enumerate(levels):
        level = element("w:lvl", ilvl=str(depth))
        for tag, value in (("w:start", start), ("w:numFmt", form), ("w:lvlText", words)):
            level.append(element(tag, val=value))
        kind.append(level)
    root.insert(0, kind)
    num = element("w:num", numId=key)
    num.append(element("w:abstractNumId", val=key))
    root.append(num)


def item(document: Any, text: str, key: str, depth: int = 0) -> Any:
    paragraph = document.add_paragraph(text)
    properties = element("w:numPr")
    properties.append(element("w:ilvl", val=str(depth)))
    properties.append(element("w:numId", val=key))
    paragraph._p.get_or_add_pPr().append(properties)
    return paragraph


def saved(document: Any) -> io.BytesIO:
    stream = io.BytesIO()
    document.save(stream)
    stream.seek(0)
    return stream


def test_automatic_numbers_are_written_out_as_word_shows_them() -> None:
    document = Document()
    number_list(document, "90", ("chineseCountingThousand", "%1、"), ("decimal", "%2."), ("decimal", "(%3)"))
    item(document, "建立补水机制", "90")
    item(document, "明确单位", "90", 1)
    item(document, "水利部门", "90", 2)
    item(document, "生态部门", "90", 2)
    item(document, "明确条件", "90", 1)
    item(document, "增设闸口", "90")
    item(document, "先建两处", "90", 1)
    assert paragraphs(saved(document)) == [
        "一、建立补水机制",
        "1. 明确单位",
        "(1) 水利部门",
        "(2) 生态部门",
        "2. 明确条件",
        "二、增设闸口",
        "1. 先建两处",
    ]


def test_numbers_that_hold_the_level_above_and_begin_later() -> None:
    document = Document()
    number_list(document, "91", ("decimal", "%1"), ("decimal", "%1.%2"), start="3")
    item(document, "甲", "91")
    item(document, "乙", "91", 1)
    assert paragraphs(saved(document)) == ["3 甲", "3.3 乙"]


def test_bullets_have_no_number_and_typed_numbers_stay() -> None:
    document = Document()
    number_list(document, "92", ("bullet", "\uf0b7"))
    item(document, "圆点", "92")
    document.add_paragraph("（一）手打的编号")
    document.add_paragraph("List of the style", style="List Number")
    assert paragraphs(saved(document)) == ["圆点", "（一）手打的编号", "1. List of the style"]


def test_tables_and_broken_lines_are_read_in_order() -> None:
    document = Document()
    document.add_paragraph("上面\n换行")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "标题", "关于补水的建议"
    document.add_paragraph("下面")
    assert paragraphs(saved(document)) == ["上面", "换行", "标题", "关于补水的建议", "下面"]


def test_deleted_and_hidden_words_stay_behind() -> None:
    document = Document()
    paragraph = document.add_paragraph("留下的")
    gone = element("w:del")
    run = element("w:r")
    text = element("w:t")
    text.text = "删去的"
    run.append(text)
    gone.append(run)
    paragraph._p.append(gone)
    paragraph.add_run("藏起的").font.hidden = True
    assert paragraphs(saved(document)) == ["留下的"]


def test_what_is_no_word_file_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        paragraphs(io.BytesIO(b"PK\x03\x04 and nothing else"))


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (10, "chineseCounting", "十"),
        (12, "chineseCounting", "十二"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCounting", "一百零五"),
        (110, "japaneseCounting", "一百一十"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "(21)"),
        (12, "decimalFullWidth", "１２"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (7, "decimalZero", "07"),
        (7, "hebrew1", "7"),
    ],
)
def test_numerals(number: int, form: str, text: str) -> None:
    assert written(number, form) == text


def test_a_large_number_is_written_in_digits() -> None:
    assert chinese(12_345) == "12345"
