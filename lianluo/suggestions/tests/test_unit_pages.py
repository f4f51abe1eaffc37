"""Stories of a unit: receipt, drafting, saving by itself, review, signature, and what others may see of it."""

import io
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Handling, Reply, Suggestion
from lianluo.suggestions.tests import lives
from tests.cast import Cast

pytestmark = pytest.mark.django_db

WRITTEN = {
    "reply_class": "B",
    "document_number": "湘教函〔2026〕12号",
    "public_attribute": "active",
    "body": "一、已列入今年计划。",
    "contact_name": "左安澜",
    "contact_phone": "0731-85000000",
    "promise-0-text": "年底前把二十三个村接入县城管网。",
    "promise-0-responsible": "农水处 王强",
    "promise-0-planned_on": "2026-12-31",
}


def page(client: Client, name: str, *args: Any) -> Any:
    return client.get(reverse(f"suggestions:{name}", args=args))


def send(client: Client, name: str, *args: Any, **data: Any) -> Any:
    return client.post(reverse(f"suggestions:{name}", args=args), data)


def text(answer: Any) -> str:
    return str(answer.content.decode()).replace("<wbr>", "")


def words(answer: Any) -> str:
    """What stands in a Word document."""
    word = Document(io.BytesIO(answer.content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in word.paragraphs), *cells])


@pytest.fixture
def case(cast: Cast, now: datetime) -> Suggestion:
    return lives.signed_for(cast.home, now)


@pytest.fixture
def handling(case: Suggestion, cast: Cast, now: datetime) -> Handling:
    """Signed for, and the deputy has been spoken with."""
    found: Handling = case.handlings.get()
    lives.talk(found, cast.home, now)
    return found


def reply_of(handling: Handling) -> Reply:
    found: Reply = handling.replies.get()
    return found


