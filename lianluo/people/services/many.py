"""Many new deputies at once: the same checks as one by one, but a few statements for a whole portion."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from lianluo.kernel.text import Sentence, _
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.people.models import Person, Seat, SeatStep
from lianluo.people.refusal import Unfit, require
from lianluo.people.roles import SeatState
from lianluo.people.sealed import blinds
from lianluo.people.services.roster import PersonFacts, SeatFacts, filled, of_own_congress

BATCH = 1000


@dataclass(frozen=True, slots=True)
class NewDeputy:
    """Who, and where. `person`: somebody known already, recognised by the identity number."""

    facts: PersonFacts
    seat: SeatFacts
    person: Person | None = None


@transaction.atomic
def begin_seats(deputies: Sequence[NewDeputy], *, actor: Actor, at: datetime) -> list[Seat]:
    """Seats for all of them, all or none. Raises `Unfit` for whatever cannot be right."""
    require(policy.may(actor, "keep_roster"))
    for one in deputies:
        of_own_congress(
            actor, "term", one.seat.term, one.seat.delegation, one.seat.group, one.seat.electoral_unit
        )
    persons = [one.person or filled(Person(), one.facts, at) for one in deputies]
    fresh = [person for person in persons if person.pk is None]
    _unknown(fresh)
    _free(persons, actor)
    _free_cards(deputies, actor)
    Person.objects.bulk_create(fresh, batch_size=BATCH)
    seats: list[Seat] = Seat.objects.bulk_create(
        (_seat(one.seat, person, actor) for one, person in zip(deputies, persons, strict=True)),
        batch_size=BATCH,
    )
    who = f"{actor.name} · {actor.role_label}"[:120]
    SeatStep.objects.bulk_create(
        (
            SeatStep(seat=seat, move="begin", on=seat.starts_on, at=at, by_id=actor.account_id, by_name=who,
                     note=one.seat.note)
            for one, seat in zip(deputies, seats, strict=True)
        ),
        batch_size=BATCH,
    )  # fmt: skip
    return seats


def _seat(facts: SeatFacts, person: Person, actor: Actor) -> Seat:
    return Seat(
        congress=actor.congress,
        person=person,
        term=facts.term,
        delegation=facts.delegation,
        group=facts.group,
        electoral_unit=facts.electoral_unit,
        card_number=facts.card_number.strip(),
        starts_on=facts.starts_on,
        state=SeatState.ACTIVE,
    )


def _unknown(fresh: Sequence[Person]) -> None:
    """An identity number stands for one person: none is entered twice."""
    numbers = {person.id_number for person in fresh if person.id_number}
    if len(numbers) < sum(bool(person.id_number) for person in fresh):
        raise Unfit(_("有两行的身份证号相同。"), "id_number")
    digests = [digest for number in numbers for digest in blinds(number)]
    if known := Person.objects.filter(id_digest__in=digests).first() if digests else None:
        raise Unfit(Sentence(_("这个身份证号已登记为{name}，请直接选用。"), name=known.name), "id_number")


def _free(persons: Sequence[Person], actor: Actor) -> None:
    """One live seat a term, and only on one line of the tree (选举法 art. 48)."""
    own = actor.congress.path
    rows = Seat.objects.everywhere("a person's seats must lie on one line of the tree").filter(
        ~Q(state=SeatState.ENDED), person__in=[person.pk for person in persons if person.pk]
    )
    for seat in rows.select_related("congress", "person"):
        other = seat.congress.path
        if other == own or not (own.startswith(other) or other.startswith(own)):
            raise Unfit(
                Sentence(
                    _("{name}已经是{congress}代表。"),
                    name=seat.person.name,
                    congress=seat.congress.short_name,
                ),
                "person",
            )


def _free_cards(deputies: Sequence[NewDeputy], actor: Actor) -> None:
    cards = [card for one in deputies if (card := one.seat.card_number.strip())]
    terms = {one.seat.term.pk for one in deputies}
    taken = (
        Seat.objects.within(actor.scope).filter(term__in=terms, card_number__in=cards).first()
        if cards
        else None
    )
    if taken or len(set(cards)) < len(cards):
        number = (
            taken.card_number if taken else "；".join(sorted({c for c in cards if cards.count(c) > 1})[:3])
        )
        raise Unfit(Sentence(_("代表证号 {card} 已经用过。"), card=number), "card_number")
