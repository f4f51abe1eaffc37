"""What a rule is, and how each kind of value is checked, said in words and read in Python."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from django.db import models
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import PeriodUnit, RuleKind
from lianluo.congress.rules.periods import period, read_period, read_span
from lianluo.congress.rules.waiting import WAITING
from lianluo.kernel.numbering import BadPattern, check_pattern


class BadValue(ValueError):
    """The value does not fit the rule; the text says in a sentence why."""


class RuleGroup(models.TextChoices):
    """Headings of the rules page, in order."""

    CLOCK = "clock", _("办理期限")
    HANDLING = "handling", _("交办与办理")
    REPLY = "reply", _("答复与公开")
    RATING = "rating", _("代表评价与再办")
    JOINT = "joint", _("联名与附议")
    NUMBER = "number", _("编号")
    LIST = "list", _("清单")
    SYSTEM = "system", _("提醒与安全")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list rule. `flag` columns hold yes or no."""

    key: str
    label: Any
    flag: bool = False


@dataclass(frozen=True, kw_only=True)
class RuleSpec:
    """One parameter: what it means, its default, where that comes from, and what other places do.

    `default` is written as in the database (JSON); `by_level` holds defaults that differ by level. `law` rules may
    be set by the national level only. `assumed` marks a default for which no text of Hunan was found.
    `compare` names other places and what holds there.
    """

    key: str
    label: Any
    group: RuleGroup
    kind: RuleKind
    default: Any
    explain: Any
    begins: Any = ""
    unit: Any = ""
    source: str = ""
    article: str = ""
    since: date | None = None
    assumed: bool = True
    law: bool = False
    choices: tuple[tuple[str, Any], ...] = ()
    columns: tuple[Column, ...] = ()
    by_level: Mapping[str, Any] = field(default_factory=dict)
    compare: Mapping[str, str] = field(default_factory=dict)
    most: int = 1000

    @property
    def waits(self) -> bool:
        """Kept, but not read by any room yet."""
        return self.key in WAITING

    def default_at(self, level: str) -> Any:
        return self.by_level.get(level, self.default)

    def clean(self, value: Any) -> Any:
        """`value` as it is stored, or `BadValue` with a sentence."""
        return CLEAN[self.kind](self, value)

    def words(self, value: Any) -> str:
        """`value` in Chinese, short enough for a table cell."""
        return WORDS[self.kind](self, value)

    def read(self, value: Any) -> Any:
        """`value` as Python works with it: Period, int, Fraction, bool, str, tuple, Span, tuple of dicts."""
        return READ.get(self.kind, lambda plain: plain)(value)


def rule(group: RuleGroup, key: str, kind: RuleKind, default: Any, **facts: Any) -> RuleSpec:
    """A row of a table of rules."""
    return RuleSpec(group=group, key=key, kind=kind, default=default, **facts)


def _whole(spec: RuleSpec, value: Any, least: int = 0) -> int:
    try:
        number = int(str(value).strip())
    except ValueError:
        raise BadValue(now_("请填写整数。")) from None
    if not least <= number <= spec.most:
        raise BadValue(now_("请填写 {least} 到 {most} 之间的数。").format(least=least, most=spec.most))
    return number


def _clean_period(spec: RuleSpec, value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping) or value.get("unit") not in PeriodUnit.values:
        raise BadValue(now_("请选择按工作日、天还是月计算。"))
    most = 60 if value["unit"] == PeriodUnit.MONTHS else 400
    number = _whole(spec, value.get("n"), 1)
    if number > most:
        raise BadValue(now_("期限太长了，请核对。"))
    return period(number, PeriodUnit(value["unit"]), roll=bool(value.get("roll")))


def _clean_share(spec: RuleSpec, value: Any) -> str:
    try:
        share = Fraction(str(value).strip())
    except (ValueError, ZeroDivisionError):
        raise BadValue(now_("请写成分数，例如 1/10。")) from None
    if not 0 < share <= 1:
        raise BadValue(now_("比例应在 0 和 1 之间。"))
    return f"{share.numerator}/{share.denominator}"


def _clean_choice(spec: RuleSpec, value: Any) -> str:
    if value not in dict(spec.choices):
        raise BadValue(now_("请从所列选项中选择。"))
    return str(value)


