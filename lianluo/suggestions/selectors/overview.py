"""What stands beside the staff's to-do list: this year's suggestions of my scope in figures, steps and days.

Two queries, whatever the number of suggestions. A unit's people see their own part.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.congress.calendar import work_calendar
from lianluo.figures.rates import Rate
from lianluo.kernel.lights import Light
from lianluo.kernel.memo import Kept
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions import policy
from lianluo.suggestions.models import Handling
from lianluo.suggestions.selectors import desks
from lianluo.suggestions.selectors.lights import lights_of, tests
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.states import UNSEEN, HandlingState, Mode, Share
from lianluo.suggestions.states import SuggestionState as S
from lianluo.ui.glance import DuePanel, Figure, FigurePanel, Panel, ProgressPanel, StepCount, due_days
from lianluo.ui.parts import Link

ANSWERED = (S.REPLIED, S.RATED, S.CLOSED, S.ARCHIVED)
JUDGED = (S.RATED, S.CLOSED, S.ARCHIVED)
RUNNING = (S.DELEGATION_REVIEW, S.REVIEW, S.ACCEPTED, S.HANDLING, S.REPLIED, S.RATED)
WAITING = (HandlingState.ASSIGNED, HandlingState.SIGNED)
TWO_WEEKS = 14


def sees_overview(actor: Actor) -> bool:
    """Those whose work is the suggestions of others."""
    kinds = (RoleKind.LEADER, RoleKind.SESSION_STAFF)
    return actor.is_liaison or actor.has(*kinds) or bool(actor.units() or actor.delegation_ids)


def panels(actor: Actor, at: datetime) -> list[Panel]:
    """The panels of the first page; none while there is nothing to count."""
    today = timezone.localtime(at).date()
    since, monday = today.replace(month=1, day=1), today - timedelta(days=today.weekday())
    span = Span(today, since, monday)
    key = (actor.congress.pk, repr(policy.seen_by(actor)), own_part(actor), span)
    (count, part), of = SUMS.get(key, at, lambda: (_counts(actor, span), _answers(actor, span)), _dear)
    if not count["received"]:
        return []
    on_time = Rate(part["part"], part["whole"])
    own = own_part(actor)
    due = {monday + timedelta(days=n): (part if own else count)[f"day{n}"] for n in range(TWO_WEEKS)}
    days = _days(due, today, "own_due" if own else "due")
    lamps = _lights(part if own else count)
    note = _("截至 %s 的数") % f"{timezone.localtime(of):%H:%M}" if of != at else ""
    found: list[Panel] = [
        _figures(actor, count, on_time, since, note),
        _progress(actor, count, since),
        lamps,
        days,
    ]
    return [*desks.panels(actor, today), *found]


@dataclass(frozen=True, slots=True)
class Span:
    """The days between which is counted."""

    today: date
    since: date
    monday: date

    @property
    def begins(self) -> datetime:
        """The first moment of the year: compared as a moment, an index can find it."""
        return timezone.make_aware(datetime.combine(self.since, time.min))


Sums = tuple[dict[str, int], dict[str, int]]
SUMS: Kept[Sums] = Kept()
DEAR = 5_000
"""From so many suggestions a year on, the sums beside the to-do list may be a minute old; the panel says of when."""


def _dear(sums: Sums) -> bool:
    return sums[0]["received"] > DEAR


def own_part(actor: Actor) -> bool:
    """Does the actor see only what the own units handle?"""
    wide = actor.is_liaison or actor.is_deputy or actor.has(RoleKind.LEADER, RoleKind.COMMITTEE)
    return bool(actor.units()) and not wide


def _counts(actor: Actor, span: Span) -> dict[str, int]:
    """This year's suggestions by step, and what falls due on each day of two weeks ("day0" is Monday)."""
    this_year, today = Q(submitted_at__gte=span.begins), span.today
    rows = visible(actor).exclude(state__in=UNSEEN).filter(this_year | Q(state__in=RUNNING))
    tests = {
        "received": Q(),
        "numbered": ~Q(number=""),
        "assigned": Q(assigned_at__isnull=False),
        "handling": Q(state=S.HANDLING),
        "late": Q(state=S.HANDLING, due_on__lt=today),
        "answered": Q(state__in=ANSWERED),
        "waiting": Q(state=S.REPLIED),
        "judged": Q(state__in=JUDGED) & ~Q(final_share=""),
        "content": Q(state__in=JUDGED, final_share=Share.YES),
        "closed": Q(state__in=(S.CLOSED, S.ARCHIVED)),
        "refused": Q(state=S.NOT_ACCEPTED),
        "reference": Q(state=S.REFERENCE),
    }
    year = {name: Count("pk", filter=test & this_year) for name, test in tests.items()}
    counted: dict[str, int] = rows.order_by().aggregate(**year, **_timed(actor, RUNNING, span))
    return counted


