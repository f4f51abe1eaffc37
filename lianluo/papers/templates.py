"""Reading a Word template: is it one, is it safe, does it name only what there is?

Whoever uploads a template writes a program of sorts. It runs in a sandbox that knows nothing but the paper's own
fields: no Python object, no function, no large repetition.
"""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from docx import Document
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from lianluo.papers.registry import Paper

LARGEST = 2 * 1024 * 1024
UNPACKED = 30 * 1024 * 1024
MOST_PARTS = 300
REMOTE = re.compile(rb"<Relationship [^>]*TargetMode=\"External\"[^>]*>")
HARMLESS = b"/relationships/hyperlink"


class BadTemplate(Exception):
    """The template cannot be used; the message is a sentence for whoever uploaded it."""


class Sandbox(SandboxedEnvironment):
    """Conditions and loops over the paper's fields, and nothing else."""

    intercepted_binops = frozenset({"*", "**", "%"})
    FILTERS = frozenset({"join", "length", "default", "e", "escape", "first", "last"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in self.FILTERS}

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise TemplateError(f"{operator} is not allowed")

    def is_safe_callable(self, obj: Any) -> bool:
        return False


def check(content: bytes, paper: Paper) -> None:
    """Raise `BadTemplate` unless `content` is a Word template that `paper` can be written with."""
    _check_file(content)
    template = DocxTemplate(io.BytesIO(content))
    try:
        named = template.get_undeclared_template_variables(Sandbox())
    except TemplateError as error:
        raise BadTemplate(_("模板里的标记写得不完整：{error}").format(error=error)) from error
    if unknown := sorted(named - paper.variables):
        raise BadTemplate(
            _("模板里有这份文书没有的内容：{unknown}。可以使用的有：{known}。").format(
                unknown="、".join(unknown), known="、".join(sorted(paper.variables))
            )
        )
    fill(content, asdict(paper.specimen))


def _check_file(content: bytes) -> None:
    if len(content) > LARGEST:
        raise BadTemplate(_("模板不能超过 2 MB。"))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            too_much = len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED
            names = {part.filename for part in parts}
            rels = [] if too_much else [packed.read(name) for name in names if name.endswith(".rels")]
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise BadTemplate(_("这不是 Word 文档（.docx）。请在 Word 中另存为 .docx 后再上传。")) from error
    if too_much:
        raise BadTemplate(_("文档解开后过大，没有接收。"))
    if not {"word/document.xml", "[Content_Types].xml"} <= names:
        raise BadTemplate(_("这不是 Word 文档（.docx）。请在 Word 中另存为 .docx 后再上传。"))
    if any("vbaproject" in name.lower() or "embeddings/" in name.lower() for name in names):
        raise BadTemplate(_("模板不能带宏或嵌入对象。"))
    if any(HARMLESS not in link for part in rels for link in REMOTE.findall(part)):
        raise BadTemplate(_("模板不能引用外部文件。"))


def fill(content: bytes, facts: dict[str, Any], finish: Callable[[Any], None] | None = None) -> bytes:
    """The document made from a template. `finish` may still change the opened document."""
    template = DocxTemplate(io.BytesIO(content))
    try:
        template.render(facts, Sandbox(), autoescape=True)
    except Exception as error:
        raise BadTemplate(_("模板填写时出错：{error}").format(error=error)) from error
    out = io.BytesIO()
    template.save(out)
    return _finished(out, finish) if finish else out.getvalue()


def _finished(written: io.BytesIO, finish: Callable[[Any], None]) -> bytes:
    """The document opened once more: filling in puts new headers beside the old ones, which only a file shows."""
    written.seek(0)
    word, out = Document(written), io.BytesIO()
    finish(word)
    word.save(out)
    return out.getvalue()
