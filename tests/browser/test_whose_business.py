"""Not our business: objections upheld and refused by the dispatching office, and a deputy who doubts the choice."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page

from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import HandlingState
from lianluo.suggestions.tests import lives
from lianluo.trail.verify import verify
from lianluo.ui.components.text import date_full
from tests.browser.steps import go, inform, open_move, open_todo, pick, says
from tests.cast import Cast

Check = Callable[[Page], None]
REASON = "农村供水水质监测属卫生健康部门职责，本厅没有这项业务。"


def objects(zhao: Page, case: Suggestion, assert_accessible: Check) -> None:
    """With a reason, the paper it rests on, and a proposal; without a reason nothing goes and nothing is lost."""
    open_move(zhao, case, "提出异议")
    zhao.get_by_label("为什么不该由本单位办").fill(REASON)
    zhao.get_by_label("职责依据").fill("省教育厅职能配置规定第三条")
    pick(zhao, "建议改由", "wjw", "卫健委")
    assert_accessible(zhao)
    zhao.get_by_role("button", name="提出异议").click()
    says(zhao, "已提出异议，等待裁定")


def test_upheld_by_the_office_and_given_to_the_other_unit(
    cast: Cast, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    case = lives.assigned(cast.home, timezone.now())
    zhao, gao, li = desk(cast.client("zhao")), desk(cast.client("gao")), phone(cast.client("li"))
    objects(zhao, case, assert_accessible)
    open_todo(gao, "同意改办：")
    says(gao, REASON, "省教育厅职能配置规定第三条")
    assert_accessible(gao)
    gao.get_by_role("button", name="同意改办").click()
    says(gao, "已同意改办")
    heir = lives.part(case)
    assert (heir.unit, heir.state) == (cast.home.units["health"], HandlingState.ASSIGNED)
    assert heir.due_on
    the_deputy_sees(li, case, heir.due_on, assert_accessible)
    zhao.goto("/notices/")
    says(zhao, "改由卫健委承办")
    liu = phone(cast.client("liu"))
    open_todo(liu, "签收：")
    liu.get_by_role("button", name="签收").locator("visible=true").first.click()
    says(liu, "已签收")
    assert_accessible(liu)
    assert verify() == []


def the_deputy_sees(li: Page, case: Suggestion, due: Any, assert_accessible: Check) -> None:
    """Told, the new unit named, its day, and why."""
    li.goto("/notices/")
    says(li, "调整了承办单位")
    inform(li, case)
    says(li, "卫健委", date_full(due))
    says(li, "同意改办，由教育厅改交卫健委")
    assert_accessible(li)


def test_refused_and_then_doubted_by_the_deputy(
    cast: Cast, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    case = lives.assigned(cast.home, timezone.now())
    zhao, gao = phone(cast.client("zhao")), desk(cast.client("gao"))
    objects(zhao, case, assert_accessible)
    open_todo(gao, "同意改办：")
    gao.get_by_role("link", name="不同意，继续办理").click()
    gao.get_by_label("为什么不同意").fill("学校供水由教育厅牵头，请继续办理。")
    gao.get_by_role("button", name="不同意").click()
    says(gao, "已裁定由原单位继续办理")
    go(zhao, case)
    says(zhao, "学校供水由教育厅牵头")
    assert lives.part(case).state == HandlingState.ASSIGNED
    doubts(cast, case, (phone(cast.client("li")), desk(cast.client("wang"))), assert_accessible)
    assert verify() == []


def doubts(cast: Cast, case: Suggestion, pages: tuple[Page, Page], assert_accessible: Check) -> None:
    """Li wishes for another unit; Wang follows, and says so."""
    li, wang = pages
    open_move(li, case, "对承办单位提意见")
    li.get_by_label("为什么觉得承办单位不合适").fill("水质问题应当由卫健委牵头。")
    pick(li, "希望由谁办", "wjw", "卫健委")
    assert_accessible(li)
    li.get_by_role("button", name="对承办单位提意见").click()
    says(li, "意见已送联工委")
    open_todo(wang, "答复对承办单位的意见：")
    says(wang, "水质问题应当由卫健委牵头")
    assert_accessible(wang)
    wang.get_by_label("给代表的答复").fill("同意调整，由卫健委主办。")
    wang.get_by_role("button", name="答复对承办单位的意见").click()
    says(wang, "已答复代表")
    assert lives.part(case).unit == cast.home.units["health"]
    go(li, case)
    says(li, "同意调整，由卫健委主办")
