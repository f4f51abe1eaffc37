"""One suggestion whose proposers keep their names from units, through everything that can write a name down."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Extension, Handling, Suggestion
from lianluo.suggestions.services import planning
from lianluo.suggestions.states import Attitude, ContactMethod, ContactStage, Mode, Satisfaction
from lianluo.suggestions.tests import lives
from tests.cast import TODAY, Place

NAMES = ("李建国", "吴秀兰")
LEAD, OTHER = NAMES
BAD, GOOD = Satisfaction.DISSATISFIED, Satisfaction.SATISFIED


def scan(name: str) -> Any:
    return SimpleUploadedFile(name, f"%PDF-1.7\n{'、'.join(NAMES)}".encode())


@dataclass
class Life:
    """The suggestion, told step by step; each method is one chapter."""

    place: Place
    at: datetime
    case: Suggestion = field(init=False)
    extension: Extension = field(init=False)
    plan: Any = None

    def __post_init__(self) -> None:
        for key, value in (
            ("extension.consent", "deputy"),
            ("promise.rated_apart", True),
            ("joint.rated_by", "all"),
        ):
            lives.rule(self.place, key, value)

    def actor(self, key: str) -> Any:
        return self.place.actor(key)

    def lead(self) -> Handling:
        return self.case.handlings.select_related("unit", "congress", "suggestion__congress").get(
            mode=Mode.LEAD
        )

    def fresh(self) -> Suggestion:
        """As a page of a proposer has it in hand: the name is known there."""
        self.case.refresh_from_db()
        self.case.known_to_reader = True
        return self.case

    def taken_in(self) -> "Life":
        """On paper, with a scan that carries the name; made a draft, and signed by a second deputy."""
        facts = {"received_on": localdate(self.at), "form": scan(f"{LEAD}建议.pdf"), "at": self.at}
        text = lives.text(confidential=True)
        self.case = say.enter(self.place.seats["li"], text, actor=self.actor("wang"), **facts)
        say.take_over(self.case, actor=self.actor("li"), at=self.at)
        say.invite(self.fresh(), [self.place.seats["wu"]], actor=self.actor("li"), at=self.at)
        say.cosign(self.case, actor=self.actor("wu"), at=self.at)
        say.submit(self.fresh(), actor=self.actor("li"), at=self.at)
        say.accept(self.case, actor=self.actor("wang"), at=self.at, topic="agriculture")
        return self

    def assigned(self) -> "Life":
        """Planned at a meeting that the office reads, then given to two units."""
        wang, at = self.actor("wang"), self.at
        self.case.wished_units.set([self.place.units["education"]])
        self.plan = planning.draw_up(None, actor=wang, at=at)
        planning.consult(self.plan, actor=wang, at=at)
        modes = (("education", Mode.LEAD), ("health", Mode.CO))
        tasks = [say.Task(unit=self.place.units[key], mode=mode) for key, mode in modes]
        say.assign(self.fresh(), tasks, actor=wang, at=at)
        lives.pass_on_to_units(self.place, self.case, at)
        say.sign_for(self.lead(), actor=self.actor("zhao"), at=at)
        say.question_units(self.fresh(), actor=self.actor("li"), at=at, reason=f"{LEAD}认为应由卫健委办理。")
        say.answer_question(self.fresh(), actor=wang, at=at, answer=f"已与{LEAD}代表沟通。")
        return self

    def talked_of(self) -> "Life":
        """More time that the deputy consents to; a talk that the deputy says was otherwise."""
        zhao, li, at = self.actor("zhao"), self.actor("li"), self.at
        asked = {
            "until": date(2026, 10, 10),
            "reason": "需要联合调查。",
            "told_on": TODAY,
            "told_deputy": "电话告知。",
        }
        self.extension = say.ask_longer(self.lead(), actor=zhao, at=at, proof=scan("告知.pdf"), **asked)
        say.grant(self.extension, actor=li, at=at, decision=f"{LEAD}同意。")
        facts = {
            "on": TODAY,
            "stage": ContactStage.BEFORE,
            "method": ContactMethod.FACE,
            "place": "厅里",
            "signed": True,
        }
        facts |= {
            "participants": "赵磊",
            "content": "谈了时限。",
            "attitude": Attitude.AGREES,
            "opinions": "要有时限。",
        }
        talk = say.contact(self.lead(), actor=zhao, at=at, files=[scan("面谈记录.pdf")], **facts)
        say.answer_contact(talk, actor=li, at=at, answer="disputed", correction=f"{LEAD}没有这样说。")
        lives.talk(self.lead(), self.place, at)
        return self

    def answered(self) -> "Life":
        """The helper's opinion, then the answer."""
        lives.opinion_of(self.place, self.case, self.at)
        lives.give_answer(self.place, self.fresh(), self.at)
        return self

    def judged(self) -> "Life":
        """The second deputy on paper, the first in person and not satisfied; both sides meet; handled again."""
        li, wang, at = self.actor("li"), self.actor("wang"), self.at
        said = [say.Opinion(result=GOOD, attitude=GOOD)]
        form = [scan(f"{OTHER}征询意见表.pdf")]
        wu = self.place.seats["wu"].pk
        say.enter_rating(self.fresh(), seat_id=wu, said=said, files=form, actor=wang, at=at)
        say.rate(self.fresh(), actor=li, at=at, attitude=GOOD, result=BAD, comment=f"{LEAD}：没有时间表。")
        talked = {
            "talk_deputy": f"电话问了{LEAD}代表。",
            "talk_unit": "可以补充。",
            "note": f"按{LEAD}的意见。",
        }
        say.triage(self.fresh(), actor=wang, at=at, outcome="meeting", **talked)
        minutes = lives.minutes(
            at, deputies_side=f"{LEAD}、{OTHER}代表", deputies_said=f"{LEAD}：要有时限。", more=True
        )
        say.meet(self.fresh(), minutes, files=[scan("面商记录.pdf")], actor=wang, at=at)
        say.confirm_meeting(self.fresh(), actor=li, at=at)
        return self

    def promised(self) -> "Life":
        """What was promised is reported and judged."""
        zhao, li, at = self.actor("zhao"), self.actor("li"), self.at
        promise = self.lead().promises.first()
        say.report(
            promise,
            actor=zhao,
            at=at,
            on=TODAY,
            text="完成一半。",
            files=[SimpleUploadedFile("照.pdf", b"%PDF-1.7\n")],
        )
        promise.refresh_from_db()
        say.rate_promise(promise, actor=li, at=at, result=GOOD, comment=f"{LEAD}去看过。")
        return self

    def written(self) -> "Life":
        """A second answer that is still being written, with a file."""
        draft = say.write_reply(
            self.lead(),
            lives.answer(document_number="湘水函〔2026〕62号"),
            actor=self.actor("zhao"),
            at=self.at,
        )
        say.bring(
            draft, actor=self.actor("zhao"), at=self.at, files=[SimpleUploadedFile("图.pdf", b"%PDF-1.7\n")]
        )
        self.fresh()
        return self


