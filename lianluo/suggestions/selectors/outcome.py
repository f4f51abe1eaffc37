"""What was decided instead of handling it as a suggestion, read off its own history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from lianluo.suggestions.selectors.case import CaseFile
from lianluo.suggestions.selectors.timeline import unnamed
from lianluo.suggestions.states import NO_SUGGESTION, SuggestionState
from lianluo.trail.models import Event

DECIDED = frozenset({"not_accept", "refer", "letter", "withdraw", "reunited"})


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Ground and reason, the talk with the deputy, and for a letter where it went and what came of it."""

    label: str
    ground: str
    reason: str
    talk: dict[str, Any]
    by: str
    at: datetime
    to: str
    answer: str
    answered_at: datetime | None

    @property
    def talked_on(self) -> date | None:
        return date.fromisoformat(self.talk["on"]) if self.talk.get("on") else None


def outcome(file: CaseFile, steps: Sequence[Event]) -> Outcome | None:
    """None while it is, or was, handled as a suggestion."""
    suggestion = file.suggestion
    if suggestion.state not in NO_SUGGESTION | {SuggestionState.WITHDRAWN}:
        return None
    own = [one for one in steps if one.case_type == "suggestion"]
    decided = next((one for one in reversed(own) if one.move in DECIDED), None)
    if decided is None:
        return None
    answered = next((one for one in reversed(own) if one.move == "letter_answer"), None)
    decided = unnamed(decided, file.veil) if file.veil else decided
    facts = decided.facts
    labels = {row.code: row.label for row in file.book.grounds()} if facts.get("ground") else {}
    return Outcome(
        label=str(_("分件已撤销") if decided.move == "reunited" else suggestion.standing.label),
        ground=labels.get(facts.get("ground", ""), facts.get("ground", "")),
        reason=facts.get("reason", ""),
        talk=_talk(facts, file),
        by=decided.actor_name,
        at=decided.at,
        to=facts.get("to", ""),
        answer=file.veil.words(answered.facts.get("answer", "")) if answered else "",
        answered_at=answered.at if answered else None,
    )


def _talk(facts: dict[str, Any], file: CaseFile) -> dict[str, Any]:
    """What was said; under a veil not with whom."""
    talk = facts.get("talk") or {}
    return {key: said for key, said in talk.items() if key != "with_whom"} if file.veil else talk


def withdrawal(file: CaseFile, steps: Sequence[Event]) -> dict[str, Any] | None:
    """The consent that the lead asks for: why, and how many of how many have given it."""
    suggestion = file.suggestion
    if not suggestion.agreed_ids:
        return None
    asked = [one for one in steps if one.case_type == "suggestion" and one.move == "ask_withdraw"]
    agreed = len(set(suggestion.agreed_ids) & set(suggestion.signer_ids))
    return {
        "reason": file.veil.words(asked[-1].facts.get("reason", "")) if asked else "",
        "at": asked[-1].at if asked else None,
        "agreed": agreed,
        "all": len(suggestion.signer_ids),
    }
