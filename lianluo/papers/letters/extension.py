"""延期答复申请: until when, why, how the deputy was told, and the consent (代表法 art. 51; 2-domain 1.6)."""

from dataclasses import dataclass

from docx.document import Document as Word

from lianluo.papers import layout as lay
from lianluo.papers.layout import BODY, PLAIN, TITLE, line
from lianluo.papers.letters.parts import FOLDER, each, rows, signed

EXTENSION = FOLDER / "extension.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionForm:
    """`due_on` is the day that holds, `until` the day asked for; `result` and below are empty until decided."""

    session: str
    suggestion_number: str
    title: str
    addressee: str
    unit: str
    assigned_on: str
    due_on: str
    until: str
    reasons: tuple[str, ...]
    told_deputy: str
    asked_by: str
    date: str
    result: str
    decision: str
    decided_by: str
    decided_on: str


def extension() -> Word:
    """An application with the decision in a table below."""
    word = lay.sheet()
    line(word, "关于延期答复{{ session }}{{ suggestion_number }}建议的申请", TITLE)
    line(word, "", PLAIN)
    line(word, "{{ addressee }}：", PLAIN)
    line(word, "{{ assigned_on }}交我单位办理的《{{ title }}》，应于{{ due_on }}前答复代表。因下列原因，申请延至"
         "{{ until }}答复：", BODY)  # fmt: skip
    each(word, "reasons", "reason")
    line(word, "告知代表的情况：{{ told_deputy }}", BODY)
    signed(word, "{{ unit }}")
    rows(
        word,
        [
            ("经办人", "{{ asked_by }}"),
            ("审定结果", "{{ result }}"),
            ("审定意见", "{{ decision }}"),
            ("审定人", "{{ decided_by }}"),
            ("审定日期", "{{ decided_on }}"),
        ],
        tall={"审定意见": 22},
    )
    lay.page_numbers(word)
    return word
