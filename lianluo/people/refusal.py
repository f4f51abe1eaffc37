"""How the people floor says no."""

from typing import Any

from django.core.exceptions import PermissionDenied

from lianluo.congress.refusals import Refusal
from lianluo.kernel.verdict import Verdict


class Refused(Refusal, PermissionDenied):
    """The actor may not. The message is a sentence fit to be shown; without a door before it a page answers 403."""


class Unfit(ValueError):
    """What was typed cannot be right. The message is a sentence that stands beside the field `field`."""

    def __init__(self, sentence: Any, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence, self.field = sentence, field

    def __str__(self) -> str:
        return str(self.sentence)


def require(verdict: Verdict) -> None:
    """Raise `Refused` with the reason unless the verdict is yes."""
    if not verdict:
        raise Refused(str(verdict.reason))
