"""Which papers have a 文号 of their own, and the steps at which it is drawn, inside the step's transaction."""

from lianluo.papers.numbers import Of, give
from lianluo.suggestions.models import Objection
from lianluo.trail.follow import follow
from lianluo.trail.models import Case, Event

ASSIGNMENT_SHEET = "suggestions.assignment"
TRANSFER_FORM = "suggestions.transfer"
NOTICE_LETTER = "suggestions.notice"
RULES = {
    ASSIGNMENT_SHEET: "number.assignment",
    TRANSFER_FORM: "number.transfer",
    NOTICE_LETTER: "number.notice",
}
"""Paper → the rule that says how its number is written."""
NOTIFIED = frozenset({"refer", "not_accept", "letter"})
"""Steps of which the deputy is told by letter."""
DECIDED = frozenset({"uphold", "overrule"})


def of_handling(pk: int) -> Of:
    return Of("handling", pk)


def of_objection(pk: int) -> Of:
    return Of("objection", pk)


def of_suggestion(pk: int) -> Of:
    return Of("suggestion", pk)


def numbered(event: Event, case: Case) -> None:
    """Give the paper of this step its number."""
    if event.case_type == "handling" and event.move == "begin":
        _give(ASSIGNMENT_SHEET, of_handling(event.case_id), event, case)
    elif event.case_type == "handling" and event.move in DECIDED:
        rows = Objection.objects.within(case.congress.scope).filter(handling=event.case_id)
        open_one = rows.filter(decided_at=None).values_list("pk", flat=True).first()
        if open_one:
            _give(TRANSFER_FORM, of_objection(open_one), event, case)
    elif event.case_type == "suggestion" and event.move in NOTIFIED:
        _give(NOTICE_LETTER, of_suggestion(event.case_id), event, case)


def _give(paper: str, of: Of, event: Event, case: Case) -> None:
    give(paper, of, congress=case.congress, rule=RULES[paper], at=event.at)


def register() -> None:
    follow(numbered)
