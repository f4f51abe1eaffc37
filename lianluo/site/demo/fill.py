"""Fills an empty database with the demo province."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db import connection, transaction

from lianluo.congress.models import Rule
from lianluo.kernel.memo import one_page
from lianluo.notices.models import Notice
from lianluo.notices.telling import quietly
from lianluo.people.actor import actor_for
from lianluo.people.models import Account, Seat
from lianluo.site.demo.beside import beside
from lianluo.site.demo.cases import Stage
from lianluo.site.demo.cast import open_accounts
from lianluo.site.demo.courses import IN_SESSION, RECESS_COURSES, SESSION_COURSES, Course
from lianluo.site.demo.days import Days
from lianluo.site.demo.later import keep_promises, make_public, put_away
from lianluo.site.demo.people import Accounts, fill_deputies, fill_lower
from lianluo.site.demo.province import DemoPlace, fill_congresses
from lianluo.site.demo.scenes import Scenes
from lianluo.site.demo.text import texts
from lianluo.site.demo.unfinished import note_finished, note_unfinished
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import Kind, Satisfaction, SuggestionState, TriageOutcome

TRIED, FINISHED = "省水利厅", 60
LOWER = {"4306": 60, "430623": 40, "430623102": 20}
CLERKS = {"4306": "yueyang", "430623": "huarong", "430623102": "zhihedu"}
CLOSED = {"4306": 12, "430623": 8, "430623102": 6}
"""Cases of the session of January in the lower congresses."""
TOLD = 30
"""Days: notices of what lies further back are not made up, they would be a third of the work and nobody's news."""
OWN_RULES = (
    ("43", "delegation.allowed", True, "代表团建议试行"),
    ("43", "direct.allowed", True, "高质量闭会建议直通车试行"),
    ("4306", "redo.still_dissatisfied", "experts", "两次办理仍不满意的组织专家评估"),
)
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


@dataclass(frozen=True)
class Ground:
    """What all cases stand on: congresses, units, people."""

    days: Days
    places: dict[str, DemoPlace]
    seats: list[Seat]
    lower: dict[str, list[Seat]]
    opened: dict[str, Account]

    def made(self, cases: int) -> dict[str, int]:
        """How much of what there is."""
        deputies = len(self.seats) + sum(map(len, self.lower.values()))
        return {"代表": deputies, "单位": len(self.places["43"].units), "建议": cases}


@quick()
def fill(today: date, tell: Say) -> dict[str, int]:
    """Everything, in one transaction; returns how much of what was made."""
    ground = _ground(today, tell)
    cases = _upper(ground) + _lower(ground)
    _read_old_notices(ground.days)
    return ground.made(cases)


def fill_in_two(today: date, tell: Say) -> dict[str, int]:
    """The same in half the time, on two processors: the province's cases here, those of the lower congresses in a process
    beside it. They are several transactions; one that breaks off leaves the note `is_unfinished`. Raises `Broken`."""
    with quick():
        ground = _ground(today, tell)
        note_unfinished()
    with beside(lambda: quick()(_lower)(ground)) as lower:
        cases = quick()(_upper)(ground)
    with quick():
        _read_old_notices(ground.days)
        note_finished()
    tell("建议")
    return ground.made(cases + lower.answer)


def _ground(today: date, tell: Say) -> Ground:
    days = Days(today)
    places = fill_congresses(days)
    tell("五级人大和单位")
    _own_rules(places, days)
    seats = fill_deputies(places["43"], days)
    lower = {code: fill_lower(places[code], days, n, int(code)) for code, n in LOWER.items()}
    opened = open_accounts(Accounts(days), places, seats)
    tell("代表和账号")
    return Ground(days, places, seats, lower, opened)


def _upper(ground: Ground) -> int:
    with quietly(before=ground.days.ago(TOLD)):
        return _provincial_cases(ground.places["43"], ground.days, ground.seats, ground.opened)


def _lower(ground: Ground) -> int:
    made = 0
    with quietly(before=ground.days.ago(TOLD)):
        for code, own in ground.lower.items():
            place = ground.places[code]
            clerk = actor_for(ground.opened[CLERKS[code]], place.congress, ground.days.today)
            made += _lower_cases(Stage(place, ground.days, clerk, int(code)), own, CLOSED[code], code)
    return made


