"""`flows`: draw the tables of moves as state diagrams into docs/flows.md; `--check` fails when they are out of date."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import override

from lianluo.trail.cases import CASES, CaseType

FILE = Path(__file__).parents[4] / "docs" / "flows.md"
HEAD = """# How cases move

Drawn from the flow tables by `python3 run.py manage flows`; a test fails when this page is out of date.
A dashed note lists moves that leave the state as it is. Moves in brackets follow from others and have no button.
"""


class Command(BaseCommand):
    help = "Draw the flow tables into docs/flows.md."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="fail when the page is out of date")

    def handle(self, *args: Any, **options: Any) -> None:
        drawn = page()
        if not options["check"]:
            FILE.write_text(drawn, encoding="utf-8")
        elif not FILE.exists() or FILE.read_text(encoding="utf-8") != drawn:
            raise CommandError("docs/flows.md is out of date: run `python3 run.py manage flows`")


def page() -> str:
    """The whole page, in the language of the law."""
    with override("zh-hans"):
        return HEAD + "".join(diagram(kind) for kind in CASES)


def diagram(kind: CaseType) -> str:
    """One flow as a mermaid state diagram."""
    flow = kind.flow
    lines = [f"\n## {kind.label} (`{flow.name}`)\n", "```mermaid", "stateDiagram-v2"]
    lines += [f'    state "{kind.state_label(str(state.value))}" as {state.value}' for state in flow.states]
    lines.append(f"    [*] --> {flow.start}")
    stay: dict[str, list[str]] = {}
    for move in flow.moves.values():
        label = str(move.label) if move.shown else f"（{move.label}）"
        for source in sorted(move.sources):
            if move.target and move.target != source:
                lines.append(f"    {source} --> {move.target}: {label}")
            else:
                stay.setdefault(source, []).append(label)
    lines += [f"    note right of {source}: {'、'.join(labels)}" for source, labels in stay.items()]
    lines += [f"    {end} --> [*]" for end in sorted(flow.ends)]
    return "\n".join([*lines, "```", ""])
