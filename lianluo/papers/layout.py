"""A Word document laid out after GB/T 9704-2012: page, styles, marks, lines, page numbers. Writes templates."""

from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from lianluo.papers import measures as m

CENTER, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
BOTH = WD_ALIGN_PARAGRAPH.JUSTIFY
BODY, PLAIN, TITLE, ISSUER, NUMBER = "公文正文", "公文无缩进", "公文标题", "发文机关标志", "发文字号"
LABELS = Mm(44)
LEVEL_1, LEVEL_2, CELL, PAGE, COPIES = "一级标题", "二级标题", "表格文字", "页码", "版记"
IN_LINE = frozenset({BODY, PLAIN, LEVEL_1, LEVEL_2})
"""Styles of which 28 characters make a line."""


def sheet() -> Word:
    """An empty document with the page and the styles of the standard."""
    word = Document()
    body: Any = word.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    _page(word)
    _styles(word)
    return word


def _page(word: Word) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = m.PAGE_WIDTH, m.PAGE_HEIGHT
    section.top_margin, section.right_margin = m.TOP, m.RIGHT
    section.bottom_margin, section.left_margin = m.BOTTOM, m.LEFT
    section.footer_distance = m.FOOTER
    properties = section._sectPr
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    grid = OxmlElement("w:docGrid")
    for name, value in (("type", "lines"), ("linePitch", m.LINE_PITCH)):
        grid.set(qn(f"w:{name}"), str(value))
    properties.append(grid)


def _styles(word: Word) -> None:
    fonts = m.FONTS
    normal: Any = word.styles["Normal"]
    normal.font.size = m.NO_3
    language = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:eastAsia"), "zh-CN")
    _style(word, PLAIN, fonts.body, m.NO_3, align=BOTH)
    body = _style(word, BODY, fonts.body, m.NO_3, align=BOTH)
    _indent(body, characters=2)
    _style(word, TITLE, fonts.mark, m.NO_2, line=m.TITLE_LINE, align=CENTER)
    _style(word, ISSUER, fonts.mark, m.ISSUER, line=Pt(60), align=CENTER, color=m.RED)
    _style(word, NUMBER, fonts.body, m.NO_3, align=CENTER)
    _indent(_style(word, LEVEL_1, fonts.head, m.NO_3, align=BOTH), characters=2)
    _indent(_style(word, LEVEL_2, fonts.second, m.NO_3, align=BOTH), characters=2)
    _style(word, CELL, fonts.body, m.NO_4, line=Pt(22), align=LEFT)
    _style(word, PAGE, fonts.number, m.NO_4, line=m.PAGE_NUMBER_HEIGHT)
    copies = _style(word, COPIES, fonts.body, m.NO_4, line=m.COLOPHON_LINE, align=BOTH)
    copies.paragraph_format.left_indent = copies.paragraph_format.right_indent = m.CHARACTER_4


def _style(
    word: Word,
    name: str,
    font: str,
    size: Length,
    *,
    line: Length = m.LINE,
    align: WD_ALIGN_PARAGRAPH = LEFT,
    color: Any = m.BLACK,
) -> Any:
    style: Any = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.size, style.font.bold, style.font.color.rgb = size, False, color
    properties = style.element.get_or_add_rPr()
    if name in IN_LINE:
        _set_narrower(properties)
    fonts = properties.get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{slot}"), font)
    shape = style.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, line
    shape.alignment = align
    shape.widow_control = False
    if name not in IN_LINE:
        _off_the_grid(style)
    return style


def _off_the_grid(style: Any) -> None:
    """Titles and tables have lines of their own height."""
    off = OxmlElement("w:snapToGrid")
    off.set(qn("w:val"), "0")
    style.element.get_or_add_pPr().insert_element_before(off, "w:spacing", "w:ind", "w:jc", "w:rPr")


def _set_narrower(properties: Any) -> None:
    """28 characters a line by the distance between them: readers differ in what they make of a grid of characters."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(m.CHAR_SPACE))
    properties.insert_element_before(spacing, "w:sz", "w:szCs", "w:lang")


def _indent(style: Any, characters: int) -> None:
    """The first line begins two characters in, whatever the size of the type."""
    indent = style.element.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), str(characters * 100))
    indent.set(qn("w:firstLine"), str(round(characters * m.NO_3.pt * 20)))


def line(word: Any, text: str, style: str, *, align: Any = None, before: Length | None = None) -> Paragraph:
    """One paragraph. `word` is a document, a header, a footer or a cell."""
    added: Paragraph = word.add_paragraph(text, style=style)
    if align is not None:
        added.alignment = align
    if before is not None:
        added.paragraph_format.space_before = before
    return added


def rule(
    paragraph: Paragraph, edge: str, kind: str, *, eighths: int, space: int = 0, color: str = "E60012"
) -> None:
    """A line above ("top") or below ("bottom") a paragraph; `eighths` of a point thick, `space` points away."""
    properties = paragraph._p.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    border = OxmlElement(f"w:{edge}")
    for name, value in (("val", kind), ("sz", eighths), ("space", space), ("color", color)):
        border.set(qn(f"w:{name}"), str(value))
    borders.append(border)
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def fit_issuers(word: Word) -> None:
    """A long issuer's name is written smaller, so that it stays on one line (the standard asks for no size)."""
    section = word.sections[0]
    for paragraph in (*word.paragraphs, *section.first_page_header.paragraphs):
        if paragraph.style is None or paragraph.style.name != ISSUER or not paragraph.text:
            continue
        beyond = -2 * (paragraph.paragraph_format.left_indent or 0)
        size = min(m.ISSUER, int((m.TYPE_WIDTH + beyond) * 0.98 / len(paragraph.text)))
        for run in paragraph.runs:
            run.font.size = Length(size)


