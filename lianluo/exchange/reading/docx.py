"""Word documents: title and paragraphs, read as a stream. The one reader for uploads of deputies and for imports."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO
from xml.etree import ElementTree

from lianluo.exchange.reading.parts import Line, Table, Unreadable
from lianluo.kernel.text import _
from lianluo.trail.filetypes import inspect

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGEST, TITLE_LENGTH = 20 * 1024 * 1024, 120
SPACES = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
TITLED = re.compile(r"^(关于|对).+(建议|意见|批评|提案|议案)[^。；]{0,6}$")
COLUMNS = ["标题", "正文", "文件名"]


@dataclass(frozen=True)
class Document:
    """What a document says: its title (may be empty), and the paragraphs after it."""

    title: str
    paragraphs: list[str]

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


def read_docx(stream: IO[bytes], name: str) -> Document:
    """Title and paragraphs of a checked docx. Raises `Unreadable` with a sentence."""
    try:
        with zipfile.ZipFile(stream) as packed:
            if packed.getinfo("word/document.xml").file_size > LARGEST:
                raise Unreadable(_("文件「{name}」的正文太长，不能导入。"), name=name)
            with packed.open("word/document.xml") as body:
                found = list(_paragraphs(body))
    except (
        KeyError,
        zipfile.BadZipFile,
        ElementTree.ParseError,
        OSError,
        EOFError,
        NotImplementedError,
    ) as error:
        raise Unreadable(_("文件「{name}」已损坏，打不开，请检查后重新上传。"), name=name) from error
    return _titled(found)


def _paragraphs(body: IO[bytes]) -> Iterator[tuple[str, str]]:
    """(style, text) of every paragraph, those in tables too. Deleted text and field codes are left out."""
    said: list[str] = []
    style = ""
    for _event, node in ElementTree.iterparse(body):  # noqa: S314  expat refuses amplification; no DTD is resolved
        if node.tag == f"{W}t":
            said.append(node.text or "")
        elif node.tag in SPACES:
            said.append(SPACES[node.tag])
        elif node.tag == f"{W}pStyle":
            style = node.get(f"{W}val") or ""
        elif node.tag == f"{W}p":
            yield style, "".join(said).strip()
            said, style = [], ""
            node.clear()


def _titled(found: list[tuple[str, str]]) -> Document:
    """The title: the first paragraph styled as one, or the first that reads like one, else the first short one."""
    full = [(style, text) for style, text in found if text]
    start = full[:8]
    places = [n for n, (style, _t) in enumerate(start) if style.lower() in {"title", "heading1", "1", "a3"}]
    places += [n for n, (_s, text) in enumerate(start) if len(text) <= TITLE_LENGTH and TITLED.match(text)]
    places += [0] if full and len(full[0][1]) <= TITLE_LENGTH and len(full) > 1 else []
    if not places:
        return Document("", [text for _s, text in full])
    at = places[0]
    return Document(full[at][1].replace("\n", ""), [text for n, (_s, text) in enumerate(full) if n != at])


def table_of_one(path: Path, name: str) -> Table:
    """One document is one line: title, text, and the name of the file."""

    def read(made: Table) -> Iterator[Line]:
        with path.open("rb") as stream:
            yield _line(1, read_docx(stream, name), name)

    return Table("docx", read, columns=list(COLUMNS), titled=True)


def table_of_zip(path: Path, name: str) -> Table:
    """A zip of documents: a line each, in the order of their names. Anything else in it is said and left out."""
    with zipfile.ZipFile(path) as packed:
        entries = [one for one in packed.infolist() if not one.is_dir()]
    names = {one.filename: _named(one) for one in entries}
    wanted = sorted(
        key for key, shown in names.items() if shown.lower().endswith(".docx") and not _hidden(shown)
    )
    if not wanted:
        raise Unreadable(_("「{name}」里没有 docx 文件。"), name=name)
    left = [names[key] for key in names if key not in wanted and not _hidden(names[key])]

    def read(made: Table) -> Iterator[Line]:
        if left:
            made.remarks.append(str(_("压缩包里有 {n} 个文件不是 docx，没有读：{names}")).format(
                n=len(left), names="、".join(left[:5])))  # fmt: skip
        with zipfile.ZipFile(path) as again:
            for number, key in enumerate(wanted, start=1):
                yield _line(number, _inside(again, key, names[key]), names[key])

    return Table("zip", read, columns=list(COLUMNS), titled=True)


def _inside(packed: zipfile.ZipFile, key: str, shown: str) -> Document:
    info = packed.getinfo(key)
    if info.file_size > LARGEST:
        raise Unreadable(_("文件「{name}」的正文太长，不能导入。"), name=shown)
    try:
        stream = BytesIO(packed.read(key))
    except (zipfile.BadZipFile, RuntimeError, OSError, EOFError, NotImplementedError) as error:
        raise Unreadable(_("文件「{name}」已损坏，打不开，请检查后重新上传。"), name=shown) from error
    last = PurePosixPath(shown).name
    inspect(last, info.file_size, stream, limit=LARGEST)
    stream.seek(0)
    return read_docx(stream, last)


def _named(info: zipfile.ZipInfo) -> str:
    """Names of Chinese Windows are GBK without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def _hidden(shown: str) -> bool:
    return any(part.startswith((".", "~$", "__MACOSX")) for part in PurePosixPath(shown).parts)


def _line(number: int, document: Document, name: str) -> Line:
    return Line(number, [document.title or PurePosixPath(name).stem, document.text, PurePosixPath(name).name])
