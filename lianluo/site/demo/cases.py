"""Suggestions of the demo, brought to where they stand by the same services that users reach."""

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from lianluo.people.actor import Actor
from lianluo.people.models import Seat
from lianluo.site.demo import voices
from lianluo.site.demo.actors import delegation_staff, deputy, motions_group, office_of, unit_people
from lianluo.site.demo.answers import Writing, first_of
from lianluo.site.demo.courses import Course
from lianluo.site.demo.days import Days
from lianluo.site.demo.province import DemoPlace
from lianluo.site.demo.text import DemoText
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.states import Consent, FormedBy, Mode, Satisfaction

MANY = 20
NEEDED = ("unit", "congress", "suggestion__lead__person")


class Stage:
    """Makes cases happen in one congress."""

    def __init__(self, place: DemoPlace, days: Days, clerk: Actor, seed: int) -> None:
        self.place, self.days, self.clerk = place, days, clerk
        self.chance = random.Random(seed)
        self.writing = Writing(place, self.chance)

    def play(
        self, text: DemoText, seat: Seat, course: Course, start: datetime, others: Sequence[Seat] = ()
    ) -> Suggestion:
        """Let `text` be proposed by `seat`, joined by `others`, and go as far as `course` says."""
        li = deputy(seat, self.place)
        case = say.start_draft(actor=li, at=start, text=self.written(text))
        if course.until == "draft":
            return case
        if course.joint:
            self._joined(case, others[: course.joint], start + timedelta(hours=1))
        at = start + timedelta(hours=5)
        say.submit(case, actor=li, at=at)
        if case.state == "delegation_review":
            say.pass_on(case, actor=delegation_staff(seat, self.place), at=at + timedelta(hours=3))
        return self._reviewed(case, text, course, self.later(at, 1))

    def propose_now(
        self, text: DemoText, seat: Seat, until: str, others: Sequence[Seat], at: datetime
    ) -> None:
        """What is proposed at the session in progress, at one of its gates."""
        li = deputy(seat, self.place)
        case = say.start_draft(actor=li, at=at, text=self.written(text))
        if until == "inviting":
            say.invite(case, others, actor=li, at=at + timedelta(minutes=20))
            for one in others[1::2]:
                say.cosign(case, actor=deputy(one, self.place), at=at + timedelta(minutes=40))
        if until in ("draft", "inviting"):
            return
        say.submit(case, actor=li, at=at + timedelta(minutes=50))
        if until == "first_gate":
            return
        say.pass_on(case, actor=delegation_staff(seat, self.place), at=at + timedelta(hours=2))
        group, later = motions_group(self.place), at + timedelta(hours=3)
        if until == "returned":
            say.send_back(case, actor=group, at=later, advice=self.chance.choice(voices.ADVICE))
        if until == "accepted":
            say.accept(case, actor=group, at=later, topic=text.topic)

    def _joined(self, case: Suggestion, others: Sequence[Seat], at: datetime) -> None:
        """All are asked and join; where they are many, one takes the name back again."""
        say.invite(case, others, actor=deputy(case.lead, self.place), at=at)
        for n, seat in enumerate(others):
            say.cosign(case, actor=deputy(seat, self.place), at=at + timedelta(minutes=3 * n + 2))
        if len(others) >= MANY:
            why = "正文第三条与我的调研不一致，另行提出"
            say.uncosign(case, actor=deputy(others[-1], self.place), at=at + timedelta(hours=3), reason=why)

    def _reviewed(self, case: Suggestion, text: DemoText, course: Course, at: datetime) -> Suggestion:
        talk = say.Talk(how="电话", on=at.date().isoformat(), with_whom=str(case.lead.person))
        match course.until:
            case "review":
                pass
            case "returned":
                say.send_back(case, actor=self.clerk, at=at, advice=self.chance.choice(voices.ADVICE))
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
        at = self.days.at(self.days.assigned, 10) if case.session_id else self.later(at, 2)
        say.assign(case, self.tasks(text), actor=self.clerk, at=at)
        if course.until == "at_office":
            return
        self.dispatched(case, self.later(at, 1))
        if course.until == "objected":
            self._objected(case, self.later(at, 3))
        if course.reaches("signed"):
            self._handled(case, text, course, at)

    def _objected(self, case: Suggestion, at: datetime) -> None:
        handling = case.handlings.filter(state="assigned").select_related("unit", "congress")[0]
        why, basis = self.chance.choice(voices.OBJECTIONS)
        say.object_to(
            handling,
            actor=unit_people(handling, self.place),
            at=at,
            reason=why,
            basis=basis,
        )

    def dispatched(self, case: Suggestion, at: datetime) -> None:
        waiting = case.handlings.filter(state="dispatching").select_related("unit__dispatched_by", "congress")
        for handling in waiting:
            say.dispatch(handling, actor=office_of(handling, self.place), at=at)

    def _handled(self, case: Suggestion, text: DemoText, course: Course, at: datetime) -> None:
        handlings = self.signed_for(case, self.later(at, 2))
        if course.longer:
            self._longer(handlings[0], course, self.later(at, 75))
        if course.until == "signed":
            return
        wait = 86 + course.late if course.late else self.chance.randint(35, 80)
        answered = min(self.later(at, wait), self.days.ago(3, 16))
        for handling in sorted(handlings, key=lambda one: one.role.answers_deputy):
            self.writing.answer(handling, text, answered, final=course.until != "drafted")
        if course.reaches("rated"):
            case.refresh_from_db()
            self._judged(case, text, course, answered)

    def signed_for(self, case: Suggestion, at: datetime) -> list[Handling]:
        handlings = list(case.handlings.filter(state="assigned").select_related(*NEEDED).order_by("pk"))
        for handling in handlings:
            say.sign_for(handling, actor=unit_people(handling, self.place), at=at)
        return handlings

    def _longer(self, handling: Handling, course: Course, at: datetime) -> None:
        """More time is asked for in the last days, after a word with the deputy."""
        asked = say.ask_longer(
            handling,
            until=localdate(at) + timedelta(days=60),
            reason=self.chance.choice(voices.LONGER),
            told_on=at.date(),
            told_deputy="电话告知领衔代表，代表表示理解",
            actor=unit_people(handling, self.place),
            at=at,
        )
        if course.longer == "granted":
            say.grant(asked, actor=self.clerk, at=self.later(at, 2), decision="同意延期，请抓紧核查。")
        if course.longer == "refused":
            say.refuse(asked, actor=self.clerk, at=self.later(at, 2), decision=voices.NOT_LONGER)

    def _judged(self, case: Suggestion, text: DemoText, course: Course, at: datetime) -> None:
        judged = min(self.later(at, 6), self.days.ago(1, 15))
        self._rated(case, text, course.rating, judged)
        if course.until == "rated":
            return
        if course.rating == Satisfaction.DISSATISFIED:
            judged = self.again(case, text, judged, Satisfaction.BASIC)
        if course.joint == 0 and self.chance.random() < 0.4:
            for handling in case.handlings.filter(state="replied").select_related(*NEEDED):
                self.writing.visit(handling, text, judged)
        say.close(case, actor=self.clerk, at=self.later(judged, 2))

    def _rated(self, case: Suggestion, text: DemoText, result: str, at: datetime) -> None:
        """Everybody who signed judges; they are of one mind, each in own words."""
        signers = Seat.objects.within(self.place.congress.scope).filter(pk__in=case.asked_ids)
        for seat in signers.select_related("person"):
            say.rate(
                case,
                actor=deputy(seat, self.place),
                at=at,
                attitude=Satisfaction.SATISFIED,
                result=result,
                comment=self._remark(text, result, lead=seat.pk == case.lead_id),
                publish_agreed=self.chance.random() > 0.03,
            )

    def _remark(self, text: DemoText, result: str, *, lead: bool) -> str:
        """What stands beside a judgement: the lead says most."""
        if result == Satisfaction.DISSATISFIED:
            own = text.remark or self.chance.choice(voices.REMARKS).replace("{first}", first_of(text))
            return own if lead else "同意领衔代表的意见，请重新办理。"
        if not lead:
            return self.chance.choice(voices.JOINED)
        return self.chance.choice(voices.BASIC if result == Satisfaction.BASIC else voices.SATISFIED)

    def again(self, case: Suggestion, text: DemoText, at: datetime, result: str) -> datetime:
        """Handled and answered once more; how the deputies judge that. Returns when."""
        again = self.later(at, 2)
        say.rework(case, actor=self.clerk, at=again, note="请与代表当面沟通后，就时间和资金再次答复。")
        answered = self.later(again, 18)
        for handling in case.handlings.filter(state="signed").select_related(*NEEDED):
            self.writing.answer(handling, text, answered, final=True, again=True)
        case.refresh_from_db()
        judged = self.later(answered, 5)
        self._rated(case, text, result, judged)
        return judged

    def written(self, text: DemoText) -> say.Text:
        formed = self.chance.choice(list(FormedBy))
        return say.Text(
            title=text.title,
            situation=text.situation,
            proposals=text.proposals,
            formed_by=formed,
            consent=Consent.TITLE if self.chance.random() < 0.08 else Consent.FULL,
            wished_units=[self.place.unit(text.lead).pk] if self.chance.random() < 0.5 else [],
        )

    def tasks(self, text: DemoText) -> list[say.Task]:
        units = [self.place.unit(name) for name in (text.lead, *text.co)]
        modes = [Mode.SOLE] if len(units) == 1 else [Mode.LEAD, *[Mode.CO] * (len(units) - 1)]
        return [say.Task(unit=unit, mode=mode) for unit, mode in zip(units, modes, strict=True)]

    def later(self, at: datetime | None, days: int) -> datetime:
        """Some days later in office hours, never after now. `at` is the time of a step that was taken."""
        assert at is not None
        day: date = at.date() + timedelta(days=days)
        return self.days.at(day, self.chance.randint(9, 16), self.chance.randint(0, 59))
