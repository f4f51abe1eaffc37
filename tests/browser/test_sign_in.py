"""Signing in with real pages: password, authenticator, passkey; every page is accessible and none has inline script."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db(transaction=True)
NEW = "walk-slowly-through-the-rain"


def fill_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.goto(reverse("account_login"))
    page.get_by_label("账号或手机号").fill(name)
    page.get_by_label("密码", exact=True).fill(password)
    page.get_by_role("button", name="登录", exact=True).click()


def code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


@pytest.fixture
def people(transactional_db: None) -> Cast:
    from tests.cast import build

    return build()


@pytest.mark.parametrize("kind", [DESK, PHONE], ids=["desk", "phone"])
def test_a_wrong_password_then_the_right_one(
    people: Cast, device: Callable[..., Page], kind: dict[str, Any], assert_accessible: Callable[[Page], None]
) -> None:
    page = device(None, kind)
    fill_in(page, "wang", "not-the-password")
    expect(page.get_by_role("alert")).to_contain_text("还可以再试 4 次")
    assert_accessible(page)
    field = page.get_by_label("密码", exact=True)
    page.get_by_role("button", name="显示密码").click()
    expect(field).to_have_attribute("type", "text")
    fill_in(page, "wang")
    expect(page).to_have_url(page.url.split("/accounts")[0])


def test_wang_sets_up_an_authenticator_and_signs_in_with_it(
    people: Cast, device: Callable[..., Page], assert_accessible: Callable[[Page], None]
) -> None:
    page = device(None, DESK)
    fill_in(page, "wang")
    page.goto(reverse("mfa_activate_totp"))
    expect(page.get_by_alt_text("验证器二维码")).to_be_visible()
    assert page.get_by_alt_text("验证器二维码").evaluate("image => image.naturalWidth") > 0
    assert_accessible(page)
    page.get_by_text("扫不了码，手工输入").click()
    secret = page.locator("details .nb").inner_text()
    page.get_by_label("验证器上的 6 位数字").fill(code(secret))
    page.get_by_role("button", name="设好了").click()
    expect(page.get_by_role("heading", name="备用码")).to_be_visible()
    recovery = page.locator(".codes li").first.inner_text()
    other = device(None, PHONE)
    fill_in(other, "wang")
    expect(other.get_by_role("heading", name="再验证一步")).to_be_visible()
    assert_accessible(other)
    other.get_by_label("验证码").fill(recovery)
    other.get_by_role("button", name="登录", exact=True).click()
    other.goto(reverse("ui:mine"))
    expect(other.locator("#main").get_by_text("王敏").first).to_be_visible()


def test_li_adds_a_passkey_and_signs_in_without_a_password(people: Cast, device: Callable[..., Page]) -> None:
    page = device(None, DESK)
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
    }
    answer = {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options | answer})
    fill_in(page, "li")
    page.goto(reverse("mfa_add_webauthn"))
    page.get_by_label("以后用它直接登录，不用密码").check()
    page.get_by_role("button", name="添加", exact=True).click()
    expect(page.get_by_role("heading", name="备用码")).to_be_visible()
    page.context.clear_cookies()
    page.goto(reverse("account_login"))
    page.get_by_role("button", name="用通行密钥登录").click()
    page.wait_for_url(lambda url: "/accounts/" not in url)
    page.goto(reverse("desk:me"))
    expect(page.get_by_role("heading", name="李建国")).to_be_visible()


def test_a_one_time_password_leads_to_a_new_one(
    people: Cast, device: Callable[..., Page], assert_accessible: Callable[[Page], None]
) -> None:
    wang = people.home.accounts["wang"]
    wang.must_change_password = True
    wang.save()
    page = device(None, PHONE)
    fill_in(page, "wang")
    expect(page.get_by_role("heading", name="修改密码")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("当前密码").fill(PASSWORD)
    page.get_by_label("新密码", exact=True).fill(NEW)
    page.get_by_label("再输一遍新密码").fill(NEW)
    page.get_by_role("button", name="改密码").click()
    page.goto(reverse("ui:mine"))
    expect(page.locator("#main").get_by_text("王敏").first).to_be_visible()


def test_pages_of_accounts_and_roster_are_accessible(
    people: Cast, device: Callable[..., Page], assert_accessible: Callable[[Page], None]
) -> None:
    wang, li = people.home.accounts["wang"], people.home.seats["li"]
    walks: dict[str, list[Any]] = {
        "feng": ["desk:accounts", ("desk:account", wang.pk), ("desk:role_new", wang.pk)],
        "han": ["desk:account_new"],
        "qian": [
            "desk:deputies",
            ("desk:deputy", li.pk),
            "desk:deputy_new",
            ("desk:deputy_decide", li.pk, "end"),
        ],
        "li": ["desk:me", "desk:sessions", "mfa_index"],
    }
    for key, names in walks.items():
        for kind in (DESK, PHONE):
            page = device(people.client(key), kind)
            for name in names:
                page.goto(reverse(name[0], args=name[1:]) if isinstance(name, tuple) else reverse(name))
                assert_accessible(page)
