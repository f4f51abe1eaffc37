"""The cast that all tests share: six congresses of the tree, and in four of them the same eighteen people.

Home is the province. `upper`, `lower` and `neighbour` have people of the same roles, so that a test can let
exactly the same kind of person knock from above, from below and from next door. All names are made up.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client

from lianluo.congress.levels import Level, SessionState, UnitKind
from lianluo.congress.models import Congress, Delegation, Region, Session, Term, Unit
from lianluo.people.actor import Actor, actor_for
from lianluo.people.models import Account, Person, Role, Seat
from lianluo.people.roles import RoleKind
from lianluo.people.signin.session_life import USED

CHINA = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 5, 20)
NOW = datetime(2026, 5, 20, 9, 30, tzinfo=CHINA)
SINCE = date(2023, 1, 13)
PASSWORD = "leave-the-door-open-7"

# code, parent's code, level, name, short name
PLACES = (
    ("00", None, Level.NATIONAL, "全国人民代表大会", "全国人大"),
    ("43", "00", Level.PROVINCE, "湖南省人民代表大会", "湖南省人大"),
    ("42", "00", Level.PROVINCE, "湖北省人民代表大会", "湖北省人大"),
    ("4301", "43", Level.PREFECTURE, "长沙市人民代表大会", "长沙市人大"),
    ("4302", "43", Level.PREFECTURE, "株洲市人民代表大会", "株洲市人大"),
    ("430104", "4301", Level.COUNTY, "岳麓区人民代表大会", "岳麓区人大"),
    ("430104101", "430104", Level.TOWNSHIP, "莲花镇人民代表大会", "莲花镇人大"),
)
HOME, UPPER, LOWER, NEIGHBOUR = "43", "00", "4301", "42"
CREWED = (HOME, UPPER, LOWER, NEIGHBOUR)

# key, full name, short name, kind, pinyin, initials
UNITS = (
    ("office", "人民政府办公厅", "政府办", UnitKind.GOVERNMENT, "zhengfuban", "zfb"),
    ("education", "教育厅", "教育厅", UnitKind.GOVERNMENT, "jiaoyuting", "jyt"),
    ("health", "卫生健康委员会", "卫健委", UnitKind.GOVERNMENT, "weijianwei", "wjw"),
    ("court", "高级人民法院", "法院", UnitKind.COURT, "fayuan", "fy"),
    ("committee", "教育科学文化卫生委员会", "教科文卫委", UnitKind.COMMITTEE, "jiaokewenweiwei", "jkwww"),
)

# key, name at home, role, unit key; deputies have a delegation number instead of a role
DEPUTIES = (("li", "李建国", 0), ("wu", "吴秀兰", 0), ("zhou", "周志强", 1))
STAFF = (
    ("wang", "王敏", RoleKind.LIAISON, ""),
    ("qian", "钱卫东", RoleKind.LIAISON_LEAD, ""),
    ("he", "何静", RoleKind.DELEGATION_STAFF, ""),
    ("lin", "林涛", RoleKind.SESSION_STAFF, ""),
    ("gao", "高峰", RoleKind.DISPATCHER, "office"),
    ("xu", "徐丽", RoleKind.UNIT_ADMIN, "education"),
    ("zhao", "赵磊", RoleKind.UNIT_HANDLER, "education"),
    ("ma", "马芳", RoleKind.UNIT_REVIEWER, "education"),
    ("hu", "胡军", RoleKind.UNIT_SIGNER, "education"),
    ("liu", "刘洋", RoleKind.UNIT_HANDLER, "health"),
    ("guo", "郭英", RoleKind.COMMITTEE, "committee"),
    ("chen", "陈明", RoleKind.LEADER, ""),
    ("tang", "唐丹", RoleKind.STATION, ""),
    ("han", "韩雪", RoleKind.SYSTEM_ADMIN, ""),
    ("feng", "冯刚", RoleKind.SECURITY_ADMIN, ""),
    ("dong", "董洁", RoleKind.AUDITOR, ""),
)
OUTSIDER = ("sun", "孙立")
"""An account that may sign in and holds neither seat nor role anywhere."""

KEYS = tuple(row[0] for row in DEPUTIES + STAFF) + (OUTSIDER[0],)


@dataclass
class Place:
    """One congress with its term, session, two delegations, units, and its people by key."""

    code: str
    congress: Congress
    term: Term
    session: Session
    delegations: list[Delegation]
    units: dict[str, Unit]
    accounts: dict[str, Account] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)

    def actor(self, key: str) -> Actor:
        """The actor that the person `key` is in this congress today; read afresh, so changed roles show."""
        return actor_for(self.accounts[key], self.congress, TODAY)

    def client(self, key: str) -> Client:
        """A browser in which `key` has signed in and works in this congress."""
        client = Client()
        client.force_login(self.accounts[key])
        session = client.session
        session[USED] += 3600  # so that no request of a long walk notes the use anew
        session.save()
        return client

    def open_session(self, at: datetime = NOW) -> Session:
        """From now on the session is being held (routing and powers change, 2-domain 11.5)."""
        self.session.state, self.session.opened_at = SessionState.OPEN, at
        self.session.closed_at = None
        self.session.save()
        return self.session


class Cast:
    """All places and people. `cast.li` is deputy Li's actor at home; `cast.place("42").actor("li")` next door's."""

    def __init__(self, places: dict[str, Place], congresses: dict[str, Congress]) -> None:
        self.places, self.congresses = places, congresses

    def place(self, code: str) -> Place:
        return self.places[code]

    @cached_property
    def home(self) -> Place:
        return self.places[HOME]

    @cached_property
    def upper(self) -> Place:
        return self.places[UPPER]

    @cached_property
    def lower(self) -> Place:
        return self.places[LOWER]

    @cached_property
    def neighbour(self) -> Place:
        return self.places[NEIGHBOUR]

    def __getattr__(self, key: str) -> Actor:
        if key not in KEYS:
            raise AttributeError(key)
        return self.home.actor(key)

    def client(self, key: str) -> Client:
        """A browser in which `key` of home has signed in."""
        return self.home.client(key)


def build() -> Cast:
    """Write the cast to the database: some thirty statements, no password hashing but one, shared."""
    congresses = _congresses()
    password = _password()
    places = {code: _place(code, congresses[code]) for code in CREWED}
    for code, place in places.items():
        _people(code, place, password)
    return Cast(places, congresses)


_hashed: list[str] = []


def _password() -> str:
    from django.contrib.auth.hashers import make_password

    if not _hashed:
        _hashed.append(make_password(PASSWORD))
    return _hashed[0]


def _congresses() -> dict[str, Congress]:
    made: dict[str, Congress] = {}
    for level in Level:
        rows = [row for row in PLACES if row[2] == level]
        regions = Region.objects.bulk_create(
            Region(
                code=code, name=name.removesuffix("人民代表大会"), level=level, parent=_region(made, parent)
            )
            for code, parent, _level, name, _short in rows
        )
        found = Congress.objects.bulk_create(
            Congress(
                parent=made.get(parent or ""),
                region=region,
                level=level,
                name=name,
                short_name=short,
                path=f"{made[parent].path if parent else ''}{code}/",
                active=True,
            )
            for (code, parent, _level, name, short), region in zip(rows, regions, strict=True)
        )
        made |= {row[0]: congress for row, congress in zip(rows, found, strict=True)}
    return made


def _region(made: dict[str, Congress], code: str | None) -> Region | None:
    return made[code].region if code else None


def _place(code: str, congress: Congress) -> Place:
    term = Term.objects.create(congress=congress, number=14, starts_on=SINCE)
    session = Session.objects.create(
        congress=congress,
        term=term,
        number=4,
        opens_on=date(2026, 1, 20),
        closes_on=date(2026, 1, 25),
        state=SessionState.CLOSED,
        opened_at=datetime(2026, 1, 20, 9, 0, tzinfo=CHINA),
        closed_at=datetime(2026, 1, 25, 16, 0, tzinfo=CHINA),
    )
    delegations = Delegation.objects.bulk_create(
        Delegation(congress=congress, term=term, name=name, order=n)
        for n, name in enumerate(("第一代表团", "第二代表团"))
    )
    office = _unit(congress, UNITS[0], is_dispatcher=True)
    office.save()
    rest = Unit.objects.bulk_create(
        _unit(congress, row, dispatched_by=office if row[3] == UnitKind.GOVERNMENT else None)
        for row in UNITS[1:]
    )
    units = {row[0]: unit for row, unit in zip(UNITS, [office, *rest], strict=True)}
    return Place(code, congress, term, session, list(delegations), units)


def _unit(congress: Congress, row: tuple[str, str, str, UnitKind, str, str], **fields: Any) -> Unit:
    _key, name, short, kind, pinyin, initials = row
    return Unit(
        congress=congress,
        name=name,
        short_name=short,
        kind=kind,
        pinyin=pinyin,
        initials=initials,
        valid_from=SINCE,
        **fields,
    )


def _people(code: str, place: Place, password: str) -> None:
    rows = [(key, name) for key, name, *_rest in (*DEPUTIES, *STAFF, OUTSIDER)]
    deputies = [row[0] for row in DEPUTIES]
    persons = Person.objects.bulk_create(
        Person(name=_named(code, name), phone=f"138{code:0>4}{n:04}") for n, (_key, name) in enumerate(rows)
    )
    by_key = {row[0]: person for row, person in zip(rows, persons, strict=True)}
    accounts = Account.objects.bulk_create(
        Account(
            username=key if code == HOME else f"{key}{code}",
            display_name=_named(code, name),
            password=password,
            person=by_key[key] if key in deputies else None,
            last_congress=place.congress,
            home=place.congress,
        )
        for key, name in rows
    )
    place.accounts = {row[0]: account for row, account in zip(rows, accounts, strict=True)}
    seats = Seat.objects.bulk_create(
        Seat(
            congress=place.congress,
            person=by_key[key],
            term=place.term,
            delegation=place.delegations[delegation],
            card_number=f"{n + 1:04}",
            starts_on=SINCE,
        )
        for n, (key, _name, delegation) in enumerate(DEPUTIES)
    )
    place.seats = dict(zip(deputies, seats, strict=True))
    Role.objects.bulk_create(
        Role(
            congress=place.congress,
            account=place.accounts[key],
            kind=kind,
            unit=place.units.get(unit),
            delegation=place.delegations[0] if kind == RoleKind.DELEGATION_STAFF else None,
            starts_on=SINCE,
        )
        for key, _name, kind, unit in STAFF
    )


def _named(code: str, name: str) -> str:
    """People of other congresses have the same family name and the place in brackets: easy to see in a failure."""
    places = {UPPER: "（全国）", LOWER: "（长沙）", NEIGHBOUR: "（湖北）"}
    return name[0] + places[code] if code in places else name
