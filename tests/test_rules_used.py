"""A rule that nobody reads says so on its page, and one that is read does not."""

from pathlib import Path

from lianluo.congress.rules import RULES
from lianluo.congress.rules.waiting import WAITING

ROOT = Path(__file__).parents[1] / "lianluo"
READERS = {"book.py", "acts.py"}


def code() -> str:
    """Everything but tests, migrations and the tables of rules themselves."""
    kept = []
    for path in ROOT.rglob("*.py"):
        table = path.parent.name == "rules" and path.name not in READERS
        if not ({"tests", "migrations"} & set(path.parts) or table):
            kept.append(path.read_text(encoding="utf-8"))
    return "\n".join(kept)


def test_the_list_of_rules_without_a_reader_is_true() -> None:
    text = code()
    assert {key for key in RULES.keys() if f'"{key}"' not in text} == WAITING  # noqa: SIM118
