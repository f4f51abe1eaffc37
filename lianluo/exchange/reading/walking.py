"""Walking through XML as it streams by."""

from collections.abc import Callable
from xml.parsers import expat

from lianluo.exchange.reading.parts import Unreadable
from lianluo.kernel.text import _


def local(tag: str) -> str:
    return tag.rpartition(":")[2]


def parser(start: Callable[[str, dict[str, str]], None], end: Callable[[str], None]) -> expat.XMLParserType:
    """An expat parser that takes no DTD: workbooks have none, and entities are how small files grow large."""
    made = expat.ParserCreate()
    made.buffer_text = True
    made.StartElementHandler, made.EndElementHandler = start, end
    made.StartDoctypeDeclHandler = _no_doctype
    return made


def _no_doctype(*_declared: object) -> None:
    raise Unreadable(_("文件里有文档类型声明，不是表格软件存出的文件，不能导入。"))
