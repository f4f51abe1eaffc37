"""What is never made public: phone numbers, identity numbers and mail addresses are masked (2-domain 1.13). Pure."""

from lianluo.suggestions.numbers_in_text import ID, MAIL, PHONE, WIDE, numbers

WORDS = {ID: "（证件号略）", PHONE: "（电话略）", MAIL: "（邮箱略）"}
"""What stands in the place of each."""


def private(text: str) -> list[str]:
    """The phone numbers, identity numbers and addresses in `text`, wide digits read as plain ones."""
    plain = text.translate(WIDE)
    return [plain[one.start : one.end] for one in numbers(text, doubtful=True)]


def mask(text: str) -> str:
    """`text` without them. Everything else stays as it was written."""
    parts, begin = [], 0
    for one in numbers(text, doubtful=True):
        parts += [text[begin : one.start], WORDS[one.kind]]
        begin = one.end
    return "".join([*parts, text[begin:]])
