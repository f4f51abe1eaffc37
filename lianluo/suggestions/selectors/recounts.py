"""Recounts of deadlines as their page shows them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from lianluo.congress.explaining import explained
from lianluo.congress.rules import RULES
from lianluo.kernel.scoping import ScopedQuerySet
from lianluo.people.actor import Actor
from lianluo.suggestions.models import Recount
from lianluo.suggestions.states import Outcome, RecountState
from lianluo.trail.recount import CALENDAR
from lianluo.ui.components.text import day as day_words

SHOWN = 30


def undecided(actor: Actor) -> ScopedQuerySet:
    """The recount that waits or is being carried out, with how many rows wait and are left out."""
    rows = Recount.objects.within(actor.scope).filter(
        state__in=(RecountState.OPEN, RecountState.APPLYING), congress=actor.congress
    )
    counted: ScopedQuerySet = rows.annotate(
        waiting=Count("rows", filter=Q(rows__outcome=Outcome.WAITING)),
        kept=Count("rows", filter=Q(rows__outcome=Outcome.KEPT)),
    )
    return counted


def present(actor: Actor) -> Any:
    """The recount that is not done yet, in words."""
    found = undecided(actor).order_by("-pk").first()
    if found is not None:
        found.words = cause_words(found)
    return found


def cause_words(recount: Recount) -> str:
    """Why deadlines were counted again."""
    if recount.cause == CALENDAR:
        return _("工作日历改动")
    label = RULES[recount.cause].label if recount.cause in RULES else recount.cause
    return (_("「%s」现行规则也用于正在走的期限") if recount.rule_on else _("规则「%s」改动")) % label


def named(actor: Actor, at: datetime) -> list[tuple[str, str]]:
    """The latest recounts, for the filter."""
    rows = Recount.objects.within(actor.scope).filter(congress=actor.congress)[:SHOWN]
    return [(str(row.pk), f"{day_words(row.prepared_at)} {cause_words(row)}") for row in rows]


def dress(rows: Sequence[Any]) -> None:
    """Words for a page of rows."""
    for row in rows:
        row.why, row.cause_words = explained(row.steps), cause_words(row.recount)
