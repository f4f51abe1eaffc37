"""代表团建议 in session: discussed, signed by its head, reviewed by its own staff first."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page, expect

from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import Kind, SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.trail.verify import verify
from tests.browser.steps import go, open_todo, says
from tests.cast import Cast

Check = Callable[[Page], None]


def test_a_delegation_proposes_and_its_own_staff_reviews_first(
    cast: Cast, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    lives.rule(cast.home, "delegation.allowed", True)
    cast.home.open_session(timezone.now() - timedelta(days=1))
    cast.home.seats["wu"].is_head = True
    cast.home.seats["wu"].save(update_fields=["is_head"])
    draft = lives.draft(cast.home, timezone.now())
    li, wu, he = phone(cast.client("li")), phone(cast.client("wu")), desk(cast.client("he"))
    discussed(li, draft, assert_accessible)
    open_todo(wu, "确认联名")
    says(wu, "到会 52 人", "您的确认就是代表团的签署")
    wu.get_by_role("button", name="确认联名").click()
    says(wu, "已确认联名")
    go(li, draft, "check")
    says(li, "应到 60 人，到会 52 人；团长吴秀兰")
    li.get_by_role("button", name="提交").click()
    expect(li.get_by_role("heading", name="已提交")).to_be_visible()
    first_review(he, assert_accessible)
    accepted(desk(cast.client("lin")))
    case = lives.again(draft)
    assert (case.state, case.kind) == (SuggestionState.ACCEPTED, Kind.DELEGATION)
    assert verify() == []


def discussed(li: Page, draft: Suggestion, assert_accessible: Check) -> None:
    """Recorded first; without its head's name it does not go out, and the page says why."""
    go(li, draft, "check")
    li.get_by_role("link", name="以代表团名义提出").click()
    li.get_by_label("应到人数").fill("60")
    li.get_by_label("到会人数").fill("61")
    li.get_by_role("button", name="登记，请团长签署").click()
    says(li, "到会人数不能多于应到人数")
    li.get_by_label("到会人数").fill("52")
    assert_accessible(li)
    li.get_by_role("button", name="登记，请团长签署").click()
    says(li, "已登记讨论情况", "团长还没有签署")
    expect(li.get_by_role("button", name="提交")).to_have_count(0)


def first_review(he: Page, assert_accessible: Check) -> None:
    open_todo(he, "初审通过：")
    he.get_by_label("初审通过").check()
    assert_accessible(he)
    he.get_by_role("button", name="初审通过").click()
    says(he, "初审")


def accepted(lin: Page) -> None:
    open_todo(lin, "立案编号：")
    lin.get_by_label("作为建议，立案编号").check()
    lin.get_by_label("内容分类").select_option("AGR")
    lin.get_by_role("button", name="通过并编号").click()
    says(lin, "已立案编号")
