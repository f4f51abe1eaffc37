"""Persons and their seats: enter, move, suspend, restore, end."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from lianluo.congress.models import Delegation, DeputyGroup, ElectoralUnit, Term
from lianluo.kernel.text import Sentence, _
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.people.flow import SEAT
from lianluo.people.identity import read_identity_number, read_phone
from lianluo.people.models import Person, Seat, SeatStep
from lianluo.people.pinyin import spelled
from lianluo.people.refusal import Refused, Unfit, require
from lianluo.people.roles import EndGround, SeatState, SuspendGround
from lianluo.people.sealed import blinds

GROUNDS: dict[str, Any] = {"suspend": SuspendGround, "end": EndGround}
"""The moves that need a ground of the law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """What is entered about a person; `id_number` and `phone` as typed."""

    name: str
    id_number: str = ""
    phone: str = ""
    gender: str = ""
    birth_date: date | None = None
    ethnicity: str = ""
    party: str = ""
    education: str = ""
    occupation: str = ""
    employer: str = ""


@transaction.atomic
def add_person(facts: PersonFacts, *, actor: Actor, at: datetime) -> Person:
    """A new person. Raises `Unfit` when the number is wrong or is known already."""
    require(policy.may(actor, "keep_roster"))
    person = filled(Person(), facts, at)
    _new_number(person)
    person.save()
    return person


@transaction.atomic
def correct_person(seat: Seat, facts: PersonFacts, *, actor: Actor, at: datetime) -> Person:
    """Correct what is kept about the person on `seat`. An empty number or phone leaves the kept one as it is."""
    require(policy.may_keep_seat(actor, seat))
    person = filled(seat.person, facts, at)
    _new_number(person)
    person.save()
    _step(seat, "correct", actor=actor, at=at, on=timezone.localdate(at))
    return person


def filled(person: Person, facts: PersonFacts, at: datetime) -> Person:
    """The person with these facts, not saved. Raises `Unfit` for what cannot be right."""
    if not (name := facts.name.strip()):
        raise Unfit(_("请填写姓名。"), "name")
    person.name, (person.pinyin, person.initials) = name, spelled(name)
    for field in ("gender", "birth_date", "ethnicity", "party", "education", "occupation", "employer"):
        setattr(person, field, getattr(facts, field))
    try:
        person.phone = read_phone(facts.phone) or person.phone
    except Unfit as wrong:
        raise Unfit(wrong.sentence, "phone") from None
    if facts.id_number.strip():
        _identify(person, facts, at)
    return person


def _identify(person: Person, facts: PersonFacts, at: datetime) -> None:
    """The number decides birth date and gender; what contradicts it is refused."""
    try:
        read = read_identity_number(facts.id_number, on=timezone.localdate(at))
    except Unfit as wrong:
        raise Unfit(wrong.sentence, "id_number") from None
    if facts.birth_date and facts.birth_date != read.birth_date:
        raise Unfit(_("出生日期与身份证号不一致，请核对。"), "birth_date")
    if facts.gender and facts.gender != read.gender:
        raise Unfit(_("性别与身份证号不一致，请核对。"), "gender")
    person.id_number, person.birth_date, person.gender = read.number, read.birth_date, read.gender


def _new_number(person: Person) -> None:
    """The identity number is nobody else's."""
    digests = blinds(person.id_number)
    same = Person.objects.filter(id_digest__in=digests).exclude(pk=person.pk).first() if digests else None
    if same:
        raise Unfit(Sentence(_("这个身份证号已登记为{name}，请直接选用。"), name=same.name), "id_number")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatFacts:
    """Where and since when the seat is held; all parts belong to the actor's congress."""

    term: Term
    starts_on: date
    delegation: Delegation | None = None
    group: DeputyGroup | None = None
    electoral_unit: ElectoralUnit | None = None
    card_number: str = ""
    note: str = ""


