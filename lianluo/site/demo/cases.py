"""Suggestions of the demo, brought to where they stand by the same services that users reach."""

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lianluo.people.actor import Actor, RoleRef, SeatRef
from lianluo.people.models import Seat
from lianluo.people.roles import RoleKind
from lianluo.site.demo.days import Days
from lianluo.site.demo.province import DemoPlace
from lianluo.site.demo.text import DemoText
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.states import FormedBy, Mode, Satisfaction

S = Satisfaction
DISSATISFIED = "答复讲清了规划，但没有说明今年汛后怎么办，请给出具体时间和资金来源。"


@dataclass(frozen=True)
class Course:
    """How far a case goes, and how: `days_ago` is the day of submission when it is not of the session."""

    until: str
    days_ago: int = 0
    rating: str = S.SATISFIED
    late: int = 0


LEFT_AT_OFFICE = 4
"""The course of these days still lies at the dispatching office."""
STEPS = (
    "draft",
    "review",
    "returned",
    "accepted",
    "assigned",
    "signed",
    "drafted",
    "replied",
    "rated",
    "closed",
)

SESSION_COURSES = (
    Course("closed"),
    Course("closed", rating=S.BASIC),
    Course("closed", late=9),
    Course("closed", rating=S.DISSATISFIED),
    Course("closed"),
    Course("closed", rating=S.BASIC),
)
RECESS_COURSES = (
    Course("draft", 2),
    Course("review", 1),
    Course("review", 3),
    Course("returned", 5),
    Course("accepted", 6),
    Course("assigned", 9),
    Course("assigned", 4),
    Course("signed", 40),
    Course("signed", 85),
    Course("signed", 102),
    Course("drafted", 70),
    Course("replied", 95),
    Course("replied", 88),
    Course("rated", 99, S.DISSATISFIED),
    Course("rated", 98),
    Course("closed", 120),
    Course("not_accepted", 30),
    Course("reference", 50),
    Course("withdrawn", 20),
)


