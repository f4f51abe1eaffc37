"""After a judgement that asks for more: triage, the second answer, a meeting or experts, and only then the end."""

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.tests import lives
from lianluo.suggestions.tests.rules import holds
from lianluo.trail.steps import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db

WHY = "仍没有写明资金来源，请当面谈。"


def twice(cast: Cast, now: datetime) -> Suggestion:
    """Dissatisfied, handled again, and still dissatisfied."""
    case = lives.triaged(cast.home, now, "redo")
    lives.give_answer(cast.home, case, now, document_number="湘水函〔2026〕87号")
    say.rate(case, actor=cast.li, at=now, attitude="basic", result="dissatisfied", comment=WHY)
    return case


def test_triage_sends_it_back_with_a_new_clock(cast: Cast, now: datetime) -> None:
    case = lives.triaged(cast.home, now, "redo")
    assert (case.state, case.round, case.redo_wanted) == ("handling", 2, False)
    row = case.triages.get()
    assert (row.round, row.outcome, row.by) == (1, "redo", "王敏")
    assert case.handlings.get().due_on == case.due_on


def test_an_explanation_that_the_deputy_accepts_lets_it_close(cast: Cast, now: datetime) -> None:
    case = lives.dissatisfied(cast.home, now)
    with pytest.raises(Refused, match="研判"):
        say.close(case, actor=cast.wang, at=now)
    lives.triage(cast.home, case, now, "explained")
    with pytest.raises(Refused, match="已经研判"):
        lives.triage(cast.home, case, now, "redo")
    say.close(case, actor=cast.wang, at=now)
    assert case.state == "closed"


def test_who_is_satisfied_needs_no_triage(cast: Cast, now: datetime) -> None:
    case = lives.rated(cast.home, now)
    with pytest.raises(Refused, match="不需要研判"):
        lives.triage(cast.home, case, now, "redo")


def test_after_the_second_answer_both_sides_meet(cast: Cast, now: datetime) -> None:
    case = twice(cast, now)
    with pytest.raises(Refused, match="研判"):
        say.close(case, actor=cast.wang, at=now)
    with pytest.raises(Refused, match="不能这样处理"):
        lives.triage(cast.home, case, now, "redo")
    lives.triage(cast.home, case, now, "meeting")
    with pytest.raises(Refused, match="面商"):
        say.close(case, actor=cast.wang, at=now)
    say.meet(case, lives.minutes(now), actor=cast.wang, at=now)
    with pytest.raises(Refused, match="代表确认"):
        say.close(case, actor=cast.wang, at=now)
    with pytest.raises(Refused, match="领衔代表"):
        say.confirm_meeting(case, actor=cast.wu, at=now)
    say.confirm_meeting(case, actor=cast.li, at=now)
    say.close(case, actor=cast.wang, at=now)
    assert (case.state, case.meetings.get().confirmed_by) == ("closed", "李建国")


def test_a_meeting_that_agrees_on_more_leads_to_a_third_round(cast: Cast, now: datetime) -> None:
    case = twice(cast, now)
    lives.triage(cast.home, case, now, "meeting")
    say.meet(case, lives.minutes(now, more=True), actor=cast.wang, at=now)
    assert case.round == 2, "not before the deputy has confirmed"
    say.confirm_meeting(case, actor=cast.li, at=now)
    assert (case.state, case.round, case.settled) == ("handling", 3, "")


def test_a_signed_record_holds_at_once(cast: Cast, now: datetime) -> None:
    case = lives.triaged(cast.home, now, "meeting")
    with pytest.raises(Refused, match="扫描件"):
        say.meet(case, lives.minutes(now), signed=True, actor=cast.wang, at=now)
    paper = SimpleUploadedFile("面商记录.pdf", b"%PDF-1.7\n")
    event = say.meet(case, lives.minutes(now), files=[paper], signed=True, actor=cast.wang, at=now)
    assert event.facts["files"][0]["name"] == "面商记录.pdf"
    assert case.settled == "met"


