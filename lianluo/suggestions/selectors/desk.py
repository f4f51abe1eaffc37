"""What lies on a unit's desk while it writes: the points to answer, other units' opinions, who signs, what is missing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from lianluo.congress.rules import RuleBook
from lianluo.people.actor import in_force
from lianluo.people.models import Role
from lianluo.people.roles import RoleKind
from lianluo.suggestions.models import Handling, Reply, Suggestion
from lianluo.suggestions.selectors.letters import proposed
from lianluo.suggestions.states import HandlingState, Mode, ReplyState
from lianluo.trail.models import Event
from lianluo.ui.components.text import day as day_words

POINT = re.compile(r"^\s*(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.．、])")


@dataclass(frozen=True, slots=True)
class Link:
    """One place in the chain from draft to signature."""

    names: str
    what: str
    note: str
    here: bool


@dataclass(frozen=True, slots=True)
class Opinion:
    """A co-handler with what it wrote, if it has."""

    handling: Handling
    body: str
    note: str


def points(suggestion: Suggestion) -> list[str]:
    """The numbered proposals one by one; the paragraphs where nothing is numbered."""
    lines = [line.strip() for line in suggestion.proposals.splitlines() if line.strip()]
    numbered = [line for line in lines if POINT.match(line)]
    return numbered or lines


def others(handling: Handling) -> list[Handling]:
    """The other units of the same suggestion with their delivered replies of this round. Two queries."""
    rows = Handling.objects.within(handling.congress.scope).filter(suggestion=handling.suggestion_id)
    rows = rows.exclude(Q(pk=handling.pk) | Q(state=HandlingState.CANCELLED)).select_related("unit")
    found = {one.pk: one for one in rows.order_by("pk")}
    delivered = Reply.objects.within(handling.congress.scope).filter(
        handling__in=found, state=ReplyState.DELIVERED
    )
    for one in found.values():
        one.delivered = None
    for reply in delivered.order_by("round"):
        found[reply.handling_id].delivered = reply
    return list(found.values())


def opinions(rows: Sequence[Any]) -> list[Opinion]:
    """What co-handlers gave to the lead unit, and who has not yet."""
    found = []
    for one in rows:
        if one.mode == Mode.CO:
            due = _("%s前") % day_words(one.due_on) if one.due_on else ""
            note = day_words(one.delivered.delivered_at) if one.delivered else due
            found.append(Opinion(one, one.delivered.body if one.delivered else "", note))
    return found


def chain(handling: Handling, reply: Reply | None, today: date) -> list[Link]:
    """Who drafts, reviews and signs in the unit, and where the reply is. One query."""
    roles = Role.objects.within(handling.congress.scope).filter(in_force(today), unit=handling.unit_id)
    names: dict[str, list[str]] = {}
    for role in roles.select_related("account").order_by("pk"):
        names.setdefault(role.kind, []).append(str(role.account))
    state = reply.state if reply else ReplyState.DRAFTING
    return [_link(kind, what, names.get(kind, []), state == step) for kind, what, step in _chain()]


def _chain() -> tuple[tuple[str, str, str], ...]:
    return (
        (RoleKind.UNIT_HANDLER, _("起草"), ReplyState.DRAFTING),
        (RoleKind.UNIT_REVIEWER, _("审核"), ReplyState.REVIEWING),
        (RoleKind.UNIT_SIGNER, _("签发"), ReplyState.SIGNING),
    )


def _link(kind: str, what: str, names: list[str], here: bool) -> Link:
    note = _("现在在这一步") if here else ""
    return Link("、".join(names[:3]) or _("还没有设人"), what, note, here)


def number_hint(handling: Handling, today: date) -> str:
    """What number it will get; without a series of the unit, how one is written. One query."""
    if handling.role.answers_deputy and (following := proposed(handling.unit, today)):
        return _("不填，签发时编为 %s（以签发时为准）。") % following
    rows = Reply.objects.within(handling.congress.scope).filter(
        handling__unit=handling.unit_id, state=ReplyState.DELIVERED
    )
    last = (
        rows.exclude(document_number="")
        .order_by("-delivered_at")
        .values_list("document_number", flat=True)
        .first()
    )
    return _("上一件是 %s") % last if last else _("机关代字〔年份〕序号，例如 某教函〔2026〕12号")


def sent_back(draft: Reply) -> list[Event]:
    """What reviewer and signer said when they sent the draft back, newest first. One query."""
    rows = Event.objects.within(draft.congress.scope).filter(case_type="reply", case_id=draft.pk)
    return [one for one in rows.filter(move="send_back").order_by("-seq") if one.facts.get("note")]


def signer_rule(book: RuleBook) -> str:
    """`reply.signer`: who signs (2-domain 1.9)."""
    row = book.get("reply.signer")
    label = dict(row.spec.choices).get(row.value, "")
    return _("按本级规则，由%s签发。") % label if label else ""
