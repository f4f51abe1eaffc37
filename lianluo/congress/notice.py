"""Reads the State Council's notice on the holidays of a year (国务院办公厅关于…部分节假日安排的通知). Pure.

Understood are the wordings since 2008: 「1月1日至3日放假调休，共3天。1月4日（星期日）上班」,
「4月5日放假，4月6日补休」,
「6月19日放假，与周末连休」, dates with or without weekday, year or month repeated. What does not add up
(a weekday that is not that day's, a sum that differs) is reported, never silently mended.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

HOLIDAYS = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节", "纪念日")
ONE_DAY = timedelta(days=1)
WEEKDAYS = "一二三四五六日"

_TITLE_YEAR = re.compile(r"(\d{4})年(?:部分)?节假日")
_TITLE_LIST = re.compile(r"将(\d{4})年")
_SERIAL = re.compile(r"国办发(?:明电)?[〔\[(]\d{4}[〕\])]\d+号")
_DATE = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日"
_MARK = r"(?:\(([^()]*)\))?"
_SPAN = re.compile(rf"{_DATE}{_MARK}(?:\s*(?:至|到|-|—|–|~)\s*{_DATE}{_MARK})?")
_SUM = re.compile(r"共(\d+)天")
_WEEKDAY = re.compile(r"(?:星期|周)([一二三四五六日天])")
_OFF, _ON = ("放假", "补休", "休息"), ("上班",)


class Unreadable(ValueError):
    """Not a notice; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice says about `year`: days off and made-up working days with the holiday's name."""

    year: int
    serial: str
    off: dict[date, str]
    work: dict[date, str]
    holidays: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass
class _Reading:
    year: int
    off: dict[date, str] = field(default_factory=dict)
    work: dict[date, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    name: str = ""
    last: date | None = None


def read_notice(text: str, *, year: int | None = None) -> Notice:
    """Parse `text`. `year` is needed only when the text does not name it. Raises `Unreadable`."""
    plain = unicodedata.normalize("NFKC", text)
    found = _TITLE_YEAR.search(plain) or _TITLE_LIST.search(plain)
    if not found and year is None:
        raise Unreadable(_("没有找到是哪一年的通知，请连标题一起粘贴。"))
    reading = _Reading(int(found.group(1)) if found else year or 0)
    for sentence in re.split(r"[。;\n]", plain):
        _sentence(reading, sentence)
    if not reading.off:
        raise Unreadable(_("没有认出放假安排，请粘贴通知原文中各个节日的段落。"))
    serial = _SERIAL.search(plain)
    names = tuple(dict.fromkeys(reading.off.values()))
    _contradictions(reading)
    return Notice(
        year=reading.year,
        serial=serial.group().replace("[", "〔").replace("]", "〕") if serial else "",
        off=dict(sorted(reading.off.items())),
        work=dict(sorted(reading.work.items())),
        holidays=names,
        problems=tuple(reading.problems),
    )


def _sentence(reading: _Reading, sentence: str) -> None:
    head, colon, rest = sentence.partition(":")
    if colon and (name := _holiday_in(head)):
        reading.name, reading.last = name, None
        sentence = rest
    elif colon:
        sentence = rest
    waiting: list[date] = []
    first_of_sentence: list[date] = []
    for clause in re.split(r"[,]", sentence):
        days = list(_days(reading, clause)) if _counts(clause) else []
        waiting += days
        if waiting and any(word in clause for word in _ON):
            reading.work |= dict.fromkeys(waiting, reading.name)
            waiting = []
        elif waiting and any(word in clause for word in _OFF):
            reading.off |= dict.fromkeys(waiting, reading.name)
            first_of_sentence += waiting
            waiting = []
        if "周末连休" in clause:
            first_of_sentence += _join_weekend(reading, first_of_sentence)
        _check_sum(reading, clause, first_of_sentence)


def _counts(clause: str) -> bool:
    """A date only in passing (安排职工在除夕（2月9日）休息) is no arrangement."""
    return not ("安排职工" in clause or "年休假" in clause or "批准" in clause)


def _holiday_in(head: str) -> str:
    names = [name for name in HOLIDAYS if name in head]
    return "、".join(names) or (
        head.rsplit("、", maxsplit=1)[-1].strip()[:12]
        if re.match(r"^[一二三四五六七八九十]+、", head)
        else ""
    )


def _days(reading: _Reading, clause: str) -> Iterator[date]:
    for match in _SPAN.finditer(clause):
        parts = match.groups()
        start = _day(reading, parts[0:3], parts[3])
        if start is None:
            continue
        end = _day(reading, parts[4:7], parts[7]) if parts[6] else start
        if end is None or end < start or (end - start).days > 30:
            reading.problems.append(_("“{text}”的起止日期不对。").format(text=match.group()))
            continue
        yield from (start + ONE_DAY * n for n in range((end - start).days + 1))


def _day(reading: _Reading, parts: tuple[str | None, ...], mark: str | None) -> date | None:
    year, month, day = parts
    last = reading.last
    if month is None and last is None:
        return None
    number = int(year) if year else reading.year
    if not year and not month and last:
        number = last.year
    try:
        found = date(number, int(month) if month else last.month if last else 1, int(day or 0))
    except ValueError:
        reading.problems.append(_("没有 {month}月{day}日 这一天。").format(month=month, day=day))
        return None
    reading.last = found
    _check_weekday(reading, found, mark or "")
    return found


def _check_weekday(reading: _Reading, day: date, mark: str) -> None:
    said = _WEEKDAY.search(mark)
    if said and WEEKDAYS.index(said.group(1).replace("天", "日")) != day.weekday():
        reading.problems.append(
            _("{m}月{d}日是周{real}，通知里写的是周{said}，请核对年份。").format(
                m=day.month, d=day.day, real=WEEKDAYS[day.weekday()], said=said.group(1)
            )
        )


def _join_weekend(reading: _Reading, days: list[date]) -> list[date]:
    """Weekend days that touch the holiday on either side."""
    joined: list[date] = []
    for edge, step in ((min(days, default=None), -ONE_DAY), (max(days, default=None), ONE_DAY)):
        day = edge + step if edge else None
        while day and day.weekday() >= 5:
            joined.append(day)
            day += step
    reading.off |= dict.fromkeys(joined, reading.name)
    return joined


def _check_sum(reading: _Reading, clause: str, days: list[date]) -> None:
    said = _SUM.search(clause)
    if said and days and int(said.group(1)) != len(set(days)):
        reading.problems.append(
            _("{name}写的是共 {said} 天，认出的是 {n} 天，请核对。").format(
                name=reading.name, said=said.group(1), n=len(set(days))
            )
        )


def _contradictions(reading: _Reading) -> None:
    for day in sorted(reading.off.keys() & reading.work.keys()):
        reading.problems.append(
            _("{m}月{d}日既写了放假又写了上班，按上班处理。").format(m=day.month, d=day.day)
        )
        del reading.off[day]
    for day in sorted(reading.work):
        if day.weekday() < 5:
            reading.problems.append(_("{m}月{d}日本来就是工作日。").format(m=day.month, d=day.day))