def test_a_meeting_is_recorded_after_it_was_held(cast: Cast, now: datetime) -> None:
    case = lives.triaged(cast.home, now, "meeting")
    with pytest.raises(Refused, match="不能晚于现在"):
        say.meet(case, lives.minutes(now + timedelta(days=1)), actor=cast.wang, at=now)


def test_the_deputy_objects_to_the_record_and_it_is_written_anew(cast: Cast, now: datetime) -> None:
    case = lives.met(cast.home, now)
    say.object_meeting(case, actor=cast.li, at=now, note="没有写资金。")
    assert case.settled == "meeting"
    say.meet(case, lives.minutes(now, agreed="明年六月前完成，资金由省级安排。"), actor=cast.wang, at=now)
    say.confirm_meeting(case, actor=cast.li, at=now)
    assert [bool(one.objected_at) for one in case.meetings.all()] == [True, False]


def test_experts_bind_where_the_rule_asks_them(cast: Cast, now: datetime) -> None:
    holds(cast.home.congress, "redo.still_dissatisfied", "experts")
    case = twice(cast, now)
    with pytest.raises(Refused, match="不能这样处理"):
        lives.triage(cast.home, case, now, "meeting")
    lives.triage(cast.home, case, now, "experts")
    found = say.Findings(
        held_on=now.date(), experts="三名专家", findings="查看现场。", conclusion="应继续办理。", more=True
    )
    say.assess(case, found, actor=cast.wang, at=now)
    assert (case.state, case.round) == ("handling", 3)


def test_an_explanation_closes_where_the_rule_is_content_with_it(cast: Cast, now: datetime) -> None:
    holds(cast.home.congress, "redo.still_dissatisfied", "explained")
    case = twice(cast, now)
    lives.triage(cast.home, case, now, "explained")
    say.close(case, actor=cast.wang, at=now)
    assert case.state == "closed"


def test_the_neighbour_sees_nothing_of_it(cast: Cast, now: datetime) -> None:
    case = lives.met(cast.home, now)
    client = cast.neighbour.client("wang")
    assert client.get(f"/suggestions/{case.pk}/triage/").status_code == 404
    assert client.get(f"/suggestions/{case.pk}/meeting/confirm/").status_code == 404


def test_the_record_stands_between_the_rounds(cast: Cast, now: datetime) -> None:
    case = lives.met(cast.home, now, more=True)
    li = cast.client("li")
    shown = li.get(f"/suggestions/{case.pk}/").content.decode()
    assert "研判：召集双方面商" in shown
    assert "待代表确认" in shown
    url = f"/suggestions/{case.pk}/meeting/confirm/"
    assert "明年六月前完成" in li.get(url).content.decode()
    sent = {"seen": case.trail_seq}
    assert [li.post(url, sent).status_code for _ in range(2)] == [302, 302], (
        "a double click is answered the same"
    )
    case.refresh_from_db()
    assert (case.state, case.round) == ("handling", 2)


def test_the_meeting_page_keeps_what_was_typed(cast: Cast, now: datetime) -> None:
    case = lives.triaged(cast.home, now, "meeting")
    client, url = cast.client("wang"), f"/suggestions/{case.pk}/meet/"
    half = client.post(url, {"place": "三楼会议室", "seen": case.trail_seq}).content.decode()
    assert "三楼会议室" in half
    assert "请填写主持人。" in half
    facts = {
        "held_at": "2026-05-20T09:00",
        "place": "三楼会议室",
        "chair": "钱卫东",
        "deputies_side": "李建国代表",
        "units_side": "教育厅 胡军",
        "deputies_said": "要有时限。",
        "units_said": "年底前定。",
        "agreed": "明年六月前完成。",
        "more": "no",
        "seen": case.trail_seq,
    }
    assert client.post(url, facts).status_code == 302
    case.refresh_from_db()
    assert case.settled == "recorded"
