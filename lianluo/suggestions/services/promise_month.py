"""通报月: once a year, in the month of the congress's rule, every unit is reminded to report on what it promised and has
not kept yet, year after year until it is kept (2-domain 1.3: 重庆, there for this year and the last; 1.12)."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as now_

from lianluo.congress.models import Congress, Unit
from lianluo.congress.rules import RuleBook
from lianluo.notices.recipients import Recipients
from lianluo.notices.telling import tell
from lianluo.suggestions.models import Promise
from lianluo.suggestions.notices import PROMISE_MONTH
from lianluo.suggestions.states import UNKEPT

WHY = "every congress reminds its own units"


def remind_units(at: datetime) -> int:
    """How many units were told. Doubles of the same year are left out by the notices."""
    owing = Promise.objects.everywhere(WHY).filter(state__in=UNKEPT)
    units = Unit.objects.everywhere(WHY).filter(pk__in=owing.values("unit")).select_related("congress")
    told = 0
    for unit in units.order_by("pk"):
        if _is_month(unit.congress, at) and _remind(unit, owing.filter(unit=unit).count(), at):
            told += 1
    return told


def _is_month(congress: Congress, at: datetime) -> bool:
    day = localdate(at)
    return bool(RuleBook(congress, day).count("promise.report_month") == day.month)


def _remind(unit: Unit, n: int, at: datetime) -> bool:
    day = localdate(at)
    written = tell(
        PROMISE_MONTH,
        to=Recipients.unit(unit.pk),
        title=now_("请向代表通报承诺进展：%d 项还没有落实") % n,
        body=now_("按本级规则，每年 %d 月通报还没有落实的承诺事项的进展，直到落实。") % day.month,
        url=reverse("suggestions:promises"),
        congress=unit.congress,
        at=at,
        once=f"promise_month:{unit.pk}:{day.year}",
    )
    return bool(written)
