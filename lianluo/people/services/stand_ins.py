"""代理: a person names a colleague of the own unit for some days; it ends by itself, or earlier when the person is back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lianluo.congress.models import Unit
from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor, in_force
from lianluo.people.history import record
from lianluo.people.models import Account, Role, StandIn
from lianluo.people.refusal import Refused, Unfit
from lianluo.people.roles import UNIT_STAFF, AccountAct, RoleKind

LONGEST = 366
"""Days. Who is away for longer hands the work over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Who stands in, as what, from when to when."""

    unit: Unit
    stand_in: Account
    kinds: Sequence[str]
    starts_on: date
    ends_on: date
    reason: str = ""


@transaction.atomic
def name_stand_in(absence: Absence, *, actor: Actor, at: datetime) -> list[StandIn]:
    """The actor names who stands in. Own roles only: what one only stands in for is not passed on."""
    account = Account.objects.select_for_update().get(pk=actor.account_id)
    if same := _same(absence, account):
        return same
    _fits(absence, account, timezone.localdate(at))
    rows = [
        StandIn.objects.create(
            congress=actor.congress,
            unit=absence.unit,
            absent=account,
            stand_in=absence.stand_in,
            kind=kind,
            starts_on=absence.starts_on,
            ends_on=absence.ends_on,
            reason=absence.reason.strip(),
            made_at=at,
        )
        for kind in absence.kinds
    ]
    record(account, AccountAct.STAND_IN_NAMED, at=at, actor=actor, note=described(rows))
    return rows


def _same(absence: Absence, account: Account) -> list[StandIn]:
    """The rows of the very same absence when it was named already: a second click changes nothing."""
    rows = StandIn.objects.within(absence.unit.congress.scope).filter(
        absent=account, unit=absence.unit, stand_in=absence.stand_in, kind__in=absence.kinds, ended_at=None,
        starts_on=absence.starts_on, ends_on=absence.ends_on,
    )  # fmt: skip
    found = list(rows.select_related("stand_in", "absent", "unit"))
    return found if absence.kinds and len(found) == len(set(absence.kinds)) else []


def _fits(absence: Absence, account: Account, day: date) -> None:
    if not absence.kinds:
        raise Unfit(_("请选择代理哪些角色。"), "kinds")
    if absence.stand_in.pk == account.pk:
        raise Unfit(_("请选择另一个人。"), "stand_in")
    if absence.starts_on < day:
        raise Unfit(_("开始日期不能早于今天。"), "starts_on")
    if absence.ends_on < absence.starts_on:
        raise Unfit(_("结束日期不能早于开始日期。"), "ends_on")
    if (absence.ends_on - absence.starts_on).days > LONGEST:
        raise Unfit(_("代理最长一年；更久的请移交工作。"), "ends_on")
    if missing := [kind for kind in absence.kinds if kind not in own_kinds(absence.unit, account, day)]:
        raise Unfit(
            Sentence(_("您在本单位没有「{role}」角色，不能请人代理。"), role=RoleKind(missing[0]).label),
            "kinds",
        )
    if not works_in(absence.unit, absence.stand_in, day):
        raise Unfit(_("代理人要在同一个单位任职。"), "stand_in")
    _no_double(absence, account)


def own_kinds(unit: Unit, account: Account, day: date) -> list[str]:
    """The roles of the unit's work that the account holds itself: administrators are not stood in for."""
    roles = Role.objects.within(unit.congress.scope).filter(in_force(day), account=account, unit=unit)
    return [kind for kind in roles.values_list("kind", flat=True) if kind in UNIT_STAFF]


def works_in(unit: Unit, account: Account, day: date) -> bool:
    roles = Role.objects.within(unit.congress.scope).filter(in_force(day), account=account, unit=unit)
    return bool(account.is_active and roles.filter(kind__in=(*UNIT_STAFF, RoleKind.UNIT_ADMIN)).exists())


def _no_double(absence: Absence, account: Account) -> None:
    rows = StandIn.objects.within(absence.unit.congress.scope).filter(
        absent=account, unit=absence.unit, kind__in=absence.kinds, ended_at=None
    )
    there = rows.filter(starts_on__lte=absence.ends_on, ends_on__gte=absence.starts_on)
    if first := there.select_related("stand_in").first():
        raise Unfit(Sentence(_("这段时间已经请{name}代理。"), name=first.stand_in.display_name), "stand_in")


@transaction.atomic
def end_stand_in(row: StandIn, *, actor: Actor, at: datetime) -> None:
    """Ended by who is back, or by who stands in. Holds at the next click."""
    if actor.account_id not in (row.absent_id, row.stand_in_id):
        raise Refused(str(_("由本人或者代理人终止。")))
    swapped = StandIn.objects.within(actor.scope).filter(pk=row.pk, ended_at=None).update(ended_at=at)
    if swapped:
        record(row.absent, AccountAct.STAND_IN_ENDED, at=at, actor=actor, note=described([row]))


def described(rows: Sequence[StandIn]) -> str:
    """马芳 · 承办人 · 省教育厅 · 2026-06-01—2026-06-10, for the history."""
    first, kinds = rows[0], "、".join(str(RoleKind(row.kind).label) for row in rows)
    days = f"{first.starts_on.isoformat()}—{first.ends_on.isoformat()}"
    return " · ".join((first.stand_in.display_name, kinds, str(first.unit), days))
