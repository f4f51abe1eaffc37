"""Units by full name, short name, former name, the name without its place, by sound, and by likeness."""

from collections import defaultdict
from datetime import date
from difflib import SequenceMatcher

from lianluo.congress.models import Congress, Unit, UnitName
from lianluo.congress.spelling import core
from lianluo.exchange.kinds import Candidate
from lianluo.exchange.matching.found import Found, bare
from lianluo.kernel.text import Sentence, _

LIKE, MOST = 0.55, 6


def unit_core(name: str) -> str:
    """Without the place, and with the usual endings alike: 市教育委员会, 市教委 → 教委."""
    return core(name).replace("委员会", "委")


class UnitNames:
    """All units of a congress in memory: some hundreds, read once."""

    def __init__(self, congress: Congress) -> None:
        rows = Unit.objects.within(congress.scope).select_related("successor", "dispatched_by")
        self.units: dict[int, Unit] = {unit.pk: unit for unit in rows}
        self.exact: dict[str, list[Unit]] = defaultdict(list)
        self.former: dict[str, list[Unit]] = defaultdict(list)
        self.cores: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units.values():
            self.know(unit)
        for name, unit_id in UnitName.objects.within(congress.scope).values_list("name", "unit"):
            self.former[bare(name)].append(self.units[unit_id])

    def know(self, unit: Unit) -> None:
        """Also a unit that was set up just now."""
        self.units[unit.pk] = unit
        for name in {bare(unit.name), bare(unit.short_name)}:
            self.exact[name].append(unit)
        for name in {unit_core(bare(unit.name)), unit_core(bare(unit.short_name))}:
            self.cores[name].append(unit)

    def find(self, text: str, on: date) -> Found:
        """The unit that `text` meant on the day `on`."""
        plain = bare(text)
        held = [unit for unit in self.exact.get(plain, []) if _in_force(unit, on)]
        if len({unit.pk for unit in held}) == 1:
            return Found(held[0])
        if len(held) > 1:
            return self._ask(text, held, _("本级有 {n} 个单位叫“{text}”。"))
        former = {unit.pk: unit for unit in self.former.get(plain, []) if _in_force(unit, on)}
        if len(former) == 1:
            unit = next(iter(former.values()))
            return Found(unit, str(Sentence(_("“{text}”是{unit}的曾用名。"), text=text, unit=unit)))
        gone = [heir for unit in self.exact.get(plain, []) if (heir := _heir(unit, on))]
        if gone:
            return self._ask(text, gone, _("“{text}”已撤销，职责已有单位承接。"))
        return self._near(text, plain, on)

    def _near(self, text: str, plain: str, on: date) -> Found:
        short = unit_core(plain)
        alike = [unit for unit in self.cores.get(short, []) if _in_force(unit, on)]
        scored = sorted(
            (
                (self._score(unit, plain, short), unit.order, unit.pk)
                for unit in self.units.values()
                if _in_force(unit, on)
            ),
            reverse=True,
        )
        alike += [self.units[pk] for score, _order, pk in scored[:MOST] if score >= LIKE]
        if not alike:
            said = str(
                Sentence(_("本级没有叫“{text}”的单位，也没有相近的；请先设立，或改正名称。"), text=text)
            )
            return Found(said=said)
        return self._ask(text, alike, _("本级没有叫“{text}”的单位，相近的有 {n} 个。"))

    @staticmethod
    def _score(unit: Unit, plain: str, short: str) -> float:
        names = (unit_core(bare(unit.short_name)), unit_core(bare(unit.name)))
        inside = any(short in name or name in short for name in names if len(name) > 1 and len(short) > 1)
        return max(SequenceMatcher(None, short, name).ratio() for name in names) + 0.3 * inside

    def _ask(self, text: str, units: list[Unit], sentence: str) -> Found:
        kept = list({unit.pk: unit for unit in units}.values())[:MOST]
        shown = tuple(Candidate(str(u.pk), str(u), u.name if u.name != str(u) else "") for u in kept)
        return Found(said=str(Sentence(sentence, text=text, n=len(kept))), candidates=shown)


def _in_force(unit: Unit, on: date) -> bool:
    return unit.valid_to is None or unit.valid_to > on


def _heir(unit: Unit, on: date) -> Unit | None:
    """Whoever took over, and whoever took over from that."""
    seen: set[int] = set()
    while unit.successor and not _in_force(unit, on) and unit.pk not in seen:
        seen.add(unit.pk)
        unit = unit.successor
    return unit if seen and _in_force(unit, on) else None