def test_zhao_signs_for_it_once(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    handling = case.handlings.get()
    zhao = cast.client("zhao")
    for _ in range(2):
        assert send(zhao, "sign_for", handling.pk, seen=handling.trail_seq).status_code == 302
    handling.refresh_from_db()
    assert handling.state == "signed"
    assert send(cast.client("liu"), "sign_for", handling.pk).status_code == 404


def test_a_draft_may_lack_anything_and_is_there_again(cast: Cast, handling: Handling) -> None:
    zhao = cast.client("zhao")
    send(zhao, "reply", handling.pk, move="save", body="先写一段。", public_attribute="active")
    assert "先写一段。" in text(page(zhao, "reply", handling.pk))


def test_three_people_bring_the_reply_to_the_deputy(cast: Cast, handling: Handling) -> None:
    send(cast.client("zhao"), "reply", handling.pk, move="to_review", **WRITTEN)
    assert reply_of(handling).state == "reviewing"
    send(cast.client("ma"), "reply", handling.pk, move="approve")
    send(cast.client("hu"), "reply", handling.pk, move="sign")
    assert reply_of(handling).state == "delivered"
    shown = text(page(cast.client("li"), "case", handling.suggestion_id))
    assert "一、已列入今年计划。" in shown
    assert "湘教函〔2026〕12号" in shown


def test_the_reviewer_sends_it_back_with_a_word(cast: Cast, handling: Handling) -> None:
    send(cast.client("zhao"), "reply", handling.pk, move="to_review", **WRITTEN)
    send(cast.client("ma"), "reply", handling.pk, move="send_back", note="请写明期限。")
    assert reply_of(handling).state == "drafting"
    assert "请写明期限。" in text(page(cast.client("zhao"), "case", handling.suggestion_id))
    assert "请写明期限。" not in text(page(cast.client("wang"), "case", handling.suggestion_id))


def test_signing_says_what_is_missing_and_loses_nothing(cast: Cast, handling: Handling) -> None:
    facts = WRITTEN | {"document_number": "", "body": "很长的一段答复。"}
    answer = send(cast.client("hu"), "reply", handling.pk, move="sign", **facts)
    assert answer.status_code == 200
    assert "请先填写答复类别和发文字号。" in text(answer)
    assert "很长的一段答复。" in text(answer)
    assert reply_of(handling).state == "drafting"


def test_withholding_asks_for_a_reason(cast: Cast, handling: Handling) -> None:
    facts = WRITTEN | {"public_attribute": "withheld"}
    answer = send(cast.client("zhao"), "reply", handling.pk, move="save", **facts)
    assert 'id="id_withheld_reason_err"' in text(answer)


def test_signing_twice_delivers_once(cast: Cast, handling: Handling) -> None:
    hu = cast.client("hu")
    send(hu, "reply", handling.pk, move="save", **WRITTEN)
    seen = reply_of(handling).trail_seq
    for _ in range(2):
        assert send(hu, "reply", handling.pk, move="sign", seen=seen, **WRITTEN).status_code == 302
    handling.refresh_from_db()
    assert handling.state == "replied"
    assert (
        handling.suggestion.trail_seq == Suggestion.objects.within(cast.home.congress.scope).get().trail_seq
    )


def test_what_is_typed_saves_itself(cast: Cast, handling: Handling) -> None:
    zhao = cast.client("zhao")
    empty = send(zhao, "reply_save", handling.pk, version="", body="").json()
    assert "正文还没有写" in empty["parts"]["checks"]
    first = send(zhao, "reply_save", handling.pk, version=empty["version"], body="第一句。").json()
    assert "正文已写" in first["parts"]["checks"]
    second = send(zhao, "reply_save", handling.pk, version=first["version"], body="第一句。第二句。")
    assert second.status_code == 200
    assert reply_of(handling).body == "第一句。第二句。"


def test_a_second_device_is_shown_both_texts(cast: Cast, handling: Handling) -> None:
    zhao = cast.client("zhao")
    old = send(zhao, "reply_save", handling.pk, version="", body="电脑上写的。").json()["version"]
    send(zhao, "reply_save", handling.pk, version=old, body="电脑上又写了。")
    answer = send(zhao, "reply_save", handling.pk, version=old, body="手机上写的。")
    assert answer.status_code == 409
    assert answer.json()["fields"]["body"] == ["电脑上又写了。"]
    assert reply_of(handling).body == "电脑上又写了。"


def test_a_field_that_does_not_pass_keeps_what_was_saved(cast: Cast, handling: Handling) -> None:
    zhao = cast.client("zhao")
    saved = send(zhao, "reply_save", handling.pk, version="", document_number="湘教函〔2026〕1号").json()
    facts = {"version": saved["version"], "document_number": "太长" * 40, "body": "正文。"}
    assert send(zhao, "reply_save", handling.pk, **facts).status_code == 200
    assert reply_of(handling).document_number == "湘教函〔2026〕1号"
    assert reply_of(handling).body == "正文。"


def test_under_review_the_text_is_closed(cast: Cast, handling: Handling) -> None:
    zhao = cast.client("zhao")
    send(zhao, "reply", handling.pk, move="to_review", **WRITTEN)
    assert send(zhao, "reply_save", handling.pk, version="", body="再改一点").status_code == 403
    assert reply_of(handling).body == WRITTEN["body"]


def test_a_draft_is_the_units_own_affair(cast: Cast, handling: Handling) -> None:
    send(cast.client("zhao"), "reply", handling.pk, move="save", **WRITTEN)
    for key in ("wang", "li", "chen"):
        answer = page(cast.client(key), "reply", handling.pk)
        assert answer.status_code == 403, key
        assert "只有承办单位自己能看" in text(answer)
    assert page(cast.client("liu"), "reply", handling.pk).status_code == 404


def test_the_checks_name_what_is_missing(cast: Cast, handling: Handling) -> None:
    shown = text(page(cast.client("zhao"), "reply", handling.pk))
    for missing in ("正文还没有写", "答复类别还没有选", "发文字号还没有填"):
        assert missing in shown


def test_a_number_used_before_is_noticed(cast: Cast, now: datetime, handling: Handling) -> None:
    other = lives.replied(cast.home, now)
    number = other.handlings.get().replies.get().document_number
    send(cast.client("zhao"), "reply", handling.pk, move="save", **WRITTEN | {"document_number": number})
    assert "发文字号已经用过" in text(page(cast.client("zhao"), "reply", handling.pk))


def test_a_co_handler_writes_an_opinion_without_class(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, units=("education", "health"))
    co = case.handlings.get(unit=cast.home.units["health"])
    say.sign_for(co, actor=cast.liu, at=now)
    shown = text(page(cast.client("liu"), "reply", co.pk))
    assert "会办意见" in shown
    assert 'name="reply_class"' not in shown
    lead = text(page(cast.client("zhao"), "reply", case.handlings.get(mode="lead").pk))
    assert "没有送来" in lead or "签收" in lead


def test_the_letter_has_class_number_and_paragraphs(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    reply = case.handlings.get().replies.get()
    answer = page(cast.client("li"), "letter", reply.pk)
    letter = words(answer)
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    for said in (
        "类别：B",
        reply.document_number,
        f"第{case.number}号建议的答复",
        "李建国代表：",
        case.title,
    ):
        assert said in letter, said


def test_a_draft_letter_is_for_the_unit_alone(cast: Cast, handling: Handling) -> None:
    send(cast.client("zhao"), "reply", handling.pk, move="save", **WRITTEN)
    pk = reply_of(handling).pk
    assert page(cast.client("zhao"), "letter", pk).status_code == 200
    assert page(cast.client("wang"), "letter", pk).status_code == 403
    assert page(cast.neighbour.client("zhao"), "letter", pk).status_code == 404


def test_the_sheet_names_the_units_and_the_days(cast: Cast, handling: Handling) -> None:
    sheet = words(page(cast.client("zhao"), "sheet", handling.pk))
    for said in ("代表建议交办单", "教育厅", "2026年8月20日", handling.suggestion.title, "5 个工作日"):
        assert said in sheet, said
    assert page(cast.client("li"), "sheet", handling.pk).status_code == 403
