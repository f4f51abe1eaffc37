"""What else can become of a suggestion: sent back and compared, a letter, withdrawn together, merged and answered apart."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.trail.verify import verify
from tests.browser.steps import draft_reply, go, sign_through, speak
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
Check = Callable[[Page], None]


def test_merged_from_the_page_and_answered_apart(
    cast: Cast, now: datetime, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    long = (
        "关于进一步加强农村义务教育阶段寄宿制学校冬季取暖、饮水和卫生条件保障工作并纳入省级民生实事项目的建议"
    )
    main, other = lives.accepted(cast.home, now, title=long), lives.accepted(cast.home, now, "zhou")
    wang = desk(cast.client("wang"))
    go(wang, main)
    wang.get_by_role("link", name="并案").first.click()
    assert_accessible(wang)
    wang.get_by_role("button", name="并案").click()
    expect(wang.get_by_text("请选择要并入的建议").first).to_be_visible()
    wang.get_by_label("还要并入的编号").fill(other.number)
    wang.get_by_label("为什么并案").fill("说的是同一件事")
    wang.get_by_role("button", name="并案").click()
    expect(wang.get_by_text("已并案").first).to_be_visible()
    assert_accessible(wang)
    lives.give_to_education(cast.home, lives.again(main), now)
    answered_apart(cast, (main, other), phone, desk, assert_accessible)
    assert verify() == []


def answered_apart(
    cast: Cast, both: tuple[Suggestion, Suggestion], phone: Any, desk: Any, assert_accessible: Check
) -> None:
    main, other = both
    zhao = desk(cast.client("zhao"))
    go(zhao, main, "bundle")
    for one in both:
        speak(zhao, lives.part(one))
    draft_reply(zhao, lives.part(main), "湘教函〔2026〕61号", "您提出的建议收悉，已经办好。", "A")
    zhao.get_by_role("button", name="送审核人").click()
    expect(zhao.get_by_text("待审核").first).to_be_visible()
    go(zhao, main, "bundle")
    assert_accessible(zhao)
    zhao.get_by_role("button", name="带到其他 1 件").click()
    expect(zhao.get_by_text("已带到 1 件的答复稿").first).to_be_visible()
    sign_through({key: desk(cast.client(key)) for key in ("ma", "hu")}, lives.part(main))
    assert lives.again(main).state == SuggestionState.REPLIED
    assert lives.again(other).state == SuggestionState.HANDLING
    assert lives.part(other).replies.get().document_number == ""
    li = phone(cast.client("li"))
    go(li, main)
    li.get_by_role("link", name="办理信息").first.click()
    expect(li.get_by_text("并案 2 件").first).to_be_visible()
    assert_accessible(li)


def test_a_letter_and_another_one_begun_with_its_text(
    cast: Cast, now: datetime, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    case = lives.submitted(cast.home, now)
    wang = desk(cast.client("wang"))
    go(wang, case, "review")
    wang.get_by_label("作代表来信处理").check()
    wang.get_by_label("或者转给别的单位").fill("省信访局")
    wang.get_by_label("说明", exact=False).last.fill("反映的是一户的情况。")
    assert_accessible(wang)
    wang.get_by_role("button", name="作来信处理").click()
    expect(wang.locator("#id_talk_note_err")).to_be_visible()
    expect(wang.get_by_label("或者转给别的单位")).to_have_value("省信访局")
    wang.locator("#id_talk_how").select_option("phone")
    wang.locator("#id_talk_on").fill("2026-05-20")
    wang.locator("#id_talk_note").fill("代表同意转办。")
    wang.get_by_role("button", name="作来信处理").click()
    expect(wang.get_by_text("已作代表来信处理").first).to_be_visible()
    go(wang, case, "letter-answer")
    wang.get_by_label("办理结果").fill("省信访局已经答复当事人。")
    wang.get_by_role("button", name="登记来信办理结果").click()
    li = phone(cast.client("li"))
    go(li, case)
    expect(li.get_by_text("省信访局已经答复当事人。").first).to_be_visible()
    assert_accessible(li)
    li.get_by_role("button", name="用这份内容另写一件").first.click()
    expect(li.get_by_label("标题")).to_have_value(case.title)


def test_a_joint_one_is_withdrawn_when_all_agree(
    cast: Cast, now: datetime, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    case = lives.joint(cast.home, now, ("wu", "zhou"))
    li = phone(cast.client("li"))
    go(li, case, "withdraw")
    li.get_by_label("为什么想撤回").fill("问题已经解决。")
    li.get_by_role("button", name="征求撤回").click()
    expect(li.get_by_text("已征求联名代表的意见").first).to_be_visible()
    for key, state in (("wu", SuggestionState.HANDLING), ("zhou", SuggestionState.WITHDRAWN)):
        signer = phone(cast.client(key))
        signer.goto("/")
        signer.get_by_role("link", name="同意撤回").first.click()
        expect(signer.get_by_text("问题已经解决。").first).to_be_visible()
        assert_accessible(signer)
        signer.get_by_role("button", name="同意撤回").click()
        expect(signer.get_by_text("已表示同意撤回").first).to_be_visible()
        assert lives.again(case).state == state
    wang = desk(cast.client("wang"))
    wang.goto("/suggestions/numbers/")
    expect(wang.get_by_text("编号不再使用：问题已经解决").first).to_be_visible()
    assert_accessible(wang)
    hand = phone(cast.client("wang"))
    hand.goto("/suggestions/numbers/")
    assert_accessible(hand)


def test_editions_side_by_side(
    cast: Cast, now: datetime, desk: Any, phone: Any, assert_accessible: Check
) -> None:
    case = lives.returned(cast.home, now)
    words = "一、延长财政补助期限，并纳入每年预算。\n二、建立跨部门的联席会议，每季度通报一次。"
    say.save_draft(lives.again(case), lives.text(proposals=words), actor=cast.li, at=now)
    say.submit(lives.again(case), actor=cast.li, at=now)
    for page in (desk(cast.client("li")), phone(cast.client("li"))):
        go(page, case, "editions")
        expect(page.get_by_role("heading", name="各次修改")).to_be_visible()
        assert_accessible(page)
