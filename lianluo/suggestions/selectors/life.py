"""Where a suggestion stands of its whole life, and its deadlines in words. Pure: rows, day and calendar come in."""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lianluo.kernel.lights import Lights
from lianluo.kernel.workdays import WorkCalendar
from lianluo.suggestions.deadlines import CLOCK_LABELS
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.states import NO_SUGGESTION, UNSEEN, HandlingState
from lianluo.suggestions.states import SuggestionState as S
from lianluo.trail.models import Clock as Running
from lianluo.ui.components.text import date_full
from lianluo.ui.components.text import day as day_words
from lianluo.ui.dues import Due, due_done, due_none, due_on
from lianluo.ui.parts import Clock, Step

ENDED_OTHERWISE = (*NO_SUGGESTION, S.WITHDRAWN)

WEEKDAYS = (
    gettext_lazy("星期一"),
    gettext_lazy("星期二"),
    gettext_lazy("星期三"),
    gettext_lazy("星期四"),
    gettext_lazy("星期五"),
    gettext_lazy("星期六"),
    gettext_lazy("星期日"),
)

Row = tuple[Any, frozenset[str], Callable[[Suggestion, Sequence[Handling]], date | datetime | None]]


def _signed(suggestion: Suggestion, handlings: Sequence[Handling]) -> datetime | None:
    """When the last unit signed; None while one has not."""
    times = [one.signed_at for one in handlings if one.state != HandlingState.CANCELLED]
    known = [time for time in times if time]
    return max(known) if known and len(known) == len(times) else None


def _handled(suggestion: Suggestion, handlings: Sequence[Handling]) -> datetime | None:
    return suggestion.replied_at if suggestion.state in AFTER_REPLY else None


AFTER_REPLY = frozenset({S.REPLIED, S.RATED, S.CLOSED, S.ARCHIVED})
AFTER_RATING = frozenset({S.RATED, S.CLOSED, S.ARCHIVED})

ROWS: tuple[Row, ...] = (
    (gettext_lazy("提出"), frozenset({S.DRAFT, S.ENTERED}), lambda s, h: s.submitted_at),
    (
        gettext_lazy("审核立案"),
        frozenset({S.DELEGATION_REVIEW, S.REVIEW, S.RETURNED}),
        lambda s, h: s.accepted_at,
    ),
    (gettext_lazy("交办"), frozenset({S.ACCEPTED}), lambda s, h: s.assigned_at),
    (gettext_lazy("签收"), frozenset(), _signed),
    (gettext_lazy("办理"), frozenset({S.HANDLING}), _handled),
    (gettext_lazy("答复"), frozenset(), _handled),
    (gettext_lazy("代表评价"), frozenset({S.REPLIED}), lambda s, h: None),
    (gettext_lazy("办结归档"), frozenset({S.RATED, S.CLOSED}), lambda s, h: s.archived_at or s.closed_at),
)
SIGNING, RATING = 3, 6
"""Places in ROWS that need a look at more than one field."""


def steps(suggestion: Suggestion, handlings: Sequence[Handling], due: Due | None) -> list[Step]:
    """The step bar: what is behind, where it stands with how long is left, what is still to come."""
    if suggestion.state in ENDED_OTHERWISE:
        return _cut_short(suggestion, handlings)
    here = _here(suggestion, handlings)
    return [_step(n, row, here, suggestion, handlings, due) for n, row in enumerate(ROWS)]


def _here(suggestion: Suggestion, handlings: Sequence[Handling]) -> int:
    if suggestion.state == S.ARCHIVED:
        return len(ROWS)
    if suggestion.state == S.HANDLING and _signed(suggestion, handlings) is None:
        return SIGNING
    return next(n for n, row in enumerate(ROWS) if suggestion.state in row[1])


def _step(
    n: int, row: Row, here: int, suggestion: Suggestion, handlings: Sequence[Handling], due: Due | None
) -> Step:
    label, _states, when = row
    if n > here:
        return Step(str(label))
    if n == here:
        return Step(str(label), _now(n, suggestion, handlings, due), "now")
    note = (
        str(suggestion.get_final_rating_display()) if n == RATING else day_words(when(suggestion, handlings))
    )
    if n == SIGNING and not note:
        note = _receipts(handlings)
    if n == RATING - 1 and suggestion.round > 1:
        note = _("第 %(n)d 轮 · %(day)s") % {"n": suggestion.round, "day": note}
    return Step(str(label), note, "done")


def _now(n: int, suggestion: Suggestion, handlings: Sequence[Handling], due: Due | None) -> str:
    if n == SIGNING:
        return _receipts(handlings)
    if suggestion.state == S.CLOSED:
        return _("%s办结，待归档") % day_words(suggestion.closed_at)
    if suggestion.state == S.RETURNED:
        return _("退回修改")
    return due.label if due and due.day else ""


