"""Stories of the deputies' body: deciding on a text, assigning, urging, closing; and of everybody's case page."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.tests import lives
from tests.cast import Cast

pytestmark = pytest.mark.django_db
MOST = 12


def page(client: Client, name: str, *args: Any, **query: Any) -> Any:
    return client.get(reverse(f"suggestions:{name}", args=args), query)


def send(client: Client, name: str, *args: Any, **data: Any) -> Any:
    return client.post(reverse(f"suggestions:{name}", args=args), data)


def text(answer: Any) -> str:
    """What the page says, without the marks between words."""
    return str(answer.content.decode()).replace("<wbr>", "")


def fresh(case: Suggestion) -> Suggestion:
    case.refresh_from_db()
    return case


TALK = {"talk_how": "phone", "talk_on": "2026-05-20", "talk_note": "代表同意另行反映"}


def test_wang_accepts_and_the_suggestion_has_its_number(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    answer = send(cast.client("wang"), "review", case.pk, decision="accept", topic="AGR", seen=case.trail_seq)
    assert answer.status_code == 302
    assert fresh(case).state == "accepted"
    assert case.number
    assert case.topic == "AGR"


def test_acceptance_without_a_topic_is_asked_for_beside_the_field(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    answer = send(cast.client("wang"), "review", case.pk, decision="accept")
    assert answer.status_code == 200
    assert 'id="id_topic_err"' in text(answer)
    assert fresh(case).state == "review"


def test_what_was_typed_stands_there_again_after_an_error(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    said = {"decision": "not_accept", "reason": "涉及正在审理的案件", "talk_note": "代表表示理解"}
    answer = send(cast.client("wang"), "review", case.pk, **said)
    assert "涉及正在审理的案件" in text(answer)
    assert "代表表示理解" in text(answer)
    assert 'id="id_ground_err"' in text(answer)
    assert 'id="id_talk_how_err"' in text(answer)


def test_not_accepting_keeps_the_ground_and_the_talk(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    facts = {"decision": "not_accept", "ground": "CASE", "reason": "涉及具体案件", **TALK}
    send(cast.client("wang"), "review", case.pk, **facts)
    assert fresh(case).state == "not_accepted"
    shown = text(page(cast.client("li"), "case", case.pk))
    assert "涉及具体案件" in shown
    assert "代表同意另行反映" in shown


def test_sending_back_needs_advice_and_the_deputy_reads_it(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    wang = cast.client("wang")
    assert 'id="id_advice_err"' in text(send(wang, "review", case.pk, decision="send_back"))
    send(wang, "review", case.pk, decision="send_back", advice="请补充数据。")
    assert fresh(case).state == "returned"
    assert "请补充数据。" in text(page(cast.client("li"), "case", case.pk))


def test_two_editions_stand_side_by_side_with_their_changes(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now, proposals="（一）修好九华苑七栋的电梯。")
    say.send_back(case, actor=cast.wang, at=now, advice="只写共性问题。")
    li = cast.li
    say.save_draft(case, lives.text(proposals="（一）明确电梯维护资金的分摊办法。"), actor=li, at=now)
    say.submit(fresh(case), actor=li, at=now)
    shown = text(page(cast.client("wang"), "review", case.pk))
    assert "<del>" in shown
    assert "<ins>" in shown
    assert "只写共性问题。" in shown


def test_the_latest_edition_can_be_held_against_any_earlier_one(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now, proposals="（一）第一次写的办法。")
    for words in ("（一）第二次改过的措施。", "（一）第三次定下的方案。"):
        say.send_back(fresh(case), actor=cast.wang, at=now, advice="再具体一些。")
        say.save_draft(fresh(case), lives.text(proposals=words), actor=cast.li, at=now)
        say.submit(fresh(case), actor=cast.li, at=now)
    wang = cast.client("wang")
    assert "第二次" in text(page(wang, "review", case.pk)).replace("<del>", "")
    assert "第一次" in text(page(wang, "review", case.pk, since="1")).replace("<del>", "")
    assert "第一次" not in text(page(wang, "review", case.pk, since="2")).replace("<del>", "")


def test_the_delegation_passes_on_and_does_not_accept(cast: Cast, now: datetime) -> None:
    case = lives.in_session(cast.home, now)
    he = cast.client("he")
    shown = text(page(he, "review", case.pk))
    assert 'value="pass_on"' in shown
    assert 'value="accept"' not in shown
    send(he, "review", case.pk, decision="pass_on")
    assert fresh(case).state == "review"


def test_a_deputy_is_refused_with_the_reason(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    answer = page(cast.client("li"), "review", case.pk)
    assert answer.status_code == 403
    assert "审核" in text(answer)


def test_next_door_there_is_no_such_suggestion(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    stranger = cast.neighbour.client("wang")
    assert page(stranger, "case", case.pk).status_code == 404
    assert send(stranger, "review", case.pk, decision="accept", topic="AGR").status_code == 404
    assert fresh(case).state == "review"


def test_the_same_form_twice_is_done_once_and_answered_alike(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    wang, seen = cast.client("wang"), case.trail_seq
    first = send(wang, "review", case.pk, decision="accept", topic="AGR", seen=seen)
    number = fresh(case).number
    second = send(wang, "review", case.pk, decision="accept", topic="AGR", seen=seen)
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert fresh(case).number == number
    assert fresh(case).trail_seq == seen + 1


def test_qian_is_told_that_wang_was_faster(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    seen = case.trail_seq
    say.accept(case, actor=cast.wang, at=now, topic="AGR")
    answer = send(cast.client("qian"), "review", case.pk, decision="send_back", advice="再改", seen=seen)
    assert answer.status_code == 409
    assert fresh(case).state == "accepted"
    assert "王敏已于" in text(answer)


def test_urging_twice_with_one_form_urges_once(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    wang, seen = cast.client("wang"), fresh(case).trail_seq
    for _ in range(2):
        assert send(wang, "urge", case.pk, note="请抓紧", seen=seen).status_code == 302
    assert fresh(case).trail_seq == seen + 1
    answer = send(cast.client("qian"), "urge", case.pk, seen=seen)
    assert answer.status_code == 409
    assert "王敏" in text(answer)


def test_units_are_added_one_by_one_without_scripts(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    wang, units = cast.client("wang"), cast.home.units
    shown = text(send(wang, "assign", case.pk, mode="sole", pick=units["education"].pk))
    assert f'name="part_{units["education"].pk}"' in shown
    both = {"unit": [units["education"].pk], "mode": "sole", "pick": units["court"].pk}
    shown = text(send(wang, "assign", case.pk, **both))
    assert 'value="lead" checked' in shown
    gone = {"unit": [units["education"].pk, units["court"].pk], "mode": "lead", "off": units["court"].pk}
    assert f'name="part_{units["court"].pk}"' not in text(send(wang, "assign", case.pk, **gone))
    assert fresh(case).state == "accepted"


def test_assigning_to_three_needs_a_part_for_each(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    wang, units = cast.client("wang"), cast.home.units
    chosen = [units[key].pk for key in ("court", "education", "health")]
    facts: dict[str, Any] = {"unit": chosen, "mode": "lead", "lead": chosen[1], "assign": "1"}
    shown = text(send(wang, "assign", case.pk, **facts))
    assert shown.count("还没写要它答什么") == 3
    facts |= {f"part_{pk}": "请答复这一部分。" for pk in chosen} | {"seen": case.trail_seq}
    assert send(wang, "assign", case.pk, **facts).status_code == 302
    modes = dict(case.handlings.values_list("unit__short_name", "mode"))
    assert modes == {"教育厅": "lead", "法院": "co", "卫健委": "co"}


def test_before_assigning_one_reads_what_will_start_and_who_is_told(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    unit = cast.home.units["education"].pk
    shown = text(send(cast.client("wang"), "assign", case.pk, mode="sole", unit=[unit]))
    assert "答复代表（法定）" in shown
    assert "怎么算的" in shown
    assert "1 个承办单位" in shown
    assert "李建国代表" in shown
    assert "交办给 1 个单位" in shown


def test_the_deputys_wish_stands_beside_the_picker(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now, wished_units=[cast.home.units["health"].pk])
    shown = text(page(cast.client("wang"), "assign", case.pk))
    assert "代表希望由它办理" in shown


def test_dissatisfied_goes_back_and_then_closes(cast: Cast, now: datetime) -> None:
    case = lives.rated(cast.home, now, result="dissatisfied", comment="没有时间表。")
    wang = cast.client("wang")
    assert page(wang, "close", case.pk).status_code == 403
    assert "没有时间表。" in text(page(wang, "triage", case.pk))
    talked = {"talk_deputy": "电话，要时间表。", "talk_unit": "可以给。", "outcome": "redo"}
    assert 'id="id_note_err"' in text(send(wang, "triage", case.pk, **talked))
    send(wang, "triage", case.pk, note="请给出时间表。", **talked)
    assert fresh(case).round == 2
    lives.give_answer(cast.home, case, now)
    say.rate(fresh(case), actor=cast.li, at=now, attitude="satisfied", result="satisfied")
    send(wang, "close", case.pk)
    assert fresh(case).state == "closed"


def test_the_case_page_shows_both_rounds_and_their_ratings(cast: Cast, now: datetime) -> None:
    case = lives.rated(cast.home, now, result="dissatisfied", comment="没有时间表。")
    say.rework(case, actor=cast.wang, at=now, note="请给出时间表。")
    lives.give_answer(cast.home, case, now, document_number="湘水函〔2026〕87号")
    shown = text(page(cast.client("li"), "case", case.pk))
    assert "第 1 轮答复" in shown
    assert "第 2 轮答复" in shown
    assert "湘水函〔2026〕87号" in shown
    assert "没有时间表。" in shown


def test_closed_moves_say_why(cast: Cast, now: datetime) -> None:
    case = lives.rated(cast.home, now, result="dissatisfied", comment="没有时间表。")
    assert "应先研判" in text(page(cast.client("wang"), "case", case.pk))


def test_an_opinion_between_units_is_not_for_deputies(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, units=("education", "health"))
    co = case.handlings.get(unit=cast.home.units["health"])
    say.sign_for(co, actor=cast.liu, at=now)
    opinion = say.write_reply(co, say.Answer(body="水质监测由我委负责。"), actor=cast.liu, at=now)
    from lianluo.people.models import Role

    Role.objects.create(
        congress=cast.home.congress,
        account=cast.home.accounts["liu"],
        kind="unit_signer",
        unit=cast.home.units["health"],
        starts_on=now.date(),
    )
    say.deliver(opinion, actor=cast.liu, at=now)
    assert "水质监测由我委负责。" in text(page(cast.client("wang"), "case", case.pk))
    assert "水质监测由我委负责。" not in text(page(cast.client("li"), "case", case.pk))


def test_the_office_passes_on_and_the_unit_sees_it_then(cast: Cast, now: datetime) -> None:
    case = lives.at_office(cast.home, now)
    handling = case.handlings.get()
    assert page(cast.client("zhao"), "case", case.pk).status_code == 404
    assert send(cast.client("gao"), "dispatch", handling.pk).status_code == 302
    assert page(cast.client("zhao"), "case", case.pk).status_code == 200


def test_an_objection_is_upheld_and_another_unit_has_it(cast: Cast) -> None:
    from django.utils import timezone

    case = lives.assigned(cast.home, timezone.now())
    handling = case.handlings.get()
    zhao, wang = cast.client("zhao"), cast.client("wang")
    assert 'id="id_reason_err"' in text(send(zhao, "object", handling.pk))
    send(zhao, "object", handling.pk, reason="不是我厅职责。", proposed=cast.home.units["court"].pk)
    assert "不是我厅职责。" in text(page(wang, "case", case.pk))
    send(wang, "uphold", handling.pk, unit=cast.home.units["court"].pk, decision="同意")
    live = case.handlings.exclude(state="cancelled").get()
    assert live.unit == cast.home.units["court"]


@pytest.mark.parametrize("key", ["li", "wang", "zhao", "guo", "chen", "gao"])
def test_the_case_page_asks_at_most_twelve_times(cast: Cast, now: datetime, key: str) -> None:
    case = lives.rated(cast.home, now, result="dissatisfied", comment="没有时间表。")
    client = cast.client(key)
    with CaptureQueriesContext(connection) as asked:
        assert page(client, "case", case.pk).status_code == 200
    assert len(asked) <= MOST, [query["sql"][:120] for query in asked]


def test_every_state_has_a_page(cast: Cast, now: datetime) -> None:
    wang, li = cast.client("wang"), cast.client("li")
    for state, case in lives.lives(cast, now).items():
        assert page(li, "case", case.pk).status_code == 200, state
        assert page(wang, "case", case.pk).status_code == (404 if state == "draft" else 200), state
