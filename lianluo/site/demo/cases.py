"""Suggestions of the demo, brought to where they stand by the same services that users reach."""

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from lianluo.people.actor import Actor
from lianluo.people.models import Seat
from lianluo.site.demo.actors import delegation_staff, deputy, motions_group, office_of, unit_people
from lianluo.site.demo.courses import Course
from lianluo.site.demo.days import Days
from lianluo.site.demo.province import DemoPlace
from lianluo.site.demo.text import DemoText
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.states import Attitude, ContactMethod, ContactStage, FormedBy, Mode, Satisfaction

DISSATISFIED = "答复讲清了规划，但没有说明今年汛后怎么办，请给出具体时间和资金来源。"
ADVICE = "请补充受影响的人数和现有资金渠道，第二条建议请写明由哪个部门牵头。"
MANY = 20


class Stage:
    """Makes cases happen in one congress."""

    def __init__(self, place: DemoPlace, days: Days, clerk: Actor, seed: int) -> None:
        self.place, self.days, self.clerk = place, days, clerk
        self.chance = random.Random(seed)
        self.numbers: dict[int, int] = {}

    def play(
        self, text: DemoText, seat: Seat, course: Course, start: datetime, others: Sequence[Seat] = ()
    ) -> Suggestion:
        """Let `text` be proposed by `seat`, joined by `others`, and go as far as `course` says."""
        li = deputy(seat, self.place)
        case = say.start_draft(actor=li, at=start, text=self._text(text))
        if course.until == "draft":
            return case
        if course.joint:
            self._joined(case, others[: course.joint], start + timedelta(hours=1))
        at = start + timedelta(hours=5)
        say.submit(case, actor=li, at=at)
        if case.state == "delegation_review":
            say.pass_on(case, actor=delegation_staff(seat, self.place), at=at + timedelta(hours=3))
        return self._reviewed(case, text, course, self._next(at, 1))

    def propose_now(
        self, text: DemoText, seat: Seat, until: str, others: Sequence[Seat], at: datetime
    ) -> None:
        """What is proposed at the session in progress, at one of its gates."""
        li = deputy(seat, self.place)
        case = say.start_draft(actor=li, at=at, text=self._text(text))
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
            say.send_back(case, actor=group, at=later, advice=ADVICE)
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
                say.send_back(case, actor=self.clerk, at=at, advice=ADVICE)
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
        if course.until == "at_office":
            return
        self._dispatched(case, self._next(at, 1))
        if course.until == "objected":
            self._objected(case, self._next(at, 3))
        if course.reaches("signed"):
            self._handled(case, text, course, at)

    def _objected(self, case: Suggestion, at: datetime) -> None:
        handling = case.handlings.filter(state="assigned").select_related("unit", "congress")[0]
        say.object_to(
            handling,
            actor=unit_people(handling, self.place),
            at=at,
            reason="所提事项的主要职责在其他部门，我单位仅承担其中的技术指导工作，建议调整主办单位。",
            basis="本单位职能配置规定",
        )

    def _dispatched(self, case: Suggestion, at: datetime) -> None:
        waiting = case.handlings.filter(state="dispatching").select_related("unit__dispatched_by", "congress")
        for handling in waiting:
            say.dispatch(handling, actor=office_of(handling, self.place), at=at)

    def _handled(self, case: Suggestion, text: DemoText, course: Course, at: datetime) -> None:
        handlings = list(case.handlings.select_related("unit", "congress"))
        for handling in handlings:
            say.sign_for(handling, actor=unit_people(handling, self.place), at=self._next(at, 2))
        if course.longer:
            self._longer(handlings[0], course, self._next(at, 75))
        if course.until == "signed":
            return
        wait = 86 + course.late if course.late else self.chance.randint(35, 80)
        answered = min(self._next(at, wait), self.days.ago(3, 16))
        for handling in sorted(handlings, key=lambda one: one.role.answers_deputy):
            self._answer(handling, text.reply, text.reply_class, answered, final=course.until != "drafted")
        if course.reaches("rated"):
            case.refresh_from_db()
            self._judged(case, text, course, answered)

    def _longer(self, handling: Handling, course: Course, at: datetime) -> None:
        """More time is asked for in the last days, after a word with the deputy."""
        asked = say.ask_longer(
            handling,
            until=localdate(at) + timedelta(days=60),
            reason="涉及三个市州的现场核查尚未完成，需汇总数据后一并答复。",
            told_on=at.date(),
            told_deputy="电话告知领衔代表，代表表示理解",
            actor=unit_people(handling, self.place),
            at=at,
        )
        if course.longer == "granted":
            say.grant(asked, actor=self.clerk, at=self._next(at, 2), decision="同意延期，请抓紧核查。")

    def _answer(self, handling: Handling, body: str, reply_class: str, at: datetime, *, final: bool) -> None:
        unit = unit_people(handling, self.place)
        number = self.numbers[handling.unit_id] = self.numbers.get(handling.unit_id, 20) + 1
        co = handling.mode == Mode.CO
        answer = say.Answer(
            body="我单位职责范围内的有关意见如下：同意主办单位意见，将在项目、资金和监管上予以配合。"
            if co
            else body,
            reply_class="" if co else reply_class,
            explanation="" if co or reply_class != "C" else "受现有条件限制，暂时不能解决，已列入工作参考。",
            promises=() if co or reply_class != "B" else self._promised(handling, at),
            document_number=f"湘{handling.unit.short_name.removeprefix('省')[:2]}函〔{at.year}〕{number}号",
            signer_name=unit.name,
            contact_name="办公室",
            contact_phone="0731-8500" + f"{handling.unit_id % 10000:04d}",
        )
        self._spoken(handling, unit, at - timedelta(days=4))
        reply = say.write_reply(handling, answer, actor=unit, at=at - timedelta(days=2))
        say.move_reply(reply, "to_review", actor=unit, at=at - timedelta(days=1))
        if final or co:
            say.deliver(reply, actor=unit, at=at)

    def _spoken(self, handling: Handling, unit: Actor, at: datetime) -> None:
        """The talk with the deputy that comes before every reply."""
        if not handling.role.answers_deputy:
            return
        say.contact(
            handling,
            actor=unit,
            at=at,
            on=at.date(),
            stage=ContactStage.BEFORE,
            method=self.chance.choice((ContactMethod.PHONE, ContactMethod.VISIT, ContactMethod.MEETING)),
            participants=f"{handling.unit}办理人员",
            content="介绍了办理打算，逐条听取代表意见，请代表对完成时限和资金来源提出要求。",
            attitude=Attitude.AGREES,
        )

    def _promised(self, handling: Handling, at: datetime) -> tuple[dict[str, Any], ...]:
        """What a reply of class B promises."""
        planned = (at + timedelta(days=self.chance.choice((60, 150, 240)))).date()
        words = "按答复中列出的安排推进，分季度检查，完成后告知代表。"
        who = f"{handling.unit}业务处室"
        return ({"text": words, "responsible": who, "planned_on": planned.isoformat(), "stages": []},)

    def _judged(self, case: Suggestion, text: DemoText, course: Course, at: datetime) -> None:
        judged = min(self._next(at, 6), self.days.ago(1, 15))
        self._rated(case, course.rating, judged)
        if course.until == "rated":
            return
        if course.rating == Satisfaction.DISSATISFIED:
            judged = self._second_round(case, text, judged)
        say.close(case, actor=self.clerk, at=self._next(judged, 2))

    def _rated(self, case: Suggestion, result: str, at: datetime) -> None:
        """Everybody who signed judges; they are of one mind."""
        comment = DISSATISFIED if result == Satisfaction.DISSATISFIED else ""
        signers = Seat.objects.within(self.place.congress.scope).filter(pk__in=case.signer_ids)
        for seat in signers.select_related("person"):
            judge = deputy(seat, self.place)
            say.rate(
                case, actor=judge, at=at, attitude=Satisfaction.SATISFIED, result=result, comment=comment
            )

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
        self._rated(case, Satisfaction.BASIC, judged)
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

    def _next(self, at: datetime, days: int) -> datetime:
        """Some days later in office hours, never after now."""
        day: date = at.date() + timedelta(days=days)
        return self.days.at(day, self.chance.randint(9, 16), self.chance.randint(0, 59))
