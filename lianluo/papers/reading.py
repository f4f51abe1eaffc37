"""The text of a Word file, paragraph by paragraph, with the numbers of its lists written out. Pictures, deleted words,
hidden words and formatting stay behind. The file has been looked at by `trail.filetypes.inspect` before."""

import zipfile
from collections.abc import Iterator
from typing import IO, Any

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from lianluo.papers.counting import Numbering, numbering, val, whole

LARGEST = 20 * 1024 * 1024
"""A part of the file that holds words unpacks to no more than this."""
ASIDE = (
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


class Unreadable(Exception):
    """The file cannot be read as a Word text."""


def paragraphs(stream: IO[bytes]) -> list[str]:
    """What the file says, a line for each paragraph that is not empty."""
    try:
        with zipfile.ZipFile(stream) as packed:
            document, styles, lists = (_part(packed, name) for name in ("document", "styles", "numbering"))
    except Unreadable:
        raise
    except Exception as error:  # a broken file breaks in many ways: zip, deflate, XML, encodings
        raise Unreadable from error
    if document is None:
        raise Unreadable
    reader = _Reader(numbering(lists), _numbered_styles(styles))
    return [line for one in document.iter(qn("w:p")) for line in reader.lines(one)]


def _part(packed: zipfile.ZipFile, name: str) -> Any:
    path = f"word/{name}.xml"
    if path not in packed.namelist():
        return None
    if packed.getinfo(path).file_size > LARGEST:
        raise Unreadable
    return parse_xml(packed.read(path))


def _numbered_styles(root: Any) -> dict[str, tuple[str, int]]:
    """Styles that number their paragraphs, such as headings: list and depth."""
    found: dict[str, tuple[str, int]] = {}
    for style in root.iter(qn("w:style")) if root is not None else ():
        properties = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if properties is not None and (num := val(properties, "w:numId")):
            found[style.get(qn("w:styleId"), "")] = (num, whole(val(properties, "w:ilvl", "0")))
    return found


class _Reader:
    def __init__(self, lists: Numbering, styles: dict[str, tuple[str, int]]) -> None:
        self.numbers, self.styles = lists, styles

    def lines(self, paragraph: Any) -> list[str]:
        """The paragraph's lines; a line that was broken by hand is a line of its own."""
        if any(above.tag in ASIDE for above in paragraph.iterancestors()):
            return []
        text = "".join(_words(paragraph)).strip()
        if not text:
            return []
        return [line.strip() for line in f"{self._mark(paragraph)}{text}".split("\n") if line.strip()]

    def _mark(self, paragraph: Any) -> str:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return ""
        num, depth = self.styles.get(val(properties, "w:pStyle"), ("", 0))
        own = properties.find(qn("w:numPr"))
        if own is not None:
            num, depth = val(own, "w:numId", num), whole(val(own, "w:ilvl"), depth)
        return self.numbers.mark(num, depth)


def _words(element: Any) -> Iterator[str]:
    """The words below `element`, without those of paragraphs inside it (text boxes), which come on their own."""
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag == qn("w:p") or child.tag in ASIDE or child.tag == qn("w:pPr") or _hidden(child):
            continue
        else:
            yield from _words(child)


def _hidden(run: Any) -> bool:
    properties = run.find(qn("w:rPr")) if run.tag == qn("w:r") else None
    return properties is not None and properties.find(qn("w:vanish")) is not None
