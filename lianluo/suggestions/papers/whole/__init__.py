"""全卷: the whole file of a suggestion as a zip and as a PDF (decision 0088)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from lianluo.papers.pdf import missing
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
QUICK_PAPERS = 4


def quick(whole: Whole) -> bool:
    """Can it be made while the reader waits, in less than a second? Laying out pages takes one to four (decision
    0088): where the machine can do that, the worker makes the file; elsewhere only what is large or of many parts."""
    papers = len(whole.sheets) + len(whole.answers)
    size = sum(row["size"] for row in whole.files)
    return bool(missing()) and papers <= QUICK_PAPERS and size <= QUICK_BYTES


__all__ = ["KINDS", "Kind", "quick"]
