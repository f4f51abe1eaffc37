"""An import whose things nobody has touched can be taken back whole, or not at all."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import ProtectedError

from lianluo.exchange.kinds import KINDS
from lianluo.exchange.models import Batch, Origin, Stage
from lianluo.exchange.services.opening import demand
from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.trail.steps import Refused

WITHIN = timedelta(days=1)


def may_take_back(batch: Batch, at: datetime) -> Verdict:
    """Within a day, and only kinds whose rows are no cases: the history of a case is never deleted."""
    kind = KINDS[batch.kind]
    if kind.gone is None:
        return no(kind.kept_why or _("这一类导入不能撤回。"))
    if batch.stage not in {Stage.DONE, Stage.STOPPED} or not batch.count("made"):
        return no(_("没有可撤回的内容。"))
    if at - (batch.ended_at or batch.touched_at) > WITHIN:
        return no(_("导入已超过 24 小时，不能整批撤回。"))
    return YES


@transaction.atomic
def take_back(batch: Batch, *, actor: Actor, at: datetime) -> int:
    """Delete what the batch made, unless something has come of it; returns how many."""
    kind = demand(actor, batch.kind)
    batch = Batch.objects.within(actor.scope).select_for_update().get(pk=batch.pk)
    if not (verdict := may_take_back(batch, at)):
        raise Refused(str(verdict.reason))
    origins = Origin.objects.within(actor.scope).filter(batch=batch)
    targets = list(origins.values_list("target", flat=True))
    assert kind.gone is not None
    try:
        with transaction.atomic():
            why = kind.gone(targets, actor)
            if why:
                raise Refused(why)
            origins.delete()
    except ProtectedError as error:
        raise Refused(str(_("有的已经用上了，不能整批撤回；请逐个处理。"))) from error
    batch.stage, batch.ended_at, batch.touched_at = Stage.TAKEN_BACK, at, at
    batch.counts = batch.counts | {"made": 0, "gone": len(targets)}
    batch.save(update_fields=["stage", "ended_at", "touched_at", "counts"])
    return len(targets)
