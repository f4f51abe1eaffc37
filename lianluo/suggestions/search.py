"""What of a suggestion can be found, and by whom. The tokens repeat `policy.seen_by`; PostgreSQL asks it again."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.search.registry import SEARCHABLES, Document, Row, Searchable
from lianluo.suggestions.models import Handling, Reply, Suggestion
from lianluo.suggestions.selectors.visible import known, visible
from lianluo.suggestions.states import NUMBERED, UNSEEN, Consent, SuggestionState


def all_records() -> "QuerySet[Any]":
    """Every suggestion of every congress, for the index."""
    rows = Suggestion.objects.everywhere(
        "the search index is built over all congresses; rights are in its tokens"
    )
    return rows.select_related("lead__person", "congress", "delegation").prefetch_related("handlings__unit")


def document(case: Suggestion) -> Document:
    """The text of the suggestion with the names and numbers by which people look for it."""
    return Document(
        id=case.pk,
        title=case.title,
        body=f"{case.situation}\n{case.proposals}",
        numbers=[case.number] if case.number else [],
        people=[] if case.confidential else [str(case.lead.person)],
        units=[str(handling.unit) for handling in case.handlings.all()],
        topics=[case.topic] if case.topic else [],
        facets={"state": [case.state], "topic": [case.topic], "key": ["yes" if case.is_key else "no"]},
        congress=case.congress.path,
        seen_by=list(tokens(case)),
        at=case.submitted_at or case.saved_at,
    )


def tokens(case: Suggestion) -> Iterator[str]:
    """Who may find it: the lines of `policy.seen_by` as tokens."""
    yield from (f"seat:{seat_id}" for seat_id in case.signer_ids)
    yield from (f"unit:{unit_id}" for unit_id in case.unit_ids)
    if case.state in UNSEEN or (case.state == SuggestionState.WITHDRAWN and case.submitted_at is None):
        return
    yield from (f"role:{kind}:{case.congress_id}" for kind in _readers(case))
    if case.session_id and case.delegation_id:
        yield f"delegation:{case.delegation_id}"
    if case.state in NUMBERED and case.consent == Consent.FULL:
        yield f"deputy:{case.congress_id}"


def _readers(case: Suggestion) -> Iterator[str]:
    yield from (RoleKind.LIAISON, RoleKind.LIAISON_LEAD, RoleKind.LEADER)
    if case.session_id:
        yield RoleKind.SESSION_STAFF
    if case.state in NUMBERED:
        yield RoleKind.COMMITTEE


def rows(actor: Actor | None, ids: Sequence[int]) -> Iterable[Row]:
    """What a page of hits shows, for those of `ids` that `actor` may see. The public portal comes later."""
    if actor is None:
        return
    for case in known(visible(actor).filter(pk__in=ids).with_people(), actor):
        yield Row(
            id=case.pk,
            title=str(case),
            text=f"{case.situation}\n{case.proposals}",
            url=reverse("suggestions:case", args=[case.pk]),
            number=case.number,
            note=now_("%(name)s代表，%(state)s") % {"name": case.lead_name, "state": case.standing.label},
            place=str(case.delegation or ""),
            topic=case.topic,
        )


def _own(case: Suggestion) -> Iterable[int]:
    return [case.pk]


def _of_handling(case: Handling) -> Iterable[int]:
    return [case.suggestion_id]


def _of_reply(case: Reply) -> Iterable[int]:
    return [case.handling.suggestion_id]


def register() -> None:
    SEARCHABLES.add(
        "suggestions",
        Searchable(
            room="suggestions",
            label=_("代表建议"),
            queryset=all_records,
            document=document,
            visible=rows,
            changes={"suggestion": _own, "handling": _of_handling, "reply": _of_reply},
        ),
    )
