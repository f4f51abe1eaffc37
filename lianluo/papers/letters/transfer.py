"""退办（改办）单: why a unit does not take it, whose it should be, and what was decided (2-domain 6.2, 12.6)."""

from dataclasses import dataclass

from docx.document import Document as Word

from lianluo.papers import layout as lay
from lianluo.papers.letters.parts import FOLDER, form, rows

TRANSFER = FOLDER / "transfer.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferForm:
    """The second half (`decider` and below) is empty until somebody has decided."""

    document_number: str
    session: str
    suggestion_number: str
    title: str
    unit: str
    mode: str
    assigned_on: str
    reason: str
    basis: str
    proposed: str
    asked_by: str
    asked_on: str
    decider: str
    result: str
    decision: str
    decided_on: str


def transfer() -> Word:
    """A form of one page: what the unit says above, what was decided below."""
    word = lay.sheet()
    form(word, "代表建议退办（改办）单", "{{ document_number }}")
    rows(
        word,
        [
            ("建议编号", "{{ session }}{{ suggestion_number }}"),
            ("建议标题", "{{ title }}"),
            ("承办单位", "{{ unit }}（{{ mode }}）"),
            ("交办日期", "{{ assigned_on }}"),
            ("退办理由", "{{ reason }}"),
            ("职责依据", "{{ basis }}"),
            ("建议改由", "{{ proposed }}"),
            ("经办人、提出日期", "{{ asked_by }}　{{ asked_on }}"),
            ("主要负责人签字", "（单位盖章）"),
            ("裁定机关", "{{ decider }}"),
            ("裁定结果", "{{ result }}"),
            ("裁定说明", "{{ decision }}"),
            ("裁定日期", "{{ decided_on }}"),
        ],
        tall={"退办理由": 38, "主要负责人签字": 18, "裁定说明": 28},
    )
    lay.page_numbers(word)
    return word
