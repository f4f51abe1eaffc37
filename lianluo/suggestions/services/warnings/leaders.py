"""办理情况汇总: what leaders and the head of the office read once a week (or by rule): late, due soon, units behind."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.congress.calendar import work_calendar
from lianluo.congress.models import Congress
from lianluo.congress.rules import RuleBook
from lianluo.notices.recipients import Recipients
from lianluo.notices.telling import tell
from lianluo.people.roles import RoleKind
from lianluo.suggestions.models import Handling
from lianluo.suggestions.states import UNANSWERED, SuggestionState

SOON = timedelta(days=15)
MOST_UNITS = 10
WEEKLY, DAILY = "weekly", "daily"


def tell_leaders(congress: Congress, at: datetime) -> int:
    """Once a period, on its first working day or on the first morning after it; how many people were told."""
    today = localdate(at)
    how = RuleBook(congress, today).text("warn.leaders")
    if how not in (WEEKLY, DAILY) or not work_calendar().is_workday(today):
        return 0
    rows = _owed(congress)
    count = rows.order_by().aggregate(**_counts(today))
    if not count["open"]:
        return 0
    begins = today if how == DAILY else today - timedelta(days=today.weekday())
    told = tell(
        "suggestion.leaders_digest",
        to=Recipients.roles(RoleKind.LEADER, RoleKind.LIAISON_LEAD),
        title=_title(count),
        body="\n".join([_open(count["open"]), *_behind(rows, today)]),
        url=f"{reverse('suggestions:list')}?late=late" if count["late"] else reverse("suggestions:list"),
        congress=congress,
        at=at,
        once=f"leaders:{congress.pk}:{how}:{begins}",
    )
    return len(told)


def _owed(congress: Congress) -> Any:
    """Parts that units of this congress have not answered."""
    rows = Handling.objects.within(congress.scope).filter(congress=congress, state__in=UNANSWERED)
    return rows.filter(suggestion__state=SuggestionState.HANDLING)


def _counts(today: date) -> dict[str, Count]:
    late, soon = Q(due_on__lt=today), Q(due_on__gte=today, due_on__lte=today + SOON)
    return {
        "open": Count("suggestion", distinct=True),
        "late": Count("suggestion", filter=late, distinct=True),
        "soon": Count("suggestion", filter=soon, distinct=True),
    }


def _title(count: dict[str, int]) -> str:
    late = ngettext("逾期 %d 件", "逾期 %d 件", count["late"]) % count["late"]
    soon = ngettext("%d 件", "%d 件", count["soon"]) % count["soon"]
    return _("建议办理情况：%(late)s，%(days)d 天内到期%(soon)s") % {
        "late": late, "soon": f" {soon}", "days": SOON.days,
    }  # fmt: skip


def _open(n: int) -> str:
    return ngettext("正在办理 %d 件。", "正在办理 %d 件。", n) % n


def _behind(rows: Any, today: date) -> list[str]:
    """The units that are late with most, the longest wait beside them."""
    late = rows.filter(due_on__lt=today).order_by()
    many = late.values_list("unit__name").annotate(n=Count("suggestion", distinct=True))
    units = list(many.order_by("-n", "unit__name")[: MOST_UNITS + 1])
    lines = [
        ngettext("%(unit)s：逾期 %(n)d 件", "%(unit)s：逾期 %(n)d 件", n) % {"unit": unit, "n": n}
        for unit, n in units
    ]
    if len(lines) > MOST_UNITS:
        lines[MOST_UNITS:] = [_("其余单位见列表。")]
    return lines