def widen(paragraph: Paragraph, width: Length) -> None:
    """Let a paragraph (and its line) stand out of the type area evenly, to `width`."""
    beyond = (width - m.TYPE_WIDTH) // 2
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Length(-beyond)


def page_numbers(word: Word) -> None:
    """— 1 —, on the right of odd and the left of even pages, one character in; as high in letters as elsewhere."""
    word.settings.odd_and_even_pages_header_footer = True
    section = word.sections[0]
    for footer, align in ((section.footer, RIGHT), (section.even_page_footer, LEFT)):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = word.styles[PAGE]
        paragraph.alignment = align
        shape = paragraph.paragraph_format
        shape.left_indent = shape.right_indent = Mm(5)
        shape.space_after = Length(m.FOOTER - (section.footer_distance or m.FOOTER))
        paragraph.add_run("— ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" —")


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def document_head(word: Word, issuer: str, number: str) -> None:
    """版头 of a document: issuer in red 35 mm below the type area's edge, number two lines below, red line."""
    line(word, issuer, ISSUER, before=m.ISSUER_BELOW)
    line(word, "", PLAIN)
    below = line(word, number, NUMBER, before=m.LINE)
    rule(below, "bottom", "single", eighths=12, space=round(m.RED_LINE_BELOW_NUMBER.pt))
    line(word, "", PLAIN)


def letter_head(word: Word, issuer: str) -> None:
    """信函格式: issuer 30 mm below the page's edge, a thick-thin line below it, a thin-thick one at the foot."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    section.header_distance, section.footer_distance = m.LETTER_ISSUER, m.LETTER_BOTTOM_LINE
    head = section.first_page_header.paragraphs[0]
    head.text, head.style, head.alignment = issuer, word.styles[ISSUER], CENTER
    widen(head, m.LETTER_LINE_WIDTH)
    rule(head, "bottom", "thickThinSmallGap", eighths=24, space=4)
    foot = section.first_page_footer.paragraphs[0]
    foot.style = word.styles[PAGE]
    widen(foot, m.LETTER_LINE_WIDTH)
    rule(foot, "bottom", "thinThickSmallGap", eighths=24)


def colophon(word: Word, copies: str, printer: str, date: str) -> None:
    """版记 at the foot of the last page: whom it is copied to, who printed it when; thick, thin and thick lines."""
    made = word.add_table(rows=2, cols=1)
    made.autofit, made.columns[0].width = False, m.TYPE_WIDTH
    for row, text in zip(made.rows, (f"抄送：{copies}", f"{printer}\t{date}印发"), strict=True):
        paragraph = row.cells[0].paragraphs[0]
        row.cells[0].width = m.TYPE_WIDTH
        paragraph.text, paragraph.style = text, word.styles[COPIES]
    paragraph.alignment = LEFT
    stop = Length(m.TYPE_WIDTH - 3 * m.CHARACTER_4)
    paragraph.paragraph_format.tab_stops.add_tab_stop(stop, WD_TAB_ALIGNMENT.RIGHT)
    _lines(made, top=m.COLOPHON_EDGE, bottom=m.COLOPHON_EDGE, insideH=m.COLOPHON_BETWEEN)
    _at_the_foot(made)
    line(word, "", COPIES).paragraph_format.line_spacing = Pt(1)


def _lines(made: Any, **edges: int) -> None:
    """Black lines of a table, `edges` eighths of a point thick."""
    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        border = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", edges[edge]), ("space", 0), ("color", "000000")):
            border.set(qn(f"w:{name}"), str(value))
        borders.append(border)
    made._tbl.tblPr.append(borders)


def _at_the_foot(made: Any) -> None:
    """The table floats to the foot of the type area, on whichever page the text ends."""
    place = OxmlElement("w:tblpPr")
    for name, value in (
        ("vertAnchor", "margin"),
        ("horzAnchor", "margin"),
        ("tblpXSpec", "center"),
        ("tblpYSpec", "bottom"),
    ):
        place.set(qn(f"w:{name}"), value)
    properties = made._tbl.tblPr
    properties.insert(1 if properties.tblStyle is not None else 0, place)


def table(word: Word, rows: list[tuple[str, str]], *, label_width: Length = LABELS) -> Any:
    """A table of labels and values over the whole type area, with thin black lines."""
    made = word.add_table(rows=0, cols=2)
    made.style = word.styles["Table Grid"]
    made.autofit, made.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(made.columns, (label_width, m.TYPE_WIDTH - label_width), strict=True):
        column.width = Length(width)
    for label, value in rows:
        cells = made.add_row().cells
        for cell, text, width in zip(
            cells, (label, value), (label_width, m.TYPE_WIDTH - label_width), strict=True
        ):
            cell.width, cell.vertical_alignment = Length(width), WD_CELL_VERTICAL_ALIGNMENT.CENTER
            cell.paragraphs[0].text, cell.paragraphs[0].style = text, word.styles[CELL]
    return made
