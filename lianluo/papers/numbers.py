"""发文字号: one sequence a paper and year in each congress, written by the congress's pattern."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.models import Congress
from lianluo.congress.numbers import draw
from lianluo.congress.rules import RuleBook
from lianluo.kernel.numbering import format_number
from lianluo.papers.models import PaperNumber


@dataclass(frozen=True, slots=True)
class Of:
    """Which thing a paper tells of: its kind and its key."""

    case_type: str
    case_id: int


@transaction.atomic
def give(paper: str, of: Of, *, congress: Congress, rule: str, at: datetime) -> str:
    """The number of this paper; drawn by the pattern `rule` if it has none yet.

    A pattern changed in mid-year may write a number that is taken: then the next one is drawn.
    """
    if kept := number_of(paper, of, congress=congress):
        return kept
    year = localdate(at).year
    pattern = RuleBook(congress, localdate(at)).text(rule)
    number = ""
    while not number or _taken(paper, number, congress):
        number = format_number(pattern, seq=draw(congress, f"paper:{paper}:{year}"), year=year)
    facts = {"case_type": of.case_type, "case_id": of.case_id, "number": number, "at": at}
    PaperNumber.objects.create(congress=congress, paper=paper, **facts)
    return number


def number_of(paper: str, of: Of, *, congress: Congress) -> str:
    """The number that the paper was given, "" when it has none."""
    rows = PaperNumber.objects.within(congress.scope).filter(paper=paper)
    found = rows.filter(case_type=of.case_type, case_id=of.case_id).values_list("number", flat=True)
    return str(found.first() or "")


def _taken(paper: str, number: str, congress: Congress) -> bool:
    return bool(PaperNumber.objects.within(congress.scope).filter(paper=paper, number=number).exists())
