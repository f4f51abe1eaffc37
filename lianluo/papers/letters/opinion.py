"""会办意见, a co-handler's opinion to the lead unit (2-domain 1.3, 12.1)."""

from dataclasses import dataclass

from docx.document import Document as Word

from lianluo.papers import layout as lay
from lianluo.papers.layout import BODY, line
from lianluo.papers.letters.parts import FOLDER, each, letter, signed, when

OPINION = FOLDER / "opinion.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionLetter:
    """`addressee` is the lead unit, `heading` names session and number."""

    issuer: str
    document_number: str
    signer: str
    heading: str
    addressee: str
    proposers: str
    title: str
    paragraphs: tuple[str, ...]
    unit: str
    date: str
    contact: str
    phone: str
    copies: str


def opinion() -> Word:
    """A letter from unit to unit."""
    word = lay.sheet()
    letter(word, "{{ heading }}", "{{ addressee }}：", marks=("签发人：{{ signer }}",))
    line(word, "你单位主办、{{ proposers }}提出的《{{ title }}》，我单位研究后，提出会办意见如下：", BODY)
    each(word, "paragraphs", "paragraph")
    signed(word, "{{ unit }}")
    line(word, "联系人及电话：{{ contact }}　{{ phone }}", BODY)
    when(word, "copies", "抄送：{{ copies }}", lay.COPIES)
    lay.page_numbers(word)
    return word
