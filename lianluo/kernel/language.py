"""What follows the reader's language besides sentences: numerals and dates."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language

from lianluo.kernel.numbering import chinese_numeral


def chinese() -> bool:
    """Is the page in Chinese?"""
    return (get_language() or "zh").startswith("zh")


def numeral(n: int) -> str:
    """十四, or 14 in another language."""
    return chinese_numeral(n) if chinese() else str(n)


def short_day(day: date) -> str:
    """5月20日, or 20 May."""
    return f"{day.month}月{day.day}日" if chinese() else date_format(day, "j M")


def full_day(day: date) -> str:
    """2026年5月20日, or 20 May 2026."""
    return f"{day.year}年{day.month}月{day.day}日" if chinese() else date_format(day, "j M Y")


def days_in_a_row(first: date, last: date) -> str:
    """5月1日至5日, or 1–5 May; two days are 5月23日、24日, or 23–24 May."""
    one_month = (first.year, first.month) == (last.year, last.month)
    if chinese():
        joint = "、" if (last - first).days == 1 else "至"
        return f"{short_day(first)}{joint}{f'{last.day}日' if one_month else short_day(last)}"
    return f"{first.day}–{short_day(last)}" if one_month else f"{short_day(first)} – {short_day(last)}"
