"""The answer to "may this happen?", with the reason when it may not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Verdict:
    """True when allowed; otherwise `reason` is a sentence that a page can show."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


Check = Callable[[Any, Any], Verdict]

YES = Verdict(True)


def no(reason: object) -> Verdict:
    """A refusal. `reason` may be a lazy translation; it is read when it is shown."""
    return Verdict(False, reason)  # type: ignore[arg-type]


def all_of(*checks: Check) -> Check:
    """The first refusal among `checks` wins; none refusing means yes."""

    def check(actor: Any, case: Any) -> Verdict:
        return next((v for v in (c(actor, case) for c in checks) if not v), YES)

    return check


def any_of(*checks: Check) -> Check:
    """The first consent among `checks` wins; otherwise the last refusal speaks."""

    def check(actor: Any, case: Any) -> Verdict:
        verdict = YES
        for one in checks:
            verdict = one(actor, case)
            if verdict:
                return verdict
        return verdict

    return check
