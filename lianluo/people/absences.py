"""代理, read: who may name somebody, whom, and what is or was named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lianluo.congress.models import Unit
from lianluo.kernel.scoping import Q
from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor, in_force
from lianluo.people.models import Account, Role, StandIn
from lianluo.people.roles import UNIT_STAFF, RoleKind


@dataclass(frozen=True, slots=True)
class OwnWork:
    """One role of one's own that somebody may stand in for."""

    unit: Unit
    kind: str

    @property
    def key(self) -> str:
        return f"{self.unit.pk}:{self.kind}"

    @property
    def label(self) -> str:
        return f"{RoleKind(self.kind).label}（{self.unit}）"


def may_use_stand_ins(actor: Actor) -> Verdict:
    """Only the work of a unit is stood in for; powers of administrators and of the deputies' body are granted."""
    if actor.units(*UNIT_STAFF, RoleKind.UNIT_ADMIN):
        return YES
    return no(_("代理只用于承办单位的承办、审核、签发工作；其他角色请由管理员授予。"))


def own_work(actor: Actor, day: date) -> list[OwnWork]:
    """The roles that the account holds itself. One query."""
    roles = Role.objects.within(actor.scope).filter(
        in_force(day), account=actor.account_id, kind__in=sorted(UNIT_STAFF), unit__isnull=False
    )
    return [OwnWork(role.unit, role.kind) for role in roles.select_related("unit").order_by("unit", "pk")]


def colleagues(actor: Actor, day: date) -> list[Account]:
    """Who else works in the actor's units. One query."""
    roles = Role.objects.within(actor.scope).filter(
        in_force(day), unit__in=actor.units(*UNIT_STAFF), kind__in=(*UNIT_STAFF, RoleKind.UNIT_ADMIN)
    )
    found = Account.objects.filter(pk__in=roles.values("account"), is_active=True)
    return list(found.exclude(pk=actor.account_id).order_by("display_name", "pk"))


def named_by(actor: Actor) -> Sequence[StandIn]:
    """Whom the actor asked to stand in here, newest first. One query."""
    return _rows(actor, Q(absent=actor.account_id))


def named_for(actor: Actor, day: date) -> Sequence[StandIn]:
    """For whom the actor stands in, now or soon. One query."""
    return _rows(actor, Q(stand_in=actor.account_id, ended_at=None, ends_on__gte=day))


def _rows(actor: Actor, wanted: Q) -> Sequence[StandIn]:
    rows = StandIn.objects.within(actor.scope).filter(wanted)
    return list(rows.select_related("stand_in", "absent", "unit").order_by("-starts_on", "-pk")[:50])
