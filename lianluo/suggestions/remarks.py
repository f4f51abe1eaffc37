"""What strikes a careful reader in a text before it is sent (2-domain 1.4, 1.5, 1.13). Pure; nothing here forbids
sending: the deputy decides, the two gates decide after that."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lianluo.kernel.text import Sentence, _
from lianluo.suggestions.numbers_in_text import ID, MAIL, PHONE, WIDE, Number, numbers

OWN = re.compile(
    r"我(?:本人|自己|家里|们?家|的?(?:儿子|女儿|爱人|丈夫|妻子|父亲|母亲|哥哥|弟弟|姐姐|妹妹|亲戚|亲属)|们?(?:公司|厂|店)|司(?!法|机))"
    r"|本人(?:的|家|名下|经营|所在的?(?:公司|企业))|本公司|本企业|本厂"
)
SEVERAL = re.compile(
    r"(?:另外?|此外)[，,]?(?:还有?|再)?(?:一|1)(?:件|个)(?:事|问题)|第二件事|另一件事|另一个问题|顺便(?:再)?(?:反映|提)"
)
CALLS = re.compile(
    r"(?:希望|请|恳请|建议|敦促)?(?:各级|有关|相关|上级)*(?:政府|部门|领导|单位)*(?:能够?)?(?:高度|进一步|引起|给予|予以|加以|尽快|尽早|认真|切实)*"
    r"(?:重视|关注|支持|解决|研究|考虑|处理|落实)(?:此事|这一?个?问题|该问题)?"
)
SHORTEST = 30
"""Fewer characters of proposals than this rarely tell a unit what to do."""
BESIDE = 12
"""So many characters are quoted on each side of what is meant."""
SAID = {
    ID: _("文中有身份证号。建议可能公开，请删去，确有需要的写在附件里。"),
    PHONE: _("文中有电话号码。建议可能公开，请删去；您自己的电话也不用写在正文里。"),
    MAIL: _("文中有电子邮箱。建议可能公开，请删去。"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about one field, with the passage that caused it; numbers of people are masked in it."""

    field: str
    sentence: str | Sentence
    found: str = ""
    short: bool = False
    """Asks for more words only: of no use to a text that was decided on long ago."""


def remarks(title: str, situation: str, proposals: str) -> list[Remark]:
    """What to look at once more, in the order of the page."""
    fields = {"title": title, "situation": situation, "proposals": proposals}
    found = [*_one_matter(title, situation, proposals), *_concrete(situation, proposals)]
    for name, text in fields.items():
        found += [*_private(name, text), *_own_matter(name, text)]
    return found


def _one_matter(title: str, situation: str, proposals: str) -> Iterator[Remark]:
    if title.count("关于") > 1 or title.count("的建议") > 1 or re.search(r"[；;]", title):
        said = _("标题里好像说了不止一件事。一件建议只说一件事，分开提，各自才能交给对口的单位。")
        yield Remark("title", said, hidden(title))
    for name, text in (("situation", situation), ("proposals", proposals)):
        if match := SEVERAL.search(text):
            said = _("正文里好像还说了另一件事。一件建议只说一件事，分开提，各自才能交给对口的单位。")
            yield Remark(name, said, passage(text, match.start(), match.end()))


def _concrete(situation: str, proposals: str) -> Iterator[Remark]:
    if not situation.strip():
        yield Remark("situation", _("还没有写情况与问题。"))
    said = "".join(proposals.split())
    if 0 < len(said) < SHORTEST:
        words = _("具体建议只有 {n} 个字，能不能再写清楚希望谁做什么？")
        yield Remark("proposals", Sentence(words, n=len(said)), hidden(said), short=True)
    elif said and len(re.sub(r"\W", "", CALLS.sub("", said))) < SHORTEST // 3:
        words = _("具体建议只请有关方面重视、解决，没有说希望谁做什么。")
        yield Remark("proposals", words, hidden(said[: BESIDE * 3]), short=True)


def _private(name: str, text: str) -> Iterator[Remark]:
    for one in numbers(text):
        yield Remark(name, SAID[one.kind], passage(text, one.start, one.end))


def _own_matter(name: str, text: str) -> Iterator[Remark]:
    if match := OWN.search(text):
        yield Remark(
            name,
            _("看起来涉及本人、亲属或本单位的个别问题，这类事不作为代表建议提出；如果不是，照常提交。"),
            passage(text, match.start(), match.end()),
        )


def passage(text: str, start: int, end: int) -> str:
    """The words around, so that one finds the place, on one line; no number of a person is repeated in full."""
    first, last = max(0, start - BESIDE), min(len(text), end + BESIDE)
    for one in numbers(text):
        if one.start < first < one.end:
            first = one.start
        if one.start < last < one.end:
            last = one.end
    quoted = " ".join(hidden(text, first, last).split())
    return f"{'…' if first else ''}{quoted}{'…' if last < len(text) else ''}"


def hidden(text: str, first: int = 0, last: int | None = None) -> str:
    """`text` from `first` to `last` with the middle of each number of a person hidden."""
    last = len(text) if last is None else last
    parts, begin = [], first
    for one in numbers(text):
        if first <= one.start and one.end <= last:
            parts += [text[begin : one.start], _starred(text, one)]
            begin = one.end
    return "".join([*parts, text[begin:last]])


def _starred(text: str, one: Number) -> str:
    plain = text[one.start : one.end].translate(WIDE)
    if one.kind == MAIL:
        return f"{plain[:1]}****{plain[plain.index('@') :]}"
    digits = re.sub(r"[^\dXx]", "", plain)
    return f"{digits[:3]}{'*' * (len(digits) - 5)}{digits[-2:]}"
