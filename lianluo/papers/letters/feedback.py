"""征询意见表, what one deputy says of the answer (2-domain 1.10, 12.2)."""

from dataclasses import dataclass

from docx.document import Document as Word

from lianluo.papers import layout as lay
from lianluo.papers.layout import CELL, line
from lianluo.papers.letters.parts import FOLDER, form, rows

FEEDBACK = FOLDER / "feedback.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackForm:
    """`ratings` are lines of boxes, ticked once rated: two axes or one, by rule. `contacts` likewise."""

    session: str
    suggestion_number: str
    title: str
    round: str
    deputy: str
    card_number: str
    employer: str
    units: str
    co_units: str
    replied: str
    answer_class: str
    contacts: str
    ratings: tuple[str, ...]
    comment: str
    publish: str
    signed: str
    date: str


def feedback() -> Word:
    """A form of one page."""
    word = lay.sheet()
    form(word, "代表建议办理情况征询意见表", "{{ round }}")
    rows(
        word,
        [
            ("建议编号", "{{ session }}{{ suggestion_number }}"),
            ("建议标题", "{{ title }}"),
            ("代表", "{{ deputy }}　代表证号 {{ card_number }}"),
            ("工作单位", "{{ employer }}"),
            ("主办（分办）单位", "{{ units }}"),
            ("会办单位", "{{ co_units }}"),
            ("答复日期、文号", "{{ replied }}"),
            ("答复类别", "{{ answer_class }}"),
            ("沟通情况", "{{ contacts }}"),
            ("评价", "{% for rating in ratings %}{{ rating }}\n{% endfor %}"),
            ("具体意见", "{{ comment }}"),
            ("同意公开答复", "{{ publish }}"),
            ("代表签名、日期", "{{ signed }}　{{ date }}"),
        ],
        tall={"评价": 18, "具体意见": 42, "代表签名、日期": 14},
    )
    line(word, "评价“不满意”的，请写明具体意见。请在收到答复后的规定期限内填写。", CELL)
    lay.page_numbers(word)
    return word
