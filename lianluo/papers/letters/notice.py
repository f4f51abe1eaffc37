"""不作建议处理告知 and its like: what became of a text that is not handled as a suggestion (2-domain 1.5, 12.6)."""

from dataclasses import dataclass

from docx.document import Document as Word

from lianluo.papers import layout as lay
from lianluo.papers.layout import BODY, line
from lianluo.papers.letters.parts import FOLDER, letter, signed, when

NOTICE = FOLDER / "notice.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLetter:
    """`outcome` completes the sentence ("不作为代表建议处理", "转为参阅件"); `ground` is of the congress's list."""

    issuer: str
    document_number: str
    heading: str
    addressee: str
    title: str
    submitted_on: str
    ground: str
    outcome: str
    reason: str
    talk: str
    contact: str
    phone: str
    date: str


def notice() -> Word:
    """A letter to the deputies."""
    word = lay.sheet()
    letter(word, "{{ heading }}", "{{ addressee }}：")
    line(word, "您于{{ submitted_on }}提出的《{{ title }}》收悉。经审核并与您沟通，"
         "{% if ground %}因{{ ground }}，{% endif %}{{ outcome }}。", BODY)  # fmt: skip
    when(word, "reason", "情况说明：{{ reason }}")
    when(word, "talk", "沟通情况：{{ talk }}")
    line(word, "感谢您对人大工作的关心和支持！", BODY)
    signed(word, "{{ issuer }}")
    line(word, "联系人及电话：{{ contact }}　{{ phone }}", BODY)
    lay.page_numbers(word)
    return word
