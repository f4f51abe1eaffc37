"""Identity and telephone numbers of people in a text, however they are written. Pure.

People write 138-0013-8000, １３８　００１３　８０００, 4301 0419 8801 1500 1Ｘ. A document number, a project code, an amount and
a date are none of these: an identity number has a region, a day and a check digit (GB 11643-1999); a telephone number
has groups as people group it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

ID, PHONE, MAIL = "id", "phone", "mail"

WIDE = str.maketrans("０１２３４５６７８９ｘＸ×✕＠．＋（）－", "0123456789XXXX@.+()-")
"""One character for one, so that places in the plain text are places in the text."""
SPACE = " \t\u3000\u00a0\u2009\u202f"
DASH = "-‐‑‒–—―−_~～"
DOT = ".·・•．"
PAUSE = "、，,/／"
BETWEEN = f"[{re.escape(SPACE + DASH + DOT + PAUSE)}]"
RUN = re.compile(rf"\d(?:{BETWEEN}{{0,3}}\d)*(?:{BETWEEN}{{0,3}}[Xx])?")
"""Digits with something between them, perhaps ending in x."""

REGIONS = frozenset(
    f"{tens}{one}"
    for tens, ones in {
        1: "12345",
        2: "123",
        3: "1234567",
        4: "123456",
        5: "01234",
        6: "12345",
        7: "1",
        8: "123",
        9: "1",
    }.items()
    for one in ones
)
"""The first two digits of the codes of provinces, Taiwan, Hongkong, Macao, and 91 for permanent residents."""
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
MOBILE_GROUPS = frozenset(
    {(11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (4, 4, 3), (4, 3, 4), (5, 6), (1,) * 11}
)
LOCAL_GROUPS = frozenset({(8,), (7,), (4, 4), (3, 4), (4, 3), (2, 2, 2, 2), (3, 2, 2), (1,) * 8, (1,) * 7})
AREA = re.compile(r"0(?:10|2\d|[3-9]\d\d)")
OLD_GROUPS = frozenset(
    {(15,), (6, 6, 3), (6, 2, 2, 2, 3), (6, 9), (3,) * 5, (5,) * 3, (4, 4, 4, 3), (1,) * 15}
)
LAST_YEAR = 2100
COUNTED = re.compile(r"\s*(?:[元万亿千百吨公人户亩米平立件辆台个份%％‰]|〕|号文)")
"""What follows an amount or a document number, never a telephone number."""
ASKED = re.compile(
    r"(?:电话|座机|传真|手机|热线|拨打|致电|联系方式|联系人|号码|微信|短信|Tel|TEL|tel)[^\d。；;\n]{0,8}$"
)
NAMED = re.compile(r"(?:身份证|证件)(?:号码?|编号)?[^\d。；;\n]{0,6}$")
ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
LATIN = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """From where to where, and what it is."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Group:
    """Digits without anything between them."""

    text: str
    start: int
    end: int


def is_id_number(text: str) -> bool:
    """Eighteen characters with a right check digit, or the fifteen of before 1999; region and day must exist."""
    if text[:2] not in REGIONS:
        return False
    if len(text) == 15:
        return text.isdigit() and _is_day(f"19{text[6:12]}")
    if len(text) != 18 or not text[:17].isdigit() or not _is_day(text[6:14]):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, text, strict=False))
    return CHECK[total % 11] == text[17].upper()


def _is_day(digits: str) -> bool:
    try:
        return 1900 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year <= LAST_YEAR
    except ValueError:
        return False


def numbers(text: str, *, doubtful: bool = False) -> list[Number]:
    """All of them, in the order of the text; none inside another. `doubtful`: also eighteen digits in the shape of an
    identity number that fail the check, as before something becomes public."""
    plain = text.translate(WIDE)
    found = [Number(match.start(), match.end(), MAIL) for match in ADDRESS.finditer(plain)]
    for match in RUN.finditer(plain):
        groups = list(_groups(plain, match.start(), match.end()))
        found += _in_run(plain, groups, doubtful)
    return _apart(found)


