"""What the desks of units, offices and committees add to the rows of a list: what is written, what lies with the
office and for how long, what the committee supervises, what nobody signed for."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, cast

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.congress.calendar import work_calendar
from lianluo.figures.rates import Rate
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.models import Handling, Receipt, Reply, Suggestion
from lianluo.suggestions.models.suggestions import SuggestionQuerySet
from lianluo.suggestions.selectors.lists import lights_now
from lianluo.suggestions.states import UNANSWERED, HandlingState, Mode, ReplyState
from lianluo.trail.models import Clock
from lianluo.ui.dues import due_on


def with_writing(rows: SuggestionQuerySet, actor: Actor) -> SuggestionQuerySet:
    """Each row with the state of what the actor's units write on it now; "none" where nobody began."""
    mine = Reply.objects.within(actor.scope).filter(
        handling__suggestion=OuterRef("pk"), handling__unit__in=actor.units()
    )
    states = mine.exclude(state=ReplyState.DISCARDED).order_by("-round", "-pk").values("state")[:1]
    return cast(SuggestionQuerySet, rows.annotate(writing=Coalesce(Subquery(states), Value("none"))))


def for_office(rows: SuggestionQuerySet, actor: Actor) -> SuggestionQuerySet:
    """Each row with the day by which the actor's office has to pass it on; None where it has nothing of it."""
    why = "clocks of handlings that are themselves in scope"
    clocks = Clock.objects.everywhere(why).filter(
        case_type="handling", case_id=OuterRef("pk"), kind="dispatch", stopped_at=None
    )
    through = Handling.objects.within(actor.scope).filter(
        suggestion=OuterRef("pk"), unit__dispatched_by__in=actor.units(RoleKind.DISPATCHER)
    )
    here = through.filter(state=HandlingState.DISPATCHING)
    due = here.annotate(due=Subquery(clocks.values("due_on")[:1])).order_by("due").values("due")[:1]
    since = here.order_by("assigned_at").values("assigned_at")[:1]
    reply = here.order_by("due_on").values("due_on")[:1]
    return cast(
        SuggestionQuerySet,
        rows.annotate(
            office_due=Subquery(due),
            office_since=Subquery(since),
            office_reply=Subquery(reply),
            office_passed=Exists(through.filter(state=HandlingState.ASSIGNED)),
            office_objected=Exists(through.filter(state=HandlingState.OBJECTED)),
        ),
    )


def watched(rows: SuggestionQuerySet, actor: Actor) -> SuggestionQuerySet:
    """Each row with whether the actor's own committee supervises it."""
    own = Q(committee__in=actor.units(RoleKind.COMMITTEE))
    return cast(SuggestionQuerySet, rows.annotate(watched=ExpressionWrapper(own, BooleanField())))


def office_late(values: list[str]) -> Q:
    """What lies with the office: all of it, or by how many days are left."""
    today = timezone.localdate()
    conditions = {
        "here": Q(office_due__isnull=False),
        "late": Q(office_due__lt=today),
        "passed": Q(office_passed=True),
        "objected": Q(office_objected=True),
        "soon": Q(office_due__gte=today, office_due__lte=date.fromordinal(today.toordinal() + 2)),
    }
    return _any(conditions[value] for value in values)


def receipts(values: list[str]) -> Q:
    """Parts that nobody signed for yet, in time or late, and those for which silence counts."""
    why, today = "a condition on suggestions that are themselves in scope", timezone.localdate()
    waiting = Handling.objects.everywhere(why).filter(state=HandlingState.ASSIGNED)
    clocks = Clock.objects.everywhere(why).filter(
        case_type="handling", kind="sign_for", stopped_at=None, due_on__lt=today
    )
    deemed = Receipt.objects.everywhere(why).filter(deemed=True)
    conditions = {
        "missing": Q(pk__in=waiting.values("suggestion")),
        "late": Q(pk__in=waiting.filter(pk__in=clocks.values("case_id")).values("suggestion")),
        "deemed": Q(pk__in=deemed.values("handling__suggestion")),
    }
    return _any(conditions[value] for value in values)


def late_parts(actor: Actor, today: date) -> Any:
    """Parts that answer the deputy and are overdue."""
    return _late(Handling.objects.within(actor.scope), today)


def with_late_unit(values: list[str]) -> Q:
    """One of these units is late with its own answer."""
    rows = Handling.objects.everywhere("a condition on suggestions that are themselves in scope")
    return Q(pk__in=_late(rows, timezone.localdate()).filter(unit__in=values).values("suggestion"))


def _late(rows: Any, today: date) -> Any:
    return rows.filter(state__in=UNANSWERED, due_on__lt=today).exclude(mode=Mode.CO)


def _any(conditions: Iterable[Q]) -> Q:
    found = Q()
    for condition in conditions:
        found |= condition
    return found


def dress_for_office(rows: Sequence[Suggestion], actor: Actor, at: datetime) -> None:
    """Give each row what is left of the office's days, and the share of the time for the answer that is gone."""
    today, calendar, lights = timezone.localtime(at).date(), work_calendar(), lights_now(actor, at)
    for row in cast(Sequence[Any], rows):
        due = row.office_due
        row.at_office = due_on(due, today=today, calendar=calendar, lights=lights) if due else None
        row.used = _used(row, today) if due else ""


def _used(row: Any, today: date) -> str:
    """The time for the answer runs from the day of assignment, also while the office has it (代表法 art. 51)."""
    since = timezone.localtime(row.office_since).date()
    gone, whole = (today - since).days, (row.office_reply - since).days if row.office_reply else 0
    if whole <= 0:
        return ""
    return _("已用答复期限的 %(rate)s") % {"rate": Rate(min(gone, whole), whole).shown()}
