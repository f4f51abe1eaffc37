"""Stories inside a unit: talks first, hand-over, opinions sent back, letter numbers, promises, a unit that ends."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lianluo.congress.units import close_unit
from lianluo.people.actor import actor_for
from lianluo.people.refusal import Unfit
from lianluo.people.services.stand_ins import Absence, name_stand_in
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Handling, Promise, Reply
from lianluo.suggestions.services.promise_month import remind_units
from lianluo.suggestions.states import SIGNED, ContactAnswer, ContactMethod, HandlingState, Mode, ReplyState
from lianluo.suggestions.tests import lives
from lianluo.trail.attachments import attachments_of
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PATTERN = "湘教函〔{year}〕{seq}号"


@pytest.fixture
def part(cast: Cast, now: datetime) -> Handling:
    return lives.part(lives.signed_for(cast.home, now))


def read(cast: Cast, who: str, case: int) -> str:
    """The case page as somebody reads it, without marks where a line may break."""
    page = cast.client(who).get(reverse("suggestions:case", args=[case]))
    return str(page.content.decode()).replace("<wbr>", "")


def draft(part: Handling, cast: Cast, now: datetime, **changes: object) -> Reply:
    return say.write_reply(part, lives.answer(**changes), actor=cast.zhao, at=now)


def test_without_a_talk_nothing_goes_to_review(cast: Cast, now: datetime, part: Handling) -> None:
    reply = draft(part, cast, now)
    with pytest.raises(Refused, match="请先与代表沟通"):
        say.move_reply(reply, "to_review", actor=cast.zhao, at=now)
    lives.talk(part, cast.home, now)
    say.move_reply(reply, "to_review", actor=cast.zhao, at=now)
    assert reply.state == ReplyState.REVIEWING


def test_a_disputed_talk_is_none(cast: Cast, now: datetime, part: Handling) -> None:
    talk = lives.talk(part, cast.home, now)
    with pytest.raises(Refused, match="请写明实际情况"):
        say.answer_contact(talk, actor=cast.li, at=now, answer=ContactAnswer.DISPUTED)
    said = {"answer": ContactAnswer.DISPUTED, "correction": "没有人打过电话。"}
    say.answer_contact(talk, actor=cast.li, at=now, **said)
    with pytest.raises(Refused, match="请先与代表沟通"):
        say.move_reply(draft(part, cast, now), "to_review", actor=cast.zhao, at=now)
    with pytest.raises(Refused, match="已经有代表答复过"):
        say.answer_contact(talk, actor=cast.li, at=now, answer=ContactAnswer.CONFIRMED)


def test_a_reply_face_to_face_names_place_and_words(cast: Cast, now: datetime, part: Handling) -> None:
    with pytest.raises(Refused, match="地点和代表意见"):
        lives.talk(part, cast.home, now, method=ContactMethod.FACE)
    with pytest.raises(Refused, match="不能晚于今天"):
        lives.talk(part, cast.home, now, on=date(2027, 1, 1))


def test_what_is_for_the_unit_alone_stays_there(cast: Cast, now: datetime, part: Handling) -> None:
    say.note(part, actor=cast.zhao, at=now, on=now.date(), text="处里还在算账", inside=True)
    say.note(part, actor=cast.zhao, at=now, on=now.date(), text="已派人到现场看过")
    say.hand_over(part, actor=cast.zhao, at=now, to=cast.home.accounts["ma"], note="本月出差")
    for who, sees in (("zhao", True), ("li", False), ("wang", False)):
        page = read(cast, who, part.suggestion_id)
        assert "已派人到现场看过" in page
        assert ("处里还在算账" in page, "本月出差" in page) == (sees, sees)
    assert "已派人到现场看过" not in read(cast, "zhou", part.suggestion_id)


def test_work_is_handed_over_inside_the_unit_only(cast: Cast, now: datetime, part: Handling) -> None:
    with pytest.raises(Refused, match="不在本单位任职"):
        say.hand_over(part, actor=cast.zhao, at=now, to=cast.home.accounts["liu"])
    with pytest.raises(Refused, match="承办单位办理"):
        say.hand_over(part, actor=cast.liu, at=now, to=cast.home.accounts["ma"])
    givers = {"giver": cast.home.accounts["zhao"], "to": cast.home.accounts["ma"], "note": "调离"}
    assert say.hand_over_all(part.unit_id, actor=cast.xu, at=now, **givers) == 1
    part.refresh_from_db()
    assert part.handler == cast.home.accounts["ma"]


def test_the_lead_sends_an_unclear_opinion_back(cast: Cast, now: datetime) -> None:
    case = lives.with_opinion(cast.home, now)
    lead, helper = (case.handlings.get(mode=mode) for mode in (Mode.LEAD, Mode.CO))
    with pytest.raises(Refused, match="由主办单位退回"):
        say.return_opinion(helper, actor=cast.liu, at=now, reason="请写明经费。")
    say.return_opinion(helper, actor=cast.zhao, at=now, reason="请写明经费。")
    assert helper.state == HandlingState.SIGNED
    assert helper.replies.get().state == ReplyState.RETURNED
    lives.talk(lead, cast.home, now)
    reply = say.write_reply(lead, lives.answer(), actor=cast.hu, at=now)
    with pytest.raises(Refused, match="会办意见还没有送来"):
        say.deliver(reply, actor=cast.hu, at=now)


def test_the_series_numbers_at_the_signature(cast: Cast, now: datetime, part: Handling) -> None:
    say.set_series(part.unit, actor=cast.xu, at=now, pattern=PATTERN, last=7)
    lives.talk(part, cast.home, now)
    reply = draft(part, cast, now, document_number="", promises=())
    with pytest.raises(Refused, match="列出承诺事项"):
        say.deliver(reply, actor=cast.hu, at=now)
    say.write_reply(part, lives.answer(document_number=""), actor=cast.hu, at=now)
    reply.refresh_from_db()
    say.deliver(reply, actor=cast.hu, at=now)
    assert reply.document_number == "湘教函〔2026〕8号"  # the refused signature used none
    with pytest.raises(Refused, match="不能往回编"):
        say.set_series(part.unit, actor=cast.xu, at=now, pattern=PATTERN, last=3)
    with pytest.raises(Refused, match="管理员"):
        say.set_series(part.unit, actor=cast.zhao, at=now, pattern=PATTERN, last=9)


def test_a_number_of_its_own_needs_a_reason(cast: Cast, now: datetime, part: Handling) -> None:
    say.set_series(part.unit, actor=cast.xu, at=now, pattern=PATTERN, last=0)
    lives.talk(part, cast.home, now)
    with pytest.raises(Refused, match="写明理由"):
        say.deliver(draft(part, cast, now), actor=cast.hu, at=now)


def test_declining_says_why(cast: Cast, now: datetime, part: Handling) -> None:
    lives.talk(part, cast.home, now)
    reply = draft(part, cast, now, reply_class="C", promises=())
    with pytest.raises(Refused, match="不能解决的原因"):
        say.deliver(reply, actor=cast.hu, at=now)


def test_the_sealed_copy_comes_after_the_draft(cast: Cast, now: datetime, part: Handling) -> None:
    lives.talk(part, cast.home, now)
    reply = draft(part, cast, now)
    scan = SimpleUploadedFile("盖章.pdf", b"%PDF-1.7\n")
    with pytest.raises(Refused, match="送签以后"):
        say.bring(reply, actor=cast.zhao, at=now, files=[scan], signed=True)
    say.deliver(reply, actor=cast.hu, at=now)
    say.bring(reply, actor=cast.zhao, at=now, files=[scan], signed=True)
    (kept,) = attachments_of(reply)
    assert kept.kind == SIGNED
    url = reverse("suggestions:reply_file", args=[reply.pk, kept.pk])
    assert cast.client("li").get(url).status_code == 200
    assert cast.neighbour.client("wang").get(url).status_code == 404


def test_a_promise_is_kept_and_judged_apart(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    promise = Promise.objects.within(cast.home.congress.scope).get()
    with pytest.raises(Refused, match="通报以后再评价"):
        say.rate_promise(promise, actor=cast.li, at=now, result="satisfied")
    say.report(promise, actor=cast.zhao, at=now, on=now.date(), text="管网完成一半。")
    say.rate_promise(promise, actor=cast.li, at=now, result="satisfied")
    with pytest.raises(Refused, match="已经评价过"):
        say.rate_promise(promise, actor=cast.li, at=now, result="satisfied")
    with pytest.raises(Refused, match="签发人"):
        say.carry_on(promise, actor=cast.zhao, at=now, until=date(2027, 6, 30), reason="汛期停工")
    say.carry_on(promise, actor=cast.hu, at=now, until=date(2027, 6, 30), reason="汛期停工")
    say.keep_promise(promise, actor=cast.zhao, at=now, on=now.date(), text="全部通水。")
    assert (promise.state, promise.planned_on) == ("done", date(2027, 6, 30))
    assert "承诺事项落实完成" in read(cast, "li", case.pk)


def test_in_the_month_for_reports_units_are_reminded_once(cast: Cast, now: datetime) -> None:
    lives.replied(cast.home, now)
    lives.rule(cast.home, "promise.report_month", now.month)
    assert remind_units(now) == 1
    assert remind_units(now + timedelta(days=1)) == 0
    assert remind_units(now + timedelta(days=40)) == 0


def test_the_heir_goes_on_and_the_papers_keep_the_old_name(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    first = str(case.handlings.get().unit)
    promise = Promise.objects.within(cast.home.congress.scope).get()
    old, heir = cast.home.units["education"], cast.home.units["health"]
    close_unit(old, heir=heir, on=now.date(), note="机构改革", actor=cast.qian, at=now)
    promise.refresh_from_db()
    assert (case.handlings.get().unit, promise.unit) == (heir, heir)
    signed = Event.objects.within(cast.home.congress.scope).get(case_type="reply", move="sign")
    assert signed.facts["unit"] == first


def test_a_stand_in_acts_for_the_days_and_both_names_stay(cast: Cast, now: datetime, part: Handling) -> None:
    home, day = cast.home, now.date()
    absence = Absence(
        unit=home.units["education"], stand_in=home.accounts["ma"], kinds=["unit_signer"],
        starts_on=day, ends_on=day + timedelta(days=3), reason="出差",
    )  # fmt: skip
    name_stand_in(absence, actor=cast.hu, at=now)
    lives.talk(part, home, now)
    ma = actor_for(home.accounts["ma"], home.congress, day)
    say.deliver(draft(part, cast, now), actor=ma, at=now)
    signed = Event.objects.within(home.congress.scope).get(case_type="reply", move="sign")
    assert signed.actor_name == f"{cast.ma.name}（代{cast.hu.name}）"
    later = actor_for(home.accounts["ma"], home.congress, day + timedelta(days=4))
    assert later.stands_in_for == frozenset()
    with pytest.raises(Unfit, match="同一个单位"):
        name_stand_in(replace(absence, stand_in=home.accounts["liu"]), actor=cast.hu, at=now)
