"""全卷: the whole file of a suggestion as a zip and as a PDF (decision 0088)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from lianluo.suggestions.papers.whole.names import fit
from lianluo.suggestions.papers.whole.printed import as_pdf
from lianluo.suggestions.papers.whole.zipped import as_zip
from lianluo.suggestions.selectors.whole import Whole


@dataclass(frozen=True, slots=True)
class Kind:
    """A form in which the whole file is given. `paper`: it cannot be made without the parts that lay out pages."""

    key: str
    make: Callable[[Whole], IO[bytes]]
    paper: bool = False

    def file_name(self, whole: Whole) -> str:
        """全卷 0412 关于….zip"""
        title = " ".join(part for part in ("全卷", whole.case.number, str(whole.case)[:40]) if part)
        return fit(f"{title}.{self.key}")


KINDS = {kind.key: kind for kind in (Kind("zip", as_zip), Kind("pdf", as_pdf, paper=True))}

QUICK_BYTES = 4 * 1024 * 1024
QUICK_SIGNS = 3_000
STEP_SIGNS = 60
"""A step of the history, or a row of a table, weighs as much as so many characters of text."""


def quick(whole: Whole) -> bool:
    """Can it be made while the reader waits, in less than a second? What is longer is made by the worker.

    Laying out pages takes longest, and grows with the text; reading attachments comes second (decision 0088)."""
    texts = [whole.case.situation, whole.case.proposals, *(one.body for one in whole.answers)]
    rows = len(whole.events) + len(whole.chains) + len(whole.file.signers)
    signs = sum(map(len, texts)) + STEP_SIGNS * rows
    return signs <= QUICK_SIGNS and sum(row["size"] for row in whole.file.attachments) <= QUICK_BYTES


__all__ = ["KINDS", "Kind", "quick"]