class Stage:
    """Makes cases happen in one congress."""

    def __init__(self, place: DemoPlace, days: Days, clerk: Actor, seed: int) -> None:
        self.place, self.days, self.clerk = place, days, clerk
        self.chance = random.Random(seed)
        self.numbers: dict[int, int] = {}

    def play(self, text: DemoText, seat: Seat, course: Course, start: datetime) -> Suggestion:
        """Let `text` be proposed by `seat` and go as far as `course` says."""
        li = deputy(seat, self.place)
        case = say.start_draft(actor=li, at=start, text=self._text(text))
        if course.until == "draft":
            return case
        at = start + timedelta(hours=5)
        say.submit(case, actor=li, at=at)
        if case.state == "delegation_review":
            say.pass_on(case, actor=self._delegation_staff(seat), at=at + timedelta(hours=3))
        return self._reviewed(case, text, course, self._next(at, 1))

    def _reviewed(self, case: Suggestion, text: DemoText, course: Course, at: datetime) -> Suggestion:
        talk = say.Talk(how="电话", on=at.date().isoformat(), with_whom=str(case.lead.person))
        match course.until:
            case "review":
                pass
            case "returned":
                say.send_back(
                    case,
                    actor=self.clerk,
                    at=at,
                    advice="请补充受影响的人数和现有资金渠道，第二条建议请写明由哪个部门牵头。",
                )
            case "not_accepted":
                reason = "所提事项为正在审理的具体案件，已与代表沟通"
                say.not_accept(case, actor=self.clerk, at=at, ground="CASE", reason=reason, talk=talk)
            case "reference":
                say.refer(case, actor=self.clerk, at=at, reason="内容属学术探讨，转有关部门参阅", talk=talk)
            case "withdrawn":
                say.withdraw(case, actor=deputy(case.lead, self.place), at=at, reason="有关部门已经解决")
            case _:
                say.accept(case, actor=self.clerk, at=at, topic=text.topic)
                self._assigned(case, text, course, at)
        return case

    def _assigned(self, case: Suggestion, text: DemoText, course: Course, at: datetime) -> None:
        if course.until == "accepted":
            return
        at = self.days.at(self.days.assigned, 10) if case.session_id else self._next(at, 2)
        say.assign(case, self._tasks(text), actor=self.clerk, at=at)
        if course.days_ago != LEFT_AT_OFFICE:
            self._dispatched(case, self._next(at, 1))
        if STEPS.index(course.until) >= STEPS.index("signed"):
            self._handled(case, text, course, at)

    def _dispatched(self, case: Suggestion, at: datetime) -> None:
        waiting = case.handlings.filter(state="dispatching").select_related("unit__dispatched_by", "congress")
        for handling in waiting:
            office = handling.unit.dispatched_by
            role = RoleRef(RoleKind.DISPATCHER, office.pk)
            clerk = Actor(0, f"{office}经办人", self.place.congress, roles=(role,), title=str(office))
            say.dispatch(handling, actor=clerk, at=at)

    def _handled(self, case: Suggestion, text: DemoText, course: Course, at: datetime) -> None:
        handlings = list(case.handlings.select_related("unit", "congress"))
        for handling in handlings:
            say.sign_for(handling, actor=self._unit(handling), at=self._next(at, 2))
        if course.until == "signed":
            return
        wait = 86 + course.late if course.late else self.chance.randint(35, 80)
        answered = min(self._next(at, wait), self.days.ago(3, 16))
        for handling in handlings:
            self._answer(handling, text.reply, text.reply_class, answered, final=course.until != "drafted")
        if STEPS.index(course.until) >= STEPS.index("rated"):
            case.refresh_from_db()
            self._judged(case, text, course, answered)

    def _answer(self, handling: Handling, body: str, reply_class: str, at: datetime, *, final: bool) -> None:
        unit = self._unit(handling)
        number = self.numbers[handling.unit_id] = self.numbers.get(handling.unit_id, 20) + 1
        co = handling.mode == Mode.CO
        answer = say.Answer(
            body="我单位职责范围内的有关意见如下：同意主办单位意见，将在项目、资金和监管上予以配合。"
            if co
            else body,
            reply_class="" if co else reply_class,
            document_number=f"湘{handling.unit.short_name.removeprefix('省')[:2]}函〔{at.year}〕{number}号",
            signer_name=unit.name,
            contact_name="办公室",
            contact_phone="0731-8500" + f"{handling.unit_id % 10000:04d}",
        )
        reply = say.write_reply(handling, answer, actor=unit, at=at - timedelta(days=2))
        say.move_reply(reply, "to_review", actor=unit, at=at - timedelta(days=1))
        if final or co:
            say.deliver(reply, actor=unit, at=at)

    def _judged(self, case: Suggestion, text: DemoText, course: Course, at: datetime) -> None:
        unhappy = course.rating == S.DISSATISFIED
        li = deputy(case.lead, self.place)
        judged = min(self._next(at, 6), self.days.ago(1, 15))
        comment = DISSATISFIED if unhappy else ""
        say.rate(case, actor=li, at=judged, attitude=S.SATISFIED, result=course.rating, comment=comment)
        if course.until == "rated":
            return
        if unhappy:
            judged = self._second_round(case, text, judged)
        say.close(case, actor=self.clerk, at=self._next(judged, 2))

    def _second_round(self, case: Suggestion, text: DemoText, at: datetime) -> datetime:
        again = self._next(at, 2)
        say.rework(case, actor=self.clerk, at=again, note="请与代表当面沟通后，就时间和资金再次答复。")
        answered = self._next(again, 18)
        for handling in case.handlings.filter(state="signed").select_related("unit", "congress"):
            self._answer(
                handling,
                f"经与您当面沟通，现再次答复如下：\n{text.reply}",
                text.reply_class,
                answered,
                final=True,
            )
        case.refresh_from_db()
        judged = self._next(answered, 5)
        li = deputy(case.lead, self.place)
        say.rate(case, actor=li, at=judged, attitude=S.SATISFIED, result=S.BASIC)
        return judged

    def _text(self, text: DemoText) -> say.Text:
        formed = self.chance.choice(list(FormedBy))
        return say.Text(
            title=text.title,
            situation=text.situation,
            proposals=text.proposals,
            formed_by=formed,
            wished_units=[self.place.unit(text.lead).pk] if self.chance.random() < 0.5 else [],
        )

    def _tasks(self, text: DemoText) -> list[say.Task]:
        units = [self.place.unit(name) for name in (text.lead, *text.co)]
        modes = [Mode.SOLE] if len(units) == 1 else [Mode.LEAD, *[Mode.CO] * (len(units) - 1)]
        return [say.Task(unit=unit, mode=mode) for unit, mode in zip(units, modes, strict=True)]

    def _unit(self, handling: Handling) -> Actor:
        kinds = (RoleKind.UNIT_HANDLER, RoleKind.UNIT_REVIEWER, RoleKind.UNIT_SIGNER)
        roles = tuple(RoleRef(kind, handling.unit_id) for kind in kinds)
        name = f"{handling.unit.short_name}经办人"
        return Actor(0, name, self.place.congress, roles=roles, title=handling.unit.short_name)

    def _delegation_staff(self, seat: Seat) -> Actor:
        role = RoleRef(RoleKind.DELEGATION_STAFF, delegation_id=seat.delegation_id)
        return Actor(
            0, f"{seat.delegation}工作人员", self.place.congress, roles=(role,), title=str(seat.delegation)
        )

    def _next(self, at: datetime, days: int) -> datetime:
        """Some days later in office hours, never after now."""
        day: date = at.date() + timedelta(days=days)
        return self.days.at(day, self.chance.randint(9, 16), self.chance.randint(0, 59))


def deputy(seat: Seat, place: DemoPlace) -> Actor:
    """The deputy who sits in `seat`, acting."""
    ref = SeatRef(seat.pk, seat.delegation_id, seat.term_id)
    return Actor(0, seat.person.name, place.congress, person_id=seat.person_id, seats=(ref,))