def _receipts(handlings: Sequence[Handling]) -> str:
    live = [one for one in handlings if one.state != HandlingState.CANCELLED]
    return _("%(n)d / %(all)d 个单位") % {
        "n": sum(one.signed_at is not None for one in live),
        "all": len(live),
    }


def _cut_short(suggestion: Suggestion, handlings: Sequence[Handling]) -> list[Step]:
    behind = [(label, when(suggestion, handlings)) for label, _states, when in ROWS[:RATING]]
    done = [Step(str(label), day_words(at), "done") for label, at in behind if at]
    return [*done, Step(str(suggestion.standing.label), "", "now")]


def due_of(suggestion: Suggestion, today: date, calendar: WorkCalendar, lights: Lights | None = None) -> Due:
    """The present deadline of a suggestion as a list or a page shows it."""
    if suggestion.due_on:
        return due_on(suggestion.due_on, today=today, calendar=calendar, lights=lights)
    if suggestion.state in {S.ARCHIVED, S.CLOSED, S.RATED, S.REPLIED} and suggestion.replied_at:
        return due_done(timezone.localdate(suggestion.replied_at), _replied(suggestion), _spent(suggestion))
    return due_none(_("没有期限") if suggestion.state in UNSEEN else "—")


def _replied(suggestion: Suggestion) -> str:
    return _("%s答复") % day_words(suggestion.replied_at)


def _spent(suggestion: Suggestion) -> str:
    if not (suggestion.assigned_at and suggestion.replied_at):
        return ""
    return _("用时 %d 天") % days_between(suggestion.assigned_at, suggestion.replied_at)


def days_between(start: datetime | date, end: datetime | date) -> int:
    one = timezone.localdate(start) if isinstance(start, datetime) else start
    two = timezone.localdate(end) if isinstance(end, datetime) else end
    return (two - one).days


def clock_label(running: Running) -> str:
    """What the deadline is for, with the unit where several have one."""
    label = str(CLOCK_LABELS.get(running.kind, running.kind))
    handling = getattr(running, "handling", None)
    return f"{label} · {handling.unit}" if handling else label


def clock(running: Running, today: date, calendar: WorkCalendar, lights: Lights | None = None) -> Clock:
    """A deadline with how it was counted."""
    how = running.explanation + _extended(running)
    if running.stopped_at is None:
        due = due_on(running.due_on, today=today, calendar=calendar, lights=lights)
        note, light = _on(running), due.light
        return Clock(
            label=clock_label(running), value=due.label, note=note, how=how, tone=due.tone, light=light
        )
    early = days_between(running.stopped_at, running.due_on)
    if early >= 0:
        value, tone = (_("提前 %d 天") % early if early else _("当日完成")), "ok"
    else:
        value, tone = ngettext("逾期 %d 天", "逾期 %d 天", -early) % -early, "bad"
    facts = {
        "start": day_words(running.started_on),
        "due": day_words(running.due_on),
        "end": day_words(running.stopped_at),
    }
    note = _("%(start)s起，期限 %(due)s，%(end)s完成") % facts
    return Clock(label=clock_label(running), value=value, note=note, how=how, tone=tone)


def _extended(running: Running) -> str:
    """What an extension changed, after how the statutory day was counted."""
    if not running.extended:
        return ""
    return _("已同意延期到%s。") % date_full(running.due_on)


def _on(running: Running) -> str:
    words = f"{day_words(running.due_on)}（{WEEKDAYS[running.due_on.weekday()]}）"
    if running.extended:
        return _("%(due)s，已延期，原为 %(was)s") % {"due": words, "was": day_words(running.statutory_on)}
    if not running.certain:
        return _("%s，推算") % words
    return _("%s，假定") % words if running.assumed else words


TELLING = frozenset({"reply", "rework"})
"""Clocks that stay in sight when they have stopped: the answer in time or not."""


def main_clocks(running: Sequence[Running], own_units: Collection[int]) -> list[Running]:
    """What runs: the suggestion's own deadlines, then those of the reader's units, then the others'; after that how
    the answers kept theirs."""

    def order(one: Running) -> tuple[int, date]:
        handling = getattr(one, "handling", None)
        return (0 if handling is None else 1 if handling.unit_id in own_units else 2, one.due_on)

    own = sorted((one for one in running if one.stopped_at is None), key=order)
    return own + [one for one in running if one.stopped_at is not None and one.kind in TELLING]


def past_clocks(running: Sequence[Running]) -> list[Running]:
    """The other deadlines that have stopped."""
    return [one for one in running if one.stopped_at is not None and one.kind not in TELLING]
