"""Tells people what happened to a suggestion, in the step's own transaction."""

from datetime import datetime

from django.urls import reverse

from lianluo.congress.models import Congress, Unit
from lianluo.kernel.text import _
from lianluo.notices.recipients import Recipients
from lianluo.notices.telling import tell as send
from lianluo.people.roles import RoleKind
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.notices import ANNOUNCEMENTS, FORMER, INHERITED, OFFICE
from lianluo.suggestions.notices.whom import UNIT, Announcement
from lianluo.suggestions.selectors.veil import OPEN, Veil, veil_over

UNITS = frozenset(UNIT) - {RoleKind.COMMITTEE}


def tell_office(key: str, congress: Congress, at: datetime, note: str = "") -> None:
    """Announce something that concerns no single suggestion; `note` goes into the sentence as {n}."""
    row = OFFICE[key]
    send(
        f"suggestion.{key}",
        to=row.to,
        title=str(row.sentence).format(n=note),
        url=reverse(row.page),
        congress=congress,
        at=at,
    )


def _veil(case: Suggestion, row: Announcement) -> Veil:
    """A notice that units read too names nobody whose name is kept back; one query, for those suggestions alone."""
    return _hidden(case) if UNITS & set(row.roles) else OPEN


def _hidden(case: Suggestion) -> Veil:
    return veil_over(case) if case.confidential else OPEN


def tell_former(handling: Handling, heir: Unit, at: datetime, note: str = "") -> None:
    """The unit that is not to handle it any more: it no longer sees the suggestion, so the notice names no case."""
    case = handling.suggestion
    send(
        FORMER,
        to=Recipients.unit(handling.unit_id),
        title=_("{number}建议改由{unit}承办").format(number=case.number_words, unit=heir),
        body="\n".join(part for part in (case.title, _hidden(case).words(note)) if part),
        url=reverse("suggestions:list"),
        congress=case.congress,
        at=at,
    )


def tell_heir(unit: Unit, heir: Unit, n: int, at: datetime) -> None:
    """Whoever takes over from a unit that was closed: one notice, not one for each suggestion."""
    send(
        INHERITED,
        to=Recipients.unit(heir.pk),
        title=_("{unit}撤销，{n} 件建议由本单位承接").format(unit=unit, n=n),
        body=_("期限不变，请接着办理。").format(),
        url=reverse("suggestions:list"),
        congress=heir.congress,
        at=at,
    )


def tell(
    key: str, case: Suggestion, at: datetime, note: str = "", *, once: str = "", to: Recipients | None = None
) -> None:
    """Announce `key`; whom it is for and how it reads stands in the table. `note` is added to the body.

    `once` names a fact that is told only once however often it is found; `to` narrows the circle of the table.
    """
    row = ANNOUNCEMENTS[key]
    veil = _veil(case, row)
    who = str(_("（不公开姓名）")) if veil else str(case.lead.person)
    sentence = str(row.sentence).format(who=who, number=case.number_words)
    send(
        f"suggestion.{key}",
        to=to or row.to(case),
        title=sentence,
        body="\n".join(part for part in (case.title, veil.words(note)) if part),
        url=reverse("suggestions:case", args=[case.pk]),
        congress=case.congress,
        at=at,
        case=("suggestion", case.pk),
        once=once,
    )
