"""答复函, the written answer to the deputies (2-domain 1.9, 12.1)."""

from dataclasses import dataclass

from docx.document import Document as Word

from lianluo.papers import layout as lay
from lianluo.papers.layout import BODY, line
from lianluo.papers.letters.parts import FOLDER, each, letter, signed, when

REPLY = FOLDER / "reply.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyLetter:
    """`heading` names session and number, and says 再次答复 from the second round on; `addressee` are the deputies;
    `reasons` why something cannot be solved, `promises` each with who answers for it and until when (2-domain 1.8, 1.12)."""

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
    reasons: tuple[str, ...]
    promises: tuple[str, ...]
    unit: str
    date: str
    contact: str
    phone: str
    copies: str


def reply() -> Word:
    """A letter; class and publicity stand at the upper right."""
    word = lay.sheet()
    marks = ("类别：{{ answer_class }}", "公开属性：{{ publicity }}", "签发人：{{ signer }}")
    letter(word, "{{ heading }}", "{{ addressee }}：", marks=marks)
    line(
        word,
        "您提出的《{{ title }}》收悉。{% if consulted %}经商{{ consulted }}，{% endif %}现答复如下：",
        BODY,
    )
    each(word, "paragraphs", "paragraph")
    when(word, "reasons", "不能解决的原因：")
    each(word, "reasons", "reason")
    when(word, "promises", "承诺事项：")
    each(word, "promises", "promise")
    signed(word, "{{ unit }}")
    line(word, "联系人及电话：{{ contact }}　{{ phone }}", BODY)
    when(word, "copies", "抄送：{{ copies }}", lay.COPIES)
    lay.page_numbers(word)
    return word
