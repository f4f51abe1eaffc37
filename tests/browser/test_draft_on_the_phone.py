"""A draft on the phone: what is typed survives a lost connection and a second device, and is sent at last."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import SuggestionState
from lianluo.suggestions.tests import lives
from tests.cast import Cast

TITLE = "关于恢复洞庭湖区候鸟栖息地枯水期生态补水的建议"
SITUATION = "去年十一月城陵矶水位偏低，一带泥滩提前干涸，越冬候鸟比上年少了三成。"
PROPOSALS = "一、建立枯水期应急补水机制，明确调度单位和启动条件。\n二、在东洞庭湖增设生态补水闸口。"
Check = Callable[[Page], None]


def drafts() -> list[Suggestion]:
    return list(Suggestion.objects.everywhere("test").exclude(title="").order_by("pk"))


NO_NETWORK = "() => { window.fetch = () => Promise.reject(new TypeError('no network')) }"
"""What a page sends as it is left gets through an emulated loss of the network now and then."""


def saved(page: Page) -> None:
    expect(page.locator("[data-saved]").first).to_contain_text("已保存")


def test_from_the_first_letter_to_sent(cast: Cast, phone: Any, assert_accessible: Check) -> None:
    page = phone(cast.client("li"))
    page.goto("/")
    assert_accessible(page)
    page.get_by_role("button", name="提建议").click()
    page.get_by_label("标题").fill(TITLE)
    page.get_by_role("button", name="下一步：补充信息").click()
    expect(page.get_by_text("请写具体建议").first).to_be_visible()
    assert_accessible(page)
    page.get_by_label("情况与问题").fill(SITUATION)
    page.get_by_label("具体建议").fill(PROPOSALS)
    saved(page)
    page.get_by_role("button", name="下一步：补充信息").click()
    page.get_by_role("combobox", name="希望哪个单位办理").fill("wjw")
    page.get_by_role("option", name="卫健委").click()
    page.get_by_label("这件建议怎么形成的").select_option("research")
    assert_accessible(page)
    page.get_by_role("button", name="下一步：看一遍").click()
    expect(page.get_by_text("候鸟比上年少了三成")).to_be_visible()
    expect(page.locator("dd", has_text="卫健委")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_role("heading", name="已提交")).to_be_visible()
    expect(page.get_by_text("个工作日内")).to_be_visible()
    assert_accessible(page)
    (sent,) = drafts()
    assert sent.state == SuggestionState.REVIEW
    assert sent.proposals == PROPOSALS
    assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('draft:'))") == []


def test_what_is_typed_without_a_network_is_there_afterwards(cast: Cast, now: Any, phone: Any) -> None:
    draft = lives.draft(cast.home, now, title=TITLE, situation="", proposals="")
    page = phone(cast.client("li"))
    page.goto(f"/suggestions/{draft.pk}/write/")
    page.context.set_offline(True)
    page.evaluate(NO_NETWORK)
    page.get_by_label("情况与问题").fill(SITUATION)
    expect(page.locator("[data-saved]").first).to_contain_text("离线，已存在本机")
    page.get_by_role("button", name="下一步：补充信息").click()
    expect(page.get_by_label("情况与问题")).to_have_value(SITUATION)
    draft.refresh_from_db()
    assert draft.situation == ""
    page.goto("about:blank")

    page.context.set_offline(False)
    page.goto(f"/suggestions/{draft.pk}/write/")
    expect(page.get_by_label("情况与问题")).to_have_value(SITUATION)
    saved(page)
    draft.refresh_from_db()
    assert draft.situation == SITUATION


def test_without_a_network_the_draft_is_written_on_and_goes_out_later(
    cast: Cast, now: Any, phone: Any
) -> None:
    draft = lives.draft(cast.home, now, title=TITLE, proposals="")
    page = phone(cast.client("li"))
    page.goto(f"/suggestions/{draft.pk}/write/")
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.context.set_offline(True)
    page.evaluate(NO_NETWORK)
    page.get_by_label("情况与问题").fill("断网时写的第一句。")
    page.goto("/suggestions/mine/")
    expect(page.get_by_role("heading", name="现在没有网络")).to_be_visible()
    page.get_by_text(TITLE).click()
    page.get_by_label("情况与问题").fill("断网时写的第一句。又写了第二句。")
    page.context.set_offline(False)
    page.wait_for_url(f"**/suggestions/{draft.pk}/write/")
    saved(page)
    draft.refresh_from_db()
    assert draft.situation == "断网时写的第一句。又写了第二句。"


def test_two_devices_show_both_texts_and_keep_both(cast: Cast, now: Any, phone: Any, desk: Any) -> None:
    draft = lives.draft(cast.home, now, title=TITLE, situation="全县有公墓六十三处。清明前后山火多。")
    mobile, office = phone(cast.client("li")), desk(cast.client("li"))
    for page in (mobile, office):
        page.goto(f"/suggestions/{draft.pk}/write/")
    office.get_by_label("情况与问题").fill("全县有公墓六十三处。管护费不足。清明前后山火多。")
    expect(office.locator("[data-saved]").last).to_contain_text("已保存")
    mobile.get_by_label("情况与问题").fill("全县有公墓六十三处。十八处没有专人。清明前后山火多。")
    dialog = mobile.get_by_role("dialog")
    expect(dialog).to_contain_text("管护费不足")
    expect(dialog).to_contain_text("十八处没有专人")
    dialog.get_by_role("button", name="两份都要，合在一起").click()
    saved(mobile)
    draft.refresh_from_db()
    assert draft.situation == "全县有公墓六十三处。管护费不足。十八处没有专人。清明前后山火多。"


def test_an_answer_is_judged_with_the_thumb(
    cast: Cast, now: Any, phone: Any, assert_accessible: Check
) -> None:
    case = lives.replied(cast.home, now)
    page = phone(cast.client("li"))
    page.goto("/")
    page.get_by_role("link", name="评价答复").click()
    page.get_by_role("group", name="办理态度").get_by_text("满意", exact=True).click()
    page.get_by_role("group", name="办理结果").get_by_text("不满意").click()
    page.get_by_role("button", name="提交评价").click()
    expect(page.get_by_text("至少 20 个字，单位才知道怎么改").first).to_be_visible()
    assert_accessible(page)
    page.get_by_label("具体意见").fill("七个村没有写清资金从哪里来，请补充资金来源和完成时间。")
    page.get_by_role("button", name="提交评价").click()
    expect(page.get_by_text("收齐以后不能改")).to_be_visible()
    page.get_by_role("button", name="提交评价").click()
    expect(page.get_by_text("提出再办意见").first).to_be_visible()
    case.refresh_from_db()
    assert case.final_rating == "dissatisfied"


def test_a_page_works_without_scripts(cast: Cast, now: Any, device: Any) -> None:
    draft = say.start_draft(actor=cast.li, at=now, text=say.Text())
    page = device(cast.client("li"), {"viewport": {"width": 390, "height": 844}}, java_script_enabled=False)
    page.goto(f"/suggestions/{draft.pk}/write/")
    page.get_by_label("标题").fill(TITLE)
    page.get_by_label("情况与问题").fill(SITUATION)
    page.get_by_label("具体建议").fill(PROPOSALS)
    page.get_by_role("button", name="下一步：补充信息").click()
    page.get_by_label("希望哪个单位办理").select_option(label="卫健委")
    page.get_by_label("这件建议怎么形成的").select_option("forum")
    page.get_by_role("button", name="下一步：看一遍").click()
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_role("heading", name="已提交")).to_be_visible()
