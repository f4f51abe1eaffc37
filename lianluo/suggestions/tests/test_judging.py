"""The judgement by the congress's own scale: options, axes, reasons, whom it asks, and what counts."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Rating, Suggestion
from lianluo.suggestions.states import Mode
from lianluo.suggestions.tests import lives
from lianluo.suggestions.tests.rules import holds
from lianluo.trail.steps import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db

GOOD, BAD = "satisfied", "dissatisfied"
WHY = "没有写明哪一年办完，也没有写钱从哪里来，请补充。"
FOUR = [
    {"code": "very", "label": "很满意", "counts": True, "redo": False},
    {"code": "basic", "label": "基本满意", "counts": True, "redo": False},
    {"code": "known", "label": "了解", "counts": False, "redo": False},
    {"code": "no", "label": "不赞成", "counts": False, "redo": True},
]


def scan() -> Any:
    return SimpleUploadedFile("征询意见表.pdf", b"%PDF-1.7\n")


def joint(cast: Cast, now: datetime) -> Suggestion:
    """By Li and Wu, answered."""
    case = lives.draft(cast.home, now)
    say.invite(case, [cast.home.seats["wu"]], actor=cast.li, at=now)
    say.cosign(case, actor=cast.wu, at=now)
    say.submit(case, actor=cast.li, at=now)
    say.accept(case, actor=cast.wang, at=now, topic="AGR")
    say.assign(case, [say.Task(unit=cast.home.units["education"], mode=Mode.SOLE)], actor=cast.wang, at=now)
    lives.pass_on_to_units(cast.home, case, now)
    say.sign_for(case.handlings.get(), actor=cast.zhao, at=now)
    return case


def answered(cast: Cast, now: datetime) -> Suggestion:
    case = joint(cast, now)
    lives.give_answer(cast.home, case, now)
    return case


def apart(cast: Cast, now: datetime) -> Suggestion:
    """Two units that answer each for itself, both have answered."""
    case = lives.accepted(cast.home, now)
    tasks = [
        say.Task(unit=cast.home.units[key], mode=Mode.SEPARATE, part=key) for key in ("education", "court")
    ]
    say.assign(case, tasks, actor=cast.wang, at=now)
    lives.pass_on_to_units(cast.home, case, now)
    from lianluo.people.models import Role

    for handling in case.handlings.select_related("unit", "congress", "suggestion"):
        if handling.unit == cast.home.units["court"]:
            Role.objects.within(cast.home.congress.scope).filter(account=cast.home.accounts["hu"]).update(
                unit=cast.home.units["court"]
            )
        hu = cast.home.actor("hu")
        say.sign_for(handling, actor=hu, at=now)
        lives.talk(handling, cast.home, now, by="hu")
        number = f"{handling.unit}〔2026〕1号"
        reply = say.write_reply(handling, lives.answer(document_number=number), actor=hu, at=now)
        say.deliver(reply, actor=hu, at=now)
    case.refresh_from_db()
    return case


def test_options_are_those_of_the_rule(cast: Cast, now: datetime) -> None:
    holds(cast.home.congress, "rating.options", FOUR)
    case = lives.replied(cast.home, now)
    with pytest.raises(Refused, match="评价选项"):
        say.rate(case, actor=cast.li, at=now, attitude=GOOD, result=GOOD)
    say.rate(case, actor=cast.li, at=now, attitude="very", result="known")
    assert (case.final_rating, case.get_final_rating_display()) == ("known", "了解")
    assert (case.final_share, case.redo_wanted) == ("no", False)
    say.close(case, actor=cast.wang, at=now)
    assert case.state == "closed", "not satisfied, but this option does not ask for more"


def test_the_option_that_asks_for_more_is_the_worst(cast: Cast, now: datetime) -> None:
    holds(cast.home.congress, "rating.options", FOUR)
    case = lives.replied(cast.home, now)
    say.rate(case, actor=cast.li, at=now, attitude="no", result="very", comment=WHY)
    assert (case.final_rating, case.redo_wanted) == ("no", True)


def test_one_axis(cast: Cast, now: datetime) -> None:
    holds(cast.home.congress, "rating.axes", "one")
    case = lives.replied(cast.home, now)
    say.rate(case, actor=cast.li, at=now, result=GOOD)
    rating = case.ratings.get()
    assert (rating.attitude, rating.result, rating.counts) == ("", GOOD, True)


def test_a_reason_only_where_the_rule_asks_for_one(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    with pytest.raises(Refused, match="写明具体意见"):
        say.rate(case, actor=cast.li, at=now, attitude=GOOD, result=BAD)
    holds(cast.home.congress, "rating.reason_required", False)
    say.rate(case, actor=cast.li, at=now, attitude=GOOD, result=BAD)
    assert case.redo_wanted


def test_the_lead_judges_for_all_where_the_rule_says_so(cast: Cast, now: datetime) -> None:
    holds(cast.home.congress, "joint.reply_to", "lead")
    case = answered(cast, now)
    with pytest.raises(Refused, match="领衔代表"):
        say.rate(case, actor=cast.wu, at=now, attitude=GOOD, result=GOOD)
    say.tell_lead(case, actor=cast.wu, at=now, note="我看可以。")
    say.rate(case, actor=cast.li, at=now, attitude=GOOD, result=GOOD)
    assert case.state == "rated"


def test_a_cosigner_consents_and_the_lead_judges_for_both(cast: Cast, now: datetime) -> None:
    case = joint(cast, now)
    with pytest.raises(Refused, match="自己评价"):
        say.entrust(case, actor=cast.wu, at=now)
    holds(cast.home.congress, "joint.reply_to", "consent")
    event = say.entrust(case, actor=cast.wu, at=now)
    assert (event.actor_name, case.entrusted_ids) == ("吴秀兰", [cast.home.seats["wu"].pk])
    lives.give_answer(cast.home, case, now)
    with pytest.raises(Refused, match="代为评价"):
        say.rate(case, actor=cast.wu, at=now, attitude=GOOD, result=GOOD)
    say.rate(case, actor=cast.li, at=now, attitude=GOOD, result=GOOD)
    assert case.state == "rated"


def test_a_cosigner_takes_the_judgement_back(cast: Cast, now: datetime) -> None:
    holds(cast.home.congress, "joint.reply_to", "consent")
    case = joint(cast, now)
    say.entrust(case, actor=cast.wu, at=now)
    lives.give_answer(cast.home, case, now)
    say.judge_oneself(case, actor=cast.wu, at=now)
    say.rate(case, actor=cast.li, at=now, attitude=GOOD, result=GOOD)
    assert case.state == "replied", "Wu judges in person now"


def test_a_second_thought_before_the_round_is_gathered(cast: Cast, now: datetime) -> None:
    case = answered(cast, now)
    say.rate(case, actor=cast.li, at=now, attitude=GOOD, result=BAD, comment=WHY)
    say.rerate(case, actor=cast.li, at=now, attitude=GOOD, result=GOOD)
    say.rate(case, actor=cast.wu, at=now, attitude=GOOD, result=GOOD)
    assert case.final_rating == GOOD
    kept = case.ratings.filter(seat=cast.home.seats["li"]).order_by("pk")
    assert [(one.result, one.replaced_at is None) for one in kept] == [(BAD, False), (GOOD, True)]
    with pytest.raises(Refused):
        say.rerate(case, actor=cast.li, at=now, attitude=GOOD, result=GOOD)


def test_units_that_answer_apart_are_judged_apart(cast: Cast, now: datetime) -> None:
    case = apart(cast, now)
    education, court = case.handlings.order_by("pk")
    parts = [
        say.Opinion(handling_id=education.pk, attitude=GOOD, result=GOOD),
        say.Opinion(handling_id=court.pk, attitude=GOOD, result=BAD, comment=WHY),
    ]
    with pytest.raises(Refused, match="分别评价"):
        say.rate(case, actor=cast.li, at=now, parts=parts[:1])
    say.rate(case, actor=cast.li, at=now, parts=parts)
    education.refresh_from_db()
    court.refresh_from_db()
    assert [(one.share, one.redo_wanted) for one in (education, court)] == [("yes", False), ("no", True)]
    lives.triage(cast.home, case, now, "redo")
    education.refresh_from_db()
    court.refresh_from_db()
    assert (education.state, court.state) == ("replied", "signed"), "only the unit that did not satisfy"


def test_a_later_round_is_judged_for_the_unit_that_went_back(cast: Cast, now: datetime) -> None:
    case = apart(cast, now)
    education, court = case.handlings.order_by("pk")
    said = [
        say.Opinion(handling_id=education.pk, attitude=GOOD, result="basic"),
        say.Opinion(handling_id=court.pk, attitude=GOOD, result=BAD, comment=WHY),
    ]
    say.rate(case, actor=cast.li, at=now, parts=said)
    lives.triage(cast.home, case, now, "redo")
    court = case.handlings.select_related("unit", "congress", "suggestion").get(pk=court.pk)
    lives.talk(court, cast.home, now, by="hu")
    reply = say.write_reply(court, lives.answer(document_number="法〔2026〕2号"), actor=cast.hu, at=now)
    say.deliver(reply, actor=cast.hu, at=now)
    case.refresh_from_db()
    assert [one.pk for one in say.answered_apart(case)] == [court.pk]
    say.rate(case, actor=cast.li, at=now, attitude=GOOD, result=GOOD)
    assert (case.round, case.final_rating) == (2, "basic"), "what the other unit was told before still holds"
    assert (case.first_share, case.final_share) == ("no", "yes")


def test_a_paper_form_is_entered_with_its_scan(cast: Cast, now: datetime) -> None:
    case = answered(cast, now)
    wu = cast.home.seats["wu"].pk
    said = [say.Opinion(attitude=GOOD, result=GOOD)]
    with pytest.raises(Refused, match="扫描件"):
        say.enter_rating(case, seat_id=wu, said=said, files=[], actor=cast.wang, at=now)
    with pytest.raises(Refused, match="联工委"):
        say.enter_rating(case, seat_id=wu, said=said, files=[scan()], actor=cast.zhao, at=now)
    event = say.enter_rating(case, seat_id=wu, said=said, files=[scan()], actor=cast.wang, at=now)
    assert (event.facts["for"], event.facts["files"][0]["name"]) == ("吴秀兰", "征询意见表.pdf")
    assert case.ratings.get().entered_by == "王敏"


def test_the_deputy_disputes_what_was_entered(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    said = [say.Opinion(attitude=GOOD, result=GOOD)]
    li = cast.home.seats["li"].pk
    say.enter_rating(case, seat_id=li, said=said, files=[scan()], actor=cast.wang, at=now)
    assert case.state == "rated"
    with pytest.raises(Refused, match="没有代您录入"):
        say.dispute(case, actor=cast.wu, at=now, note="不是我。")
    say.dispute(case, actor=cast.li, at=now, note="我没有填过这张表。")
    assert (case.state, case.rated_ids) == ("replied", [])
    say.rate(case, actor=cast.li, at=now, attitude=GOOD, result=BAD, comment=WHY)
    assert (case.final_rating, case.ratings.filter(replaced_at=None).count()) == (BAD, 1)


@pytest.mark.parametrize(("skip", "share"), [(True, ""), (False, "no")])
def test_silence_in_the_rate_is_as_the_rule_says(cast: Cast, now: datetime, skip: bool, share: str) -> None:
    holds(cast.home.congress, "rating.skip_silent", skip)
    case = lives.replied(cast.home, now)
    say.remind(case, actor=cast.wang, at=now)
    say.conclude(case, actor=cast.wang, at=now + timedelta(days=40))
    assert (case.final_rating, case.final_share, case.first_share) == ("", share, share)


def test_publication_consent_is_kept_with_the_judgement(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    say.rate(case, actor=cast.li, at=now, attitude=GOOD, result=GOOD, publish_agreed=False)
    assert not Rating.objects.within(cast.home.congress.scope).get().publish_agreed


def test_the_rate_page_of_a_congress_with_one_axis_and_four_options(cast: Cast, now: datetime) -> None:
    holds(cast.home.congress, "rating.axes", "one")
    holds(cast.home.congress, "rating.options", FOUR)
    case = lives.replied(cast.home, now)
    shown = cast.client("li").get(f"/suggestions/{case.pk}/rate/").content.decode()
    assert "办理态度" not in shown
    assert "不赞成" in shown


def test_the_staff_enters_a_form_on_its_page(cast: Cast, now: datetime) -> None:
    case = answered(cast, now)
    client, url = cast.client("wang"), f"/suggestions/{case.pk}/enter-rating/"
    facts = {"seat_id": cast.home.seats["wu"].pk, "attitude": GOOD, "result": GOOD, "publish_agreed": "on"}
    refused = client.post(url, facts)
    assert "扫描件" in refused.content.decode()
    assert client.post(url, facts | {"uploads": scan()}).status_code == 302
    case.refresh_from_db()
    assert case.rated_ids == [cast.home.seats["wu"].pk]
    shown = cast.client("wu").get(f"/suggestions/{case.pk}/").content.decode()
    assert "按征询意见表代录" in shown
    assert "代录的评价不对" in shown
