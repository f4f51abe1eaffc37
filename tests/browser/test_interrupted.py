"""The reply form when things go wrong: two tabs, a button pressed twice, a connection that is lost."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page, expect

from lianluo.suggestions.models import Reply
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Event
from lianluo.trail.verify import verify
from tests.browser.steps import at_part, draft_reply, says
from tests.cast import Cast

Check = Callable[[Page], None]
OURS = "您提出的建议收悉。二十三个村已全部列入今年项目。"
THEIRS = "您提出的建议收悉。资金已经下达。"


def steps_of(reply: Reply, move: str) -> int:
    return Event.objects.within(reply.handling.congress.scope).filter(
        case_type="reply", case_id=reply.pk, move=move
    ).count()  # fmt: skip


def test_two_tabs_show_both_texts_and_two_clicks_are_one(
    cast: Cast, desk: Any, assert_accessible: Check
) -> None:
    handling = lives.signed_for(cast.home, timezone.now()).handlings.get()
    lives.talk(handling, cast.home, timezone.now())
    one = desk(cast.client("zhao"))
    two = one.context.new_page()
    for page in (one, two):
        at_part(page, handling, "reply")
    expect(one.get_by_text("正文还没有写")).to_be_visible()
    draft_reply(one, handling, "湘教函〔2026〕61号", OURS, "A")
    expect(one.locator("[data-saved]").first).to_contain_text("已保存")
    expect(one.get_by_text("正文已写")).to_be_visible()
    two.get_by_label("正文").fill(THEIRS)
    dialog = two.get_by_role("dialog")
    expect(dialog).to_contain_text("二十三个村")
    expect(dialog).to_contain_text("资金已经下达")
    assert_accessible(two)
    dialog.get_by_role("button", name="两份都要，合在一起").click()
    expect(two.locator("[data-saved]").first).to_contain_text("已保存")
    two.get_by_role("button", name="送审核人").dblclick()
    says(two, "待审核")
    reply = handling.replies.get()
    assert "资金已经下达" in reply.body
    assert "二十三个村" in reply.body
    assert steps_of(reply, "to_review") == 1
    one.get_by_label("正文").fill("这一页还开着，不该盖掉已经送审的。")
    one.get_by_role("button", name="送审核人").click()
    says(one, "审核")
    reply.refresh_from_db()
    assert "不该盖掉" not in reply.body
    assert steps_of(reply, "to_review") == 1
    assert verify() == []


def test_a_lost_connection_loses_nothing(cast: Cast, phone: Any, assert_accessible: Check) -> None:
    handling = lives.signed_for(cast.home, timezone.now()).handlings.get()
    lives.talk(handling, cast.home, timezone.now())
    zhao = phone(cast.client("zhao"))
    at_part(zhao, handling, "reply")
    zhao.context.set_offline(True)
    zhao.get_by_label("A", exact=False).first.check()
    zhao.get_by_label("发文字号").fill("湘教函〔2026〕61号")
    zhao.get_by_label("正文").fill(OURS)
    expect(zhao.locator("[data-saved]").first).to_contain_text("离线，已存在本机")
    zhao.get_by_role("button", name="送审核人").click()
    expect(zhao.get_by_label("正文")).to_have_value(OURS)
    assert_accessible(zhao)
    zhao.context.set_offline(False)
    expect(zhao.locator("[data-saved]").first).to_contain_text("已保存")
    zhao.get_by_role("button", name="送审核人").click()
    says(zhao, "待审核")
    assert handling.replies.get().body == OURS
    assert verify() == []
