"""Which paragraph of a written suggestion is its title, which tell the situation, which propose. Pure.

Deputies write in Word the way they always have: a title 关于……的建议, some paragraphs, a heading 建议 with a list below,
at the end names and a telephone number. Nothing is thrown away unsaid: what is not put into the form is in `left`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

LONGEST_HEADING = 30
LONGEST_TITLE = 100
TOP = 12
"""The title is looked for in so many lines from the top."""

NUMBER = r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．，,\s]*)?"
TITLE = re.compile(r"^关于.+(?:建议|意见|批评)$")
TITLE_LABEL = re.compile(r"^(?:建议)?(?:标题|题目|名称|案由)\s*[：:]?\s*(.*)$")
SITUATION = re.compile(
    rf"^({NUMBER})((?:基本|主要|有关)?情况(?:[与和及]问题)?|(?:存在的?|主要)?问题(?:[与和及]情况)?|案由|事由|理由|现状|背景)[：:]?$"
)
PROPOSALS = re.compile(
    rf"^{NUMBER}(?:具体|对策|工作|几点|有关|相关|主要|意见)?(?:[与和及]?建议|对策(?:[与和及]建议)?|意见和建议|对策建议|意见建议)[：:]?$"
)
LEADING = re.compile(
    r"^.{0,40}(?:建议如下|以下(?:几点|[一二三四五六七八九十\d]+[点条项])?(?:具体)?建议|如下(?:具体)?建议)[：:。]?$"
)
ABOUT = re.compile(
    r"^(?:领衔代表|提出?建议?人|建议人|提议人|代表姓名|姓名|联名代表|联名人|附议人|代表团|代表证号|"
    r"(?:联系)?电话|联系方式|手机号?码?|通讯地址|通信地址|地址|邮编|工作单位|单位(?:及|和)?职务|职务|日期|编号)\s*[：:]"
)
DATE = re.compile(
    r"^[\d〇○零一二三四五六七八九十]{4}\s*年[\d一二三四五六七八九十\s]{1,4}月(?:[\d一二三四五六七八九十\s]{1,4}日)?$"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What goes where, and what was left out."""

    title: str = ""
    situation: str = ""
    proposals: str = ""
    left: Sequence[str] = field(default_factory=tuple)


def parts(lines: Sequence[str]) -> Parts:
    """The lines of a file in the three fields of the form."""
    title, above, below = _title(list(lines))
    body = [line for line in below if not _about(line)]
    situation, proposals = _halves(body)
    left = [*above, *(line for line in below if _about(line))]
    return Parts(title, "\n".join(situation), "\n".join(proposals), tuple(left))


def _title(lines: list[str]) -> tuple[str, list[str], list[str]]:
    """The title, what stands above it, what stands below."""
    for n, line in enumerate(lines[:TOP]):
        if labelled := TITLE_LABEL.match(line):
            if 0 < len(labelled[1]) <= LONGEST_TITLE:
                return labelled[1], lines[:n], lines[n + 1 :]
            if not labelled[1] and n + 1 < len(lines) and len(lines[n + 1]) <= LONGEST_TITLE:
                return lines[n + 1], lines[:n], lines[n + 2 :]
        for more in (1, 2):
            joined = "".join(lines[n : n + more])
            if TITLE.match(joined) and len(joined) <= LONGEST_TITLE:
                return joined, lines[:n], lines[n + more :]
    first = lines[0] if lines else ""
    if 0 < len(first) <= LONGEST_HEADING * 2 and first[-1] not in "。；：！？;:!?":
        return first, [], lines[1:]
    return "", [], lines


def _about(line: str) -> bool:
    """Who proposes, how to reach them, the day: the form knows, and the text may become public."""
    return bool(ABOUT.match(line) or DATE.match(line))


def _halves(body: list[str]) -> tuple[list[str], list[str]]:
    """Situation and proposals. A heading that only repeats the label of the field goes."""
    at = next((n for n, line in enumerate(body) if _opens_proposals(line)), len(body))
    situation, proposals = body[:at], body[at:]
    if proposals and PROPOSALS.match(proposals[0]):
        proposals = proposals[1:]
    if situation and (heading := SITUATION.match(situation[0])):
        numbered = heading[1] and any(SITUATION.match(line) for line in situation[1:])
        situation = situation if numbered else situation[1:]
    return situation, proposals


def _opens_proposals(line: str) -> bool:
    return len(line) <= LONGEST_HEADING * 2 and bool(PROPOSALS.match(line) or LEADING.match(line))
