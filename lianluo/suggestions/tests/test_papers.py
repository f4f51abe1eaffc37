"""What stands in each paper of a case, whoever prints it and whenever it is printed again."""

import io
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate

from lianluo.congress.models import Rule
from lianluo.papers.registry import PAPERS
from lianluo.papers.services import specimen, write
from lianluo.papers.templates import Sandbox
from lianluo.papers.tests.conftest import words
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.papers.feedback import Asked
from lianluo.suggestions.states import Mode, Satisfaction
from lianluo.suggestions.tests import lives
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.django_db
OURS = [paper for paper in PAPERS if paper.name.startswith("suggestions.")]


def said(name: str, case: Any) -> str:
    of = getattr(case, "handling", case)
    return words(write(f"suggestions.{name}", case, congress=of.congress))


@pytest.mark.parametrize("paper", OURS, ids=lambda paper: paper.name)
def test_a_template_names_exactly_the_fields_of_its_paper(cast: Cast, paper: Any) -> None:
    named = DocxTemplate(str(paper.file)).get_undeclared_template_variables(Sandbox())
    assert named == paper.variables
    text = words(specimen(paper, congress=cast.home.congress))
    assert "{{" not in text
    assert "{%" not in text


def test_there_are_eight_papers() -> None:
    assert {paper.name.split(".")[1] for paper in OURS} == {
        "assignment", "transfer", "opinion", "extension", "reply", "meeting", "feedback", "notice",
    }  # fmt: skip


def test_every_unit_has_a_sheet_with_a_number_of_its_own(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, units=("education", "health"))
    lead, co = case.handlings.order_by("pk")
    text, other = said("assignment", lead), said("assignment", co)
    assert "代表交〔2026〕1号" in text
    assert "代表交〔2026〕2号" in other
    assert "交你单位主办" in text
    assert "2026年8月20日前答复代表。" in text
    assert "前将会办意见送主办单位。" in other
    assert "2026年5月20日印发" in text


def test_a_sheet_printed_again_is_the_same_whatever_came_later(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, units=("education", "health"))
    lead, co = case.handlings.order_by("pk")
    before = said("assignment", lead)
    later = now + timedelta(days=30)
    say.sign_for(lead, actor=cast.zhao, at=later)
    asked = say.ask_longer(
        lead,
        until=date(2026, 10, 20),
        actor=cast.zhao,
        at=later,
        reason="联合调查。",
        told_on=later.date(),
        told_deputy="已电话告知。",
    )
    say.grant(asked, actor=cast.wang, at=later)
    say.reassign(co, cast.home.units["court"], actor=cast.wang, at=later, reason="职责调整。")
    lead.refresh_from_db()
    assert said("assignment", lead) == before


def test_an_objection_is_one_form_from_its_reasons_to_the_decision(cast: Cast, now: datetime) -> None:
    handling = lives.assigned(cast.home, now).handlings.get()
    health = cast.home.units["health"]
    reason = {"reason": "农村饮水不属教育职责。", "basis": "机构改革方案第五条"}
    say.object_to(handling, actor=cast.zhao, at=now, proposed=health, **reason)
    objection = handling.objections.get()
    asked = said("transfer", objection)
    assert "农村饮水不属教育职责。" in asked
    assert "机构改革方案第五条" in asked
    assert health.name in asked
    assert "代表改" not in asked
    say.uphold(handling, health, actor=cast.gao, at=now + timedelta(days=2), decision="同意。")
    decided = said("transfer", handling.objections.get())
    assert "代表改〔2026〕1号" in decided
    assert f"☑同意改办，由{health}办理" in decided
    assert "高峰" in decided
    assert "2026年5月22日" in decided


def test_a_second_objection_has_a_form_of_its_own(cast: Cast, now: datetime) -> None:
    handling = lives.assigned(cast.home, now).handlings.get()
    for n in range(2):
        at = now + timedelta(days=n)
        say.object_to(handling, actor=cast.zhao, at=at, reason=f"理由之{n}")
        say.overrule(handling, actor=cast.gao, at=at + timedelta(hours=1), decision=f"不同意之{n}")
    first, second = handling.objections.order_by("pk")
    assert "不同意之0" in said("transfer", first)
    assert "☑不同意改办" in said("transfer", first)
    assert "代表改〔2026〕1号" in said("transfer", first)
    assert "代表改〔2026〕2号" in said("transfer", second)


def test_an_opinion_goes_to_the_lead_unit(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, units=("education", "health"))
    reply = lives.opinion_of(cast.home, case, now)
    text = said("opinion", reply.__class__.objects.within(cast.home.congress.scope).get(pk=reply.pk))
    assert f"{cast.home.units['education'].name}：" in text
    assert "的会办意见" in text
    assert "建议统筹安排。" in text


def test_a_request_for_more_time_keeps_the_day_that_held_then(cast: Cast, now: datetime) -> None:
    handling = lives.signed_for(cast.home, now).handlings.get()
    asked = say.ask_longer(
        handling,
        until=date(2026, 10, 20),
        actor=cast.zhao,
        at=now,
        reason="联合调查。",
        told_on=now.date(),
        told_deputy="已告知。",
    )
    assert "□同意　□不同意" in said("extension", _again(asked))
    say.grant(asked, actor=cast.wang, at=now + timedelta(days=1), decision="同意。")
    text = said("extension", _again(asked))
    assert "应于2026年8月20日前答复代表" in text
    assert "申请延至2026年10月20日答复" in text
    assert "☑同意　□不同意" in text
    assert "王敏" in text