def _clean_text(spec: RuleSpec, value: Any) -> str:
    text = str(value or "").strip()
    if not text or len(text) > 200:
        raise BadValue(now_("请填写 1 到 200 个字。"))
    return text


def _clean_pattern(spec: RuleSpec, value: Any) -> str:
    try:
        return check_pattern(_clean_text(spec, value))
    except BadPattern:
        hint = now_("样式里须有 {{seq}}，其他只能用 {{term}} {{session}} {{year}} {{kind}} {{code}}。")
        raise BadValue(hint.format()) from None


def _clean_numbers(spec: RuleSpec, value: Any) -> list[int]:
    parts = (
        value
        if isinstance(value, list | tuple)
        else str(value).replace("，", ",").replace("、", ",").split(",")
    )
    numbers = sorted({_whole(spec, part) for part in parts if str(part).strip()}, reverse=True)
    if not numbers:
        raise BadValue(now_("请至少填写一个数。"))
    return numbers


def _clean_hours(spec: RuleSpec, value: Any) -> str:
    try:
        return str(read_span(str(value))).replace("–", "-")
    except ValueError:
        raise BadValue(now_("请写成 21:00-07:30 的样子。")) from None


def _clean_list(spec: RuleSpec, value: Any) -> list[dict[str, Any]]:
    rows = [
        _clean_row(spec, row)
        for row in value or []
        if any(str(cell).strip() for cell in row.values() if cell)
    ]
    keys = [row[spec.columns[0].key] for row in rows]
    if not rows:
        raise BadValue(now_("清单不能为空。"))
    if not all(keys) or len(set(keys)) != len(keys):
        raise BadValue(now_("每行都要有代号，而且不能重复。"))
    return rows


def _clean_row(spec: RuleSpec, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        c.key: bool(row.get(c.key)) if c.flag else str(row.get(c.key) or "").strip() for c in spec.columns
    }


def _list_words(spec: RuleSpec, value: Any) -> str:
    names = [str(row[spec.columns[1].key]) for row in value]
    shown = "、".join(names[:3])
    return shown if len(names) <= 3 else now_("{shown}等 {n} 项").format(shown=shown, n=len(names))


CLEAN: dict[RuleKind, Callable[[RuleSpec, Any], Any]] = {
    RuleKind.PERIOD: _clean_period,
    RuleKind.COUNT: _whole,
    RuleKind.SHARE: _clean_share,
    RuleKind.FLAG: lambda spec, value: value in (True, "true", "on", "1", 1),
    RuleKind.CHOICE: _clean_choice,
    RuleKind.TEXT: _clean_text,
    RuleKind.PATTERN: _clean_pattern,
    RuleKind.NUMBERS: _clean_numbers,
    RuleKind.HOURS: _clean_hours,
    RuleKind.LIST: _clean_list,
}
WORDS: dict[RuleKind, Callable[[RuleSpec, Any], str]] = {
    RuleKind.PERIOD: lambda spec, value: str(read_period(value)),
    RuleKind.COUNT: lambda spec, value: f"{value} {spec.unit}".strip(),
    RuleKind.SHARE: lambda spec, value: now_("{b}分之{a}").format(
        a=value.split("/")[0], b=value.split("/")[1]
    ),
    RuleKind.FLAG: lambda spec, value: now_("是") if value else now_("否"),
    RuleKind.CHOICE: lambda spec, value: str(dict(spec.choices).get(value, value)),
    RuleKind.TEXT: lambda spec, value: str(value),
    RuleKind.PATTERN: lambda spec, value: str(value),
    RuleKind.NUMBERS: lambda spec, value: "、".join(map(str, value)) + (f" {spec.unit}" if spec.unit else ""),
    RuleKind.HOURS: lambda spec, value: str(read_span(value)),
    RuleKind.LIST: _list_words,
}
READ: dict[RuleKind, Callable[[Any], Any]] = {
    RuleKind.PERIOD: read_period,
    RuleKind.SHARE: Fraction,
    RuleKind.NUMBERS: tuple,
    RuleKind.HOURS: read_span,
    RuleKind.LIST: tuple,
}
