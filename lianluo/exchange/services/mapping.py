"""Columns are put where they belong; the mapping is remembered for files with the same headings."""

from datetime import datetime

from django.db import transaction

from lianluo.exchange.mapping import fingerprint, missing
from lianluo.exchange.models import Batch, Remembered, Stage
from lianluo.exchange.services.opening import demand
from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor
from lianluo.trail.steps import Refused

OPEN = (Stage.MAPPING, Stage.CHECKED, Stage.REFUSED)


@transaction.atomic
def map_columns(
    batch: Batch, mapping: dict[str, str], options: dict[str, str], *, actor: Actor, at: datetime
) -> Batch:
    """Keep which column is which field. Each field at most once; required ones must be there or have an option."""
    kind = demand(actor, batch.kind)
    if batch.stage not in OPEN:
        raise Refused(str(_("这个文件已经开始导入，不能再改栏目。")))
    kept = {
        n: key for n, key in mapping.items() if key and kind.field_of(key) and int(n) < len(batch.columns)
    }
    twice = sorted({key for key in kept.values() if list(kept.values()).count(key) > 1})
    if twice:
        label = kind.field_of(twice[0]).label  # type: ignore[union-attr]
        raise Refused(str(Sentence(_("有两栏都放到了“{label}”，请只留一栏。"), label=label)))
    if lacking := missing(kind, kept, options):
        labels = "、".join(str(field.label) for field in lacking)
        raise Refused(
            str(Sentence(_("还没有放好：{labels}。请选出是哪一栏，或在下面统一指定。"), labels=labels))
        )
    batch.mapping, batch.options, batch.stage, batch.touched_at = kept, options, Stage.MAPPING, at
    batch.save(update_fields=["mapping", "options", "stage", "touched_at"])
    Remembered.objects.within(batch.congress.scope).update_or_create(
        congress=batch.congress, kind=batch.kind, fingerprint=fingerprint(batch.columns),
        defaults={"mapping": kept, "options": options},
    )  # fmt: skip
    return batch
