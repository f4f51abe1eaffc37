"""交办会: a whole session in one plan, corrected, agreed, previewed, carried out; some units sign, others stay silent."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page, expect

from lianluo.suggestions import services as say
from lianluo.suggestions.models import AssignmentPlan, Receipt, Suggestion
from lianluo.suggestions.states import HandlingState, PlanState
from lianluo.suggestions.tasks import carry_out
from lianluo.suggestions.tests import lives
from lianluo.trail.verify import verify
from tests.browser.steps import inform, press_confirm, says
from tests.cast import Cast

Check = Callable[[Page], None]
TITLES = (
    "关于加快补齐洞庭湖区农村安全饮水短板的建议",
    "关于进一步加强农村义务教育阶段寄宿制学校冬季取暖、饮水和卫生条件保障工作并纳入省级民生实事项目的建议",
    "关于规范涉企执法检查的建议",
)


def of_a_session(cast: Cast) -> list[Suggestion]:
    """Three that were accepted in session: two with a wish, one without any record. The session has closed."""
    at = timezone.now() - timedelta(days=2)
    session, found = cast.home.open_session(at - timedelta(days=1)), []
    for title, wish in zip(TITLES, ("education", "education", ""), strict=True):
        case = lives.submitted(cast.home, at, title=title)
        say.pass_on(case, actor=cast.he, at=at)
        say.accept(case, actor=cast.lin, at=at, topic="AGR")
        case.wished_units.set([cast.home.units[wish]] if wish else [])
        found.append(case)
    session.state, session.closed_at = "closed", at + timedelta(days=1)
    session.save()
    return found


def test_a_session_is_assigned_in_one_meeting(
    cast: Cast, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    cases = of_a_session(cast)
    wang, gao = desk(cast.client("wang")), phone(cast.client("gao"))
    draw_up(wang, cast, assert_accessible)
    agree(gao, assert_accessible)
    carry(wang, assert_accessible)
    dispatch(desk(cast.client("gao")), assert_accessible)
    sign_for_one(desk(cast.client("zhao")), cases[0])
    the_others_stay_silent(cast, wang, cases[1], assert_accessible)
    assert verify() == []


def draw_up(wang: Page, cast: Cast, assert_accessible: Check) -> None:
    """Units from the records; the row without any is settled by hand and the next one comes."""
    wang.goto("/")
    wang.get_by_role("link", name="交办会").first.click()
    wang.get_by_role("button", name="拟定交办方案").first.click()
    says(wang, "这次交办", "教育厅")
    assert_accessible(wang)
    wang.get_by_role("link", name="去定单位").click()
    wang.get_by_role("link", name=TITLES[2]).click()
    says(wang, "代表没有提出希望")
    wang.get_by_role("combobox", name="主办或单办").fill("fy")
    wang.get_by_role("option", name="法院").click()
    wang.get_by_role("button", name="存好", exact=True).click()
    says(wang, "已定下")
    wang.goto(f"/suggestions/plans/{AssignmentPlan.objects.within(cast.home.congress.scope).get().pk}/")
    press_confirm(wang, "送交办机构会商")
    says(wang, "已送交办机构会商")


def agree(gao: Page, assert_accessible: Check) -> None:
    gao.goto("/notices/")
    gao.get_by_role("link", name="方案").first.press("Enter")
    says(gao, "各单位的量")
    assert_accessible(gao)
    press_confirm(gao, "会商一致")
    says(gao, "已记下：会商一致")


def carry(wang: Page, assert_accessible: Check) -> None:
    """The preview, the job with its bar, and back to the plan."""
    wang.reload()
    wang.get_by_role("link", name="预览并交办").click()
    says(wang, "将交办 3 件建议", "谁会收到", "会开始走的时钟")
    assert_accessible(wang)
    wang.get_by_role("button", name="交办 3 件").click()
    bar = wang.get_by_role("progressbar")
    expect(bar).to_be_visible()
    says(wang, "0 / 3")
    assert_accessible(wang)
    plan = AssignmentPlan.objects.everywhere("test").get()
    carry_out(plan.work, plan=plan.pk)
    says(wang, "已交办 3 件")
    wang.get_by_role("link", name="回去").click()
    says(wang, "教育厅")
    plan.refresh_from_db()
    assert plan.state == PlanState.DONE


def dispatch(gao: Page, assert_accessible: Check) -> None:
    """The office passes on both that came to it, from the list at the desk."""
    gao.goto("/suggestions/?office=here")
    for title in TITLES[:2]:
        gao.get_by_label(f"选中{title}").check()
    gao.get_by_role("button", name="预览并分办").locator("visible=true").click()
    says(gao, "按方案的单位分办 2 件")
    assert_accessible(gao)
    gao.get_by_role("button", name="分办").locator("visible=true").last.click()
    says(gao, "2 件")


def sign_for_one(zhao: Page, case: Suggestion) -> None:
    inform(zhao, case)
    zhao.get_by_role("button", name="签收").locator("visible=true").first.click()
    says(zhao, "已签收")


def the_others_stay_silent(cast: Cast, wang: Page, case: Suggestion, assert_accessible: Check) -> None:
    """Two are missing; when the days are over they count as signed, and the receipt says so."""
    wang.goto("/suggestions/?receipt=missing")
    says(wang, TITLES[1], TITLES[2])
    expect(wang.get_by_text(TITLES[0])).to_have_count(0)
    assert say.look_after_receipts(cast.home.congress, timezone.now() + timedelta(days=30)) == 2
    wang.reload()
    expect(wang.get_by_text(TITLES[1])).to_have_count(0)
    handling = lives.part(case)
    assert handling.state == HandlingState.SIGNED
    assert Receipt.objects.within(cast.home.congress.scope).get(handling=handling).deemed
    inform(wang, case)
    says(wang, "视为已签收")
    wang.get_by_role("link", name="签收回执").first.click()
    says(wang, "按本级规则视为已签收")
    wang.get_by_role("button", name="重新核对").click()
    says(wang, "核对无误")
    assert_accessible(wang)
