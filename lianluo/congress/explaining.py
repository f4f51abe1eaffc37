"""「怎么算的」 in words: the facts of a deadline as sentences in the language of whoever reads them."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianluo.congress.levels import PeriodUnit
from lianluo.congress.rules import RULES, Period
from lianluo.kernel.language import chinese, days_in_a_row, full_day, short_day

Fact = dict[str, Any]
"""One step of the counting as it is stored: `is` names its kind, the rest are plain values (days as ISO text)."""

MOST_SKIPPED = 40
"""Days that are named one by one; beyond that they are only counted."""

HOLIDAYS = {
    "元旦": gettext_lazy("元旦"),
    "春节": gettext_lazy("春节"),
    "清明节": gettext_lazy("清明节"),
    "劳动节": gettext_lazy("劳动节"),
    "端午节": gettext_lazy("端午节"),
    "中秋节": gettext_lazy("中秋节"),
    "国庆节": gettext_lazy("国庆节"),
}


def explained(facts: Iterable[Fact | str]) -> str:
    """All of it as one text."""
    return "".join(worded(facts))


def worded(facts: Iterable[Fact | str]) -> Iterable[str]:
    """Sentence by sentence. Clocks that ran before facts were kept hold sentences: they stay as they were told."""
    for fact in facts:
        yield fact if isinstance(fact, str) else WORDS[fact["is"]](fact)


def _begins(fact: Fact) -> str:
    begins = str(RULES[fact["rule"]].begins).removesuffix("起")
    period = Period(fact["n"], PeriodUnit(fact["unit"]))
    return _("从{begins}（{start}）算，次日起 {period}。").format(
        begins=begins, start=_full(fact["start"]), period=period
    )


def _skipped(fact: Fact) -> str:
    runs = (_run(*run) for run in fact["runs"])
    return _("跳过{days}。").format(days=("；" if chinese() else "; ").join(runs))


def _run(first: str, last: str, name: str) -> str:
    words = _short(first) if first == last else days_in_a_row(_day(first), _day(last))
    if not name:
        return words
    called = ("、" if chinese() else ", ").join(str(HOLIDAYS.get(part, part)) for part in name.split("、"))
    return f"{words}（{called}）" if chinese() else f"{words} ({called})"


def _made_up(fact: Fact) -> str:
    days = ("、" if chinese() else ", ").join(map(_short, fact["days"]))
    return _("{days}调休上班，算在内。").format(days=days)


def _basis(fact: Fact) -> str:
    spec = RULES[fact["rule"]]
    return _("依据{basis}。").format(basis=fact["text"] or f"{spec.source}{spec.article}")


def _recounted(fact: Fact) -> str:
    return _("原来是{was}，{day}经核准重新计算。").format(was=_full(fact["was"]), day=_full(fact["on"]))


WORDS: dict[str, Callable[[Fact], str]] = {
    "begins": _begins,
    "skipped": _skipped,
    "skipped_many": lambda fact: _("跳过其间 {n} 个休息日。").format(n=fact["n"]),
    "made_up": _made_up,
    "clamped": lambda fact: _("{month}月没有 {day} 日，取当月最后一天。").format(
        month=fact["month"], day=fact["day"]
    ),
    "rolled": lambda fact: _("{day}是休息日，顺延到下一个工作日。").format(day=_short(fact["day"])),
    "due": lambda fact: _("所以 {due}到期。").format(due=_full(fact["day"])),
    "rest_day": lambda fact: _("当天是休息日，按规定不顺延，请提前办理。"),
    "hard": lambda fact: _("经同意可以延期，最迟 {due}。").format(due=_full(fact["day"])),
    "assumed": lambda fact: _("本省条文还没有查到，这是假定的期限。"),
    "basis": _basis,
    "projected": lambda fact: _("其中有的年份国务院还没有公布放假安排，这个日期是推算的，公布后会重新计算。"),
    "recounted": _recounted,
}
"""Kind of a step → its sentence."""


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _full(text: str) -> str:
    return full_day(_day(text))


def _short(text: str) -> str:
    return short_day(_day(text))
