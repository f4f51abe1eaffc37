"""What strikes a careful reader in a text before it is sent (2-domain 1.4, 1.5, 1.13). Pure; nothing here forbids
sending: the deputy decides, the two gates decide after that."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lianluo.kernel.text import Sentence, _

ID_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
MOBILE = re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
LANDLINE = re.compile(r"(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
OWN = re.compile(r"我(?:本人|自己|家里|儿子|女儿|爱人|丈夫|妻子|公司|厂|店)|本人的|我们公司|本公司|本企业")
SHORTEST = 30
"""Fewer characters of proposals than this rarely tell a unit what to do."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about one field, with the words that caused it."""

    field: str
    sentence: str | Sentence
    found: str = ""


def is_id_number(text: str) -> bool:
    """Do the eighteen characters carry a right check digit (GB 11643-1999)?"""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, text, strict=False))
    return CHECK[total % 11] == text[17].upper()


def remarks(title: str, situation: str, proposals: str) -> list[Remark]:
    """What to look at once more, in the order of the page."""
    fields = {"title": title, "situation": situation, "proposals": proposals}
    found = [*_one_matter(title), *_concrete(situation, proposals)]
    for name, text in fields.items():
        found += [*_private(name, text), *_own_matter(name, text)]
    return found


def _one_matter(title: str) -> Iterator[Remark]:
    if title.count("关于") > 1 or title.count("的建议") > 1 or re.search(r"[；;]", title):
        yield Remark(
            "title", _("标题里好像说了不止一件事。一件建议只说一件事，分开提，各自才能交给对口的单位。")
        )


def _concrete(situation: str, proposals: str) -> Iterator[Remark]:
    if not situation.strip():
        yield Remark("situation", _("还没有写情况与问题。"))
    said = len("".join(proposals.split()))
    if 0 < said < SHORTEST:
        yield Remark("proposals", Sentence(_("具体建议只有 {n} 个字，能不能再写清楚希望谁做什么？"), n=said))


def _private(name: str, text: str) -> Iterator[Remark]:
    for match in ID_NUMBER.finditer(text):
        if is_id_number(match[0]):
            yield Remark(name, _("文中有身份证号。建议可能公开，请删去，确有需要的写在附件里。"), match[0])
    for pattern in (MOBILE, LANDLINE):
        for match in pattern.finditer(text):
            yield Remark(
                name,
                _("文中有电话号码。建议可能公开，请删去；您自己的电话也不用写在正文里。"),
                match[0],
            )


def _own_matter(name: str, text: str) -> Iterator[Remark]:
    if match := OWN.search(text):
        yield Remark(
            name,
            _("看起来涉及本人、亲属或本单位的个别问题，这类事不作为代表建议提出；如果不是，照常提交。"),
            match[0],
        )
