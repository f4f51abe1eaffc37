"""Signing in: who gets in, by which name, and what the history keeps."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lianluo.people.models import AccountLog
from lianluo.people.roles import AccountAct
from tests.cast import PASSWORD


def sign_in(login: str, password: str = PASSWORD, client: Client | None = None) -> tuple[Client, Any]:
    client = client or Client()
    return client, client.post(reverse("account_login"), {"login": login, "password": password})


def acts(account: Any) -> list[str]:
    return list(AccountLog.objects.filter(account=account).order_by("pk").values_list("act", flat=True))


def test_wang_signs_in_by_username(cast: Any) -> None:
    client, response = sign_in("wang")
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(cast.home.accounts["wang"].pk)
    assert acts(cast.home.accounts["wang"]) == [AccountAct.SIGNED_IN]


@pytest.mark.parametrize("typed", ["WANG", " wang ", "Wang"])
def test_case_and_spaces_of_the_username_do_not_matter(cast: Any, typed: str) -> None:
    assert sign_in(typed)[1].status_code == 302


@pytest.mark.parametrize("typed", ["{0}", "+86{0}", "{1} {2} {3}"])
def test_deputy_li_signs_in_by_the_phone_of_the_roster(cast: Any, typed: str) -> None:
    phone = cast.home.accounts["li"].person.phone
    client, response = sign_in(typed.format(phone, phone[:3], phone[3:7], phone[7:]))
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(cast.home.accounts["li"].pk)


def test_a_number_that_two_accounts_share_opens_neither(cast: Any) -> None:
    li, wang = cast.home.accounts["li"], cast.home.accounts["wang"]
    wang.phone = li.person.phone
    wang.save()
    assert sign_in(li.person.phone)[1].status_code == 200


def test_the_phone_still_opens_after_the_key_was_changed(cast: Any, settings: Any) -> None:
    phone = cast.home.accounts["li"].person.phone
    other = next(name for name in settings.FIELD_KEYS if name != settings.FIELD_KEY)
    settings.FIELD_KEY = other
    assert sign_in(phone)[1].status_code == 302


def test_a_wrong_password_says_how_many_tries_are_left(cast: Any) -> None:
    _client, response = sign_in("wang", "not-the-password")
    assert "账号或密码不正确。还可以再试 4 次。" in response.content.decode()
    assert acts(cast.home.accounts["wang"]) == [AccountAct.WRONG_PASSWORD]


def test_five_wrong_passwords_pause_the_account_even_for_the_right_one(cast: Any) -> None:
    for _n in range(5):
        _client, response = sign_in("wang", "not-the-password")
    assert "已暂停登录。请在 15 分钟后" in response.content.decode()
    client, response = sign_in("wang")
    assert "已暂停登录" in response.content.decode()
    assert "_auth_user_id" not in client.session
    assert acts(cast.home.accounts["wang"]) == [*[AccountAct.WRONG_PASSWORD] * 5, AccountAct.LOCKED]


def test_the_pause_is_over_after_a_quarter_of_an_hour(cast: Any, time_machine_at: Any) -> None:
    with time_machine_at(minutes=0):
        for _n in range(5):
            sign_in("wang", "not-the-password")
    with time_machine_at(minutes=14):
        assert sign_in("wang")[1].status_code == 200
    with time_machine_at(minutes=16):
        assert sign_in("wang")[1].status_code == 302


def test_signing_in_forgives_earlier_slips(cast: Any) -> None:
    for _n in range(4):
        sign_in("wang", "not-the-password")
    sign_in("wang")
    assert "还可以再试 4 次" in sign_in("wang", "not-the-password")[1].content.decode()


def test_a_name_that_nobody_has_is_answered_and_paused_alike(cast: Any) -> None:
    first = sign_in("nobody-here", "x" * 12)[1].content.decode()
    assert "账号或密码不正确。还可以再试 4 次。" in first
    for _n in range(4):
        last = sign_in("nobody-here", "x" * 12)[1].content.decode()
    assert "已暂停登录" in last
    rows = AccountLog.objects.filter(account=None)
    assert rows.filter(act=AccountAct.WRONG_PASSWORD).count() == 5
    assert all(b"nobody" not in bytes(row.typed) for row in rows)


def test_a_slip_of_one_does_not_pause_another(cast: Any) -> None:
    for _n in range(5):
        sign_in("wang", "not-the-password")
    assert sign_in("qian")[1].status_code == 302


def test_the_pause_is_shared_by_phone_and_username(cast: Any) -> None:
    phone = cast.home.accounts["li"].person.phone
    for login in ["li", phone, "li", phone, "li"]:
        _client, response = sign_in(login, "not-the-password")
    assert "已暂停登录" in response.content.decode()


def test_a_suspended_account_reads_why_it_does_not_get_in(cast: Any) -> None:
    wang = cast.home.accounts["wang"]
    wang.is_active = False
    wang.save()
    client, response = sign_in("wang")
    assert response.url == reverse("account_inactive")
    assert "账号已停用" in client.get(response.url).content.decode()


def test_nobody_signs_up(cast: Any) -> None:
    for path in (
        "/accounts/signup/",
        "/accounts/email/",
        "/accounts/3rdparty/signup/",
        "/accounts/login/code/",
    ):
        assert Client().get(path).status_code == 404


def test_many_wrong_passwords_from_one_address_are_slowed_down(cast: Any, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1000/m/ip", "login_failed": "3/m/ip"}
    for name in ("wang", "qian", "he"):
        sign_in(name, "not-the-password")
    assert "这个网络地址上出错太多" in sign_in("lin", "not-the-password")[1].content.decode()


def test_a_made_up_address_of_a_proxy_does_not_help(cast: Any, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1000/m/ip", "login_failed": "3/m/ip"}
    for n, name in enumerate(("wang", "qian", "he", "lin")):
        form = {"login": name, "password": "not-the-password"}
        answer = Client().post(reverse("account_login"), form, headers={"X-Forwarded-For": f"10.0.0.{n}"})
    assert "这个网络地址上出错太多" in answer.content.decode()


def test_signing_out_is_kept_too(cast: Any) -> None:
    client, _response = sign_in("wang")
    client.post(reverse("account_logout"))
    assert acts(cast.home.accounts["wang"]) == [AccountAct.SIGNED_IN, AccountAct.SIGNED_OUT]


def test_passwords_are_kept_as_argon2(cast: Any, settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    account = cast.home.accounts["wang"]
    account.set_password("a-long-enough-sentence")
    assert account.password.startswith("argon2$argon2id$")


def test_the_page_has_no_script_of_its_own(cast: Any) -> None:
    page = Client().get(reverse("account_login"))
    text = page.content.decode()
    assert "script-src" not in page["Content-Security-Policy"]
    assert "default-src 'self'" in page["Content-Security-Policy"]
    for tag in text.split("<script")[1:]:
        head = tag.split(">", 1)[0]
        assert 'src="' in head or 'type="application/json"' in head, head
    assert 'style="' not in text
    assert "unsafe-inline" not in page["Content-Security-Policy"]


def test_the_auditor_reads_the_slips_of_the_own_congress_and_those_of_nobody(cast: Any) -> None:
    from lianluo.people.selectors import log_in

    for name in ("wang", "wang42", "nobody-here"):
        sign_in(name, "not-the-password")
    seen = {row.account for row in log_in(cast.dong.scope)}
    assert seen == {cast.home.accounts["wang"], None}
