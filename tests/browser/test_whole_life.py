"""One suggestion through eight pairs of hands, from a draft on a phone to the archive: dissatisfied, triaged, answered
anew."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import HandlingState, Satisfaction, Share, SuggestionState
from lianluo.trail.verify import verify
from tests.browser.steps import draft_reply, says, sign_through, speak
from tests.cast import Cast

TITLE = "关于恢复洞庭湖区候鸟栖息地枯水期生态补水的建议"
SITUATION = "去年十一月城陵矶水位偏低，一带泥滩提前干涸，越冬候鸟比上年少了三成。"
PROPOSALS = "一、建立枯水期应急补水机制，明确调度单位和启动条件。\n二、在东洞庭湖增设生态补水闸口。"
REPLY = "您提出的建议收悉。现答复如下：一、应急补水机制已经建立。二、补水闸口列入明年项目。"
Check = Callable[[Page], None]


def the_case() -> Suggestion:
    return Suggestion.objects.everywhere("test").get()


def test_from_a_phone_draft_to_the_archive(
    cast: Cast, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    li, wang = phone(cast.client("li")), desk(cast.client("wang"))
    propose(li)
    review_and_assign(wang, assert_accessible)
    dispatch(desk(cast.client("gao")))
    unit = {key: desk(cast.client(key)) for key in ("zhao", "ma", "hu")}
    sign_for(unit["zhao"])
    speak(unit["zhao"], the_case().handlings.get())
    answer(unit, "湘教函〔2026〕61号")
    judge(li, "不满意", "答复没有说明今年枯水期怎么办，请给出具体的时间和资金来源。")
    triage(wang, assert_accessible)
    speak(unit["zhao"], the_case().handlings.get())
    answer(unit, "湘教函〔2026〕87号")
    judge(li, "满意")
    close(wang)
    archive(wang, assert_accessible)
    case = the_case()
    assert (case.state, case.round, case.final_rating) == (
        SuggestionState.ARCHIVED,
        2,
        Satisfaction.SATISFIED,
    )
    assert (case.first_share, case.final_share) == (Share.NO, Share.YES)
    assert case.archive_number
    assert case.handlings.get().state == HandlingState.DONE
    assert [reply.round for reply in case.handlings.get().replies.all()] == [1, 2]
    assert verify() == []


def propose(li: Page) -> None:
    li.goto("/")
    li.get_by_role("button", name="提建议").click()
    li.get_by_label("标题").fill(TITLE)
    li.get_by_label("情况与问题").fill(SITUATION)
    li.get_by_label("具体建议").fill(PROPOSALS)
    li.get_by_role("button", name="下一步：补充信息").click()
    li.get_by_label("这件建议怎么形成的").select_option("research")
    li.get_by_role("button", name="下一步：看一遍").click()
    li.get_by_role("button", name="提交").click()
    expect(li.get_by_role("heading", name="已提交")).to_be_visible()


def review_and_assign(wang: Page, assert_accessible: Check) -> None:
    wang.goto("/")
    wang.get_by_role("link", name="立案编号：").first.click()
    wang.get_by_label("作为建议，立案编号").check()
    wang.get_by_label("内容分类").select_option("AGR")
    assert_accessible(wang)
    wang.get_by_role("button", name="通过并编号").click()
    expect(wang.get_by_text("已立案编号").first).to_be_visible()
    wang.goto("/")
    wang.get_by_role("link", name="交办：").first.click()
    wang.get_by_label("单办").check()
    wang.get_by_role("combobox", name="选一个单位").fill("jyt")
    wang.get_by_role("option", name="教育厅").click()
    expect(wang.get_by_role("button", name="移去教育厅")).to_be_visible()
    assert_accessible(wang)
    wang.get_by_role("button", name="交办给").click()
    expect(wang.get_by_text("已交办给 1 个单位")).to_be_visible()


def dispatch(gao: Page) -> None:
    gao.goto("/")
    gao.get_by_role("link", name="分办：").first.click()
    gao.get_by_role("button", name="分办").first.click()
    expect(gao.get_by_text("已分办给承办单位").first).to_be_visible()


def sign_for(zhao: Page) -> None:
    zhao.goto(f"/suggestions/{the_case().pk}/")
    zhao.get_by_role("button", name="签收").first.click()
    expect(zhao.get_by_text("已签收").first).to_be_visible()


def answer(unit: dict[str, Page], number: str) -> None:
    handling, zhao = the_case().handlings.get(), unit["zhao"]
    draft_reply(zhao, handling, number, REPLY)
    promise(zhao)
    zhao.get_by_role("button", name="送审核人").click()
    says(zhao, "待审核")
    sign_through(unit, handling)


def promise(zhao: Page) -> None:
    """Class B promises something: what, who, until when."""
    if not zhao.get_by_label("承诺做什么").first.is_visible():
        zhao.locator("summary", has_text="承诺事项").click()
    zhao.get_by_label("承诺做什么").first.fill("在东洞庭湖建成两处生态补水闸口。")
    zhao.get_by_label("责任处室、责任人").first.fill("湿地处 陈晓")
    zhao.get_by_label("计划完成").first.fill("2027-10-31")


def judge(li: Page, result: str, comment: str = "") -> None:
    li.goto(f"/suggestions/{the_case().pk}/rate/")
    li.get_by_role("group", name="办理态度").get_by_label("满意", exact=True).check()
    li.get_by_role("group", name="办理结果").get_by_label(result, exact=True).check()
    if comment:
        li.get_by_role("button", name="提交评价").click()
        expect(li.get_by_text("请写明意见").first).to_be_visible()
        li.get_by_label("具体意见").fill(comment)
    li.get_by_role("button", name="提交评价").click()
    expect(li.get_by_role("button", name="再想想").or_(li.get_by_role("link", name="再想想"))).to_be_visible()
    li.get_by_role("button", name="提交评价").click()
    expect(li.get_by_role("button", name="提交评价")).to_have_count(0)


def triage(wang: Page, assert_accessible: Check) -> None:
    """Both sides are asked before anything is decided; the page keeps what was typed where a word is missing."""
    wang.goto("/")
    wang.get_by_role("link", name="研判：").first.click()
    expect(wang.get_by_text("请给出具体的时间和资金来源").first).to_be_visible()
    wang.get_by_label("与代表沟通的情况").fill("电话沟通，李代表希望写明今年枯水期的安排。")
    wang.get_by_label("与承办单位沟通的情况").fill("湿地处表示可以列出时间表。")
    wang.get_by_label("交承办单位重新办理").check()
    assert_accessible(wang)
    wang.get_by_role("button", name="研判").click()
    expect(wang.get_by_text("请写明代表不满意在哪里").first).to_be_visible()
    wang.get_by_role("textbox", name="说明").fill("请与代表当面沟通后再次答复，写明时间和资金来源。")
    wang.get_by_role("button", name="研判").click()
    expect(wang.get_by_text("第 2 轮").first).to_be_visible()


def close(wang: Page) -> None:
    wang.goto("/")
    wang.get_by_role("link", name="办结：").first.click()
    wang.get_by_role("button", name="办结").click()
    expect(wang.get_by_text("已办结").locator("visible=true").first).to_be_visible()


def archive(wang: Page, assert_accessible: Check) -> None:
    """The file is looked through, then it gets its number."""
    wang.goto("/")
    wang.get_by_role("link", name="归档：").first.click()
    expect(wang.get_by_text("代表评价").locator("visible=true").first).to_be_visible()
    assert_accessible(wang)
    wang.get_by_role("button", name="归档").click()
    expect(wang.get_by_text("历史已校验").first).to_be_visible()
    expect(wang.get_by_text("档号").locator("visible=true").first).to_be_visible()
    assert_accessible(wang)
