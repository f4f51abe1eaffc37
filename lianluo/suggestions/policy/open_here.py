"""What the congress's rules say to one move of one suggestion, as it stands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lianluo.kernel.verdict import YES, Verdict
from lianluo.suggestions.policy.by_rule import Book, open_by_rule
from lianluo.suggestions.policy.outcomes import agree_by_rule, ask_by_rule, withdraw_by_rule

if TYPE_CHECKING:
    from lianluo.suggestions.models import Suggestion

BY_STANDING: dict[str, Callable[["Suggestion", Book], Verdict]] = {
    "withdraw": withdraw_by_rule,
    "ask_withdraw": ask_by_rule,
    "agree_withdraw": agree_by_rule,
}
"""Move → the question that needs both the rules and where the suggestion stands."""


def open_here(move: str, suggestion: "Suggestion", book: Book) -> Verdict:
    """Do the rules of the day leave this move open to this suggestion?"""
    verdict = open_by_rule(move, book)
    if verdict and (asked := BY_STANDING.get(move)):
        return asked(suggestion, book)
    return verdict if not verdict else YES
