"""What one role wants to see first: the leader the units that are late and the through train, the committee what it
supervises, the office what lies with it. Every number opens its own records."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.models import Handling
from lianluo.suggestions.selectors.desk_rows import late_parts
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.states import HandlingState, Share
from lianluo.suggestions.states import SuggestionState as S
from lianluo.trail.models import Clock
from lianluo.ui.glance import Figure, FigurePanel, Panel, ProgressPanel, StepCount

MOST_UNITS = 6
OPEN = (S.ACCEPTED, S.HANDLING, S.REPLIED, S.RATED)


def panels(actor: Actor, today: date) -> list[Panel]:
    """The panels of the actor's own work; one query each."""
    found: list[Panel] = []
    if actor.has(RoleKind.COMMITTEE):
        found.append(_watched(actor, today))
    if actor.has(RoleKind.DISPATCHER):
        found.append(_office(actor, today))
    if actor.has(RoleKind.LEADER):
        found += _late_units(actor, today)
    return found


def _list(**query: Any) -> str:
    return f"{reverse('suggestions:list')}?{urlencode(query, doseq=True)}"


def _figure(label: str, n: int, **query: Any) -> Figure:
    return Figure(label=label, value=n, unit=_("件"), url=_list(**query))


def _watched(actor: Actor, today: date) -> Panel:
    """我委督办的."""
    rows = visible(actor).filter(committee__in=actor.units(RoleKind.COMMITTEE))
    n = rows.order_by().aggregate(
        open=Count("pk", filter=Q(state__in=OPEN)),
        late=Count("pk", filter=Q(due_on__lt=today)),
        bad=Count("pk", filter=Q(final_share=Share.NO)),
        closed=Count("pk", filter=Q(state=S.CLOSED)),
    )
    figures = [
        _figure(_("办理中"), n["open"], watched="yes", state=OPEN),
        _figure(_("逾期"), n["late"], watched="yes", late="late"),
        _figure(_("代表不满意"), n["bad"], watched="yes", share=Share.NO.value),
        _figure(_("已办结"), n["closed"], watched="yes", state=S.CLOSED),
    ]
    return FigurePanel(heading=_("我委督办的"), figures=figures)


def _office(actor: Actor, today: date) -> Panel:
    """What lies with the office, by days left, and what it passed on and nobody signed for."""
    office = actor.units(RoleKind.DISPATCHER)
    late = Clock.objects.within(actor.scope).filter(
        case_type="handling", kind="dispatch", stopped_at=None, due_on__lt=today
    )
    here, passed = Q(state=HandlingState.DISPATCHING), Q(state=HandlingState.ASSIGNED)
    waiting = (HandlingState.DISPATCHING, HandlingState.ASSIGNED, HandlingState.OBJECTED)
    rows = Handling.objects.within(actor.scope).filter(state__in=waiting, unit__dispatched_by__in=office)
    n = rows.order_by().aggregate(
        here=Count("suggestion", filter=here, distinct=True),
        late=Count("suggestion", filter=here & Q(pk__in=late.values("case_id")), distinct=True),
        passed=Count("suggestion", filter=passed, distinct=True),
        objected=Count("suggestion", filter=Q(state=HandlingState.OBJECTED), distinct=True),
    )
    figures = [
        _figure(_("待分办"), n["here"], office="here"),
        _figure(_("逾期未分办"), n["late"], office="late"),
        _figure(_("分出去未签收"), n["passed"], office="passed"),
        _figure(_("有异议"), n["objected"], office="objected"),
    ]
    return FigurePanel(heading=_("在本机构"), figures=figures)


def _late_units(actor: Actor, today: date) -> list[Panel]:
    """The units that are late with most answers; nothing where nobody is."""
    rows = late_parts(actor, today).filter(suggestion__in=visible(actor)).order_by()
    many = rows.values_list("unit", "unit__short_name").annotate(n=Count("suggestion", distinct=True))
    units = [
        StepCount(label=name, value=n, url=_list(late_unit=pk))
        for pk, name, n in many.order_by("-n", "unit__short_name")[:MOST_UNITS]
    ]
    return [ProgressPanel(heading=_("逾期未答复的单位"), rows=units)] if units else []
