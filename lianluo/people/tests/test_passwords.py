"""One-time passwords, changing and forgetting."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from lianluo.people.models import AccountLog
from lianluo.people.roles import AccountAct
from tests.cast import PASSWORD

NEW = "walk-slowly-through-the-rain"


def signed_in(login: str = "wang", password: str = PASSWORD) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": login, "password": password})
    return client


def change(client: Client, new: str, old: str = PASSWORD) -> Any:
    return client.post(
        reverse("account_change_password"), {"oldpassword": old, "password1": new, "password2": new}
    )


def test_a_one_time_password_is_changed_before_anything_else(cast: Any) -> None:
    wang = cast.home.accounts["wang"]
    wang.must_change_password = True
    wang.save()
    client = signed_in()
    assert client.get(reverse("ui:mine")).url == reverse("account_change_password")
    assert "一次性密码" in client.get(reverse("account_change_password")).content.decode()
    assert change(client, NEW).status_code == 302
    wang.refresh_from_db()
    assert not wang.must_change_password
    assert client.get(reverse("ui:mine")).status_code == 200
    assert AccountLog.objects.filter(account=wang, act=AccountAct.PASSWORD_CHANGED).exists()


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("short-1", "10"),
        ("83749283749", "数字"),
        ("password123", "常见"),
        ("wangwang99", "用户名"),
        (PASSWORD, "相同"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(cast: Any, new: str, why: str) -> None:
    wang = cast.home.accounts["wang"]
    wang.username = "wangwang"
    wang.save()
    page = change(signed_in("wangwang"), new).content.decode()
    assert 'class="err"' in page
    assert why in page
    wang.refresh_from_db()
    assert wang.check_password(PASSWORD)


def test_other_devices_are_signed_out_by_a_new_password(cast: Any) -> None:
    here, elsewhere = signed_in(), signed_in()
    change(here, NEW)
    assert here.get(reverse("ui:mine")).status_code == 200
    assert elsewhere.get(reverse("ui:mine")).status_code == 302


def test_a_forgotten_password_is_set_anew_by_a_link_that_works_once(cast: Any) -> None:
    wang = cast.home.accounts["wang"]
    wang.email = "wang@example.invalid"
    wang.save()
    client = Client()
    client.post(reverse("account_reset_password"), {"email": "wang@example.invalid"})
    (letter,) = mail.outbox
    assert "王敏" in letter.body
    link = re.search(r"https?://[^/]+(/\S+)", letter.body)
    assert link
    page = client.get(link.group(1), follow=True)
    client.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW})
    wang.refresh_from_db()
    assert wang.check_password(NEW)
    assert "已经用过或者过期" in Client().get(link.group(1), follow=True).content.decode()


def test_an_unknown_address_is_answered_alike_and_gets_no_letter(cast: Any) -> None:
    response = Client().post(reverse("account_reset_password"), {"email": "nobody@example.invalid"})
    assert response.url == reverse("account_reset_password_done")
    assert not mail.outbox


def test_without_a_mail_server_the_page_says_whom_to_ask(cast: Any, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    page = Client().get(reverse("account_reset_password")).content.decode()
    assert "请找本单位管理员" in page
    assert 'name="email"' not in page
