"""A suggestion with a phone number in it goes out to the public without it, and is taken back with a reason."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from playwright.sync_api import Page, expect

from lianluo.suggestions.models import Publication, Suggestion
from lianluo.suggestions.public import directory
from lianluo.suggestions.states import PublicationState
from lianluo.suggestions.tests import lives
from lianluo.trail.verify import verify
from tests.cast import Cast

Check = Callable[[Page], None]
NUMBER = "13875310001"


def text_of(case: Suggestion) -> Publication:
    found: Publication = case.publications.get(kind="text")
    return found


def test_out_without_the_number_and_back_again(
    cast: Cast, now: datetime, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    case = lives.replied_with(cast.home, now, situation=f"全县二十三个村靠浅井取水，联系人电话{NUMBER}。")
    wang, li = desk(cast.client("wang")), phone(cast.client("li"))
    see_nothing(li, case, assert_accessible)
    publish(wang, case, assert_accessible)
    see_it_without_the_number(li, case, assert_accessible)
    (row,) = directory(cast.home.congress.scope)
    assert row.level == "全文公开"
    fetch_a_paper(li, case)
    take_back(wang, case, assert_accessible)
    see_nothing(li, case, assert_accessible)
    li.goto("/notices/")
    expect(li.get_by_text("建议公开的内容已撤下").first).to_be_visible()
    assert verify() == []


def see_nothing(li: Page, case: Suggestion, assert_accessible: Check) -> None:
    li.goto(f"/suggestions/{case.pk}/as-public/")
    expect(li.get_by_text("公众看不到这件建议")).to_be_visible()
    assert_accessible(li)


def publish(wang: Page, case: Suggestion, assert_accessible: Check) -> None:
    """From the list; a number that was put back stops it, and nothing typed is lost."""
    wang.goto("/suggestions/publications/?state=review")
    assert_accessible(wang)
    wang.locator(f'a[href$="/publications/{text_of(case).pk}/"]').first.click()
    expect(wang.get_by_text("隐去电话、证件号 1 处")).to_be_visible()
    assert_accessible(wang)
    body = wang.get_by_label("公开的正文")
    masked = body.input_value()
    assert NUMBER not in masked
    body.fill(masked.replace("（电话略）", NUMBER))
    wang.get_by_role("button", name="确定").click()
    expect(wang.get_by_text(f"公开文本里还有电话、证件号或者邮箱：{NUMBER}").first).to_be_visible()
    assert NUMBER in body.input_value()
    assert_accessible(wang)
    assert text_of(case).state == PublicationState.REVIEW
    wang.goto(f"/suggestions/publications/{text_of(case).pk}/")
    decide(wang)
    expect(wang.get_by_text("已公开。").first).to_be_visible()
    assert_accessible(wang)


def decide(wang: Page) -> None:
    wang.get_by_label("全文", exact=True).check()
    wang.get_by_role("button", name="确定").click()
    wang.get_by_role("button", name="公开", exact=True).click()


def see_it_without_the_number(li: Page, case: Suggestion, assert_accessible: Check) -> None:
    li.goto(f"/suggestions/{case.pk}/as-public/")
    expect(li.get_by_text("（电话略）")).to_be_visible()
    expect(li.get_by_text(NUMBER)).to_have_count(0)
    assert_accessible(li)


def fetch_a_paper(li: Page, case: Suggestion) -> None:
    """The papers of a case stand on its page, on the phone behind 办理信息; a paper comes as a Word file."""
    li.goto(f"/suggestions/{case.pk}/")
    li.get_by_role("link", name="办理信息", exact=True).click()
    with li.expect_download() as started:
        li.locator(".paper-list a", has_text="答复函").first.click()
    assert started.value.suggested_filename.endswith(".docx")


def take_back(wang: Page, case: Suggestion, assert_accessible: Check) -> None:
    wang.goto(f"/suggestions/publications/{text_of(case).pk}/")
    wang.get_by_label("为什么撤下").fill("文中地名有误，核实后再公开。")
    wang.get_by_role("button", name="撤下").click()
    wang.get_by_role("dialog").get_by_role("button", name="撤下").click()
    expect(wang.get_by_text("已撤下，公众看不到了").first).to_be_visible()
    assert_accessible(wang)
