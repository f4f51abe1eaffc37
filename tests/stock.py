"""One thing of every kind at home, for tests that walk all addresses.

A room adds its own here: a row of `MAKERS` that returns the arguments of an address.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from lianluo.people.models import Role
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Recount, Suggestion
from lianluo.suggestions.tests import lives
from tests.cast import NOW, TODAY, Cast, Place

Args = list[Any]


class Stock:
    """Things of one congress, each made once."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.place: Place = cast.home

    @cached_property
    def suggestion(self) -> Suggestion:
        """With the education department, which has signed for it."""
        return lives.signed_for(self.place, NOW)

    @cached_property
    def draft(self) -> Suggestion:
        return lives.draft(self.place, NOW)

    @cached_property
    def entered(self) -> Suggestion:
        """Taken in from paper by Wang, for Li to confirm."""
        return lives.entered(self.place, NOW)

    @cached_property
    def invited(self) -> Suggestion:
        """Wu was asked to sign and has not answered."""
        case = lives.draft(self.place, NOW)
        say.invite(case, [self.place.seats["wu"]], actor=self.cast.li, at=NOW)
        return case

    @cached_property
    def signed(self) -> Suggestion:
        """Wu has confirmed."""
        case = lives.draft(self.place, NOW)
        say.invite(case, [self.place.seats["wu"]], actor=self.cast.li, at=NOW)
        say.cosign(case, actor=self.cast.wu, at=NOW)
        return case

    @cached_property
    def joining(self) -> Suggestion:
        """Zhou asks to be added."""
        case = lives.accepted(self.place, NOW)
        say.ask_to_join(case, actor=self.cast.zhou, at=NOW)
        return case

    @cached_property
    def draft_file(self) -> Any:
        upload = SimpleUploadedFile("情况.pdf", b"%PDF-1.7\n")
        return say.add_files(self.draft, [upload], actor=self.cast.li, at=NOW)[0]

    @cached_property
    def submitted(self) -> Suggestion:
        return lives.submitted(self.place, NOW)

    @cached_property
    def divided(self) -> Suggestion:
        """Numbered, divided into two; Li has not agreed."""
        return lives.divided(self.place, NOW, numbered=True)[0]

    @cached_property
    def accepted(self) -> Suggestion:
        return lives.accepted(self.place, NOW)

    @cached_property
    def replied(self) -> Suggestion:
        return lives.replied(self.place, NOW)

    @cached_property
    def rated(self) -> Suggestion:
        return lives.rated(self.place, NOW)

    @cached_property
    def dissatisfied(self) -> Suggestion:
        return lives.dissatisfied(self.place, NOW)

    @cached_property
    def closed(self) -> Suggestion:
        return lives.closed(self.place, NOW)

    @cached_property
    def met(self) -> Suggestion:
        return lives.met(self.place, NOW)

    @cached_property
    def objected(self) -> Any:
        """A handling that its unit does not want."""
        handling = lives.assigned(self.place, NOW).handlings.get()
        say.object_to(handling, actor=self.place.actor("zhao"), at=NOW, reason="不属于本厅职责。")
        return handling

    @cached_property
    def notified(self) -> Suggestion:
        return lives.not_accepted(self.place, NOW)

    @cached_property
    def publication(self) -> Any:
        """The text of the suggestion, waiting."""
        return self.suggestion.publications.get()

    @cached_property
    def published(self) -> Any:
        """A text that is out."""
        return lives.made_public(self.place, lives.replied(self.place, NOW), NOW)

    @cached_property
    def plan(self) -> Any:
        """An assignment meeting that the office reads."""
        from lianluo.suggestions.services import planning

        self.accepted.wished_units.set([self.place.units["education"]])
        plan = planning.draw_up(None, actor=self.place.actor("wang"), at=NOW)
        planning.consult(plan, actor=self.place.actor("wang"), at=NOW)
        return plan

    @cached_property
    def extension(self) -> Any:
        """More time that was asked for."""
        handling = lives.signed_for(self.place, NOW).handlings.get()
        return say.ask_longer(
            handling,
            until=date(2026, 9, 20),
            reason="需要联合调查。",
            told_on=TODAY,
            told_deputy="电话告知。",
            actor=self.place.actor("zhao"),
            at=NOW,
        )

    @cached_property
    def joint(self) -> Suggestion:
        """Li leads, Wu has signed, and the education department handles it."""
        return lives.joint(self.place, NOW)

    @cached_property
    def asked_withdraw(self) -> Suggestion:
        case = lives.joint(self.place, NOW)
        say.ask_withdraw(case, actor=self.place.actor("li"), at=NOW, reason="情况已经解决。")
        return case

    @cached_property
    def letter(self) -> Suggestion:
        return lives.letter(self.place, NOW)

    @cached_property
    def bundle(self) -> Suggestion:
        """Two of two deputies, with the education department, which has signed for both."""
        return lives.bundle(self.place, NOW)[0]

    @cached_property
    def recount(self) -> Any:
        """Deadlines that wait to be counted anew: a rule was set from a day in the past."""
        from lianluo.congress.rules.acts import Basis, set_rule

        lives.assigned(self.place, NOW)
        value, since = {"n": 8, "unit": "workdays"}, date(2026, 5, 1)
        basis, head = Basis(source="条例", note="补记"), self.place.actor("qian")
        set_rule(
            self.place.congress, "objection.limit", value, valid_from=since, basis=basis, actor=head, at=NOW
        )
        return Recount.objects.within(self.place.congress.scope).get(state="open")

    @cached_property
    def questioned(self) -> Suggestion:
        """The deputy doubts the choice of units."""
        case = lives.signed_for(self.place, NOW)
        say.question_units(case, actor=self.place.actor("li"), at=NOW, reason="应由卫健委办理。")
        return case

    @cached_property
    def attachment(self) -> Any:
        from lianluo.trail.attachments import attach

        upload = SimpleUploadedFile("情况.pdf", b"%PDF-1.7\n")
        return attach(self.suggestion, upload, actor=self.cast.li, at=NOW)

    @cached_property
    def opinion(self) -> Any:
        """What a co-handler gave to the lead unit."""
        return lives.with_opinion(self.place, NOW).handlings.get(mode="co")

    @cached_property
    def talk(self) -> Any:
        handling = lives.signed_for(self.place, NOW).handlings.get()
        return lives.talk(handling, self.place, NOW, files=[SimpleUploadedFile("记录.pdf", b"%PDF-1.7\n")])

    @cached_property
    def reply(self) -> Any:
        """Still being written, with a file."""
        handling = lives.signed_for(self.place, NOW).handlings.get()
        zhao = self.place.actor("zhao")
        draft = say.write_reply(handling, lives.answer(), actor=zhao, at=NOW)
        say.bring(draft, actor=zhao, at=NOW, files=[SimpleUploadedFile("图.pdf", b"%PDF-1.7\n")])
        return draft

    @cached_property
    def promise(self) -> Any:
        """With one report, so that it may be judged."""
        promise = lives.replied(self.place, NOW).handlings.get().promises.get()
        files = [SimpleUploadedFile("照片.pdf", b"%PDF-1.7\n")]
        zhao = self.place.actor("zhao")
        say.report(promise, actor=zhao, at=NOW, on=TODAY, text="管网已完成一半。", files=files)
        return promise

    @cached_property
    def coming_rule(self) -> Any:
        from lianluo.congress.models import Rule

        day = TODAY + timedelta(days=400)
        return Rule.objects.create(
            congress=self.place.congress,
            key="reply.limit",
            value={"n": 90, "unit": "days", "roll": False},
            valid_from=day,
        )

    @cached_property
    def office(self) -> Any:
        from lianluo.congress.models import OfficeName

        names = {"name": "湖南省人大常委会代表工作委员会", "short": "代表工委"}
        return OfficeName.objects.create(congress=self.place.congress, valid_from=TODAY, **names)

    @cached_property
    def new_term(self) -> Any:
        """The next term, which may take over the groups of the present one."""
        from lianluo.congress.models import Term

        return Term.objects.create(
            congress=self.place.congress, number=15, starts_on=TODAY + timedelta(days=700)
        )

    @cached_property
    def notice(self) -> Any:
        """Told to deputy Li, with an e-mail on its way."""
        from lianluo.notices.models import Delivery, Notice

        facts = {"key": "suggestion.answered", "title": "答复已送达", "url": "/", "at": NOW, "once": "stock"}
        account = self.place.accounts["li"]
        told = Notice.objects.create(congress=self.place.congress, account=account, **facts)
        Delivery.objects.create(notice=told, channel="email", due_at=NOW)
        return told

    @cached_property
    def snapshot(self) -> Any:
        from lianluo.figures.periods import Period
        from lianluo.figures.snapshots import freeze

        return freeze(
            "年度数据", period=Period.year(2026), below=False, actor=self.place.actor("wang"), at=NOW
        )

    @cached_property
    def batch(self) -> Any:
        """A checked table of units: one can come in, one asks which unit is meant, one has no name."""
        from io import BytesIO

        from lianluo.exchange.services import check, open_batch

        rows = "全称,上级单位\n湖南省数据局,\n湖南省教育考试院,省教育厅\n,教育厅\n"
        qian = self.place.actor("qian")
        batch = open_batch("units", BytesIO(rows.encode()), "单位.csv", actor=qian, at=NOW)
        return check(batch, actor=qian, at=NOW)

    @cached_property
    def stand_in(self) -> Any:
        """Ma stands in for Hu, long after everything else here."""
        from lianluo.people.services import Absence, name_stand_in

        unit, ma = self.place.units["education"], self.place.accounts["ma"]
        day = TODAY + timedelta(days=900)
        absence = Absence(unit=unit, stand_in=ma, kinds=["unit_signer"], starts_on=day, ends_on=day)
        return name_stand_in(absence, actor=self.place.actor("hu"), at=NOW)[0]

    def role_of(self, key: str) -> Role:
        role: Role = Role.objects.within(self.place.congress.scope).get(account=self.place.accounts[key])
        return role