def _again(case: Any) -> Any:
    return (
        type(case).objects.within(case.congress.scope).select_related("handling__suggestion").get(pk=case.pk)
    )


def test_a_second_round_says_so(cast: Cast, now: datetime) -> None:
    case = second_round(cast, now)
    replies = case.handlings.get().replies.order_by("round")
    assert "（再次答复）" not in said_of(replies[0])
    assert "的答复（再次答复）" in said_of(replies[1])
    form = write("suggestions.feedback", Asked(case, case.lead, 2), congress=case.congress)
    assert "第2次答复" in words(form)


def said_of(reply: Any) -> str:
    return words(write("suggestions.reply", reply, congress=reply.congress))


def second_round(cast: Cast, now: datetime) -> Suggestion:
    case = lives.rated(
        cast.home, now, result=Satisfaction.DISSATISFIED, comment="没有说明今年怎么办，请写清楚。"
    )
    say.rework(case, actor=cast.wang, at=now, note="请当面沟通。")
    case.refresh_from_db()
    lives.give_answer(cast.home, case, now + timedelta(days=3), document_number="湘教函〔2026〕99号")
    return case


def test_a_joint_one_names_how_many_signed_when_it_was_answered(cast: Cast, now: datetime) -> None:
    case = lives.draft(cast.home, now)
    say.invite(case, [cast.home.seats["wu"]], actor=cast.li, at=now)
    say.cosign(case, actor=cast.wu, at=now)
    say.submit(case, actor=cast.li, at=now)
    say.accept(case, actor=cast.wang, at=now, topic="AGR")
    say.assign(case, [say.Task(unit=cast.home.units["court"], mode=Mode.SOLE)], actor=cast.wang, at=now)
    handling = case.handlings.get()
    before = said("assignment", handling)
    assert "李建国等2名代表" in before
    case.refresh_from_db()
    say.uncosign(case, actor=cast.wu, at=now + timedelta(days=1))
    handling.suggestion = case
    assert said("assignment", handling) == before


def test_the_form_is_blank_before_the_rating_and_ticked_after(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    blank = words(write("suggestions.feedback", Asked(case, case.lead, 1), congress=case.congress))
    assert "办理态度：□满意　□基本满意　□不满意" in blank
    say.rate(case, actor=cast.li, at=now, attitude="satisfied", result="basic", comment="希望早日开工。")
    form = words(write("suggestions.feedback", Asked(case, case.lead, 1), congress=case.congress))
    assert "办理态度：☑满意　□基本满意　□不满意" in form
    assert "办理结果：□满意　☑基本满意　□不满意" in form
    assert "希望早日开工。" in form
    assert "☑是　□否" in form


def test_where_the_rule_asks_for_the_result_alone_the_form_has_one_axis(cast: Cast, now: datetime) -> None:
    Rule.objects.create(congress=cast.home.congress, key="rating.axes", value="one", valid_from=TODAY)
    case = lives.replied(cast.home, now)
    form = words(write("suggestions.feedback", Asked(case, case.lead, 1), congress=case.congress))
    assert "办理结果：" in form
    assert "办理态度" not in form


@pytest.mark.parametrize(
    ("make", "called", "outcome"),
    [
        (lives.not_accepted, "不作代表建议处理的告知", "因涉及具体司法、监察案件，不作为代表建议处理。"),
        (lives.referred, "转为参阅件的告知", "转为参阅件，送有关方面研究参考。"),
        (lives.letter, "作代表来信处理的告知", "作为代表来信转有关方面办理。"),
    ],
)
def test_the_deputy_is_told_by_letter_what_became_of_it(
    cast: Cast, now: datetime, make: Any, called: str, outcome: str
) -> None:
    text = said("notice", make(cast.home, now))
    assert called in text
    assert outcome in text
    assert "代表告〔2026〕1号" in text
    assert "沟通情况：2026-05-20，电话，李建国" in text


def test_the_record_of_a_meeting_has_the_head_of_the_case(cast: Cast, now: datetime) -> None:
    handling = lives.signed_for(cast.home, now).handlings.get()
    text = said("meeting", handling)
    assert lives.TITLE in text
    assert cast.home.units["education"].name in text
    assert "代表签名、日期" in text


def test_the_papers_of_a_case_stand_in_one_place(cast: Cast, now: datetime) -> None:
    case = lives.rated(cast.home, now)
    for key, labels in {
        "wang": {"交办单", "答复函", "当面答复记录", "征询意见表"},
        "li": {"答复函", "当面答复记录", "征询意见表"},
        "wu": {"答复函"},
        "zhao": {"交办单", "答复函", "当面答复记录", "征询意见表"},
    }.items():
        page = cast.client(key).get(f"/suggestions/{case.pk}/")
        assert {row.label for row in page.context["papers"]} == labels, key
        for row in page.context["papers"]:
            answer = cast.client(key).get(row.url)
            assert answer.status_code == 200, row
            Document(io.BytesIO(answer.content))