def whole_life(place: Place, at: datetime) -> Life:
    return Life(place, at).taken_in().assigned().talked_of().answered().judged().promised().written()


def handed_on(place: Place, at: datetime) -> Life:
    """The lead changes while units handle it."""
    life = Life(place, at).taken_in().assigned()
    say.ask_withdraw(life.fresh(), actor=life.actor("li"), at=at, reason=f"{LEAD}认为已经解决。")
    say.lead_on(life.fresh(), actor=life.actor("wu"), at=at)
    life.fresh()
    return life


def letter(place: Place, at: datetime) -> Suggestion:
    """Handled as a letter that a unit reads."""
    case = lives.submitted(place, at, confidential=True)
    talk = replace(lives.TALK, with_whom=LEAD, note=f"{LEAD}代表同意。")
    unit = place.units["education"]
    say.letter(case, actor=place.actor("wang"), at=at, reason=f"{LEAD}反映个别情况", talk=talk, unit=unit)
    return case


def withdrawn(place: Place, at: datetime) -> Suggestion:
    """Taken back by both while units handle it."""
    life = Life(place, at).taken_in().assigned()
    say.ask_withdraw(life.fresh(), actor=life.actor("li"), at=at, reason=f"{LEAD}认为已经解决。")
    say.agree_withdraw(life.fresh(), actor=life.actor("wu"), at=at)
    return life.fresh()
