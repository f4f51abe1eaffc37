"""A Word document laid out after GB/T 9704-2012: page, styles, marks, lines, page numbers. Writes templates."""

from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from lianluo.papers import measures as m

CENTER, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
BOTH = WD_ALIGN_PARAGRAPH.JUSTIFY
BODY, PLAIN, TITLE, ISSUER, NUMBER = "公文正文", "公文无缩进", "公文标题", "发文机关标志", "发文字号"
LABELS = Mm(38)
LEVEL_1, LEVEL_2, CELL, PAGE = "一级标题", "二级标题", "表格文字", "页码"


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
    for name, value in (("type", "linesAndChars"), ("linePitch", m.LINE_PITCH), ("charSpace", m.CHAR_SPACE)):
        grid.set(qn(f"w:{name}"), str(value))
    properties.append(grid)


def _styles(word: Word) -> None:
    fonts = m.FONTS
    _style(word, PLAIN, fonts.body, m.NO_3, align=BOTH)
    body = _style(word, BODY, fonts.body, m.NO_3, align=BOTH)
    _indent(body, characters=2)
    _style(word, TITLE, fonts.mark, m.NO_2, line=m.TITLE_LINE, align=CENTER)
    _style(word, ISSUER, fonts.mark, Pt(42), line=Pt(60), align=CENTER, color=m.RED)
    _style(word, NUMBER, fonts.body, m.NO_3, align=CENTER)
    _indent(_style(word, LEVEL_1, fonts.head, m.NO_3, align=BOTH), characters=2)
    _indent(_style(word, LEVEL_2, fonts.second, m.NO_3, align=BOTH), characters=2)
    _style(word, CELL, fonts.body, m.NO_4, line=Pt(22), align=LEFT)
    _style(word, PAGE, fonts.number, m.NO_4, line=m.PAGE_NUMBER_HEIGHT)


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
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{slot}"), font)
    shape = style.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, line
    shape.alignment = align
    shape.widow_control = False
    return style


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


def table(word: Word, rows: list[tuple[str, str]], *, label_width: Length = LABELS) -> Any:
    """A table of labels and values over the whole type area, with thin black lines."""
    made = word.add_table(rows=0, cols=2)
    made.style = word.styles["Table Grid"]
    made.autofit = False
    for label, value in rows:
        cells = made.add_row().cells
        for cell, text, width in zip(
            cells, (label, value), (label_width, m.TYPE_WIDTH - label_width), strict=True
        ):
            cell.width = Length(width)
            cell.paragraphs[0].text, cell.paragraphs[0].style = text, word.styles[CELL]
    return made
