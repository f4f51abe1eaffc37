"""The two letters as papers of a room, with made-up facts of real length."""

import io
import zipfile
from typing import Any

import pytest
from docx import Document

from lianluo.papers.letters import ASSIGNMENT, REPLY, AssignmentSheet, ReplyLetter
from lianluo.papers.registry import PAPERS, Paper

SHEET = AssignmentSheet(
    issuer="湖南省人大常委会选举任免联络工作委员会",
    document_number="湘常联交〔2026〕15号",
    session="省十四届人大四次会议",
    suggestion_number="第0123号",
    title="关于加快推进老旧小区加装电梯、完善财政补贴机制的建议",
    proposers="李建国（领衔）、吴秀兰等5名代表",
    category="城乡建设·住房",
    mode="主办",
    unit="省住房和城乡建设厅",
    lead_units="省住房和城乡建设厅",
    co_units="省财政厅、省市场监督管理局",
    requirements=(
        "办理过程中请与代表充分沟通，做到办前有走访、办中有协商、办后有回访。",
        "答复须由主要负责人签发。",
    ),
    objection_days="10个工作日",
    reply_due="2026年8月20日",
    answer="答复代表",
    committee="省人大环境与资源保护委员会",
    attachments=("建议原文",),
    contact="王敏",
    phone="0731-85300000",
    date="2026年5月20日",
    copies="省人民政府办公厅",
)
LETTER = ReplyLetter(
    issuer="湖南省住房和城乡建设厅",
    answer_class="A",
    publicity="主动公开",
    document_number="湘建函〔2026〕12号",
    signer="胡军",
    heading="关于省十四届人大四次会议第0123号建议的答复",
    addressee="李建国等5名代表",
    title="关于加快推进老旧小区加装电梯、完善财政补贴机制的建议",
    consulted="省财政厅、省市场监督管理局",
    paragraphs=(
        "一、关于补贴标准。2026年起每台补贴不低于10万元，省与市县按4:6分担。",
        "二、下一步工作。2026年9月底前修订《既有住宅增设电梯办法》，由我厅负责。",
        "感谢您对住房和城乡建设工作的关心和支持！",
    ),
    reasons=(),
    promises=(),
    unit="湖南省住房和城乡建设厅",
    date="2026年7月30日",
    contact="赵磊",
    phone="0731-88950000",
    copies="省人大常委会选举任免联络工作委员会，省人民政府办公厅，省财政厅，省市场监督管理局",
)


@pytest.fixture
def papers(monkeypatch: pytest.MonkeyPatch) -> tuple[Paper, Paper]:
    """The assignment sheet and the reply, registered for one test."""
    monkeypatch.setattr(PAPERS, "_entries", {})
    sheet = Paper(
        name="test.assignment", label="交办单", file=ASSIGNMENT, build=lambda case: case, specimen=SHEET
    )
    letter = Paper(name="test.reply", label="答复函", file=REPLY, build=lambda case: case, specimen=LETTER)
    return PAPERS.add("test.assignment", sheet), PAPERS.add("test.reply", letter)


def words(content: bytes) -> str:
    """All text of a document: paragraphs, tables, headers, footers."""
    word = Document(io.BytesIO(content))
    section = word.sections[0]
    parts: list[Any] = [word, section.first_page_header, section.footer]
    found = [paragraph.text for part in parts for paragraph in part.paragraphs]
    found += [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join(found)


def with_text(content: bytes, old: str, new: str) -> bytes:
    """A Word document with a part of its text replaced."""
    return repacked(content, lambda name, data: data.replace(old.encode(), new.encode()))


def repacked(content: bytes, change: Any, extra: dict[str, bytes] | None = None) -> bytes:
    """The same document with its parts changed and some added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, data in (extra or {}).items():
            new.writestr(name, data)
    return out.getvalue()
