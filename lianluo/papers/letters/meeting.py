"""当面答复记录, signed by the deputy (2-domain 1.9: SD 22, QD 28)."""

from dataclasses import dataclass

from docx.document import Document as Word

from lianluo.papers import layout as lay
from lianluo.papers.letters.parts import FOLDER, form, rows

MEETING = FOLDER / "meeting.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRecord:
    """What is not known yet is left open, to be written by hand."""

    session: str
    suggestion_number: str
    title: str
    proposers: str
    unit: str
    time: str
    place: str
    deputies: str
    staff: str
    said: str
    opinion: str
    recorder: str


def meeting() -> Word:
    """A form of one page with room to write."""
    word = lay.sheet()
    form(word, "代表建议当面答复记录")
    rows(
        word,
        [
            ("建议编号", "{{ session }}{{ suggestion_number }}"),
            ("建议标题", "{{ title }}"),
            ("提出代表", "{{ proposers }}"),
            ("承办单位", "{{ unit }}"),
            ("时间", "{{ time }}"),
            ("地点", "{{ place }}"),
            ("参加的代表", "{{ deputies }}"),
            ("承办单位参加人", "{{ staff }}"),
            ("答复内容", "{{ said }}"),
            ("代表意见", "{{ opinion }}"),
            ("记录人", "{{ recorder }}"),
            ("代表签名、日期", ""),
        ],
        tall={"答复内容": 56, "代表意见": 30, "代表签名、日期": 16},
    )
    lay.page_numbers(word)
    return word
