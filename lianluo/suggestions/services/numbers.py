"""发文字号: one series per unit and year, drawn when the reply is signed (2-domain 1.9, 12.1)."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.models import Counter, Unit
from lianluo.congress.numbers import draw
from lianluo.kernel.numbering import BadPattern, check_pattern
from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import Reply
from lianluo.suggestions.selectors.letters import series, taken, written
from lianluo.trail.steps import Refused

MOST_SKIPPED = 1000


def number_for(reply: Reply, at: datetime) -> str:
    """The number under which the reply goes out: the one typed, with its reason, or the next of the series.

    Drawn in the transaction of the signature: a signature that fails gives the number back, and two that happen at
    once wait for each other.
    """
    unit, typed = reply.handling.unit, reply.document_number.strip()
    if not unit.document_pattern or not reply.handling.role.answers_deputy:
        return typed
    if typed:
        if not reply.number_reason.strip():
            raise Refused(_("本单位的发文字号由系统编排；另编文号的，请写明理由。"))
        return typed
    year = localdate(at).year
    for _try in range(MOST_SKIPPED):
        number = written(unit.document_pattern, year, draw(reply.congress, series(unit, year)))
        if not taken(unit.pk, number, reply.congress.scope, but=reply.pk):
            return number
    raise Refused(_("发文字号格式没有用到序号，请单位管理员核对。"))


@transaction.atomic
def set_series(unit: Unit, *, actor: Actor, at: datetime, pattern: str, last: int) -> None:
    """How the unit's letters are numbered from now on. `last` is the last number of this year used elsewhere."""
    if not (verdict := policy.may_keep_series(actor, unit.pk)):
        raise Refused(str(verdict.reason))
    try:
        pattern = check_pattern(pattern.strip()) if pattern.strip() else ""
    except BadPattern:
        raise Refused(_("格式里要有 {seq}（序号），可以有 {year}（年份）。")) from None
    year = localdate(at).year
    rows = Counter.objects.within(unit.congress.scope).select_for_update()
    kept = rows.filter(series=series(unit, year)).first()
    given = kept.value if kept else 0
    if pattern and last < given:
        raise Refused(Sentence(_("今年已经编到 {n} 号，不能往回编。"), n=given))
    Unit.objects.within(actor.scope).filter(pk=unit.pk).update(document_pattern=pattern)
    unit.document_pattern = pattern
    if pattern and last != given:
        Counter.objects.within(unit.congress.scope).update_or_create(
            congress=unit.congress, series=series(unit, year), defaults={"value": last}
        )
