"""What a check of the history found: one line each, in words and with the place."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lianluo.kernel.text import Sentence, _


class Fault(StrEnum):
    """What is wrong. The words are in `WORDS`."""

    CHANGED = "changed"
    LINK = "link"
    MISSING = "missing"
    TAIL = "tail"
    HEAD = "head"
    STATE = "state"
    CONGRESS = "congress"
    ORPHAN = "orphan"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    FILE = "file"
    ROOT = "root"
    ROOT_CHAIN = "root_chain"


WORDS = {
    Fault.CHANGED: _("内容与摘要不符：这一步被改动过"),
    Fault.LINK: _("与上一步的摘要接不上"),
    Fault.MISSING: _("缺少这一步"),
    Fault.TAIL: _("末尾的步骤与事项所记的步数不符"),
    Fault.HEAD: _("事项所记的末端摘要与最后一步不符"),
    Fault.STATE: _("事项的状态不是最后一步的结果"),
    Fault.CONGRESS: _("事项所属的人大与历史不符"),
    Fault.ORPHAN: _("只有历史，没有事项"),
    Fault.EMPTY: _("只有事项，没有历史"),
    Fault.UNKNOWN: _("没有登记过的事项种类"),
    Fault.FILE: _("附件缺失，或与办理时的摘要不符"),
    Fault.ROOT: _("当日的总摘要与历史不符"),
    Fault.ROOT_CHAIN: _("当日的总摘要与前一日接不上，或前后有缺失"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One wrong place: a case with the step (`seq`), or a day root."""

    fault: Fault
    case_type: str = ""
    case_id: int = 0
    seq: int = 0
    day: date | None = None
    note: str = ""

    @property
    def place(self) -> str:
        """`suggestion 17 #4`, or the day."""
        if self.day:
            return self.day.isoformat()
        return f"{self.case_type} {self.case_id}" + (f" #{self.seq}" if self.seq else "")

    @property
    def sentence(self) -> str:
        words = str(WORDS[self.fault])
        return str(Sentence(_("{words}（{note}）"), words=words, note=self.note)) if self.note else words

    def __str__(self) -> str:
        return f"{self.place}\t{self.sentence}"
