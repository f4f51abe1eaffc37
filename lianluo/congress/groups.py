"""Delegations, deputy groups and electoral units of a term."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lianluo.congress import policy
from lianluo.congress.models import Congress, Delegation, DeputyGroup, ElectoralUnit, Term
from lianluo.congress.refusals import Refusal, demand
from lianluo.congress.signed import signed

Group = Delegation | DeputyGroup | ElectoralUnit


@transaction.atomic
def save_group(group: Group, *, actor: policy.Worker, at: datetime) -> Group:
    """Add or change a delegation, deputy group or electoral unit. Names are unique within a term (or congress)."""
    demand(policy.may_edit_groups(actor, group.congress))
    same = type(group).objects.within(group.congress.scope).filter(name=group.name).exclude(pk=group.pk)
    if term := getattr(group, "term", None):
        same = same.filter(term=term)
    if same.exists():
        raise Refusal(_("已有“{name}”。").format(name=group.name))
    with signed(actor):
        group.save()
    return group


@transaction.atomic
def retire_group(group: Group, *, actor: policy.Worker, at: datetime) -> None:
    """Take out of use; what refers to it keeps it."""
    demand(policy.may_edit_groups(actor, group.congress))
    _set_active(group, False, actor)


@transaction.atomic
def revive_group(group: Group, *, actor: policy.Worker, at: datetime) -> None:
    """Back into use."""
    demand(policy.may_edit_groups(actor, group.congress))
    _set_active(group, True, actor)


def _set_active(group: Group, active: bool, actor: policy.Worker) -> None:
    group.is_active = active
    with signed(actor):
        group.save(update_fields=["is_active"])


@transaction.atomic
def copy_groups(source: Term, target: Term, *, actor: policy.Worker, at: datetime) -> int:
    """Give `target` the delegations and groups in use in `source` that it lacks; returns how many."""
    demand(policy.may_edit_groups(actor, target.congress))
    if source.congress_id != target.congress_id or source.pk == target.pk:
        raise Refusal(_("只能从本级的另一届复制。"))
    with signed(actor):
        return sum(_copy(model, source, target) for model in (Delegation, DeputyGroup))


def _copy(model: Any, source: Term, target: Term) -> int:
    rows = model.objects.within(target.congress.scope)
    taken = set(rows.filter(term=target).values_list("name", flat=True))
    found = [row for row in rows.filter(term=source, is_active=True) if row.name not in taken]
    for row in found:
        row.pk, row._state.adding, row.term = None, True, target
        row.save()
    return len(found)


def electoral_units_from_below(congress: Congress, *, actor: policy.Worker, at: datetime) -> int:
    """The congresses directly below elect this one's deputies (选举法 art. 3): add those that are missing."""
    demand(policy.may_edit_groups(actor, congress))
    taken = set(ElectoralUnit.objects.within(congress.scope).values_list("elector", flat=True))
    below = (
        Congress.objects.within(congress.subtree)
        .filter(parent=congress)
        .select_related("region")
        .order_by("path")
    )
    found = [child for child in below if child.pk not in taken]
    with signed(actor):
        for order, child in enumerate(found, start=len(taken) + 1):
            ElectoralUnit.objects.within(congress.scope).get_or_create(
                congress=congress, name=child.region.name, defaults={"elector": child, "order": order}
            )
    return len(found)