@transaction.atomic
def begin_seat(person: Person, facts: SeatFacts, *, actor: Actor, at: datetime) -> Seat:
    """The person takes a seat of the actor's congress (代表资格 confirmed).

    One person may hold seats at several levels of one line, never in two areas side by side (选举法 art. 48).
    """
    require(policy.may(actor, "keep_roster"))
    of_own_congress(actor, "term", facts.term, facts.delegation, facts.group, facts.electoral_unit)
    _one_line(person, actor)
    _free_card(facts.term, facts.card_number)
    seat = Seat.objects.create(
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
    _step(seat, "begin", actor=actor, at=at, on=facts.starts_on, note=facts.note)
    return seat


def of_own_congress(actor: Actor, field: str, *parts: Any) -> None:
    """Term, delegation, group and electoral unit belong to the congress in which the actor works."""
    if any(part is not None and part.congress_id != actor.congress.pk for part in parts):
        raise Unfit(_("届次、代表团、小组和选举单位都应当是本级的。"), field)


def _one_line(person: Person, actor: Actor) -> None:
    held = Seat.objects.everywhere("a person's seats must lie on one line of the tree").filter(
        ~Q(state=SeatState.ENDED), person=person
    )
    own = actor.congress.path
    for seat in held.select_related("congress", "term"):
        other = seat.congress.path
        if other == own:
            raise Unfit(Sentence(_("{name}已经是本级人大代表。"), name=person.name), "person")
        if not (own.startswith(other) or other.startswith(own)):
            raise Unfit(
                Sentence(
                    _("{name}是{congress}代表。同一人不得同时担任两个以上无隶属关系的行政区域的代表。"),
                    name=person.name,
                    congress=seat.congress.short_name,
                ),
                "person",
            )


def _free_card(term: Term, card: str) -> None:
    same = Seat.objects.within(term.congress.scope).filter(term=term, card_number=card.strip())
    if card.strip() and same.exists():
        raise Unfit(Sentence(_("代表证号 {card} 已经用过。"), card=card.strip()), "card_number")


@transaction.atomic
def move_seat(
    seat: Seat, *, delegation: Delegation, actor: Actor, at: datetime, on: date, note: str = ""
) -> None:
    """To another delegation of the same term."""
    require(policy.may_keep_seat(actor, seat))
    of_own_congress(actor, "delegation", delegation)
    if seat.state == SeatState.ENDED:
        raise Refused(str(_("代表资格已经终止，不能再调整代表团。")))
    if delegation.pk == seat.delegation_id:
        raise Unfit(Sentence(_("已经在{name}。"), name=delegation), "delegation")
    words = f"{seat.delegation or '—'} → {delegation}"
    seat.delegation, seat.is_head = delegation, False
    seat.save(update_fields=["delegation", "is_head"])
    _step(seat, "move", actor=actor, at=at, on=on, note="；".join(part for part in (words, note) if part))


@transaction.atomic
def name_head(seat: Seat, *, actor: Actor, at: datetime) -> None:
    """团长: the deputy speaks and signs for the delegation; whoever did so before no longer does."""
    require(policy.may_keep_seat(actor, seat))
    if seat.state != SeatState.ACTIVE or seat.delegation_id is None:
        raise Refused(str(_("只有编入代表团的在任代表可以登记为团长。")))
    day = timezone.localdate(at)
    rows = Seat.objects.within(actor.scope).select_for_update(of=("self",))
    for before in rows.filter(delegation=seat.delegation_id, is_head=True).exclude(pk=seat.pk):
        before.is_head = False
        before.save(update_fields=["is_head"])
        _step(before, "unhead", actor=actor, at=at, on=day, note=str(seat.delegation))
    if not seat.is_head:
        seat.is_head = True
        seat.save(update_fields=["is_head"])
        _step(seat, "head", actor=actor, at=at, on=day, note=str(seat.delegation))


@transaction.atomic
def decide_seat(
    seat: Seat, move: str, *, actor: Actor, at: datetime, on: date, ground: str = "", note: str = ""
) -> None:
    """Make a move of the flow `SEAT`: suspend, restore or end. `ground` is one of the law's, `note` the decision."""
    require(SEAT.judge(actor, seat, move))
    if move in GROUNDS and ground not in GROUNDS[move].values:
        raise Unfit(_("请选择法律规定的原因。"), "ground")
    if on < seat.starts_on:
        raise Unfit(_("生效日期不能早于任职日期。"), "on")
    target = SEAT.moves[move].target
    changes: dict[str, Any] = {"state": target}
    if move == "end":
        changes |= {"ends_on": on, "is_head": False}
    swapped = Seat.objects.within(actor.scope).filter(pk=seat.pk, state=seat.state).update(**changes)
    if not swapped:
        raise Refused(str(_("这位代表的资格刚刚由他人变更，请刷新后再看。")))
    seat.refresh_from_db(from_queryset=Seat.objects.within(actor.scope).select_related("person", "congress"))
    _step(seat, move, actor=actor, at=at, on=on, ground=ground, note=note)


def _step(seat: Seat, move: str, *, actor: Actor, at: datetime, on: date, **facts: str) -> None:
    who = f"{actor.name} · {actor.role_label}"[:120]
    SeatStep.objects.create(seat=seat, move=move, on=on, at=at, by_id=actor.account_id, by_name=who, **facts)
