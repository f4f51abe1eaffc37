"""Cells of a record as values, each fault with its cell."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from lianluo.exchange.kinds import ASK, BAD, NOTE, Finding, Record, Row, Setting
from lianluo.exchange.matching import Found
from lianluo.exchange.values import Unclear, read_choice, read_flag, read_moment
from lianluo.kernel.text import Sentence

Value = TypeVar("Value")


class Cells:
    """Reads a record and gathers what is wrong with it."""

    def __init__(self, record: Record, setting: Setting) -> None:
        self.record, self.setting = record, setting
        self.findings: list[Finding] = []

    def say(self, grade: str, field: str, sentence: object, row: Row | None = None, **facts: Any) -> None:
        words = str(Sentence(str(sentence), **facts)) if facts else str(sentence)
        number = (row or self.record.first).number
        self.findings.append(Finding(grade=grade, field=field, sentence=words, row=number))

    def bad(self, field: str, sentence: object, row: Row | None = None, **facts: Any) -> None:
        self.say(BAD, field, sentence, row, **facts)

    def read(self, field: str, how: Callable[[str], Value], row: Row | None = None) -> Value | None:
        """The value of a cell, None when it is empty or wrong."""
        text = (row or self.record.first).get(field)
        if not text:
            return None
        try:
            return how(text)
        except (Unclear, ValueError) as wrong:
            self.bad(field, wrong, row)
            return None

    def moment(self, field: str, row: Row | None = None) -> datetime | None:
        return self.read(field, read_moment, row)

    def choice(self, field: str, labels: dict[str, str], row: Row | None = None) -> str:
        return self.read(field, lambda text: read_choice(text, labels), row) or ""

    def flag(self, field: str, default: bool, row: Row | None = None) -> bool:
        found = self.read(field, read_flag, row)
        return default if found is None else found

    def match(
        self, thing: str, field: str, text: str, found: Found, things: dict[int, Any], row: Row | None = None
    ) -> Any:
        """What a name means: sure, chosen before, or to be asked."""
        chosen = self.setting.choices.get((thing, text), "")
        if chosen.isdigit() and int(chosen) in things:
            return things[int(chosen)]
        if found.thing is not None:
            if found.said:
                self.say(NOTE, field, found.said, row)
            return found.thing
        self.findings.append(
            Finding(
                grade=ASK, field=field, sentence=found.said, row=(row or self.record.first).number,
                thing=thing, written=text, candidates=found.candidates,
            )
        )  # fmt: skip
        return None
