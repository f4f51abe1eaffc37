"""The written files are measured against the figures of GB/T 9704-2012."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from lianluo.papers import layout
from lianluo.papers.letters import ASSIGNMENT, NOTICE, OPINION, REPLY, TRANSFER, WRITERS, write_all

FILES = list(WRITERS)
LETTERS = [REPLY, OPINION, NOTICE]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def word(request: pytest.FixtureRequest) -> Word:
    return Document(str(request.param))


def near(value: int | None, wanted: int, tolerance: int = Mm(1)) -> bool:
    return value is not None and abs(value - wanted) <= tolerance


def test_the_page_is_a4_with_the_margins_of_the_standard(word: Word) -> None:
    section = word.sections[0]
    assert near(section.page_width, Mm(210), Mm(0.1))
    assert near(section.page_height, Mm(297), Mm(0.1))
    assert near(section.top_margin, Mm(37))
    assert near(section.left_margin, Mm(28))
    assert near(section.right_margin, Mm(26))
    assert near(section.bottom_margin, Mm(35))


def test_the_type_area_is_156_by_225_millimetres(word: Word) -> None:
    section = word.sections[0]
    assert near((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0), Mm(156))
    assert near(
        (section.page_height or 0) - (section.top_margin or 0) - (section.bottom_margin or 0), Mm(225)
    )


def test_twenty_two_lines_fill_the_type_area(word: Word) -> None:
    body = word.styles[layout.BODY].paragraph_format
    assert body.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert body.line_spacing == Pt(28.95)
    assert int(Mm(225) // body.line_spacing) == 22
    assert body.space_before == body.space_after == 0


def test_twenty_eight_characters_fill_a_line(word: Word) -> None:
    spacing = word.styles[layout.BODY].element.rPr.find(qn("w:spacing"))
    width = 16 + int(spacing.get(qn("w:val"))) / 20
    assert width * 28 <= Mm(156).pt < width * 29


def test_the_lines_of_the_page_are_a_grid(word: Word) -> None:
    grid = word.sections[0]._sectPr.find(qn("w:docGrid"))
    assert grid is not None
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        (layout.BODY, "仿宋_GB2312", 16),
        (layout.TITLE, "方正小标宋简体", 22),
        (layout.LEVEL_1, "黑体", 16),
        (layout.LEVEL_2, "楷体_GB2312", 16),
        (layout.PAGE, "宋体", 14),
    ],
)
def test_type_and_size(word: Word, style: str, font: str, size: int) -> None:
    found = word.styles[style]
    assert found.font.size == Pt(size)
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font


def test_the_body_is_indented_by_two_characters(word: Word) -> None:
    indent = word.styles[layout.BODY].element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"


def test_the_issuer_is_red_and_the_body_black(word: Word) -> None:
    issuer, body = word.styles[layout.ISSUER].font.color.rgb, word.styles[layout.BODY].font.color.rgb
    assert issuer is not None
    assert issuer[0] > 200
    assert max(issuer[1:]) < 50
    assert str(body) == "000000"


def test_the_issuer_of_a_document_stands_35_millimetres_below_the_edge() -> None:
    first = Document(str(ASSIGNMENT)).paragraphs[0]
    assert first.style is not None
    assert first.style.name == layout.ISSUER
    assert near(first.paragraph_format.space_before, Mm(35))


def test_a_red_line_stands_4_millimetres_below_the_number() -> None:
    word = Document(str(ASSIGNMENT))
    number = next(p for p in word.paragraphs if p.style and p.style.name == layout.NUMBER)
    border = number._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
    assert border.get(qn("w:color")) == "E60012"
    assert near(Pt(int(border.get(qn("w:space")))), Mm(4), Mm(0.5))


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_letter_has_its_issuer_and_lines_where_they_belong(path: Path) -> None:
    section = Document(str(path)).sections[0]
    assert section.different_first_page_header_footer
    assert near(section.header_distance, Mm(30))
    assert near(section.footer_distance, Mm(20))
    head, foot = section.first_page_header.paragraphs[0], section.first_page_footer.paragraphs[0]
    for paragraph, kind in ((head, "thickThinSmallGap"), (foot, "thinThickSmallGap")):
        border = paragraph._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
        assert border.get(qn("w:val")) == kind
        shape = paragraph.paragraph_format
        assert near(Mm(156) - (shape.left_indent or 0) - (shape.right_indent or 0), Mm(170))


def test_class_and_publicity_stand_at_the_upper_right_of_a_reply() -> None:
    first, second = Document(str(REPLY)).paragraphs[:2]
    assert first.text.startswith("类别：")
    assert second.text.startswith("公开属性：")
    assert first.alignment == second.alignment == layout.RIGHT


def test_the_colophon_has_thick_thin_and_thick_lines_at_the_foot() -> None:
    table = Document(str(ASSIGNMENT)).tables[-1]
    borders = table._tbl.tblPr.find(qn("w:tblBorders"))
    thick = {
        edge: int(borders.find(qn(f"w:{edge}")).get(qn("w:sz"))) for edge in ("top", "bottom", "insideH")
    }
    assert near(Pt(thick["top"] / 8), Mm(0.35), Mm(0.05))
    assert near(Pt(thick["bottom"] / 8), Mm(0.35), Mm(0.05))
    assert near(Pt(thick["insideH"] / 8), Mm(0.25), Mm(0.05))
    place = table._tbl.tblPr.find(qn("w:tblpPr"))
    assert (place.get(qn("w:vertAnchor")), place.get(qn("w:tblpYSpec"))) == ("margin", "bottom")
    assert [row.cells[0].paragraphs[0].style.name for row in table.rows] == [layout.COPIES] * 2


@pytest.mark.parametrize("path", [TRANSFER, *LETTERS], ids=lambda path: path.stem)
def test_forms_and_letters_have_no_colophon_lines(path: Path) -> None:
    """信函格式 has no dividing lines in its 版记; a form has none at all."""
    assert "w:tblpPr" not in Document(str(path)).element.xml


def test_tables_fill_the_type_area(word: Word) -> None:
    for table in word.tables:
        assert near(sum(column.width or 0 for column in table.columns), Mm(156))


def test_page_numbers_stand_7_millimetres_below_the_type_area(word: Word) -> None:
    section = word.sections[0]
    footer = section.footer.paragraphs[0]
    lifted = (section.footer_distance or 0) + (footer.paragraph_format.space_after or 0)
    assert near((section.bottom_margin or 0) - lifted - Pt(14), Mm(7), Mm(0.5))


def test_page_numbers_are_right_on_odd_and_left_on_even_pages(word: Word) -> None:
    section = word.sections[0]
    assert word.settings.odd_and_even_pages_header_footer
    assert section.footer.paragraphs[0].alignment == layout.RIGHT
    assert section.even_page_footer.paragraphs[0].alignment == layout.LEFT
    assert 'w:instr="PAGE"' in section.footer.paragraphs[0]._p.xml


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist() if name != "docProps/core.xml"}


def test_the_files_are_what_the_code_writes(tmp_path: Path) -> None:
    for fresh, kept in zip(write_all(tmp_path), FILES, strict=True):
        assert parts(fresh) == parts(kept), f"{kept.name}: run manage.py paper_templates"
