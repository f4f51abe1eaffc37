"""Who hears of a meeting: a unit with forty suggestions is told once, not forty times."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.notices.recipients import Recipients
from lianluo.notices.telling import Message, tell, tell_each
from lianluo.people.actor import in_force
from lianluo.people.models import Role, Seat
from lianluo.people.roles import RoleKind
from lianluo.suggestions.models import AssignmentPlan, PlanRow, Suggestion
from lianluo.suggestions.notices.whom import LIAISON
from lianluo.suggestions.services.bundle import members

NAMED = 5
"""So many suggestions are named in a notice; the list has them all."""


def tell_planners(plan: AssignmentPlan, at: datetime, title: str, body: str, once: str) -> None:
    """Whoever prepares the plan."""
    kinds = (*LIAISON, RoleKind.SESSION_STAFF) if plan.session_id else LIAISON
    _tell("plan_answered", plan, Recipients.roles(*kinds), at, title, body, f"plan-answer:{once}")


def tell_readers(plan: AssignmentPlan, at: datetime) -> None:
    """The offices, and whoever else may read it now."""
    to = Recipients.roles(RoleKind.DISPATCHER, RoleKind.LEADER, RoleKind.COMMITTEE)
    title = _("%s送会商，请提出意见") % plan
    _tell("plan_sent", plan, to, at, title, "", f"plan-sent:{plan.pk}:{plan.trail_seq}")


def _tell(
    key: str, plan: AssignmentPlan, to: Recipients, at: datetime, title: str, body: str, once: str
) -> None:
    url = reverse("suggestions:plan", args=[plan.pk])
    tell(
        f"suggestion.{key}", to=to, title=title, body=body, url=url, congress=plan.congress, at=at, once=once
    )


@transaction.atomic
def announce(plan: AssignmentPlan, at: datetime) -> int:
    """Tell units, deputies and committees of all rows that were carried out and not told yet; how many rows."""
    rows = PlanRow.objects.within(plan.congress.scope).filter(plan=plan, outcome="done", told=False)
    found = list(rows.select_for_update(of=("self",)).select_related("suggestion").order_by("pk"))
    if not found:
        return 0
    going = {one.pk: one for row in found for one in (row.suggestion, *members(row.suggestion))}
    cases, run = list(going.values()), f"{plan.pk}:{found[0].pk}"
    _units(plan, cases, run, at)
    _deputies(plan, cases, run, at)
    _committees(plan, cases, run, at)
    rows.filter(pk__in=[row.pk for row in found]).update(told=True)
    return len(found)


def _units(plan: AssignmentPlan, cases: Sequence[Suggestion], run: str, at: datetime) -> None:
    by_unit = _grouped((pk, case) for case in cases for pk in case.unit_ids)
    said = lambda n: ngettext("交办会交办 %d 件建议，请办理", "交办会交办 %d 件建议，请办理", n) % n  # noqa: E731
    who = _staff(plan, by_unit, at)
    _each("assigned_together", plan, by_unit, who, said, f"plan-unit:{run}", reverse("suggestions:list"), at)


def _committees(plan: AssignmentPlan, cases: Sequence[Suggestion], run: str, at: datetime) -> None:
    by_unit = _grouped((case.committee_id, case) for case in cases if case.committee_id)
    said = lambda n: ngettext("%d 件建议请贵委督办", "%d 件建议请贵委督办", n) % n  # noqa: E731
    who = _staff(plan, by_unit, at, RoleKind.COMMITTEE)
    _each("to_supervise_together", plan, by_unit, who, said, f"plan-watch:{run}", _mine(), at)


def _deputies(plan: AssignmentPlan, cases: Sequence[Suggestion], run: str, at: datetime) -> None:
    by_seat = _grouped((pk, case) for case in cases for pk in case.signer_ids)
    seats = Seat.objects.within(plan.congress.scope).filter(pk__in=by_seat, person__account__isnull=False)
    who = {pk: frozenset([account]) for pk, account in seats.values_list("pk", "person__account")}
    said = lambda n: ngettext("您的 %d 件建议已交办", "您的 %d 件建议已交办", n) % n  # noqa: E731
    url = reverse("suggestions:mine")
    _each("assigned_together", plan, by_seat, who, said, f"plan-seat:{run}", url, at)


def _mine() -> str:
    return f"{reverse('suggestions:list')}?watched=yes&view=watched"


def _grouped(pairs: Iterable[tuple[int, Suggestion]]) -> dict[int, list[Suggestion]]:
    found: dict[int, list[Suggestion]] = defaultdict(list)
    for pk, case in pairs:
        found[pk].append(case)
    return found


def _staff(
    plan: AssignmentPlan, units: Iterable[int], at: datetime, *kinds: str
) -> dict[int, frozenset[int]]:
    """The accounts at work for each unit. One query."""
    rows = Role.objects.within(plan.congress.scope).filter(in_force(localdate(at)), unit__in=list(units))
    found: dict[int, set[int]] = defaultdict(set)
    for unit, account in (rows.filter(kind__in=kinds) if kinds else rows).values_list("unit", "account"):
        found[unit].add(account)
    return {unit: frozenset(accounts) for unit, accounts in found.items()}


def _each(
    key: str,
    plan: AssignmentPlan,
    grouped: Mapping[int, Sequence[Suggestion]],
    who: Mapping[int, frozenset[int]],
    said: Callable[[int], str],
    once: str,
    url: str,
    at: datetime,
) -> None:
    messages = [
        Message(
            accounts=who[pk],
            title=said(len(cases)),
            body=_named(cases),
            url=url,
            once=f"{once}:{pk}",
        )
        for pk, cases in grouped.items()
        if pk in who
    ]
    tell_each(f"suggestion.{key}", messages, congress=plan.congress, at=at)


def _named(cases: Sequence[Suggestion]) -> str:
    """The first few by number and title."""
    lines = [f"{case.number_words} {case.title}" for case in cases[:NAMED]]
    more = len(cases) - NAMED
    if more > 0:
        lines.append(ngettext("还有 %d 件", "还有 %d 件", more) % more)
    return "\n".join(lines)