def file_of(case: Any) -> Any:
    from lianluo.trail.attachments import attachments_of

    return attachments_of(case)[0]


MAKERS: dict[str, Callable[[Stock], Args]] = {
    "suggestion": lambda s: [s.suggestion.pk],
    "draft": lambda s: [s.draft.pk],
    "submitted": lambda s: [s.submitted.pk],
    "divided": lambda s: [s.divided.pk],
    "entered": lambda s: [s.entered.pk],
    "invited": lambda s: [s.invited.pk],
    "invited_seat": lambda s: [s.invited.pk, s.place.seats["wu"].pk],
    "signed": lambda s: [s.signed.pk],
    "joining": lambda s: [s.joining.pk],
    "draft_file": lambda s: [s.draft.pk, s.draft_file.pk],
    "accepted": lambda s: [s.accepted.pk],
    "replied": lambda s: [s.replied.pk],
    "rated": lambda s: [s.rated.pk],
    "dissatisfied": lambda s: [s.dissatisfied.pk],
    "to_meet": lambda s: [lives.triaged(s.place, NOW, "meeting").pk],
    "met": lambda s: [s.met.pk],
    "closed": lambda s: [s.closed.pk],
    "joint": lambda s: [s.joint.pk],
    "asked_withdraw": lambda s: [s.asked_withdraw.pk],
    "letter": lambda s: [s.letter.pk],
    "bundle": lambda s: [s.bundle.pk],
    "bundle_part": lambda s: [s.bundle.handlings.get().pk],
    "events": lambda s: ["suggestion", s.suggestion.pk],
    "handling": lambda s: [s.suggestion.handlings.get().pk],
    "questioned": lambda s: [s.questioned.pk],
    "unsigned": lambda s: [lives.assigned(s.place, NOW).handlings.get().pk],
    "at_office": lambda s: [lives.at_office(s.place, NOW).handlings.get().pk],
    "objected": lambda s: [s.objected.pk],
    "objection": lambda s: [s.objected.objections.get().pk],
    "given_opinion": lambda s: [s.opinion.replies.get().pk],
    "feedback": lambda s: [s.replied.pk, 1, s.replied.lead_id],
    "notified": lambda s: [s.notified.pk],
    "publication": lambda s: [s.publication.pk],
    "published": lambda s: [s.published.pk],
    "plan": lambda s: [s.plan.pk],
    "plan_row": lambda s: [s.plan.rows.first().pk],
    "extension": lambda s: [s.extension.pk],
    "recount": lambda s: [s.recount.pk],
    "delivered": lambda s: [s.replied.handlings.get().replies.get().pk],
    "attachment": lambda s: [s.suggestion.pk, s.attachment.pk],
    "opinion": lambda s: [s.opinion.pk],
    "talk": lambda s: [s.talk.pk],
    "talk_file": lambda s: [s.talk.handling_id, file_of(s.talk.handling).pk],
    "education": lambda s: [s.place.units["education"].pk],
    "reply": lambda s: [s.reply.pk],
    "reply_file": lambda s: [s.reply.pk, file_of(s.reply).pk],
    "promise": lambda s: [s.promise.pk],
    "promise_file": lambda s: [s.promise.pk, file_of(s.promise).pk],
    "stand_in": lambda s: [s.stand_in.pk],
    "account": lambda s: [s.place.accounts["liu"].pk],
    "role": lambda s: [s.role_of("liu").pk],
    "seat": lambda s: [s.place.seats["zhou"].pk],
    "seat_field": lambda s: [s.place.seats["zhou"].pk, "phone"],
    "seat_move": lambda s: [s.place.seats["zhou"].pk, "suspend"],
    "congress": lambda s: [s.place.congress.pk],
    "unit": lambda s: [s.place.units["court"].pk],
    "term": lambda s: [s.place.term.pk],
    "new_term": lambda s: [s.new_term.pk],
    "session": lambda s: [s.place.session.pk],
    "delegation": lambda s: ["delegation", s.place.delegations[1].pk],
    "delegation_term": lambda s: ["delegation", s.place.term.pk],
    "coming_rule": lambda s: [s.coming_rule.pk],
    "rule": lambda s: ["reply.limit"],
    "year": lambda s: [2026],
    "office": lambda s: [s.office.pk],
    "notice": lambda s: [s.notice.pk],
    "figure": lambda s: ["people.deputies"],
    "snapshot": lambda s: [s.snapshot.pk],
    "paper": lambda s: ["suggestions.reply"],
    "table": lambda s: ["units"],
    "batch": lambda s: [s.batch.pk],
    "nothing": lambda s: [0],
}
