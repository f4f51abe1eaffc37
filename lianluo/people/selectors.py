"""Reads: who may be seen by whom, pickers by pinyin, histories."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from lianluo.kernel.scoping import Scope
from lianluo.people import policy
from lianluo.people.actor import Actor, in_force
from lianluo.people.models import Account, AccountLog, Person, Reveal, Role, Seat, SeatStep
from lianluo.people.policy import only_unit_admin
from lianluo.people.roles import RoleKind, SeatState
from lianluo.people.sealed import blinds


def accounts_seen_by(actor: Actor) -> QuerySet[Account]:
    """The accounts that `actor` manages: those opened by, or holding something in, the congresses below; an
    administrator of a unit sees the unit's people only."""
    if not policy.may(actor, "see_accounts"):
        return Account.objects.none()
    if only_unit_admin(actor, "see_accounts"):
        roles = Role.objects.within(actor.scope).filter(unit__in=actor.units(RoleKind.UNIT_ADMIN))
        return Account.objects.filter(Exists(roles.filter(account=OuterRef("pk"))))
    return accounts_of(actor.congress.subtree)


def accounts_of(scope: Scope) -> QuerySet[Account]:
    """Accounts opened by the congresses of `scope`, or holding a role or a seat there."""
    roles = Role.objects.within(scope).filter(account=OuterRef("pk"))
    seats = Seat.objects.within(scope).filter(person=OuterRef("person"))
    return Account.objects.filter(scope.q("home") | Exists(roles) | Exists(seats))


def by_name(text: str, prefix: str = "") -> Q:
    """Persons by part of the name, by initials (`lmy`) or by pinyin (`limingyuan`, from its beginning)."""
    plain = re.sub(r"\s+", "", text)
    found = Q(**{f"{prefix}name__contains": plain})
    if re.fullmatch(r"[A-Za-z]+", plain):
        lower = plain.lower()
        found |= Q(**{f"{prefix}initials__startswith": lower}) | Q(**{f"{prefix}pinyin__startswith": lower})
    return found


def roster(scope: Scope) -> QuerySet[Seat]:
    """The seats of the congresses in `scope` with what a list shows."""
    return Seat.objects.within(scope).select_related(
        "person", "delegation", "group", "electoral_unit", "term", "congress"
    )


def in_roster(seats: QuerySet[Seat], text: str) -> QuerySet[Seat]:
    """Narrow a roster by name, pinyin, card number or the whole phone number."""
    found = by_name(text, "person__") | Q(card_number__startswith=text.strip())
    digits = re.sub(r"\D", "", text)
    if len(digits) == 11:
        found |= Q(person__phone_digest__in=blinds(digits))
    return seats.filter(found)


def find_deputies(scope: Scope, text: str, *, on: date, most: int = 12) -> list[Seat]:
    """Deputies in office on `on` for a picker, best matches first: whole initials, then beginnings, then the rest."""
    seats = roster(scope).filter(in_force(on), state=SeatState.ACTIVE)
    if not text.strip():
        return list(seats.order_by("person__pinyin", "pk")[:most])
    plain = text.strip().lower()
    found = in_roster(seats, text).order_by("person__pinyin", "pk")[: most * 5]

    def rank(seat: Seat) -> tuple[int, str]:
        person = seat.person
        if plain in (person.initials, person.pinyin) or text.strip() == person.name:
            return 0, person.pinyin
        return (1 if person.name.startswith(text.strip()) else 2), person.pinyin

    return sorted(found, key=rank)[:most]


def find_accounts(actor: Actor, text: str, *, most: int = 12) -> list[Account]:
    """Accounts that `actor` manages, by username or name."""
    rows = accounts_seen_by(actor)
    if text.strip():
        rows = rows.filter(account_matches(text))
    return list(rows.order_by("display_name", "pk")[:most])


def account_matches(text: str) -> Q:
    """Username from its beginning, part of the shown name, the person's pinyin, or the whole phone number."""
    plain = text.strip()
    found = Q(username__istartswith=plain) | Q(display_name__contains=plain) | by_name(plain, "person__")
    digits = re.sub(r"\D", "", plain)
    if len(digits) == 11:
        found |= Q(phone_digest__in=blinds(digits))
    return found


def seats_of(person: Person) -> list[Seat]:
    """All seats the person holds or held, at every level: who sits where is announced publicly."""
    seats = Seat.objects.everywhere("who is a deputy of which congress is public (代表法 art. 63)")
    return list(
        seats.filter(person=person)
        .select_related("congress", "term", "delegation", "electoral_unit")
        .order_by("-starts_on", "congress__path")
    )


def steps_of(seats: Sequence[Seat]) -> list[SeatStep]:
    """The history of these seats, latest first."""
    return list(
        SeatStep.objects.everywhere("the steps of seats that were read in scope").filter(seat__in=seats)
    )


def account_log(account: Account, *, most: int = 50) -> list[AccountLog]:
    """The account's latest history."""
    return list(AccountLog.objects.filter(account=account)[:most])


def last_sign_in(account: Account, *, before: datetime | None = None) -> AccountLog | None:
    rows = AccountLog.objects.filter(account=account, act="signed_in")
    return (rows.filter(at__lt=before) if before else rows).first()


def reveals_in(scope: Scope) -> QuerySet[Reveal]:
    """Who had which masked field shown, for the audit."""
    return Reveal.objects.within(scope).select_related("account", "person")


def log_in(scope: Scope) -> QuerySet[AccountLog]:
    """What happened to accounts of these congresses, for the audit; and slips with names that nobody has, which
    belong to no congress and tell an address and a time."""
    return AccountLog.objects.filter(scope.q("congress") | Q(congress=None, account=None)).select_related(
        "account"
    )