def _own_rules(places: dict[str, DemoPlace], days: Days) -> None:
    """What these congresses have decided for themselves."""
    for code, key, value, note in OWN_RULES:
        facts = {"valid_from": days.term_starts, "assumed": True, "note": note}
        Rule.objects.create(congress=places[code].congress, key=key, value=value, **facts)


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
    home = [seat for seat in seats if seat.delegation and seat.delegation.name.startswith("岳阳")]
    floor = Floor(seats, home[:2])
    made = _finished_year(stage, days, floor) + _between_sessions(stage, days, floor)
    scenes = Scenes(stage, seats[::11], texts("province"), 1)
    made += _tried_unit(stage, scenes, seats[:: len(seats) // 45], opened) + _in_session(stage, days, floor)
    scenes.for_a_delegation(home[2], home[5])
    _joining(scenes, home)
    scenes.put_together()
    scenes.no_suggestions()
    scenes.objections()
    scenes.work_inside()
    scenes.not_satisfied()
    scenes.supervised()
    scenes.twice_not_satisfied(TriageOutcome.MEETING)
    scenes.meeting("consulting", actor_for(opened["jiaoban"], place.congress, days.today))
    _afterwards(stage, 150, 24)
    return made + scenes.made


def _joining(scenes: Scenes, home: list[Seat]) -> None:
    """Deputies of the same delegation ask to sign what one of them has handed in."""
    rows = Suggestion.objects.within(scenes.stage.place.congress.scope).with_people()
    waiting = rows.filter(state=SuggestionState.DELEGATION_REVIEW, delegation=home[0].delegation)
    case = waiting.exclude(kind=Kind.DELEGATION).order_by("pk").first()
    if case:
        free = [seat for seat in home[8:] if seat.pk not in {*case.signer_ids, *case.invited_ids}]
        scenes.asked_to_join(case, free[:3])


def _afterwards(stage: Stage, public: int, archived: int) -> None:
    keep_promises(stage)
    make_public(stage, public)
    put_away(stage, archived)


def _finished_year(stage: Stage, days: Days, floor: Floor) -> int:
    """The session of January: assigned, answered, judged and closed."""
    written = texts("province")
    disputed = [text for text in written if text.remark]
    for n in range(FINISHED):
        opens = days.at(days.session_opens + timedelta(days=n % 4), 10 + n % 6, n % 60)
        seat, course = floor.proposer(n, 9), SESSION_COURSES[n % len(SESSION_COURSES)]
        text = written[n * 5 % len(written)]
        if course.rating == Satisfaction.DISSATISFIED:
            text = disputed[n // 8 % len(disputed)]
        stage.play(text, seat, course, opens, floor.companions(n, seat))
    return FINISHED


def _between_sessions(stage: Stage, days: Days, floor: Floor) -> int:
    """Proposed since then, and standing at every step there is."""
    written, courses = texts("province"), RECESS_COURSES + RECESS_COURSES[::3]
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


def _tried_unit(stage: Stage, scenes: Scenes, seats: list[Seat], opened: dict[str, Account]) -> int:
    """Work for the unit whose people may be tried: one to sign for, two to answer, two under review."""
    courses = (
        Course("drafted", 62),
        Course("drafted", 75),
        Course("signed", 30),
        Course("signed", 41),
        Course("assigned", 9),
    )
    own = [text for text in texts("province") if text.lead == TRIED]
    own += [text for text in texts("province") if TRIED in text.co]
    cases = []
    for n, (course, text) in enumerate(zip(courses, own, strict=False)):
        start = stage.days.ago(course.days_ago, 10, n)
        cases.append(stage.play(replace(text, lead=TRIED, co=()), seats[3 + n * 5], course, start))
    unit = stage.place.units[TRIED]
    scenes.handed_over(cases[2:4], unit, opened["chengban"], opened["chengban2"])
    return len(courses)


def _lower_cases(stage: Stage, seats: list[Seat], closed: int, code: str) -> int:
    """A session that is over, work between sessions, and a few ways of its own for each of the three."""
    written, days, seed = texts("local"), stage.days, int(code)
    for n in range(closed):
        course = SESSION_COURSES[n % len(SESSION_COURSES)]
        opens = days.at(days.session_opens + timedelta(days=n % 3), 9 + n % 7, n * 7 % 60)
        seat = seats[n * 3 % len(seats)]
        others = [one for one in seats if one != seat][n % 5 :][:3]
        stage.play(
            written[(n * 5 + seed) % len(written)],
            seat,
            replace(course, joint=course.joint and 3),
            opens,
            others,
        )
    for n, course in enumerate(RECESS_COURSES):
        text, seat = written[(n * 3 + seed) % len(written)], seats[n % len(seats)]
        companions = [one for one in seats if one != seat][n % 7 :]
        stage.play(text, seat, course, days.ago(course.days_ago, 9, n), companions)
    scenes = Scenes(stage, seats, written, seed % 7)
    _own_scenes(scenes, code)
    _afterwards(stage, 20, 8)
    return closed + len(RECESS_COURSES) + scenes.made


def _own_scenes(scenes: Scenes, code: str) -> None:
    """What happens in one of the lower congresses only."""
    if code == "4306":
        scenes.twice_not_satisfied(TriageOutcome.EXPERTS)
        scenes.on_paper()
        scenes.put_together()
        scenes.meeting("done")
    elif code == "430623":
        scenes.no_suggestions()
        scenes.work_inside()
        scenes.meeting("open")
    else:
        scenes.objections()
        scenes.meeting("dropped")
