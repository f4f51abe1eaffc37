"""One-time passwords, changing and forgetting."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from lianluo.people.models import AccountLog
from lianluo.people.roles import AccountAct
from lianluo.people.services.accounts import reset_password
from tests.cast import NOW, PASSWORD

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
        ("Lianluo@2026!", "常用词"),
        ("renda-daibiao-26", "常用词"),
        ("人大代表建议20260101", "常用词"),
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


def test_a_password_may_hold_a_word_of_the_house_among_others(cast: Any) -> None:
    new = "renda-walks-slowly-through-the-rain"
    assert change(signed_in(), new).status_code == 302
    cast.home.accounts["wang"].refresh_from_db()
    assert cast.home.accounts["wang"].check_password(new)


@pytest.mark.parametrize(
    "new", ["只有中文的很长一句话也可以当密码", "x" * 200 + "走", "  spaces at both ends  "]
)
def test_every_kind_of_sign_is_taken_and_checked_as_it_was_typed(cast: Any, new: str) -> None:
    assert change(signed_in(), new).status_code == 302
    assert "_auth_user_id" in signed_in(password=new).session
    assert "_auth_user_id" not in signed_in(password=new.strip()[:-1]).session


def test_a_one_time_password_runs_out(cast: Any, time_machine_at: Any) -> None:
    wang = cast.home.accounts["wang"]
    with time_machine_at(minutes=0):
        password = reset_password(wang, actor=cast.home.actor("feng"), at=NOW)
    with time_machine_at(days=13):
        assert "_auth_user_id" in signed_in(password=password).session
    with time_machine_at(days=15):
        client = Client()
        page = client.post(reverse("account_login"), {"login": "wang", "password": password})
        assert "已经过期" in page.content.decode()
        assert "_auth_user_id" not in client.session


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
