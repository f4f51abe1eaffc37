"""The morning's warnings of one congress, in one transaction: what is told and that it was told."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.congress.models import Congress
from lianluo.notices.recipients import Recipients, resolved
from lianluo.notices.telling import Message, tell_each
from lianluo.suggestions.deadlines import CLOCK_LABELS
from lianluo.suggestions.models import Warned
from lianluo.suggestions.services.warnings.finding import Reached, reached
from lianluo.suggestions.services.warnings.stages import OVER, TODAY
from lianluo.ui.components.text import date_full

NAMED = 20
"""So many suggestions are named in a notice; the list has them all."""


HAND = "the congress whose morning it is"


class Same(NamedTuple):
    """What one notice may speak of together."""

    kind: str
    stage: int
    due: date | None


@transaction.atomic
def warn(congress: Congress, at: datetime) -> int:
    """Tell everybody of what came near, fell due or is over since the last time; how many deadlines."""
    # Two workers in one morning: the second waits and finds nothing more to tell.
    Congress.objects.everywhere(HAND).select_for_update(no_key=True).get(pk=congress.pk)
    found = reached(congress, localdate(at))
    for same, rows in _grouped(found).items():
        key = "overdue" if same.stage == OVER else "rate_soon" if same.kind == "feedback" else "due_soon"
        messages = _messages(same, rows, congress, at)
        tell_each(f"suggestion.{key}", messages, congress=congress, at=at)
    Warned.objects.bulk_create(
        Warned(clock=one.clock, due_on=one.clock.due_on, stage=one.stage, at=at) for one in found
    )
    return len(found)


def _grouped(found: Sequence[Reached]) -> dict[Same, list[Reached]]:
    groups: dict[Same, list[Reached]] = defaultdict(list)
    for one in found:
        day = None if one.stage == OVER else one.clock.due_on
        groups[Same(one.clock.kind, one.stage, day)].append(one)
    return groups


def _messages(same: Same, rows: Sequence[Reached], congress: Congress, at: datetime) -> list[Message]:
    """One notice for each circle of people who hear of the same suggestions, so that nobody hears of one twice."""
    by_circle: dict[Recipients, list[Reached]] = {}
    ours: dict[int, list[Reached]] = defaultdict(list)
    for one in rows:
        by_circle.setdefault(one.to, []).append(one)
    for to, theirs in by_circle.items():
        for account in resolved(to, congress, localdate(at)):
            ours[account] += theirs
    heard: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for account, theirs in ours.items():
        heard[tuple(sorted(one.clock.pk for one in theirs))].add(account)
    by_clock = {one.clock.pk: one for one in rows}
    return [
        _message(same, [by_clock[pk] for pk in clocks], frozenset(accounts), at)
        for clocks, accounts in heard.items()
    ]


def _message(same: Same, rows: Sequence[Reached], accounts: frozenset[int], at: datetime) -> Message:
    cases = list({one.case.pk: one.case for one in rows}.values())
    what, when = CLOCK_LABELS[same.kind], _when(same, rows, localdate(at))
    if len(cases) == 1:
        title = _("%(number)s建议：%(what)s，%(when)s") % {
            "number": cases[0].number_words, "what": what, "when": when,
        }  # fmt: skip
        url = reverse("suggestions:case", args=[cases[0].pk])
    else:
        title = ngettext("%(n)d 件建议：%(what)s，%(when)s", "%(n)d 件建议：%(what)s，%(when)s", len(cases)) % {
            "n": len(cases), "what": what, "when": when,
        }  # fmt: skip
        url = reverse(
            "suggestions:mine" if same.kind == "feedback" and same.stage != OVER else "suggestions:list"
        )
    lines = [f"{case.number_words} {case.title}" for case in cases[:NAMED]]
    if (more := len(cases) - NAMED) > 0:
        lines.append(ngettext("还有 %d 件", "还有 %d 件", more) % more)
    once = (
        f"warn:{same.kind}:{same.stage}:{rows[0].clock.due_on}:{rows[0].clock.pk}:{len(rows)}:{localdate(at)}"
    )
    return Message(accounts=accounts, title=title, body="\n".join(lines), url=url, once=once)


def _when(same: Same, rows: Sequence[Reached], today: date) -> str:
    if same.stage == TODAY:
        return _("今天到期")
    if same.stage == OVER or same.due is None:
        n = max((today - one.clock.due_on).days for one in rows)
        words = ngettext("已逾期 %d 天", "已逾期 %d 天", n) % n
        return words if len(rows) == 1 else _("最长的%s") % words
    n = (same.due - today).days
    left = ngettext("还有 %d 天到期", "还有 %d 天到期", n) % n
    return _("%(left)s（%(day)s）") % {"left": left, "day": date_full(same.due)}
