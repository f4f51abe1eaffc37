"""Holds the database against what people were told during a drill: one line per broken word, none when all held."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import SuggestionState
from lianluo.trail.models import Event
from lianluo.trail.verify import Verification

WHY = "the drill looks at all that its people did"
AS_RECORDED = {"submit": ("submit", "submit_in_session")}
"""What a person calls a move → how the history may call it."""


class Command(BaseCommand):
    help = "演练用：把客户端记下的已确认操作与数据库、历史逐条对账。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ledger", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        rows = [json.loads(line) for line in options["ledger"].read_text(encoding="utf-8").splitlines()]
        for broken in (*lost(rows), *doubled(), *Verification(with_files=True).findings()):
            self.stdout.write(str(broken))


def lost(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Acknowledged and not there exactly once."""
    events = Event.objects.everywhere(WHY).values_list("case_type", "case_id", "move")
    made = Counter(events)
    for row in rows:
        names = AS_RECORDED.get(row["move"], (row["move"],))
        times = sum(made[(row["machine"], row["case"], name)] for name in names)
        if times != 1:
            yield f"{row['machine']} {row['case']} {row['move']}: {times} times in the history, told once"
    titles = {row["case"]: row["mark"] for row in rows if row["move"] == "submit"}
    kept = dict(Suggestion.objects.everywhere(WHY).filter(pk__in=titles).values_list("pk", "title"))
    for case, mark in titles.items():
        if mark not in kept.get(case, ""):
            yield f"suggestion {case}: the text that was sent is not there ({mark})"


def doubled() -> Iterator[str]:
    """One text, two suggestions; one number, two suggestions."""
    sent = Suggestion.objects.everywhere(WHY).exclude(state=SuggestionState.DRAFT)
    for title, times in Counter(sent.filter(title__contains="演练").values_list("title", flat=True)).items():
        if times > 1:
            yield f"{title}: {times} times"
    numbers = sent.exclude(number="").values_list("congress", "term", "series", "number")
    for key, times in Counter(numbers).items():
        if times > 1:
            yield f"number {key}: {times} times"
