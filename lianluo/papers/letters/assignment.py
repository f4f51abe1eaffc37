"""交办单, the sheet that goes to one unit with its suggestion (2-domain 12.6)."""

from dataclasses import dataclass

from docx.document import Document as Word

from lianluo.papers import layout as lay
from lianluo.papers.layout import BODY, PLAIN, TITLE, line
from lianluo.papers.letters.parts import FOLDER, each, rows, signed

ASSIGNMENT = FOLDER / "assignment.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentSheet:
    """Dates and days come as they are read ("2026年5月20日", "10个工作日"). `answer` says what is due by
    `reply_due`: an answer to the deputies, or a co-handler's opinion."""

    issuer: str
    document_number: str
    session: str
    suggestion_number: str
    title: str
    proposers: str
    category: str
    mode: str
    unit: str
    lead_units: str
    co_units: str
    requirements: tuple[str, ...]
    objection_days: str
    reply_due: str
    answer: str
    committee: str
    attachments: tuple[str, ...]
    contact: str
    phone: str
    date: str
    copies: str


def assignment() -> Word:
    """A document with a table of the facts."""
    word = lay.sheet()
    lay.document_head(word, "{{ issuer }}", "{{ document_number }}")
    line(word, "代表建议交办单", TITLE)
    line(word, "", PLAIN)
    line(word, "{{ unit }}：", PLAIN)
    line(word, "现将{{ session }}{{ suggestion_number }}建议交你单位{{ mode }}。请于收到之日起{{ objection_days }}内"
         "提出异议，于{{ reply_due }}前{{ answer }}。", BODY)  # fmt: skip
    rows(
        word,
        [
            ("建议标题", "{{ title }}"),
            ("提出代表", "{{ proposers }}"),
            ("内容分类", "{{ category }}"),
            ("主办（分办）单位", "{{ lead_units }}"),
            ("会办单位", "{{ co_units }}"),
            ("督办机构", "{{ committee }}"),
        ],
    )
    each(word, "requirements", "requirement")
    each(word, "attachments", "attachment", "附件：{{ attachment }}")
    line(word, "联系人及电话：{{ contact }}　{{ phone }}", BODY)
    signed(word, "{{ issuer }}")
    lay.colophon(word, "{{ copies }}", "{{ issuer }}", "{{ date }}")
    lay.page_numbers(word)
    return word
