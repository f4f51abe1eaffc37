"""What the pages of figures show: the question that was asked, lines, breakdowns."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.congress.models import Congress
from lianluo.figures import counting
from lianluo.figures.periods import BadPeriod, Period
from lianluo.figures.rates import Rate
from lianluo.figures.registry import FIGURES, RATES, Figure
from lianluo.figures.snapshots import scope_of
from lianluo.kernel.scoping import Scope
from lianluo.ui.parts import Chip

YEARS = 5


@dataclass(frozen=True, slots=True)
class Told:
    """Which congress, with or without those below, which period."""

    congress: Congress
    period: Period
    below: bool

    @property
    def scope(self) -> Scope:
        return scope_of(self.congress, self.below)

    @property
    def own(self) -> Scope:
        """Records of the own congress alone: from below only sums travel up."""
        return self.congress.scope

    def query(self, **more: str) -> str:
        facts = {"period": self.period.code, "below": "1" if self.below else ""} | more
        return urlencode({name: value for name, value in facts.items() if value or name == "is"})

    def address(self, name: str, *args: str, **more: str) -> str:
        return f"{reverse(name, args=args)}?{self.query(**more)}"

    @property
    def chips(self) -> list[Chip]:
        """The last years, then the quarters of the year chosen."""
        year = self.period.start.year
        today = timezone.localdate().year
        codes = [str(n) for n in range(today, today - YEARS, -1)]
        codes += [f"{year}-q{n}" for n in range(1, 5)]
        return [
            Chip(
                label=Period.read(code).label,
                url=f"?{urlencode({'period': code} | ({'below': '1'} if self.below else {}))}",
                current=code == self.period.code,
            )
            for code in codes
        ]

    @property
    def reach(self) -> list[Chip]:
        """The own congress, or everything below it too."""
        code = self.period.code
        return [
            Chip(label=_("本级"), url=f"?period={code}", current=not self.below),
            Chip(label=_("本级及下级"), url=f"?period={code}&below=1", current=self.below),
        ]


def told(request: HttpRequest) -> Told:
    """Read the address (or the form); what is no period becomes this year."""
    asked = request.POST if request.method == "POST" else request.GET
    try:
        period = Period.read(asked.get("period", ""))
    except BadPeriod:
        period = Period.year(timezone.localdate().year)
    return Told(request.actor.congress, period, asked.get("below") == "1")  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Line:
    """A figure with its number and the address of its evidence."""

    figure: Figure
    number: int
    url: str


@dataclass(frozen=True, slots=True)
class Share:
    """A rate in words: percentage, with part and whole beside it."""

    label: str
    rate: Rate
    unit: str


def rates_of(group: str, known: dict[str, int]) -> list[Share]:
    return [
        Share(str(one.label), counting.rate_from(one, known), str(FIGURES[one.part].unit))
        for one in RATES
        if str(one.group) == group
    ]


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a breakdown: words, number, share of the greatest, address of its records."""

    label: str
    number: int
    most: int
    url: str


def break_downs(figure: Figure, asked: Told) -> list[tuple[str, list[Bar]]]:
    """Every way in which the figure divides, own records only, so that each bar opens into what it counts."""
    found = []
    for per in figure.per:
        parts = counting.breakdown(figure, per, asked.own, asked.period)
        most = max((part.number for part in parts), default=0)
        bars = [
            Bar(
                part.label,
                part.number,
                most,
                asked.address("desk:figure", figure.key, by=per.name, **{"is": _code(part.value)}),
            )
            for part in parts
        ]
        found.append((str(per.label), bars))
    return found


def _code(value: object) -> str:
    return "" if value in (None, "") else str(value)
