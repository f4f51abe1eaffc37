"""Values as people write them: days, moments, yes and no, lists of names."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from lianluo.kernel.text import Sentence, _

CHINA = ZoneInfo("Asia/Shanghai")
DAY = re.compile(r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
MONTH = re.compile(r"^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})\s*月?|年)$")
CLOCK = re.compile(
    r"^\s*T?\s*(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2}))?(?:\.(\d{1,6}))?秒?\s*(?:\+08:?00)?$"
)
YES, NO = {"是", "有", "√", "y", "yes", "true", "1", "对"}, {"否", "无", "×", "n", "no", "false", "0", ""}


class Unclear(ValueError):
    """The value cannot be read; the message says why."""


def read_day(text: str) -> date:
    """2026-07-01, 2026/7/1, 2026.7.1, 2026年7月1日, 20260701."""
    found = DAY.match(text.strip()) or COMPACT.match(text.strip())
    if not found:
        raise Unclear(Sentence(_("“{text}”不是日期，请写成 2026-07-01 的样子。"), text=text[:40]))
    return _date(text, *(int(part) for part in found.groups()))


def _date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unclear(
            Sentence(_("{year}年{month}月没有 {day} 日。"), year=year, month=month, day=day)
            if 1 <= month <= 12
            else Sentence(_("“{text}”里的月份不对。"), text=text[:40])
        ) from None


def is_part_of_day(text: str) -> bool:
    """1967年3月, 1988年: the day itself is not known."""
    found = MONTH.match(text.strip())
    return bool(found and (not found[2] or 1 <= int(found[2]) <= 12))


def read_moment(text: str) -> datetime:
    """A day, with a time of day when there is one, in China's time. A day alone is its noon."""
    found = DAY.match(text.strip())
    rest = text.strip()[found.end() :] if found else ""
    day = read_day(text)
    if not rest.strip():
        return datetime.combine(day, time(12), CHINA)
    clock = CLOCK.match(rest)
    if not clock:
        raise Unclear(Sentence(_("“{text}”里的时间读不出来，请写成 2026-07-01 09:30。"), text=text[:40]))
    hour, minute, second = (int(part or 0) for part in clock.groups()[:3])
    if hour > 23 or minute > 59 or second > 59:
        raise Unclear(Sentence(_("“{text}”里没有这样的钟点。"), text=text[:40]))
    micro = int((clock[4] or "").ljust(6, "0") or 0)
    return datetime(day.year, day.month, day.day, hour, minute, second, micro, CHINA)


def written(moment: datetime | date | None) -> str:
    """How a moment or day goes out, so that it reads back as the same."""
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    local = moment.astimezone(CHINA)
    return f"{local:%Y-%m-%d %H:%M:%S}" + (f".{local.microsecond:06d}" if local.microsecond else "")


def read_flag(text: str) -> bool:
    """Yes or no as people tick it."""
    plain = text.strip().lower()
    if plain in YES:
        return True
    if plain in NO:
        return False
    raise Unclear(Sentence(_("“{text}”请写成“是”或“否”。"), text=text[:40]))


def read_choice(text: str, choices: dict[str, str]) -> str:
    """The value whose label (or value) is written; raises with all labels."""
    plain = text.strip()
    for value, label in choices.items():
        if plain in (value, label):
            return value
    shown = "、".join(choices.values())
    raise Unclear(Sentence(_("“{text}”不在可填的范围里，可填：{shown}。"), text=text[:40], shown=shown[:200]))


def names(text: str) -> list[str]:
    """周志强、吴秀兰 → both; blanks inside a name of two characters (李  明) are taken out."""
    parts = re.split(r"[、，,;；/\n]+", re.sub(r"(?<=^[一-龥])\s+(?=[一-龥]$)", "", text.strip()))
    return [re.sub(r"^([一-龥])\s+([一-龥])$", r"\1\2", part.strip()) for part in parts if part.strip()]
