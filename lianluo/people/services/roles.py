"""Give and take roles. What changes here holds at the next click of the account."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from lianluo.congress.models import Congress, Delegation, Unit
from lianluo.kernel.text import Sentence, _
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.people.history import record
from lianluo.people.models import Account, Role
from lianluo.people.refusal import Refused, Unfit, require
from lianluo.people.roles import UNIT_ROLES, AccountAct, RoleKind
from lianluo.people.standing import not_over, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What is given: by default in the actor's own congress, from today on, without end."""

    kind: str
    congress: Congress | None = None
    unit: Unit | None = None
    delegation: Delegation | None = None
    title: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@transaction.atomic
def grant_role(account: Account, grant: Grant, *, actor: Actor, at: datetime) -> Role:
    """Give `account` a role. Raises `Refused` with the reason, or `Unfit` beside the field."""
    place = grant.congress or actor.congress
    starts_on = grant.starts_on or timezone.localdate(at)
    require(policy.may_grant(actor, standing(account, at), grant.kind, place=place, unit=grant.unit))
    unit, delegation = _fitting(grant.kind, place, grant.unit, grant.delegation)
    if grant.ends_on and grant.ends_on < starts_on:
        raise Unfit(_("结束日期不能早于开始日期。"), "ends_on")
    role = Role(
        congress=place,
        account=account,
        kind=grant.kind,
        unit=unit,
        delegation=delegation,
        title=grant.title.strip(),
        starts_on=starts_on,
        ends_on=grant.ends_on,
        granted_by_id=actor.account_id,
    )
    _not_held(role)
    _save(role)
    record(account, AccountAct.ROLE_GRANTED, at=at, actor=actor, note=described(role))
    return role


@transaction.atomic
def end_role(role: Role, *, actor: Actor, at: datetime, on: date | None = None) -> Role:
    """End a role after `on` (yesterday by default: it is gone at once). One that never began is taken back."""
    require(policy.may_end_role(actor, role))
    last = on or timezone.localdate(at) - timedelta(days=1)
    if role.ends_on and role.ends_on < timezone.localdate(at):
        raise Unfit(_("这个角色已经终止。"))
    record(role.account, AccountAct.ROLE_ENDED, at=at, actor=actor, note=described(role))
    if last < role.starts_on:
        role.delete()
        return role
    role.ends_on = last
    role.save(update_fields=["ends_on"])
    return role


def described(role: Role) -> str:
    """The role with its place, for the history: 承办人 · 省教育厅 · 湖南省人大."""
    parts = [RoleKind(role.kind).label, role.unit or role.delegation, role.title, role.congress.short_name]
    return " · ".join(str(part) for part in parts if part)


def _fitting(
    kind: str, place: Congress, unit: Unit | None, delegation: Delegation | None
) -> tuple[Unit | None, Delegation | None]:
    """Unit and delegation are of the same congress, asked for where the role needs one and dropped elsewhere."""
    if kind not in UNIT_ROLES:
        unit = None
    elif unit is None or unit.congress_id != place.pk:
        raise Unfit(_("这个角色要指明本级的一个单位。"), "unit")
    if kind != RoleKind.DELEGATION_STAFF:
        delegation = None
    elif delegation is None or delegation.congress_id != place.pk:
        raise Unfit(_("这个角色要指明本级的一个代表团。"), "delegation")
    return unit, delegation


def _not_held(role: Role) -> None:
    held = Role.objects.within(role.congress.scope).filter(
        not_over(role.starts_on),
        account=role.account,
        kind=role.kind,
        unit=role.unit,
        delegation=role.delegation,
    )
    if held.exists():
        raise Unfit(
            Sentence(_("{name}已经是{role}。"), name=role.account, role=RoleKind(role.kind).label), "kind"
        )


def _save(role: Role) -> None:
    """The database itself refuses a second administrator role, also when two grants meet."""
    try:
        with transaction.atomic():
            role.save()
    except IntegrityError as error:
        if "three administrator roles" not in str(error):
            raise
        raise Refused(str(_("系统管理员、安全管理员、审计员三者不能由同一账号兼任。"))) from error
