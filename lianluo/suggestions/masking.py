"""What is never made public: phone numbers, identity numbers and mail addresses are masked (2-domain 1.13). Pure."""

import re

from lianluo.suggestions.remarks import ID_NUMBER, LANDLINE, MOBILE

MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
BRACKETED = re.compile(r"[（(]0\d{2,3}[)）][- ]?\d{7,8}(?!\d)")
WIDE = str.maketrans("０１２３４５６７８９－＠", "0123456789-@")
MASKS = (
    (ID_NUMBER, "（证件号略）"),
    (MOBILE, "（电话略）"),
    (BRACKETED, "（电话略）"),
    (LANDLINE, "（电话略）"),
    (MAIL, "（邮箱略）"),
)
"""What is looked for, in this order, and what stands in its place."""


def private(text: str) -> list[str]:
    """The phone numbers, identity numbers and addresses in `text`, wide digits read as plain ones."""
    plain, found = text.translate(WIDE), []
    for pattern, _word in MASKS:
        found += pattern.findall(plain)
        plain = pattern.sub("", plain)
    return found


def mask(text: str) -> str:
    """`text` without them. A text in which there are none is given back as it is."""
    if not private(text):
        return text
    plain = text.translate(WIDE)
    for pattern, word in MASKS:
        plain = pattern.sub(word, plain)
    return plain
