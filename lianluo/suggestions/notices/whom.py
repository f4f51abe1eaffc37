"""Whom an announcement of this room can be for, and what one row of the table is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lianluo.notices.recipients import Recipients
from lianluo.people.roles import UNIT_ROLES, RoleKind
from lianluo.suggestions.models import Suggestion

LIAISON = (RoleKind.LIAISON, RoleKind.LIAISON_LEAD)
REVIEWERS = (*LIAISON, RoleKind.SESSION_STAFF)
UNIT = tuple(UNIT_ROLES)

To = Callable[[Suggestion], Recipients]


def reviewers(case: Suggestion) -> Recipients:
    """Whoever reviews next: the delegation's staff first, in session; then the group, or the deputies' body."""
    if case.state == "delegation_review" and case.delegation_id:
        return Recipients.delegation(case.delegation_id)
    return Recipients.roles(*(REVIEWERS if case.session_id else LIAISON))


def signers(case: Suggestion) -> Recipients:
    return Recipients.seats(*case.signer_ids)


def lead(case: Suggestion) -> Recipients:
    return Recipients.seats(case.lead_id)


def invited(case: Suggestion) -> Recipients:
    return Recipients.seats(*case.invited_ids)


def unrated(case: Suggestion) -> Recipients:
    """Who signed and has not judged this round yet."""
    return Recipients.seats(*(set(case.asked_ids) - set(case.rated_ids)))


def on_paper(case: Suggestion) -> Recipients:
    """For whom a paper form was entered in this round."""
    return Recipients.seats(*case.paper_ids)


def unasked(case: Suggestion) -> Recipients:
    """Whose consent to a withdrawal is still waited for."""
    return Recipients.seats(*(set(case.signer_ids) - set(case.agreed_ids)))


def enterer(case: Suggestion) -> Recipients:
    """Whoever took it in from paper."""
    return Recipients.accounts([case.entered_by]) if case.entered_by else Recipients()


def units(case: Suggestion) -> Recipients:
    return _joined(Recipients.unit(unit_id) for unit_id in case.unit_ids)


def liaison_and_units(case: Suggestion) -> Recipients:
    return liaison(case) | units(case)


def liaison(case: Suggestion) -> Recipients:
    return Recipients.roles(*LIAISON)


def deciders(case: Suggestion) -> Recipients:
    """The deputies' body and the offices through which the units are reached."""
    return liaison(case) | _joined(Recipients.unit(unit_id, RoleKind.DISPATCHER) for unit_id in case.unit_ids)


def committee(case: Suggestion) -> Recipients:
    return Recipients.unit(case.committee_id, RoleKind.COMMITTEE) if case.committee_id else Recipients()


def leaders(case: Suggestion) -> Recipients:
    return Recipients.roles(RoleKind.LEADER)


def everybody(case: Suggestion) -> Recipients:
    return signers(case) | units(case)


def _joined(parts: Iterable[Recipients]) -> Recipients:
    whole = Recipients()
    for part in parts:
        whole |= part
    return whole


@dataclass(frozen=True, slots=True)
class Announcement:
    """`label` names the event in the table, `sentence` is what stands in the notice."""

    label: str
    to: To
    sentence: str
    roles: tuple[str, ...]
    urgent: bool = False
