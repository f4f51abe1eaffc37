"""The auditor at the desk and on the phone: every page of the audit reads well and is accessible."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from lianluo.congress.models import Unit
from lianluo.people.history import record
from lianluo.people.models import Reveal
from lianluo.people.roles import AccountAct
from lianluo.suggestions.tests import lives
from lianluo.trail.roots import seal_day
from tests.browser.conftest import DESK, PHONE
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def watched(transactional_db: None) -> Cast:
    """A house in which things have happened."""
    from tests.cast import build

    cast = build()
    for make in (lives.closed, lives.assigned, lives.not_accepted):
        make(cast.home, NOW)
    Unit.objects.within(cast.home.congress.scope).filter(name="教育厅").update(name="教育和体育厅")
    person, account = cast.home.seats["li"].person, cast.home.accounts["wang"]
    Reveal.objects.create(
        congress=cast.home.congress,
        account=account,
        person=person,
        field="phone",
        reason="电话沟通审核意见",
        at=NOW,
    )
    record(account, AccountAct.SIGNED_IN, at=NOW, ip="10.1.2.3")
    record(account, AccountAct.WRONG_PASSWORD, at=NOW, ip="10.1.2.3")
    for day in (1, 2):
        seal_day(at=NOW + timedelta(days=day))
    return cast


@pytest.mark.parametrize("kind", [DESK, PHONE], ids=["desk", "phone"])
def test_the_auditor_walks_through_the_audit(
    watched: Cast,
    device: Callable[..., Page],
    kind: dict[str, Any],
    assert_accessible: Callable[[Page], None],
) -> None:
    page = device(watched.client("dong"), kind)
    page.goto(reverse("desk:audit"))
    for tab in ("资料变更", "登录与账号", "查看隐私信息", "历史核对", "办理记录"):
        assert_accessible(page)
        page.get_by_role("link", name=tab, exact=True).first.click()
        expect(page.get_by_role("heading", name="审计", exact=True)).to_be_visible()
    page.get_by_role("link", name="关于加快补齐洞庭湖区").first.click()
    expect(page.get_by_text("历史已校验")).to_be_visible()
    assert_accessible(page)
