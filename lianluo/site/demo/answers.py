"""What the units of the demo write: talks with the deputy, opinions of co-handlers, replies and what they promise."""

import random
import re
from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from lianluo.site.demo import voices
from lianluo.site.demo.actors import deputy, unit_people
from lianluo.site.demo.names import Names
from lianluo.site.demo.province import DemoPlace
from lianluo.site.demo.text import DemoText, Pledge, dated
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Contact, Handling, Reply
from lianluo.suggestions.states import Attitude, ContactAnswer, ContactStage, Mode

HEADING = re.compile(r"^[一二三四五六七八九十（）(0-9.、]+")
DISPUTE = "记录里“代表没有意见”不准确。我在电话中明确说过第二条不能只写研究，请更正。"

AGAIN = (Pledge(75, "再次答复所列事项按时完成，并请代表到现场查看", "主要负责人"),)


class Writing:
    """The units of one congress with their numbers, signers and ways of speaking."""

    def __init__(self, place: DemoPlace, chance: random.Random) -> None:
        self.place, self.chance = place, chance
        self.numbers: dict[int, int] = {}
        self.signers: dict[int, str] = {}
        self.talks = self.opinions = 0

    def answer(
        self, handling: Handling, text: DemoText, at: datetime, *, final: bool, again: bool = False
    ) -> Reply:
        """The talks before it, the reply written and reviewed, and signed when it is `final`."""
        unit, co = unit_people(handling, self.place), handling.mode == Mode.CO
        if not co:
            self._talk(handling, text, (voices.BEFORE,), at - timedelta(days=12))
            self._talk(handling, text, (voices.DURING,), at - timedelta(days=5))
        written = say.write_reply(
            handling, self._written(handling, text, at, again), actor=unit, at=at - timedelta(days=2)
        )
        say.move_reply(written, "to_review", actor=unit, at=at - timedelta(days=1))
        if final or co:
            say.deliver(written, actor=unit, at=at)
        return written

    def begin(self, handling: Handling, text: DemoText, at: datetime) -> Reply:
        """A reply that is being written."""
        unit = unit_people(handling, self.place)
        return say.write_reply(handling, self._written(handling, text, at, False), actor=unit, at=at)

    def visit(self, handling: Handling, text: DemoText, at: datetime) -> None:
        """After the reply the unit asks how it went."""
        self._talk(handling, text, (voices.AFTER,), at)

    def _written(self, handling: Handling, text: DemoText, at: datetime, again: bool) -> say.Answer:
        co, on = handling.mode == Mode.CO, localdate(at)
        number = self.numbers[handling.unit_id] = self.numbers.get(handling.unit_id, 20) + 1
        body = self._opinion(handling) if co else self._second(text) if again else text.reply
        explained = text.explanation or "受现有条件限制，暂时不能解决，理由已在答复中逐条说明。"
        return say.Answer(
            body=dated(body, on),
            reply_class="" if co else text.reply_class,
            explanation=explained if not co and text.reply_class == "C" else "",
            promises=() if co else self._promised(handling, AGAIN if again else text.pledges, text, at),
            document_number=f"湘{handling.unit.short_name.removeprefix('省')[:2]}函〔{at.year}〕{number}号",
            signer_name=self._signer(handling.unit_id),
            contact_name="办公室",
            contact_phone="0731-8500" + f"{handling.unit_id % 10000:04d}",
        )

    def _signer(self, unit_id: int) -> str:
        return self.signers.setdefault(unit_id, Names(unit_id).next())

    def _second(self, text: DemoText) -> str:
        return f"经与您当面沟通，现就您不满意的事项再次答复如下：\n{text.second or voices.SECOND}"

    def _opinion(self, handling: Handling) -> str:
        """By what the unit looks after, otherwise one that any unit could give."""
        self.opinions += 1
        known = next((v for k, v in voices.CO_BY_UNIT.items() if k in handling.unit.name), ())
        ways = known or voices.CO_OPINIONS
        return ways[self.opinions % len(ways)]

    def _promised(
        self, handling: Handling, pledges: tuple[Pledge, ...], text: DemoText, at: datetime
    ) -> tuple[dict[str, Any], ...]:
        """What is pledged; a reply of class B always promises something."""
        if text.reply_class != "B":
            return ()
        if not pledges and text.reply_class == "B":
            pledges = (
                Pledge(
                    self.chance.choice((60, 150, 240)), "完成答复所列事项并书面告知代表", "承办处室负责人"
                ),
            )
        return tuple(
            {
                "text": one.words,
                "responsible": f"{handling.unit}{one.who}",
                "planned_on": (at + timedelta(days=one.days)).date().isoformat(),
                "stages": [],
            }
            for one in pledges
        )

    def _talk(
        self, handling: Handling, text: DemoText, stages: tuple[ContactStage, ...], at: datetime
    ) -> Contact:
        """The next way of speaking that fits; most deputies confirm the record, a few say that it was not so."""
        self.talks += 1
        ways = [one for one in voices.TALKS if one.stage in stages]
        said = ways[self.talks % len(ways)]
        talk = say.contact(
            handling,
            actor=unit_people(handling, self.place),
            at=at,
            on=localdate(at),
            stage=said.stage,
            method=said.method,
            place=said.place,
            participants=f"{handling.unit}{self._signer(handling.unit_id)}、承办处室人员，领衔代表",
            content=said.content.replace("{first}", first_of(text)),
            attitude=said.attitude,
            opinions=said.opinions,
        )
        if self.talks % 3 == 0:
            self._confirmed(talk, handling, at + timedelta(hours=20))
        return talk

    def _confirmed(self, talk: Contact, handling: Handling, at: datetime) -> None:
        seat = handling.suggestion.lead
        disputed = self.talks % 21 == 0 and talk.stage == voices.BEFORE and talk.attitude != Attitude.AGREES
        say.answer_contact(
            talk,
            actor=deputy(seat, self.place),
            at=at,
            answer=ContactAnswer.DISPUTED if disputed else ContactAnswer.CONFIRMED,
            correction=DISPUTE if disputed else "",
        )


def first_of(text: DemoText) -> str:
    """The first thing proposed, in a few words."""
    line = HEADING.sub("", text.proposals.splitlines()[0])
    return re.split(r"[。：，；]", line)[0][:24]
