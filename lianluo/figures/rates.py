"""Percentages: always part and whole, rounded half up only where they are shown, never forced to add up to 100.

Printed reports disagree (2-domain.md 13.4): some cut off, some round, some mix. Here one rule holds everywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _


def percent(part: int, whole: int, places: int = 1) -> Decimal | None:
    """`part` of `whole` in per cent, half up to `places` decimals. None when there is nothing to share."""
    if whole == 0:
        return None
    exact = Decimal(part) * 100 / Decimal(whole)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Rate:
    """A part and its whole. Rates of several congresses are added, never averaged."""

    part: int
    whole: int

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.part + other.part, self.whole + other.whole)

    def shown(self, places: int = 1) -> str:
        """ "96.2%", "39%" (no empty decimals), "—" when there is nothing to share."""
        value = percent(self.part, self.whole, places)
        if value is None:
            return "—"
        text = f"{value:f}"
        return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"

    def __str__(self) -> str:
        return self.shown()


@dataclass(frozen=True, slots=True)
class Printed:
    """One line of a printed table: a count and the percentage beside it."""

    label: str
    count: int
    percent: Decimal


def doubts(lines: Sequence[Printed], whole: int) -> list[str]:
    """Sentences about what does not agree in a printed table: the sum, and each percentage."""
    found = []
    total = sum(line.count for line in lines)
    if total != whole:
        found.append(_("各项之和为 {total}，与总数 {whole} 不符。").format(total=total, whole=whole))
    for line in lines:
        places = max(0, -int(line.percent.as_tuple().exponent))
        right = percent(line.count, whole, places)
        if right is not None and right != line.percent:
            found.append(
                _("{label}：{count}/{whole} 应为 {right}%，印作 {printed}%。").format(
                    label=line.label, count=line.count, whole=whole, right=right, printed=line.percent
                )
            )
    return found
