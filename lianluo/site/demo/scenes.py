"""Cases that go a way of their own: put together, given back, talked over, taken up again. One congress at a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from lianluo.congress.models import Unit
from lianluo.people.actor import Actor
from lianluo.people.models import Account, Seat
from lianluo.site.demo import words
from lianluo.site.demo.actors import committee_of, deputy, unit_people
from lianluo.site.demo.cases import NEEDED, Stage
from lianluo.site.demo.courses import Course
from lianluo.site.demo.text import DemoText
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.services import planning
from lianluo.suggestions.states import HandlingState, Mode, Satisfaction, TriageOutcome

LONG_AGO = 175
"""Days: a case of then has been answered and judged for weeks."""


class Scenes:
    """Plays them with other deputies and other texts each time."""

    def __init__(self, stage: Stage, seats: Sequence[Seat], written: Sequence[DemoText], first: int) -> None:
        self.stage, self.seats, self.written, self.made = stage, seats, written, first

    @property
    def clerk(self) -> Actor:
        return self.stage.clerk

    def _case(self, until: str, days_ago: int, text: DemoText | None = None, **more: Any) -> Suggestion:
        """A case by the next deputy, played as far as `until`."""
        self.made += 1
        text = text or self._text()
        seat = self.seats[self.made * 7 % len(self.seats)]
        others = [one for one in self.seats[self.made % 5 :] if one != seat][:4]
        start = self.stage.days.ago(days_ago, 8 + self.made % 8, self.made * 11 % 60)
        case = self.stage.play(text, seat, Course(until, days_ago, **more), start, others)
        return _again(case)

    def _text(self) -> DemoText:
        return self.written[(self.made * 7 + 4) % len(self.written)]

    def _parts(self, case: Suggestion, *states: str) -> list[Handling]:
        rows = case.handlings.filter(state__in=states) if states else case.handlings.all()
        return list(rows.select_related(*NEEDED).order_by("pk"))

    def put_together(self) -> None:
        """并案: two that say the same, handled together, answered apart; a second pair still waits for its units."""
        for days_ago, whole in ((120, True), (9, False)):
            text = self._text()
            main = self._case("accepted", days_ago, text)
            other = self._case("accepted", days_ago, replace(text, title=words.same(text.title)))
            at = self.stage.later(other.accepted_at, 1)
            say.merge(main, [other], actor=self.clerk, at=at, reason=words.SAME)
            if whole:
                self._answered_apart(_again(main), _again(other), text, at)

    def _answered_apart(self, main: Suggestion, other: Suggestion, text: DemoText, at: datetime) -> None:
        at = self.stage.later(at, 2)
        say.assign(main, self.stage.tasks(text), actor=self.clerk, at=at)
        self.stage.dispatched(main, self.stage.later(at, 1))
        self.stage.signed_for(main, self.stage.later(at, 3))
        for n, case in enumerate((main, other)):
            parts = sorted(self._parts(case, HandlingState.SIGNED), key=lambda one: one.role.answers_deputy)
            for part in parts:
                self.stage.writing.answer(part, text, self.stage.later(at, 50 + 9 * n), final=True)

    def no_suggestions(self) -> None:
        """来信, one answered and one not; a joint one that its lead wants back; one withdrawn after it had its number."""
        for n, days_ago in enumerate((45, 12)):
            case = self._case("review", days_ago)
            unit, at = self.stage.place.unit(self._text().lead), self.stage.later(case.submitted_at, 3)
            talk = say.Talk(how="电话", on=localdate(at).isoformat(), with_whom=str(case.lead.person))
            say.letter(case, actor=self.clerk, at=at, reason=words.LETTER, talk=talk, unit=unit)
            if n == 0:
                answer = words.LETTER_ANSWER
                say.answer_letter(case, actor=self.clerk, at=self.stage.later(at, 20), answer=answer)
        asked = self._case("signed", 33, joint=3)
        leads = deputy(asked.lead, self.stage.place)
        say.ask_withdraw(asked, actor=leads, at=self.stage.days.ago(4, 10), reason=words.ASKED_BACK)
        gone = self._case("accepted", 25)
        leads = deputy(gone.lead, self.stage.place)
        say.withdraw(gone, actor=leads, at=self.stage.later(gone.accepted_at, 2), reason=words.TAKEN_BACK)

    def objections(self) -> None:
        """One upheld and one refused; deputies who asked for another unit, one answered."""
        for n, days_ago in enumerate((38, 44)):
            case = self._case("objected", days_ago)
            part = self._parts(case, HandlingState.OBJECTED)[0]
            at = self.stage.days.ago(days_ago - 14, 10)
            if n:
                say.overrule(part, actor=self.clerk, at=at, decision=words.OVERRULED)
            else:
                say.uphold(part, self._other(case), actor=self.clerk, at=at, decision=words.UPHELD)
        for n, days_ago in enumerate((22, 19)):
            case = self._case("signed", days_ago)
            at = self.stage.days.ago(days_ago - 9, 11)
            leads = deputy(case.lead, self.stage.place)
            say.question_units(case, actor=leads, at=at, reason=words.QUESTIONED)
            if n:
                say.answer_question(
                    _again(case), actor=self.clerk, at=self.stage.later(at, 3), answer=words.KEPT_UNIT
                )

    def _other(self, case: Suggestion) -> Unit:
        """A unit that has nothing of it yet."""
        there = set(case.handlings.values_list("unit", flat=True))
        kind = case.handlings.select_related("unit")[0].unit.kind
        found = (unit for unit in self.stage.place.units.values() if unit.kind == kind)
        return next(unit for unit in found if unit.pk not in there and not unit.is_dispatcher)

    def work_inside(self) -> None:
        """Notes of progress for the deputy and for the unit, urged, given back for mending, waiting for a signature."""
        text = self._text()
        case = self._case("signed", 60, text)
        part = self._parts(case, HandlingState.SIGNED)[0]
        unit = unit_people(part, self.stage.place)
        for n, note in enumerate(words.NOTES):
            at = self.stage.days.ago(40 - 11 * n, 15)
            say.note(part, actor=unit, at=at, on=localdate(at), text=note, inside=n == 1)
        self.stage.writing.begin(part, text, self.stage.days.ago(7, 10))
        say.urge(case, actor=self.clerk, at=self.stage.days.ago(6, 9), note=words.URGED)
        signing = self._case("drafted", 66)
        for part in self._parts(signing, HandlingState.SIGNED):
            if reply := say.open_reply(part):
                unit = unit_people(part, self.stage.place)
                say.move_reply(reply, "approve", actor=unit, at=self.stage.days.ago(1, 10))
        helped = self._case("drafted", 58, self._with_helpers())
        opinion = next(
            (one for one in self._parts(helped, HandlingState.REPLIED) if one.mode == Mode.CO), None
        )
        if opinion:
            lead = next(one for one in self._parts(helped) if one.mode == Mode.LEAD)
            at = self.stage.days.ago(2, 10)
            actor = unit_people(lead, self.stage.place)
            say.return_opinion(opinion, actor=actor, at=at, reason=words.MEND)

    def _with_helpers(self) -> DemoText:
        return next(text for text in self.written[self.made % 7 :] if text.co)

    def not_satisfied(self) -> None:
        """研判 and what comes of it: explained, a meeting agreed, one whose record waits, and one that goes on."""
        explained = self._judged_badly()
        self._triaged(explained, TriageOutcome.EXPLAINED)
        say.close(_again(explained), actor=self.clerk, at=self.stage.later(explained.replied_at, 14))
        for said in ("confirmed", "waits", "more"):
            case = self._judged_badly()
            self._triaged(case, TriageOutcome.MEETING)
            at = self.stage.later(case.replied_at, 19)
            minutes = replace(words.minutes(at - timedelta(hours=2)), more=said == "more")
            say.meet(_again(case), minutes, actor=self.clerk, at=at)
            if said != "waits":
                leads = deputy(case.lead, self.stage.place)
                say.confirm_meeting(_again(case), actor=leads, at=self.stage.later(at, 2))
            if said == "confirmed":
                say.close(_again(case), actor=self.clerk, at=self.stage.later(at, 5))
        self._triaged(self._judged_badly(), TriageOutcome.MEETING)

    def _judged_badly(self) -> Suggestion:
        return self._case("rated", LONG_AGO, rating=Satisfaction.DISSATISFIED)

    def _triaged(self, case: Suggestion, outcome: str) -> None:
        say.triage(
            _again(case),
            outcome=outcome,
            talk_deputy=words.TALK_DEPUTY,
            talk_unit=words.TALK_UNIT,
            note=words.TRIAGED[TriageOutcome(outcome)],
            actor=self.clerk,
            at=self.stage.later(case.replied_at, 11),
        )

    def twice_not_satisfied(self, outcome: str) -> None:
        """Again not satisfied after the second answer: what the congress's rule says then; experts find, it is closed."""
        text = self._text()
        case = self._case("rated", LONG_AGO, text, rating=Satisfaction.DISSATISFIED)
        at = self.stage.again(case, text, self.stage.later(case.replied_at, 8), Satisfaction.DISSATISFIED)
        case = _again(case)
        say.triage(
            case,
            outcome=outcome,
            talk_deputy=words.TALK_DEPUTY,
            talk_unit=words.TALK_UNIT,
            note=words.TRIAGED[TriageOutcome(outcome)],
            actor=self.clerk,
            at=self.stage.later(at, 3),
        )
        if outcome == TriageOutcome.EXPERTS:
            at = self.stage.later(at, 15)
            found = say.Findings(held_on=localdate(at), **words.FOUND)
            say.assess(_again(case), found, actor=self.clerk, at=at)
            say.close(_again(case), actor=self.clerk, at=self.stage.later(at, 4))

    def supervised(self) -> None:
        """直通车, 督办 by a committee with its opinion, and a look at the papers afterwards."""
        case = self._case("accepted", 11)
        committees = [unit for unit in self.stage.place.units.values() if unit.kind == "committee"]
        for n, handled in enumerate((self._case("signed", 48), self._case("signed", 52))):
            if committees:
                unit = committees[n % len(committees)]
                at = self.stage.days.ago(30 - n, 10)
                if handled.committee_id != unit.pk:
                    say.supervise(handled, actor=self.clerk, at=at, committee=unit, reason=words.SUPERVISED)
                actor = committee_of(unit, self.stage.place)
                say.instruct(_again(handled), actor=actor, at=self.stage.later(at, 5), note=words.INSTRUCTED)
        say.express(case, actor=self.clerk, at=self.stage.days.ago(8, 16), reason=words.EXPRESS)

    def on_paper(self) -> None:
        """代录: handed in on paper, taken in by the clerk; the deputy has not confirmed."""
        self.made += 1
        seat, text = self.seats[self.made * 7 % len(self.seats)], self._text()
        at = self.stage.days.ago(2, 10)
        form = SimpleUploadedFile("建议专用纸.pdf", words.FORM, "application/pdf")
        facts: dict[str, Any] = {"received_on": localdate(at), "form": form, "actor": self.clerk, "at": at}
        say.enter(seat, self.stage.written(text), **facts)

    def handed_over(self, cases: Sequence[Suggestion], unit: Unit, giver: Account, to: Account) -> None:
        """移交: what one has in hand goes to a colleague."""
        for case in cases:
            for part in self._parts(case, HandlingState.SIGNED):
                if part.unit_id == unit.pk:
                    actor, at = unit_people(part, self.stage.place), self.stage.days.ago(9, 9)
                    say.hand_over(part, actor=actor, at=at, to=giver, note=words.FIRST_HANDLER)
                    part.refresh_from_db()
                    at = self.stage.days.ago(2, 9)
                    say.hand_over(part, actor=actor, at=at, to=to, note=words.HANDED_OVER)

    def meeting(self, end: str, office: Actor | None = None) -> None:
        """交办会: what was accepted and waits is planned. `end`: "open", "consulting" with an office, "done", "dropped"."""
        for n in range(2):
            self._case("accepted", 16 + n)
        at = self.stage.days.ago(6, 9)
        plan = planning.draw_up(None, actor=self.clerk, at=at)
        parts = ("suggestion__congress", "plan__congress")
        rows = list(plan.rows.select_related(*parts).order_by("pk"))
        for row in rows[: None if end == "done" else 1]:
            text = next((one for one in self.written if one.topic == row.suggestion.topic), self.written[0])
            tasks = self.stage.tasks(text)
            planning.settle(row, tasks, actor=self.clerk, at=self.stage.later(at, 1), committee=None)
        plan.refresh_from_db()
        if office:
            planning.consult(plan, actor=self.clerk, at=self.stage.later(at, 2))
            said: dict[str, Any] = {"at": self.stage.later(at, 3), "text": words.PLAN_COMMENT}
            planning.comment(rows[0], actor=office, **said)
        if end == "done":
            planning.carry_out(plan, actor=self.clerk, at=self.stage.later(at, 2))
            plan.refresh_from_db()
            planning.carry_rows(plan, actor=self.clerk, now=lambda: self.stage.days.ago(3, 10))
        if end == "dropped":
            planning.drop(plan, actor=self.clerk, at=self.stage.later(at, 2), reason=words.PLAN_DROPPED)

    def for_a_delegation(self, head: Seat, seat: Seat) -> None:
        """代表团建议 of the session in progress: discussed, signed by the head, handed in; a second one is not signed."""
        for n, signed in enumerate((True, False)):
            self.made += 1
            text, at = self._text(), self.stage.days.at(self.stage.days.now_opens, 11 + n)
            leads, place = deputy(seat, self.stage.place), self.stage.place
            case = say.start_draft(actor=leads, at=at, text=self.stage.written(text))
            meeting = say.Meeting(held_on=localdate(at), members=49, present=46 - n)
            say.for_delegation(case, meeting, actor=leads, at=at)
            if signed:
                say.cosign(case, actor=deputy(head, place), at=at + timedelta(minutes=20))
                say.submit(case, actor=leads, at=at + timedelta(minutes=30))

    def asked_to_join(self, case: Suggestion, seats: Sequence[Seat]) -> None:
        """申请联名: one is admitted, one turned down, one waits for the lead's word."""
        at = self.stage.days.at(self.stage.days.now_opens, 16)
        leads = deputy(case.lead, self.stage.place)
        for n, seat in enumerate(seats):
            say.ask_to_join(_again(case), actor=deputy(seat, self.stage.place), at=at, note=words.JOIN)
            if n < 2:
                answer = say.admit if n == 0 else say.turn_down
                answer(_again(case), seat, actor=leads, at=at + timedelta(minutes=10 + n))


def _again(case: Suggestion) -> Suggestion:
    case.refresh_from_db()
    return case
