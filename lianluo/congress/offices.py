"""What the deputies' body calls itself, from which day (代表法 art. 12 renamed many in 2025)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lianluo.congress import policy
from lianluo.congress.levels import Level
from lianluo.congress.models import Congress, OfficeName
from lianluo.congress.refusals import Refusal, demand
from lianluo.congress.signed import signed


def office_name(congress: Congress, on: date) -> OfficeName:
    """The name in force on `on`; an unsaved default of the level where none was entered."""
    named = (
        OfficeName.objects.within(congress.scope).filter(valid_from__lte=on).order_by("-valid_from").first()
    )
    return named or _default(congress, on)


def _default(congress: Congress, on: date) -> OfficeName:
    if congress.level == Level.TOWNSHIP:
        return OfficeName(congress=congress, name=_("人民代表大会主席团"), short=_("主席团"), valid_from=on)
    return OfficeName(
        congress=congress, name=_("常务委员会代表工作委员会"), short=_("代表工委"), valid_from=on
    )


@transaction.atomic
def name_office(
    congress: Congress, *, name: str, short: str, valid_from: date, actor: policy.Worker, at: datetime
) -> OfficeName:
    """From `valid_from` the office is called `name`. The same day again corrects it."""
    demand(policy.may_name_office(actor, congress))
    with signed(actor):
        row: OfficeName
        row, _new = OfficeName.objects.within(congress.scope).update_or_create(
            congress=congress, valid_from=valid_from, defaults={"name": name, "short": short}
        )
    return row


@transaction.atomic
def drop_office_name(row: OfficeName, *, actor: policy.Worker, at: datetime) -> None:
    """Take back a name that has not begun."""
    demand(policy.may_name_office(actor, row.congress))
    if row.valid_from <= localdate(at):
        raise Refusal(_("已经启用的名称不能删除，公文要按当时的名称保存。"))
    with signed(actor):
        row.delete()
