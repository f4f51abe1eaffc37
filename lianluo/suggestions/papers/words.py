"""Words that several papers of the room share."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as now_

from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.states import DROPPED, HandlingState
from lianluo.trail.models import Attachment
from lianluo.ui.components.text import date_full

CONGRESS = "人民代表大会"


def day(moment: datetime | None) -> str:
    return date_full(moment)


def held_by(suggestion: Suggestion) -> str:
    """湖南省第十四届人民代表大会第四次会议, or 闭会期间 in place of the session."""
    place = suggestion.congress.name.removesuffix(CONGRESS)
    term = f"{place}{suggestion.term}{CONGRESS}"
    session = suggestion.session
    return term + (str(session).removeprefix(str(suggestion.term)) if session else now_("闭会期间"))


def proposers(suggestion: Suggestion) -> str:
    """李建国代表, 李建国等20名代表 (2-domain 12.1)."""
    name, count = suggestion.lead_name, len(suggestion.signer_ids)
    return f"{name}等{count}名代表" if count > 1 else f"{name}代表"


def named(handlings: Iterable[Handling], *modes: str) -> str:
    return "、".join(one.unit.name for one in handlings if one.mode in modes)


def fellows(suggestion: Suggestion) -> list[Handling]:
    """All units that handle it."""
    rows = suggestion.handlings.exclude(state=HandlingState.CANCELLED).select_related("unit")
    return list(rows.order_by("pk"))


def files(suggestion: Suggestion) -> tuple[str, ...]:
    rows = Attachment.objects.within(suggestion.congress.scope)
    rows = rows.filter(case_type="suggestion", case_id=suggestion.pk).exclude(kind=DROPPED)
    return tuple(rows.order_by("pk").values_list("name", flat=True))


def paragraphs(body: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in body.splitlines() if line.strip())
