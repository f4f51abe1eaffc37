"""The first two papers: the assignment sheet 交办单 and the reply 答复函 (2-domain.md 12.1, 12.6).

Here are their shapes and the code that writes their built-in templates; `manage.py paper_templates` writes the
files. The rooms above register them with their own `build`.
"""

from dataclasses import dataclass
from pathlib import Path

from docx.document import Document as Word
from docx.shared import Mm

from lianluo.papers import layout as lay
from lianluo.papers.layout import BODY, LEFT, NUMBER, PLAIN, RIGHT, TITLE, line

FOLDER = Path(__file__).parent / "docx"
ASSIGNMENT, REPLY = FOLDER / "assignment.docx", FOLDER / "reply.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentSheet:
    """交办单. Dates and days come as they are read ("2026年5月20日", "10个工作日")."""

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
    committee: str
    attachments: tuple[str, ...]
    contact: str
    phone: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyLetter:
    """答复函. `heading` names session and number, `addressee` the deputies, `round` is empty or 再次答复."""

    issuer: str
    answer_class: str
    publicity: str
    document_number: str
    signer: str
    heading: str
    addressee: str
    title: str
    consulted: str
    paragraphs: tuple[str, ...]
    unit: str
    date: str
    contact: str
    phone: str
    copies: str


def assignment() -> Word:
    """The built-in template of the assignment sheet: a document with a table of the facts."""
    word = lay.sheet()
    lay.document_head(word, "{{ issuer }}", "{{ document_number }}")
    line(word, "代表建议交办单", TITLE)
    line(word, "", PLAIN)
    line(word, "{{ unit }}：", PLAIN)
    line(word, "现将{{ session }}第{{ suggestion_number }}号建议交你单位{{ mode }}。请于收到之日起{{ objection_days }}内"
         "提出异议，于{{ reply_due }}前答复代表。", BODY)  # fmt: skip
    lay.table(
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
    line(word, "{%p for requirement in requirements %}", PLAIN)
    line(word, "{{ requirement }}", BODY)
    line(word, "{%p endfor %}", PLAIN)
    line(word, "{%p for attachment in attachments %}", PLAIN)
    line(word, "附件：{{ attachment }}", BODY)
    line(word, "{%p endfor %}", PLAIN)
    line(word, "联系人及电话：{{ contact }}　{{ phone }}", BODY)
    _signed(word, "{{ issuer }}")
    lay.page_numbers(word)
    return word


def reply() -> Word:
    """The built-in template of the reply: a letter, class and publicity at the upper right."""
    word = lay.sheet()
    lay.letter_head(word, "{{ issuer }}")
    line(word, "类别：{{ answer_class }}", PLAIN, align=RIGHT)
    line(word, "公开属性：{{ publicity }}", PLAIN, align=RIGHT)
    line(word, "{{ document_number }}　　　　签发人：{{ signer }}", NUMBER, align=RIGHT)
    line(word, "", PLAIN)
    line(word, "{{ heading }}", TITLE)
    line(word, "", PLAIN)
    line(word, "{{ addressee }}：", PLAIN)
    line(
        word,
        "您提出的《{{ title }}》收悉。{% if consulted %}经商{{ consulted }}，{% endif %}现答复如下：",
        BODY,
    )
    line(word, "{%p for paragraph in paragraphs %}", PLAIN)
    line(word, "{{ paragraph }}", BODY)
    line(word, "{%p endfor %}", PLAIN)
    _signed(word, "{{ unit }}")
    line(word, "联系人及电话：{{ contact }}　{{ phone }}", BODY)
    line(word, "{%p if copies %}", PLAIN)
    copies = line(word, "抄送：{{ copies }}", PLAIN, align=LEFT)
    lay.rule(copies, "top", "single", eighths=8, color="000000")
    line(word, "{%p endif %}", PLAIN)
    lay.page_numbers(word)
    return word


def _signed(word: Word, who: str) -> None:
    """署名 and 成文日期 at the right, four characters in."""
    for text in (who, "{{ date }}"):
        signed = line(word, text, PLAIN, align=RIGHT)
        signed.paragraph_format.right_indent = Mm(4 * 5.571)


def write_all(folder: Path = FOLDER) -> list[Path]:
    """Write the built-in templates."""
    made = {ASSIGNMENT.name: assignment(), REPLY.name: reply()}
    for name, word in made.items():
        word.core_properties.author = "Lianluo"
        word.core_properties.title = ""
        word.save(str(folder / name))
    return [folder / name for name in made]
