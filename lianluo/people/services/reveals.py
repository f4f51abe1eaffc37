"""Show a masked field in full, and keep who saw it and why (个人信息保护法 art. 51; 数据安全法 art. 27)."""

from datetime import datetime

from django.db import transaction

from lianluo.kernel.text import _
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.people.models import Reveal, Seat
from lianluo.people.refusal import Unfit, require


@transaction.atomic
def reveal(seat: Seat, field: str, *, reason: str, actor: Actor, at: datetime) -> str:
    """The whole value of `field` ("phone" or "id_number"). The record is written before the value is returned."""
    if field not in policy.REVEALS:
        raise Unfit(_("没有这一项。"))
    require(policy.may_reveal(actor, seat, field))
    if len(reason.strip()) < 4:
        raise Unfit(_("请写明用途，至少 4 个字，会记入审计。"), "reason")
    Reveal.objects.create(
        congress=actor.congress, account_id=actor.account_id, person=seat.person, field=field,
        reason=reason.strip()[:120], at=at,
    )  # fmt: skip
    return str(getattr(seat.person, field))
