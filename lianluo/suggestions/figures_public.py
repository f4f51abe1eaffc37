"""Figures of what is public (2-domain 1.13, 1.15): part of what was accepted, and of what was answered."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lianluo.figures.periods import Period
from lianluo.figures.registry import Per, figure, rate
from lianluo.kernel.scoping import Scope
from lianluo.suggestions.figures import DELEGATION, GROUP, TOPIC, UNIT, _row, accepted, answered
from lianluo.suggestions.models import Publication
from lianluo.suggestions.states import OUT, WITH_TEXT, PublicationKind

SESSION = Per("session", _("会议"), "session__number")


def _of(scope: Scope, kind: str, states: frozenset[Any]) -> Any:
    rows = Publication.objects.within(scope).filter(kind=kind, state__in=states)
    return rows.values("suggestion")


@figure(
    "suggestions.published",
    label=_("公开建议"),
    unit=UNIT,
    group=GROUP,
    per=(SESSION, DELEGATION, TOPIC),
    how=_("时段内立案的建议中，现在已公开的：全文、摘要，或者只公开标题。"),
    row=_row,
)
def published(scope: Scope, period: Period) -> "QuerySet[Any]":
    return accepted(scope, period).filter(pk__in=_of(scope, PublicationKind.TEXT, OUT))


@figure(
    "suggestions.published_text",
    label=_("公开建议正文"),
    unit=UNIT,
    group=GROUP,
    per=(SESSION, DELEGATION, TOPIC),
    how=_("已公开的建议中，公众看得到全文或者摘要的。"),
    row=_row,
)
def published_text(scope: Scope, period: Period) -> "QuerySet[Any]":
    return accepted(scope, period).filter(pk__in=_of(scope, PublicationKind.TEXT, WITH_TEXT))


@figure(
    "suggestions.reply_published",
    label=_("公开答复的建议"),
    unit=UNIT,
    group=GROUP,
    per=(SESSION, DELEGATION, TOPIC),
    how=_("时段内答复的建议中，至少一份答复的全文或者摘要已公开的。"),
    row=_row,
)
def reply_published(scope: Scope, period: Period) -> "QuerySet[Any]":
    return answered(scope, period).filter(pk__in=_of(scope, PublicationKind.REPLY, WITH_TEXT))


rate(
    "suggestions.published_share",
    label=_("建议公开率"),
    group=GROUP,
    part="suggestions.published",
    whole="suggestions.accepted",
)
rate(
    "suggestions.reply_published_share",
    label=_("答复公开率"),
    group=GROUP,
    part="suggestions.reply_published",
    whole="suggestions.answered",
)
