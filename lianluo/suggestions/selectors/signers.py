"""One name under a suggestion, as its page shows it."""

from dataclasses import dataclass
from typing import Any

from lianluo.suggestions.states import SignatureState


@dataclass(frozen=True, kw_only=True)
class Signer:
    """One name: under the text, asked for, or gone."""

    name: str
    delegation: str
    standing: SignatureState
    note: str = ""
    seat: int = 0

    @property
    def confirmed(self) -> bool:
        return self.standing == SignatureState.CONFIRMED


def signer(row: dict[str, Any]) -> Signer:
    """From the row that came along with the suggestion."""
    standing = SignatureState.of(row["confirmed"], row["declined"], row["withdrawn"], row["asked"])
    facts = {"note": row["note"], "seat": row["seat"]}
    return Signer(name=row["name"], delegation=row["delegation"] or "", standing=standing, **facts)
