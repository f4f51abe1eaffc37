"""What will follow a step that the deputy is about to make or has just made: by whom, by when, counted how."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.congress.calendar import work_calendar
from lianluo.congress.clock import Clocks, clocks
from lianluo.congress.models import Session
from lianluo.congress.offices import office_name
from lianluo.congress.rules import RuleBook
from lianluo.congress.sessions import current_session
from lianluo.suggestions.deadlines import SUGGESTION_CLOCKS
from lianluo.suggestions.models import Suggestion
from lianluo.trail.models import Clock
from lianluo.ui.components.text import day as day_words

GATES = ("delegation_review", "review")
"""Clocks that run while a suggestion is being looked at."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """`who` acts next, within `limit` ("5 个工作日"), that is until `due`; `how` tells how that was counted.
    `session` in words and `held` itself while one is open."""

    who: str
    limit: str
    due: date
    how: str
    session: str = ""
    held: Session | None = None

    @property
    def by(self) -> str:
        return day_words(self.due)


def after_sending(draft: Suggestion, at: datetime, book: RuleBook | None = None) -> Ahead:
    """The gate that a suggestion meets when it is sent at `at`: the delegation in session, else the deputies' body."""
    session = current_session(draft.congress, at)
    move = "submit_in_session" if session else "submit"
    who = str(draft.delegation or _("代表团")) if session else office(draft, at)
    return replace(_ahead(draft, move, who, at, str(session or ""), book), held=session)


def after_sent(case: Suggestion, at: datetime) -> Ahead | None:
    """The gate at which a suggestion lies now, counted from the day on which it came there; None behind the gates."""
    rows = Clock.objects.within(case.congress.scope).filter(case_type="suggestion", case_id=case.pk)
    clock = rows.filter(kind__in=GATES, stopped_at=None).first()
    if clock is None:
        return None
    first = clock.kind == "delegation_review"
    rule = clocks(case.congress, clock.started_on).book.get(clock.rule)
    who = str(case.delegation or _("代表团")) if first else office(case, at)
    session = str(case.session or "") if first else ""
    return Ahead(who, str(rule.value), clock.due_on, clock.explanation, session)


def after_rating(case: Suggestion, at: datetime, book: RuleBook | None = None) -> Ahead:
    """Who reads the judgement, and until when it is decided what follows."""
    return _ahead(case, "rated", office(case, at), at, book=book)


def _ahead(
    case: Suggestion, move: str, who: str, at: datetime, session: str = "", book: RuleBook | None = None
) -> Ahead:
    """`book`: the rules of the day, where the page has read them already."""
    day = timezone.localtime(at).date()
    counting = Clocks(book, work_calendar()) if book else clocks(case.congress, day)
    deadline = counting.due(SUGGESTION_CLOCKS[move].rule, day)
    return Ahead(who, str(deadline.rule.value), deadline.due, deadline.explanation, session)


def office(case: Suggestion, at: datetime) -> str:
    """What the deputies' body calls itself."""
    return office_name(case.congress, timezone.localtime(at).date()).short


def limits(case: Suggestion, at: datetime, book: RuleBook | None = None) -> dict[str, str]:
    """The limits that a deputy wants to know beforehand, in words."""
    book = book or RuleBook(case.congress, timezone.localtime(at).date())
    return {"reply": str(book.period("reply.limit")), "redo": str(book.period("redo.limit"))}


def grounds(case: Suggestion, at: datetime) -> list[str]:
    """What is not to be submitted as a suggestion, by the congress's own list (2-domain 1.5)."""
    book = RuleBook(case.congress, timezone.localtime(at).date())
    return [row.label for row in book.grounds() if row.code != "OTHER"]


def rated_words(ahead: Ahead, *, dissatisfied: bool, waiting: bool) -> str:
    """What follows a judgement; `waiting` for those of other signers."""
    facts = {"who": ahead.who, "limit": ahead.limit, "by": ahead.by}
    if waiting:
        return _("已评价，谢谢您。其他联名代表都评价后，由%(who)s定下一步。") % facts
    if dissatisfied:
        return _("已评价，%(who)s将在 %(limit)s内（%(by)s前）提出再办意见。") % facts
    return _("已评价，谢谢您。%(who)s核对后办结归档。") % facts
