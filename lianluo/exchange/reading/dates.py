"""Dates of workbooks: days since 1900 (with the leap day that never was) or since 1904."""

import re
from datetime import datetime, timedelta

BUILT_IN = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
LAST = 2_958_465


def is_date_format(number: int, code: str) -> bool:
    """Does this number format show a date or a time?"""
    return number in BUILT_IN or bool(re.search(r"[ymdh年月日时]", LITERAL.sub("", code.lower())))


def serial_as_text(value: str, *, since_1904: bool = False) -> str:
    """43596 → 2019-05-11, 43596.5 → 2019-05-11 12:00:00; what is no such number stays as it is."""
    try:
        serial = float(value)
    except ValueError:
        return value.strip()
    if not 0 < serial <= LAST:
        return value.strip()
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)  # noqa: DTZ001  a sheet knows no zone
    moment = start + timedelta(seconds=round(serial * 86_400))
    whole = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return f"{moment:%Y-%m-%d}" if whole else f"{moment:%Y-%m-%d %H:%M:%S}"
