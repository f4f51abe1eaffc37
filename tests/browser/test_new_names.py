"""A unit is renamed, then closed, while it handles: the heir goes on, letters bear the name of their day, so does history."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from django.utils import timezone
from docx import Document
from playwright.sync_api import Page, expect

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import HandlingState
from lianluo.suggestions.tests import lives
from lianluo.trail.verify import verify
from tests.browser.steps import draft_reply, go, open_todo, pick, says, speak
from tests.cast import Cast

Check = Callable[[Page], None]


def test_renamed_and_merged_in_the_middle(
    cast: Cast, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    earlier = timezone.now() - timedelta(days=3)
    done, going = nothing_left_to_do(cast, earlier), lives.signed_for(cast.home, earlier)
    qian, liu = desk(cast.client("qian")), phone(cast.client("liu"))
    rename(qian, cast, assert_accessible)
    sheets_bear_the_name_of_their_day(cast, going)
    merge(qian, cast, assert_accessible)
    the_heir_goes_on(liu, going, assert_accessible)
    history_keeps_the_names(qian, going)
    both_are_counted(qian, done, assert_accessible)
    assert verify() == []


def nothing_left_to_do(cast: Cast, at: datetime) -> Suggestion:
    """Closed, and nothing was promised: a promise that is still to be kept would go to the heir."""
    case = lives.signed_for(cast.home, at)
    lives.give_answer(cast.home, case, at, reply_class="A", promises=())
    say.rate(case, actor=cast.li, at=at, attitude="satisfied", result="satisfied")
    say.close(case, actor=cast.wang, at=at)
    return case


def rename(qian: Page, cast: Cast, assert_accessible: Check) -> None:
    qian.goto(f"/admin/units/{cast.home.units['education'].pk}/")
    qian.get_by_role("link", name="更名").click()
    qian.get_by_label("新的全称").fill("教育和科学技术厅")
    qian.get_by_label("新的简称").fill("教科厅")
    assert_accessible(qian)
    qian.get_by_role("button", name="更名").click()
    says(qian, "以前的公文仍写原名")


def sheets_bear_the_name_of_their_day(cast: Cast, old: Suggestion) -> None:
    """The one assigned before the rename, fetched only now; and one assigned today."""
    new = lives.assigned(cast.home, timezone.now())
    for case, name in ((old, "教育厅"), (new, "教育和科学技术厅")):
        part = lives.part(case)
        words = words_of(cast.client("zhao").get(f"/suggestions/handlings/{part.pk}/sheet/"))
        assert name in words
        assert ("科学技术" in words) == (case is new)


def words_of(answer: Any) -> str:
    file = BytesIO(b"".join(answer.streaming_content) if answer.streaming else answer.content)
    return "\n".join(part.text for part in Document(file).element.body.iter() if part.text)


def merge(qian: Page, cast: Cast, assert_accessible: Check) -> None:
    """First what would move, then yes."""
    qian.goto(f"/admin/units/{cast.home.units['education'].pk}/")
    qian.get_by_role("link", name="撤并").click()
    says(qian, "正在办理的代表建议")
    pick(qian, "职责承接单位", "wjw", "卫健委")
    qian.get_by_label("依据").fill("省委办公厅机构改革方案")
    qian.get_by_role("button", name="下一步：核对").click()
    says(qian, "全部转给卫生健康委员会")
    assert_accessible(qian)
    qian.get_by_role("button", name="撤销").click()
    says(qian, "已撤销")


def the_heir_goes_on(liu: Page, case: Suggestion, assert_accessible: Check) -> None:
    """Told, found among the things to do, written on: with the days that were running."""
    liu.goto("/notices/")
    says(liu, "由本单位承接")
    open_todo(liu, "拟写答复：")
    assert_accessible(liu)
    handling = lives.part(case)
    speak(liu, handling)
    draft_reply(liu, handling, "湘卫函〔2026〕5号", "您提出的建议收悉。已经办好。", "A")
    liu.get_by_role("button", name="送审核人").locator("visible=true").click()
    says(liu, "待审核")


def history_keeps_the_names(page: Page, case: Suggestion) -> None:
    go(page, case)
    says(page, "教育厅签收", "机构调整，由卫健委继续办理")
    expect(page.get_by_text("卫健委签收")).to_have_count(0)


def both_are_counted(qian: Page, done: Suggestion, assert_accessible: Check) -> None:
    """What was done stays under the unit that did it; what is open stands under the heir."""
    assert done.handlings.get().state == HandlingState.DONE
    qian.goto("/figures/suggestions.assigned/")
    says(qian, "教科厅", "卫健委")
    assert_accessible(qian)
