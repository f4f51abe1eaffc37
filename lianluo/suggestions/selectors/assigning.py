"""What somebody who assigns wants to know before pressing the button: clocks, who is told, which units fit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.congress.clock import clocks
from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Congress, Unit
from lianluo.suggestions import deadlines
from lianluo.suggestions.deadlines import CLOCK_LABELS
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.life import WEEKDAYS
from lianluo.suggestions.states import UNANSWERED
from lianluo.ui.components.text import day as day_words
from lianluo.ui.parts import Clock

NO_UNDERTAKERS = (UnitKind.COMMITTEE,)


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who will hear of the assignment, and what."""

    icon: str
    who: str
    what: str


def choosable(congress: Congress, on: date) -> dict[int, Unit]:
    """Units in force on `on` that may be asked, each with `open_count`, how many it handles now. One query."""
    busy = Q(handlings__state__in=UNANSWERED)
    rows = Unit.objects.within(congress.scope).exclude(kind__in=NO_UNDERTAKERS)
    rows = rows.filter(Q(valid_to=None) | Q(valid_to__gt=on)).select_related("dispatched_by")
    return {
        unit.pk: unit
        for unit in rows.annotate(open_count=Count("handlings", filter=busy)).order_by("order", "pk")
    }


def clocks_ahead(congress: Congress, tasks: Sequence[tuple[str, Unit | None]], today: date) -> list[Clock]:
    """The deadlines that start at an assignment made `today`: way and unit of each task. Each clock once. One query."""
    counting = clocks(congress, today)
    found: dict[str, Clock] = {}
    for mode, unit in tasks or [("sole", None)]:
        first = deadlines.DISPATCH if unit and unit.dispatched_by_id else deadlines.SIGN_FOR
        for row in (first, deadlines.answer_clock(mode)):
            deadline = counting.due(row.rule, today, hard=row.hard)
            note = f"{WEEKDAYS[deadline.due.weekday()]}，{deadline.rule.value}"
            label, value = str(CLOCK_LABELS[row.kind]), day_words(deadline.due)
            found.setdefault(row.kind, Clock(label=label, value=value, note=note, how=deadline.explanation))
    return list(found.values())


def told(suggestion: Suggestion, units: Sequence[Unit]) -> list[Told]:
    """Who hears of it."""
    found = []
    if units:
        said = ngettext("%d 个承办单位", "%d 个承办单位", len(units)) % len(units)
        found.append(Told("building", said, _("待办和通知，附交办单")))
    more = len(suggestion.signer_ids) - 1
    lead = _("%s代表") % suggestion.lead_name
    who = _("%(lead)s和联名 %(n)d 人") % {"lead": lead, "n": more} if more else lead
    found.append(Told("user", who, _("知道由谁办、何时答复")))
    offices = dict.fromkeys(str(unit.dispatched_by) for unit in units if unit.dispatched_by)
    found += [Told("building", office, _("政府单位经它分办")) for office in offices]
    return found


def fitting(wished: Sequence[Unit], likes: Sequence[Any], units: dict[int, Unit]) -> list[tuple[Unit, str]]:
    """Units worth a thought with the reason: wished for by the deputy, or they led similar suggestions."""
    found = {unit.pk: _("代表希望由它办理。") for unit in wished if unit.pk in units}
    led = Counter(pk for one in likes for pk in one)
    for pk, times in led.most_common(3):
        if pk in units and not units[pk].is_dispatcher:
            said = ngettext("相似的建议有 %d 件由它办理。", "相似的建议有 %d 件由它办理。", times) % times
            found[pk] = found.get(pk, "") + said
    return [(units[pk], why) for pk, why in found.items()]
