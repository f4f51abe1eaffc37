"""会商: the dispatching offices read the plan, say what they think of single rows, and agree."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lianluo.congress.models import Unit
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.flow import PLAN
from lianluo.suggestions.models import AssignmentPlan, PlanRow
from lianluo.suggestions.services.planning.announcing import tell_planners, tell_readers
from lianluo.suggestions.services.planning.rows import held, row_held
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance


@transaction.atomic
def consult(plan: AssignmentPlan, *, actor: Actor, at: datetime) -> Event:
    """Send it to the offices; from now on they, the committees and the leaders may read it."""
    event = advance(PLAN, plan, "consult", actor=actor, at=at)
    tell_readers(plan, at)
    return event


@transaction.atomic
def comment(row: PlanRow, *, actor: Actor, at: datetime, text: str, unit: Unit | None = None) -> Event:
    """What an office thinks of one row, and whom it would ask instead."""
    now, office = row_held(row.pk, actor), office_of(actor)
    facts = {
        "office": str(office),
        "number": now.suggestion.number_words,
        "note": text,
        "proposed": str(unit or ""),
    }
    event = advance(PLAN, held(now.plan, actor), "comment", actor=actor, at=at, facts=facts)
    said = {"office": str(office), "by": actor.name, "text": text, "unit": unit.pk if unit else None}
    now.said = [*now.said, said | {"at": localtime(at).isoformat()}]
    now.save(update_fields=["said"])
    tell_planners(
        now.plan, at, _("%(office)s对%(number)s建议的交办提出意见") % facts, text, once=str(event.pk)
    )
    return event


@transaction.atomic
def agree(plan: AssignmentPlan, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """The office agrees with the plan as it stands."""
    now, office = held(plan, actor), office_of(actor)
    if any(one["unit"] == office.pk for one in now.agreed):
        raise Refused(_("%s已经会商一致。") % office)
    said = {"unit": office.pk, "name": str(office), "by": actor.name, "at": localtime(at).isoformat()}
    facts = {"office": str(office), "note": note}
    event = advance(PLAN, now, "agree", actor=actor, at=at, facts=facts, agreed=[*now.agreed, said])
    tell_planners(now, at, _("%(office)s对交办方案会商一致") % facts, note, once=str(event.pk))
    return event


@transaction.atomic
def drop(plan: AssignmentPlan, *, actor: Actor, at: datetime, reason: str = "") -> Event:
    """The plan is given up; its suggestions go on waiting."""
    return advance(PLAN, plan, "drop", actor=actor, at=at, facts={"reason": reason})


def office_of(actor: Actor) -> Unit:
    """The dispatching office for which the actor speaks."""
    rows = Unit.objects.within(actor.scope).filter(pk__in=actor.units(RoleKind.DISPATCHER))
    office: Unit | None = rows.order_by("order", "pk").first()
    if office is None:
        raise Refused(_("由交办机构会商。"))
    return office
