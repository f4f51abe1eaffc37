"""How the services of this floor say no."""

from lianluo.kernel.verdict import Verdict


class Refusal(Exception):
    """Not done; the text is a sentence that a page can show."""

    @property
    def reason(self) -> str:
        return str(self)


def demand(verdict: Verdict) -> None:
    """Raise `Refusal` with the reason unless allowed."""
    if not verdict:
        raise Refusal(str(verdict.reason))
