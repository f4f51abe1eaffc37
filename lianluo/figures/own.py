"""Figures of the floors below: deputies in office, units. They count what holds on the last day of the period."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Unit
from lianluo.figures.periods import Period
from lianluo.figures.registry import Per, figure, rate
from lianluo.kernel.scoping import Scope
from lianluo.people.actor import in_force
from lianluo.people.models import Seat
from lianluo.people.roles import Gender, SeatState

DEPUTIES, UNITS = _("代表"), _("机构")
DELEGATION = Per("delegation", _("代表团"), "delegation__name")
GENDER = Per("gender", _("性别"), "person__gender", dict(Gender.choices))
ETHNICITY = Per("ethnicity", _("民族"), "person__ethnicity")


@figure(
    "people.deputies",
    label=_("实有代表"),
    unit=_("名"),
    group=DEPUTIES,
    per=(DELEGATION, GENDER, ETHNICITY),
    how=_("时段最后一日在任的代表，不含暂停执行代表职务和已终止的。"),
)
def deputies(scope: Scope, period: Period) -> "QuerySet[Any]":
    """Deputies in office (代表法 art. 61–62)."""
    rows = Seat.objects.within(scope).filter(in_force(period.end), state=SeatState.ACTIVE)
    return rows.select_related("person", "delegation")


@figure("people.women", label=_("女代表"), unit=_("名"), group=DEPUTIES, per=(DELEGATION,))
def women(scope: Scope, period: Period) -> "QuerySet[Any]":
    """Women among the deputies in office (选举法 art. 7)."""
    return deputies(scope, period).filter(person__gender=Gender.FEMALE)


@figure(
    "congress.units",
    label=_("承办单位"),
    unit=_("个"),
    group=UNITS,
    per=(Per("kind", _("类别"), "kind", dict(UnitKind.choices)),),
    how=_("时段最后一日仍设立的单位，不含已撤销和已并入其他单位的。"),
)
def units(scope: Scope, period: Period) -> "QuerySet[Any]":
    """Units that exist on the last day."""
    begun = Q(valid_from=None) | Q(valid_from__lte=period.end)
    open_ended = Q(valid_to=None) | Q(valid_to__gte=period.end)
    return Unit.objects.within(scope).filter(begun & open_ended)


rate(
    "people.women_share", label=_("女代表占比"), group=DEPUTIES, part="people.women", whole="people.deputies"
)