def _timed(actor: Actor, waiting: Sequence[str], span: Span) -> dict[str, Count]:
    """What falls due on each day, and how many of those that wait stand under which light."""
    lights = tests("due_on", lights_of(actor.congress, span.today))
    lit = {light.value: Count("pk", filter=Q(state__in=waiting) & test) for light, test in lights}
    return lit | _by_day(Q(state__in=waiting), span.monday)


def _answers(actor: Actor, span: Span) -> dict[str, int]:
    """Answers that went out by the day on which they were due, all answers, and what falls due on each day."""
    rows = Handling.objects.within(actor.scope).exclude(state=HandlingState.CANCELLED)
    if own_part(actor):
        rows = rows.filter(unit__in=actor.units())
    answered = Q(replied_at__gte=span.begins, suggestion__submitted_at__gte=span.begins) & ~Q(mode=Mode.CO)
    rows = rows.filter(Q(replied_at__gte=span.begins) | Q(state__in=WAITING))
    counted: dict[str, int] = rows.order_by().aggregate(
        part=Count("pk", filter=answered & Q(replied_at__date__lte=F("due_on"))),
        whole=Count("pk", filter=answered),
        **_timed(actor, WAITING, span),
    )
    return counted


def _by_day(waits: Q, monday: date) -> dict[str, Count]:
    days = {f"day{n}": monday + timedelta(days=n) for n in range(TWO_WEEKS)}
    return {name: Count("pk", filter=waits & Q(due_on=day)) for name, day in days.items()}


def _list(since: date | None, **query: Any) -> str:
    """The list with filters in its address: the records behind a figure."""
    found = {"submitted_from": since.isoformat()} if since else {}
    return f"{reverse('suggestions:list')}?{urlencode(found | query, doseq=True)}"


def _figures(actor: Actor, count: dict[str, int], on_time: Rate, since: date, note: str) -> FigurePanel:
    content = Rate(count["content"], count["judged"])
    share = Rate(count["answered"], count["assigned"])
    bad = count["judged"] - count["content"]
    figures = [
        Figure(
            label=_("已答复"),
            value=count["answered"],
            unit=_("件"),
            note=_("占已交办 %(n)s 件的 %(rate)s") % {"n": f"{count['assigned']:,}", "rate": share.shown()},
            url=_list(since, state=ANSWERED),
        ),
        Figure(
            label=_("按期答复"),
            value=on_time.shown(),
            note=_("%(whole)d 份答复中 %(part)d 份按期") % {"whole": on_time.whole, "part": on_time.part},
        ),
        Figure(
            label=_("满意和基本满意"),
            value=content.shown(),
            note=_("%(n)d 件已评价，%(bad)d 件不满意") % {"n": count["judged"], "bad": bad},
            url=_list(since, state=JUDGED, share=Share.YES),
        ),
        Figure(
            label=_("逾期未答复"),
            value=count["late"],
            unit=_("件"),
            note=ngettext("办理中 %d 件", "办理中 %d 件", count["handling"]) % count["handling"],
            url=_list(since, state=S.HANDLING, late="late"),
        ),
    ]
    heading = _("我单位承办的建议") if own_part(actor) else _("%d 年的建议") % since.year
    return FigurePanel(heading=heading, figures=figures, note=note)


def _progress(actor: Actor, count: dict[str, int], since: date) -> ProgressPanel:
    kept_out = {"refused": count["refused"], "reference": count["reference"]}
    running = {"n": count["handling"], "late": count["late"]}
    rows = [
        (_("收到"), "received", "", {}),
        (_("立案"), "numbered", _("不作建议处理 %(refused)d，转参阅 %(reference)d") % kept_out, None),
        (_("交办"), "assigned", "", None),
        (_("答复"), "answered", _("办理中 %(n)d，其中逾期 %(late)d") % running, {"state": ANSWERED}),
        (_("评价"), "judged", _("待代表评价 %d") % count["waiting"], {"state": JUDGED}),
        (_("办结"), "closed", "", {"state": (S.CLOSED, S.ARCHIVED)}),
    ]
    shown = rows[2:] if own_part(actor) else rows
    steps = [
        StepCount(
            label=label, value=count[key], note=note, url="" if query is None else _list(since, **query)
        )
        for label, key, note, query in shown
    ]
    return ProgressPanel(heading=_("办到哪一步"), rows=steps, link=Link(_("看全部"), _list(since)))


def _lights(count: dict[str, int]) -> FigurePanel:
    """How pressing what waits is; each figure opens its list."""
    figures = [
        Figure(label=str(light.label), value=count[light], unit=_("件"), url=_list(None, light=light.value))
        for light in reversed(Light)
    ]
    return FigurePanel(heading=_("期限灯"), figures=figures)


def _days(due: dict[date, int], today: date, name: str) -> DuePanel:
    days = due_days(
        due,
        today=today,
        calendar=work_calendar(),
        url=lambda day: _list(None, **{f"{name}_from": day.isoformat(), f"{name}_to": day.isoformat()}),
    )
    return DuePanel(heading=_("两周到期"), days=days)
