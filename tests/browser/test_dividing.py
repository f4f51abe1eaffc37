"""One text with two matters: the office divides it at a desk, the deputy agrees on the phone."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.tests import lives
from lianluo.trail.verify import verify
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
Check = Callable[[Page], None]


def test_divided_at_the_desk_and_agreed_on_the_phone(
    cast: Cast, now: datetime, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    case = lives.accepted(cast.home, now, **lives.TWO)
    wang = desk(cast.client("wang"))
    wang.goto(f"/suggestions/{case.pk}/")
    wang.get_by_role("link", name="分成两件").first.click()
    assert_accessible(wang)
    wang.get_by_label("第一件的标题").fill("关于农村饮水的建议")
    wang.get_by_label("第二件的标题").fill("关于村卫生室的建议")
    for words in ("十一个村卫生室没有合格的医生。", "二、给十一个村卫生室配医生。"):
        wang.get_by_role("radiogroup", name=words).get_by_label("第二件").check()
    wang.get_by_label("为什么分件").fill("两件事由两个部门办理")
    wang.get_by_role("button", name="看分开以后的样子").click()
    expect(wang.get_by_role("heading", name="分开以后")).to_be_visible()
    assert_accessible(wang)
    wang.get_by_role("button", name="分成两件").click()
    expect(wang.get_by_text("等领衔代表确认").first).to_be_visible()
    second = Suggestion.objects.within(cast.home.congress.scope).get(origin=case)
    li = phone(cast.client("li"))
    li.goto(f"/suggestions/{second.pk}/agree-division/")
    expect(li.get_by_text("二、给十一个村卫生室配医生。")).to_be_visible()
    assert_accessible(li)
    li.get_by_role("button", name="同意分件").click()
    expect(li.get_by_text("已同意分件").first).to_be_visible()
    assert [lives.again(one).division for one in (case, second)] == ["agreed", "agreed"]
    assert verify() == []
