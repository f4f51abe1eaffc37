"""What holds in a congress on a day: its own rules, else those of the next congress above, else the default."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from lianluo.congress.levels import PeriodUnit
from lianluo.congress.models import Congress, Rule
from lianluo.congress.rules.kinds import RuleSpec
from lianluo.congress.rules.periods import Period, Span
from lianluo.congress.rules.table import RULES
from lianluo.kernel.memo import once


@dataclass(frozen=True, slots=True)
class RuleValue:
    """The answer to "what holds here?" with where it comes from. `congress` None: the default of Lianluo."""

    spec: RuleSpec
    stored: Any
    source: str
    article: str
    assumed: bool
    valid_from: date | None
    congress: Congress | None
    note: str = ""

    @property
    def value(self) -> Any:
        """The value as Python works with it."""
        return self.spec.read(self.stored)

    @property
    def words(self) -> str:
        return self.spec.words(self.stored)

    @property
    def basis(self) -> str:
        """Source and article as one phrase, "" when none is known."""
        return f"{self.source}{self.article}"


@dataclass(frozen=True, slots=True)
class AnswerClass:
    """A class of reply (答复类别)."""

    code: str
    label: str
    meaning: str = ""
    is_resolved: bool = False
    is_promise: bool = False
    needs_explanation: bool = False


@dataclass(frozen=True, slots=True)
class RatingOption:
    """An answer on the feedback form. `counts` as satisfied; `redo` asks for handling again."""

    code: str
    label: str
    counts: bool = False
    redo: bool = False


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A row of a plain code list."""

    code: str
    label: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A class of content with the special committee that it falls to; `parent` "" at the top."""

    code: str
    label: str
    parent: str = ""
    committee: str = ""


class RuleBook:
    """The rules of `congress` on the day `on`. One query, at the first question."""

    def __init__(self, congress: Congress, on: date) -> None:
        self.congress, self.on = congress, on

    @cached_property
    def _rows(self) -> dict[str, Rule]:
        rows = once(("rules", self.congress.path), self._read)
        return nearest(row for row in rows if row.valid_from <= self.on)

    def _read(self) -> list[Rule]:
        found = Rule.objects.everywhere("a congress reads its own rules and those of the congresses above it")
        return list(found.filter(congress__path__in=self.congress.ancestor_paths).select_related("congress"))

    def get(self, key: str) -> RuleValue:
        """The value of the rule `key` with its source. Raises KeyError for a rule that is not in the table."""
        spec, row = RULES[key], self._rows.get(key)
        if row is None:
            return default_value(spec, self.congress.level)
        return row_value(spec, row)

    def __getitem__(self, key: str) -> Any:
        """The bare value of the rule `key`."""
        return self.get(key).value

    def period(self, key: str) -> Period:
        value: Period = self[key]
        return value

    def workdays(self, key: str) -> int:
        """The number of working days of a period that is counted in working days; ValueError otherwise."""
        period = self.period(key)
        if period.unit != PeriodUnit.WORKDAYS:
            raise ValueError(f"{key} is counted in {period.unit}")
        return period.n

    def count(self, key: str) -> int:
        return int(self[key])

    def flag(self, key: str) -> bool:
        return bool(self[key])

    def share(self, key: str) -> Fraction:
        value: Fraction = self[key]
        return value

    def text(self, key: str) -> str:
        """A choice, a text or a pattern."""
        return str(self[key])

    def numbers(self, key: str) -> tuple[int, ...]:
        value: tuple[int, ...] = self[key]
        return value

    def hours(self, key: str) -> Span:
        value: Span = self[key]
        return value

    def answer_classes(self) -> tuple[AnswerClass, ...]:
        return tuple(AnswerClass(**row) for row in self["reply.classes"])

    def rating_options(self) -> tuple[RatingOption, ...]:
        return tuple(RatingOption(**row) for row in self["rating.options"])

    def grounds(self) -> tuple[CodeRow, ...]:
        """Grounds on which a text is not handled as a suggestion."""
        return tuple(CodeRow(**row) for row in self["review.grounds"])

    def withhold_reasons(self) -> tuple[CodeRow, ...]:
        return tuple(CodeRow(**row) for row in self["publish.reasons"])

    def topics(self) -> tuple[Topic, ...]:
        return tuple(Topic(**row) for row in self["content.topics"])


def default_value(spec: RuleSpec, level: str) -> RuleValue:
    """What holds where nobody has set the rule."""
    return RuleValue(
        spec=spec,
        stored=spec.default_at(level),
        source=str(spec.source),
        article=str(spec.article),
        assumed=spec.assumed,
        valid_from=spec.since,
        congress=None,
    )


def row_value(spec: RuleSpec, row: Rule) -> RuleValue:
    return RuleValue(
        spec=spec,
        stored=row.value,
        source=row.source,
        article=row.article,
        assumed=row.assumed,
        valid_from=row.valid_from,
        congress=row.congress,
        note=row.note,
    )


def nearest(rows: Any) -> dict[str, Rule]:
    """Of rows in force, per key the latest of the nearest congress; a latest row without value passes upwards."""
    latest: dict[tuple[str, str], Rule] = {}
    for row in rows:
        place = (row.key, row.congress.path)
        if place not in latest or latest[place].valid_from < row.valid_from:
            latest[place] = row
    found: dict[str, Rule] = {}
    for (key, _path), row in sorted(latest.items(), key=lambda item: len(item[0][1])):
        if row.value is not None:
            found[key] = row
    return found
