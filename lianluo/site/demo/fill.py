"""Fills an empty database with the demo province."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db import connection, transaction

from lianluo.kernel.memo import one_page
from lianluo.notices.models import Notice
from lianluo.people.actor import Actor, RoleRef, actor_for
from lianluo.people.models import Account, Seat
from lianluo.people.roles import RoleKind
from lianluo.site.demo.cases import Stage
from lianluo.site.demo.cast import open_accounts
from lianluo.site.demo.courses import IN_SESSION, RECESS_COURSES, SESSION_COURSES, Course
from lianluo.site.demo.days import Days
from lianluo.site.demo.people import Accounts, fill_deputies, fill_lower
from lianluo.site.demo.province import DemoPlace, fill_congresses
from lianluo.site.demo.text import texts
from lianluo.suggestions.states import Satisfaction

TRIED, FINISHED = "省水利厅", 88
LOWER = {"4306": 60, "430623": 40, "430623102": 20}
Say = Callable[[str], None]


@contextmanager
def quick() -> Iterator[None]:
    """All or nothing in one transaction: no savepoints inside it, and rules and calendar are read once."""
    connection.features.uses_savepoints = False
    try:
        with transaction.atomic(), one_page():
            yield
    finally:
        connection.features.uses_savepoints = True


@quick()
def fill(today: date, tell: Say) -> dict[str, int]:
    """Everything, in one transaction; returns how much of what was made."""
    days = Days(today)
    places = fill_congresses(days)
    tell("五级人大和单位")
    seats = fill_deputies(places["43"], days)
    lower = {code: fill_lower(places[code], days, n, int(code)) for code, n in LOWER.items()}
    opened = open_accounts(Accounts(days), places, seats)
    tell("代表和账号")
    made = _provincial_cases(places["43"], days, seats, opened)
    made += sum(_lower_cases(places[code], days, lower[code], int(code)) for code in lower)
    _read_old_notices(days)
    tell("建议")
    return {"代表": len(seats) + sum(map(len, lower.values())), "单位": len(places["43"].units), "建议": made}


def _read_old_notices(days: Days) -> None:
    """What is older than four days has been read."""
    rows = Notice.objects.everywhere("the demo fills all its congresses").filter(at__lt=days.ago(4))
    rows.update(read_at=days.ago(3))


@dataclass(frozen=True)
class Floor:
    """The provincial deputies as they take turns: `own` are the two of Yueyang that may be tried."""

    seats: list[Seat]
    own: list[Seat]

    def proposer(self, n: int, every: int) -> Seat:
        """Somebody else each time; every so often one of the two."""
        return self.own[n // every % 2] if n % every == 0 else self.seats[n * 17 % len(self.seats)]

    def companions(self, n: int, seat: Seat) -> list[Seat]:
        """Twenty-one deputies who sit near one another."""
        first = n * 31 % (len(self.seats) - 22)
        return [one for one in self.seats[first : first + 22] if one != seat][:21]


def _provincial_cases(place: DemoPlace, days: Days, seats: list[Seat], opened: dict[str, Account]) -> int:
    clerk = actor_for(opened["lianluo"], place.congress, days.today)
    stage = Stage(place, days, clerk, 14)
    own = [seat for seat in seats if seat.delegation and seat.delegation.name.startswith("岳阳")][:2]
    floor = Floor(seats, own)
    made = _finished_year(stage, days, floor) + _between_sessions(stage, days, floor)
    return made + _tried_unit(stage, days, seats[:: len(seats) // 45]) + _in_session(stage, days, floor)


def _finished_year(stage: Stage, days: Days, floor: Floor) -> int:
    """The session of January: assigned, answered, judged and closed."""
    written = texts("province")
    disputed = [text for text in written if text.remark]
    for n in range(FINISHED):
        opens = days.at(days.session_opens + timedelta(days=n % 4), 10 + n % 6, n % 60)
        seat, course = floor.proposer(n, 9), SESSION_COURSES[n % len(SESSION_COURSES)]
        text = written[n * 5 % len(written)]
        if course.rating == Satisfaction.DISSATISFIED:
            text = disputed[n // len(SESSION_COURSES) % len(disputed)]
        stage.play(text, seat, course, opens, floor.companions(n, seat))
    return FINISHED


def _between_sessions(stage: Stage, days: Days, floor: Floor) -> int:
    """Proposed since then, and standing at every step there is."""
    written, courses = texts("province"), RECESS_COURSES * 2
    for n, course in enumerate(courses):
        start = days.ago(course.days_ago + n // len(RECESS_COURSES) * 2, 8 + n % 9, n * 13 % 60)
        seat = floor.proposer(n, 3)
        stage.play(written[(n * 7 + 3) % len(written)], seat, course, start, floor.companions(n + 7, seat))
    return len(courses)


def _in_session(stage: Stage, days: Days, floor: Floor) -> int:
    """What lies before the two gates of the session in progress."""
    written, yueyang = (
        texts("province"),
        [one for one in floor.seats if one.delegation == floor.own[0].delegation],
    )
    for n, until in enumerate(IN_SESSION * 2):
        seat = yueyang[2 + n] if n % 3 == 0 else floor.proposer(n, 11)
        at = days.at(days.now_opens, 10 + n % 5, n * 7 % 60)
        companions = [*floor.companions(n + 3, seat)[:6], *(one for one in floor.own if one != seat)]
        stage.propose_now(written[(n * 11 + 5) % len(written)], seat, until, companions, at)
    return len(IN_SESSION) * 2


def _tried_unit(stage: Stage, days: Days, seats: list[Seat]) -> int:
    """Work for the unit whose three people may be tried: one to sign for, one to answer, two under review."""
    courses = (Course("assigned", 9), Course("signed", 30), Course("drafted", 62), Course("drafted", 75))
    fitting = [text for text in texts("province") if text.lead == TRIED or TRIED in text.co]
    for n, (course, text) in enumerate(zip(courses, fitting, strict=False)):
        own = replace(text, lead=TRIED, co=())
        stage.play(own, seats[3 + n * 5], course, days.ago(course.days_ago, 10, n))
    return len(courses)


def _lower_cases(place: DemoPlace, days: Days, seats: list[Seat], seed: int) -> int:
    clerk = Actor(0, "人大工作人员", place.congress, roles=(RoleRef(RoleKind.LIAISON),))
    stage = Stage(place, days, clerk, seed)
    written = texts("local")
    for n, course in enumerate(RECESS_COURSES):
        text, seat = written[(n * 3 + seed) % len(written)], seats[n % len(seats)]
        companions = [one for one in seats if one != seat][n % 7 :]
        stage.play(text, seat, course, days.ago(course.days_ago, 9, n), companions)
    return len(RECESS_COURSES)
