"""Exactly what the public may read of suggestions. Whatever shows something to the public asks here and nowhere else.

Nothing is handed out that is not in these shapes: no contact, no account, no draft, no co-handler's opinion. Each
condition of the law stands in the query itself, whatever an earlier decision said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.timezone import localdate

from lianluo.congress.models import Session
from lianluo.congress.rules import RuleBook
from lianluo.kernel.scoping import Scope, ScopedQuerySet
from lianluo.suggestions.models import Handling, Publication, Suggestion
from lianluo.suggestions.states import (
    NUMBERED,
    OUT,
    WITH_TEXT,
    Consent,
    HandlingState,
    Mode,
    PublicationKind,
    PublicationState,
    PublicAttribute,
)

OPEN_TEXT = Q(suggestion__consent=Consent.FULL, deputy_refused=False) & (
    Q(reply=None) | Q(reply__public_attribute=PublicAttribute.ACTIVE)
)
"""More than a title: the deputies agree, and the unit discloses it actively."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicReply:
    """One reply; `body` is "" when the public reads its title alone."""

    title: str
    unit: str
    round: int
    answer_class: str
    body: str
    replied_on: date
    published_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSuggestion:
    """One suggestion; `body` is "" when the public reads its title alone, `proposers` when no name is to stand there."""

    id: int
    number: str
    title: str
    session: str
    proposers: str
    topic: str
    units: tuple[str, ...]
    level: str
    body: str
    published_on: date
    replies: tuple[PublicReply, ...]


def out(scope: Scope, kind: str) -> ScopedQuerySet:
    """The decided publications of which the public reads something, and may."""
    rows: ScopedQuerySet = Publication.objects.within(scope).filter(kind=kind, state__in=OUT)
    rows = rows.filter(suggestion__state__in=NUMBERED)
    return rows.filter(OPEN_TEXT | Q(state=PublicationState.TITLE))


def published(
    scope: Scope, *, session: Session | None = None, only: Iterable[int] = ()
) -> list[PublicSuggestion]:
    """The public suggestions by number; of one session, or those named in `only`. Four queries."""
    rows = out(scope, PublicationKind.TEXT)
    if session is not None:
        rows = rows.filter(suggestion__session=session)
    if only:
        rows = rows.filter(suggestion__in=only)
    parts = (
        "suggestion__lead__person",
        "suggestion__session__term",
        "suggestion__congress",
        "suggestion__term",
    )
    found = list(rows.select_related(*parts).order_by("suggestion__number", "pk"))
    keys = [one.suggestion_id for one in found]
    replies, units = _replies(scope, keys), _units(scope, keys)
    return [
        _suggestion(one, replies.get(one.suggestion_id, ()), units.get(one.suggestion_id, ()))
        for one in found
    ]


def public_suggestion(suggestion: Suggestion) -> PublicSuggestion | None:
    """What the public reads of this one; None when it reads nothing."""
    return next(iter(published(suggestion.congress.scope, only=[suggestion.pk])), None)


def _suggestion(one: Publication, replies: Sequence[PublicReply], units: Sequence[str]) -> PublicSuggestion:
    case, on = one.suggestion, localdate(one.published_at)
    topics = {row.code: row.label for row in RuleBook(case.congress, on).topics()}
    return PublicSuggestion(
        id=case.pk,
        number=case.number,
        title=one.title,
        session=str(case.session or ""),
        proposers=proposers(one),
        topic=topics.get(case.topic, ""),
        units=tuple(units),
        level=one.state,
        body=one.body if one.state in WITH_TEXT else "",
        published_on=on,
        replies=tuple(replies),
    )


def proposers(one: Publication) -> str:
    """The names as decided when it went out; a deputy who since asked to stay unnamed is not named any longer."""
    case = one.suggestion
    if not one.name_shown or case.confidential:
        return ""
    count = len(case.signer_ids)
    return f"{case.lead.person}等{count}名代表" if count > 1 else str(case.lead.person)


def _replies(scope: Scope, keys: Sequence[int]) -> dict[int, list[PublicReply]]:
    rows = out(scope, PublicationKind.REPLY).filter(suggestion__in=keys)
    found: dict[int, list[PublicReply]] = {}
    for one in rows.select_related("reply__handling__unit").order_by("reply__round", "pk"):
        found.setdefault(one.suggestion_id, []).append(_reply(one, one.reply.delivered_at))
    return found


def _reply(one: Publication, delivered: datetime) -> PublicReply:
    reply = one.reply
    assert reply is not None
    return PublicReply(
        title=one.title,
        unit=reply.handling.unit.name,
        round=reply.round,
        answer_class=reply.reply_class,
        body=one.body if one.state in WITH_TEXT else "",
        replied_on=localdate(delivered),
        published_on=localdate(one.published_at),
    )


def _units(scope: Scope, keys: Sequence[int]) -> dict[int, list[str]]:
    rows = Handling.objects.within(scope).filter(suggestion__in=keys).exclude(mode=Mode.CO)
    rows = rows.exclude(state__in=(HandlingState.CANCELLED, HandlingState.DISPATCHING))
    found: dict[int, list[str]] = {}
    for key, name in rows.order_by("pk").values_list("suggestion", "unit__name"):
        found.setdefault(key, []).append(name)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryRow:
    """公开目录: what is out and how much, and for what is not out the reason alone (2-domain 6.2)."""

    number: str
    title: str
    proposers: str
    units: str
    answer_class: str
    level: str
    published_on: str
    replies: int
    reason: str

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def directory(scope: Scope, *, session: Session | None = None) -> list[DirectoryRow]:
    """All decided suggestions by number. What is withheld says its number and the reason: a title may tell too much."""
    shown = [_row(one) for one in published(scope, session=session)]
    rows = Publication.objects.within(scope).filter(
        kind=PublicationKind.TEXT, state=PublicationState.WITHHELD, suggestion__state__in=NUMBERED
    )
    if session is not None:
        rows = rows.filter(suggestion__session=session)
    kept = [_kept_back(one) for one in rows.select_related("suggestion__congress").order_by("pk")]
    return sorted([*shown, *kept], key=lambda row: row.number)


def _row(one: PublicSuggestion) -> DirectoryRow:
    last = one.replies[-1] if one.replies else None
    return DirectoryRow(
        number=one.number,
        title=one.title,
        proposers=one.proposers,
        units="、".join(one.units),
        answer_class=last.answer_class if last else "",
        level=str(PublicationState(one.level).label),
        published_on=one.published_on.isoformat(),
        replies=len(one.replies),
        reason="",
    )


def _kept_back(one: Publication) -> DirectoryRow:
    book = RuleBook(one.suggestion.congress, localdate(one.decided_at))
    reasons = {row.code: row.label for row in book.withhold_reasons()}
    return DirectoryRow(
        number=one.suggestion.number,
        title="",
        proposers="",
        units="",
        answer_class="",
        level=str(PublicationState.WITHHELD.label),
        published_on="",
        replies=0,
        reason=reasons.get(one.reason, one.reason),
    )
