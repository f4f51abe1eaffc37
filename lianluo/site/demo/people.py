"""The demo people: deputies with seats, and one account per role. All names are made up by chance of a fixed seed."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction

from lianluo.congress.models import Delegation, ElectoralUnit
from lianluo.people.models import Account, Person, Role, Seat
from lianluo.people.pinyin import spelled
from lianluo.people.roles import Gender, RoleKind
from lianluo.site.demo.days import Days
from lianluo.site.demo.names import Names
from lianluo.site.demo.province import ALLOTMENT, DemoPlace

PASSWORD = "lianluo-demo"  # noqa: S105  made-up people on the own machine
FILLED = 760
"""Of 774 seats some are always vacant."""

WORK = (
    ("一线工人、农民", "村党支部书记", 0.24),
    ("一线工人、农民", "车间班组长", 0.16),
    ("专业技术人员", "县人民医院副主任医师", 0.12),
    ("专业技术人员", "中学高级教师", 0.10),
    ("党政领导干部", "县人民政府负责人", 0.18),
    ("企业负责人", "民营企业董事长", 0.14),
    ("其他", "社区工作者", 0.06),
)
MINORITIES = ("土家族", "苗族", "侗族", "瑶族", "回族", "白族")
Row = tuple[Delegation, ElectoralUnit | None]
PARTIES = (
    "中共党员",
    "中共党员",
    "中共党员",
    "群众",
    "民建会员",
    "民盟盟员",
    "农工党党员",
    "九三学社社员",
    "无党派",
)


def fill_deputies(place: DemoPlace, days: Days) -> list[Seat]:
    """Some 760 deputies of the province in 15 delegations."""
    names, chance = Names(43), random.Random(43)
    electoral = list(ElectoralUnit.objects.within(place.congress.scope).order_by("order"))
    sizes = list(ALLOTMENT.values())
    places = [n for n, size in enumerate(sizes) for _ in range(size)]
    places += [n % 14 for n in range(FILLED - len(places))]
    return _seats(
        place,
        [(place.delegations[n], electoral[n]) for n in sorted(places)],
        names,
        chance,
        days.term_starts,
    )


def fill_lower(place: DemoPlace, days: Days, count: int, seed: int) -> list[Seat]:
    """Deputies of a lower congress."""
    rows: list[Row] = [(place.delegations[n % len(place.delegations)], None) for n in range(count)]
    return _seats(place, rows, Names(seed), random.Random(seed), days.term_starts)


def _seats(
    place: DemoPlace,
    rows: "list[Row]",
    names: Names,
    chance: random.Random,
    since: date,
) -> list[Seat]:
    persons = Person.objects.bulk_create([_person(names.next(), chance) for _ in rows])
    seats = [
        Seat(
            congress=place.congress,
            person=person,
            term=place.term,
            delegation=delegation,
            electoral_unit=unit,
            card_number=f"{n:04d}",
            starts_on=since,
            is_standing_member=n % 13 == 0,
        )
        for n, (person, (delegation, unit)) in enumerate(zip(persons, rows, strict=True), start=1)
    ]
    for seat in _heads(seats):
        seat.is_head = True
    made: list[Seat] = Seat.objects.bulk_create(seats)
    return made


def _heads(seats: list[Seat]) -> Iterator[Seat]:
    """The third of every delegation is its head: the first two are for trying."""
    counted: dict[int | None, int] = {}
    for seat in seats:
        counted[seat.delegation_id] = counted.get(seat.delegation_id, 0) + 1
        if counted[seat.delegation_id] == 3:
            yield seat


def _person(name: str, chance: random.Random) -> Person:
    pinyin, initials = spelled(name)
    occupation, employer, _share = chance.choices(WORK, [row[2] for row in WORK])[0]
    return Person(
        name=name,
        pinyin=pinyin,
        initials=initials,
        gender=Gender.FEMALE if chance.random() < 0.29 else Gender.MALE,
        ethnicity=chance.choice(MINORITIES) if chance.random() < 0.13 else "汉族",
        birth_date=date(1966, 1, 1) + timedelta(days=chance.randrange(9500)),
        party=chance.choice(PARTIES),
        education=chance.choice(("高中", "大专", "本科", "本科", "硕士研究生")),
        occupation=occupation,
        employer=employer,
    )


class Accounts:
    """Opens the demo accounts, all with one password that is hashed once."""

    def __init__(self, days: Days) -> None:
        self.hashed, self.since = make_password(PASSWORD), days.term_starts

    def of_seat(self, username: str, seat: Seat) -> Account:
        return self._account(username, seat.person.name, seat.person)

    @transaction.atomic
    def of_role(
        self, username: str, name: str, place: DemoPlace, *kinds: RoleKind, unit: str = "", title: str = ""
    ) -> Account:
        account = self._account(username, name)
        for kind in kinds:
            Role.objects.create(
                congress=place.congress,
                account=account,
                kind=kind,
                unit=place.units[unit] if unit else None,
                delegation=self._delegation(place) if kind == RoleKind.DELEGATION_STAFF else None,
                title=title,
                starts_on=self.since,
            )
        return account

    def _delegation(self, place: DemoPlace) -> Delegation:
        return next((d for d in place.delegations if d.name.startswith("岳阳")), place.delegations[0])

    def _account(self, username: str, name: str, person: Person | None = None) -> Account:
        return Account.objects.create(
            username=username, display_name=name, person=person, password=self.hashed
        )