def _apart(found: list[Number]) -> list[Number]:
    kept: list[Number] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _groups(plain: str, start: int, end: int) -> Iterator[_Group]:
    for match in re.finditer(r"\d+[Xx]?|[Xx]", plain[start:end]):
        yield _Group(match[0], start + match.start(), start + match.end())


def _in_run(plain: str, groups: list[_Group], doubtful: bool) -> Iterator[Number]:
    """Begins at a group, ends with a group: what stands in the middle of digits is a part of something longer."""
    n = 0
    while n < len(groups):
        for more in range(min(len(groups), n + 19), n, -1):
            if kind := _kind(plain, groups[n:more], doubtful):
                yield Number(_begin(plain, groups[n].start, kind), groups[more - 1].end, kind)
                n = more - 1
                break
        n += 1


def _kind(plain: str, groups: list[_Group], doubtful: bool) -> str:
    digits = "".join(one.text for one in groups)
    before, after = plain[: groups[0].start], plain[groups[-1].end :]
    if LATIN.match(after) or _in_code(before):
        return ""
    shape = tuple(len(one.text) for one in groups)
    sure = doubtful or bool(NAMED.search(before))
    if len(digits) == 18 and (is_id_number(digits) or (sure and len(shape) == 1)):
        return ID
    if (
        len(digits) == 15
        and is_id_number(digits)
        and _as_written(plain, groups, sure)
        and not COUNTED.match(after)
    ):
        return ID
    if digits.isdigit() and (
        _is_mobile(plain, digits, shape, groups, after) or _is_landline(digits, shape, before)
    ):
        return PHONE
    return ""


def _in_code(before: str) -> bool:
    """Right behind letters or digits: 湘建XM-2026-1380… is a code, not a number of a person."""
    return bool(re.search(r"[A-Za-z0-9]$|[A-Za-z0-9][-_/.]$|〔$", before)) and not re.search(
        r"(?:Tel|TEL|tel|\+?86)[-.: ]?$", before
    )


def _as_written(plain: str, groups: list[_Group], sure: bool) -> bool:
    """The fifteen digits have no check digit, so a list of small numbers must not be taken for them."""
    listed = any(sign in DOT + PAUSE for sign in plain[groups[0].end : groups[-1].start])
    return sure or not listed or tuple(len(one.text) for one in groups) in OLD_GROUPS


def _is_mobile(plain: str, digits: str, shape: tuple[int, ...], groups: list[_Group], after: str) -> bool:
    if len(digits) in (13, 15) and digits.startswith(("86", "0086")) and shape[0] in (2, 4):
        digits, shape, groups = digits[shape[0] :], shape[1:], groups[1:]
    elif len(digits) == 13 and digits.startswith("86"):
        digits, shape = digits[2:], (shape[0] - 2, *shape[1:])
    if len(digits) != 11 or not re.match(r"1[3-9]", digits) or shape not in MOBILE_GROUPS:
        return False
    if len(shape) == 2 and plain[groups[0].end] in DOT + PAUSE:
        return False
    counted = after.startswith("号") and plain[: groups[0].start].endswith("第")
    return not counted and not COUNTED.match(after)


def _is_landline(digits: str, shape: tuple[int, ...], before: str) -> bool:
    """With its area code apart, or together with it or without it where the text says that a number follows."""
    asked = bool(ASKED.search(before))
    if area := AREA.match(digits):
        rest = len(digits) - len(area[0])
        if rest not in (7, 8):
            return False
        if len(shape) == 1:
            return asked
        if set(shape) == {1}:
            return True
        return shape[0] == len(area[0]) and shape[1:] in LOCAL_GROUPS
    if before.endswith(")") and re.search(r"\(\s*0\d{2,3}\s*\)$", before):
        return shape in LOCAL_GROUPS
    return asked and digits[0] not in "01" and shape in LOCAL_GROUPS and len(digits) in (7, 8)


def _begin(plain: str, start: int, kind: str) -> int:
    """A bracketed area code, and +86, belong to the number."""
    ahead = (
        re.search(r"(?:\(\s*0\d{2,3}\s*\)|\(?\+?(?:00)?86\)?|\+)[\s-]*$", plain[:start])
        if kind == PHONE
        else None
    )
    return ahead.start() if ahead else start
