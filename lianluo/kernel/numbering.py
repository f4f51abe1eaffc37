"""How numbers are written. Counters live in `congress`; here is only their shape."""

import re
import string

DIGITS = "〇一二三四五六七八九"
PLAIN_DIGITS = "零一二三四五六七八九"


class BadPattern(ValueError):
    """The pattern names a field that numbers do not have."""


FIELDS = frozenset({"term", "session", "year", "seq", "kind", "code"})
WIDTH = re.compile(r"(0?[1-9]d?)?")
"""How wide a field may be written ("{seq:04}"): up to nine places, nothing cleverer."""


def check_pattern(pattern: str) -> str:
    """Return `pattern` if it names `seq` and only known fields; raise `BadPattern` otherwise."""
    try:
        parts = [part for part in string.Formatter().parse(pattern) if part[1] is not None]
    except ValueError as error:
        raise BadPattern(str(error)) from error
    names = {name for _text, name, _spec, _conversion in parts}
    plain = all(WIDTH.fullmatch(spec or "") and not conversion for _text, _name, spec, conversion in parts)
    if names - FIELDS or "seq" not in names or not plain:
        raise BadPattern(pattern)
    return pattern


def format_number(pattern: str, **fields: object) -> str:
    """`format_number("闭会第{seq}号", seq=3)` → "闭会第3号"."""
    return check_pattern(pattern).format(**dict.fromkeys(FIELDS, "") | fields)


def chinese_year(year: int) -> str:
    """2026 → "二〇二六", as dates are written out in documents (GB/T 9704-2012)."""
    return "".join(DIGITS[int(digit)] for digit in str(year))


def _below_10000(n: int) -> str:
    text, zero = "", False
    for unit, place in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            text += ("零" if zero and text else "") + PLAIN_DIGITS[digit] + place
            zero = False
        else:
            zero = True
    return text


def chinese_numeral(n: int) -> str:
    """545 → "五百四十五", 10 → "十", 20 → "二十", 1005 → "一千零五". From 0 to 99,999,999."""
    if not 0 <= n < 100_000_000:
        raise ValueError(n)
    if n == 0:
        return "零"
    high, low = divmod(n, 10_000)
    text = _below_10000(low) if low else ""
    if high:
        text = _below_10000(high) + "万" + ("零" if low and low < 1000 else "") + text
    return text[1:] if text.startswith("一十") else text
