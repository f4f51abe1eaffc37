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
    """A refusal. `reason` may be a lazy translation; it is read when it is shown. It must say something."""
    if reason is None or (isinstance(reason, str) and not reason.strip()):
        raise ValueError("a refusal says why")
    return Verdict(False, reason)  # type: ignore[arg-type]


def all_of(*checks: Check) -> Check:
    """The first refusal among `checks` wins; none refusing means yes."""

    def check(actor: Any, case: Any) -> Verdict:
        return next((v for v in (c(actor, case) for c in checks) if not v), YES)

    return check


def any_of(*checks: Check) -> Check:
    """The first consent among `checks` wins; otherwise the last refusal speaks."""
    if not checks:
        raise ValueError("any_of nothing would be nobody")

    def check(actor: Any, case: Any) -> Verdict:
        for one in checks[:-1]:
            if verdict := one(actor, case):
                return verdict
        return checks[-1](actor, case)

    return check
