"""Accounts and roles in the desk: who gets in, what the buttons do, and what is shown once."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lianluo.people.models import Account, AccountLog, Role
from lianluo.people.roles import AccountAct, RoleKind
from lianluo.people.services import Grant, grant_role
from tests.cast import PASSWORD


def url(name: str, *args: Any) -> str:
    return reverse(f"desk:{name}", args=args)


def text(response: Any) -> str:
    return str(response.content.decode()).replace("<wbr>", "")


def shown_password(page: str) -> str:
    found = re.search(r'class="once">([^<]+)<', page)
    assert found
    return found.group(1)


@pytest.mark.parametrize(
    ("key", "status"), [("han", 200), ("feng", 200), ("xu", 200), ("dong", 403), ("wang", 403)]
)
def test_who_sees_the_list(shared_cast: Any, key: str, status: int) -> None:
    assert shared_cast.client(key).get(url("accounts")).status_code == status


@pytest.mark.parametrize("name", ["accounts", "account_new"])
def test_whoever_is_not_signed_in_is_sent_to_the_door(shared_cast: Any, name: str) -> None:
    assert Client().get(url(name)).url.startswith(reverse("account_login"))


def test_the_list_shows_roles_and_stays_small(shared_cast: Any, at_most_queries: Any) -> None:
    client = shared_cast.client("feng")
    with at_most_queries(12):
        page = text(client.get(url("accounts")))
    assert "赵磊" in page
    assert "承办人 · 教育厅" in page
    assert "王（湖北）" not in page


@pytest.mark.parametrize(
    ("query", "seen", "hidden"),
    [
        ("role=liaison", "王敏", "赵磊"),
        ("q=zhao", "赵磊", "王敏"),
        ("active=no", "没有", "王敏"),
        ("q=%E7%8E%8B", "王敏", "赵磊"),
    ],
)
def test_the_list_is_narrowed(shared_cast: Any, query: str, seen: str, hidden: str) -> None:
    page = text(shared_cast.client("feng").get(f"{url('accounts')}?{query}"))
    assert seen in page
    assert hidden not in page


def test_a_units_administrator_sees_the_own_people_only(shared_cast: Any) -> None:
    page = text(shared_cast.client("xu").get(url("accounts")))
    assert "赵磊" in page
    assert "刘洋" not in page
    liu = shared_cast.home.accounts["liu"]
    assert shared_cast.client("xu").get(url("account", liu.pk)).status_code == 404


def test_accounts_next_door_are_not_there(shared_cast: Any) -> None:
    for place, status in (("neighbour", 404), ("upper", 404), ("lower", 200)):
        account = getattr(shared_cast, place).accounts["wang"]
        assert shared_cast.client("feng").get(url("account", account.pk)).status_code == status, place


def test_the_page_of_an_account_stays_small(shared_cast: Any, at_most_queries: Any) -> None:
    client, wang = shared_cast.client("feng"), shared_cast.home.accounts["wang"]
    with at_most_queries(14):
        page = text(client.get(url("account", wang.pk)))
    assert "联工委工作人员" in page
    assert "重置两步验证" in page
    assert "修改资料" not in page


def test_han_opens_an_account_and_reads_its_password_once(cast: Any) -> None:
    client = cast.client("han")
    response = client.post(url("account_new"), {"display_name": "曾丽", "username": "zengli"})
    first = text(client.get(response.url))
    password = shown_password(first)
    assert password not in text(client.get(response.url))
    newcomer = Client()
    newcomer.post(reverse("account_login"), {"login": "zengli", "password": password})
    assert newcomer.get(reverse("ui:mine")).url == reverse("account_change_password")


def test_an_account_for_a_deputy_is_opened_from_the_roster(cast: Any) -> None:
    wu = cast.home.accounts["wu"]
    seat, person = cast.home.seats["wu"], wu.person
    wu.person = None
    wu.save()
    client = cast.client("han")
    page = text(client.get(f"{url('account_new')}?seat={seat.pk}"))
    assert 'value="wuxiulan"' in page
    client.post(f"{url('account_new')}?seat={seat.pk}", {"display_name": "吴秀兰", "username": "wuxiulan"})
    assert Account.objects.get(username="wuxiulan").person == person


def test_a_seat_next_door_opens_no_account_here(cast: Any) -> None:
    seat = cast.neighbour.seats["li"]
    assert cast.client("han").get(f"{url('account_new')}?seat={seat.pk}").status_code == 404


def test_errors_stand_beside_the_field_and_nothing_is_lost(cast: Any) -> None:
    page = text(cast.client("han").post(url("account_new"), {"display_name": "曾丽", "username": "wang"}))
    assert "用户名 wang 已经有人使用" in page
    assert 'value="曾丽"' in page


def test_a_units_administrator_opens_an_account_with_its_role(cast: Any) -> None:
    education, health = cast.home.units["education"], cast.home.units["health"]
    facts = {"display_name": "曾丽", "username": "zengli", "kind": "unit_handler", "starts_on": "2026-05-20"}
    page = text(cast.client("xu").post(url("account_new"), facts | {"unit": health.pk}))
    assert not Account.objects.filter(username="zengli").exists()
    assert "只能设自己单位的角色" in page or "选择一个有效的选项" in page
    cast.client("xu").post(url("account_new"), facts | {"unit": education.pk})
    made = Account.objects.get(username="zengli")
    role = made.roles.everywhere("the test's own role").get()
    assert (role.kind, role.unit) == (RoleKind.UNIT_HANDLER, education)


def test_feng_grants_a_role_and_it_holds_at_the_next_click(cast: Any) -> None:
    sun = cast.home.accounts["sun"]
    page = cast.client("sun").get(reverse("desk:home"))
    assert "还没有职务" in text(page)
    facts = {"kind": "leader", "starts_on": "2026-05-20"}
    response = cast.client("feng").post(url("role_new", sun.pk), facts)
    assert response.url == url("account", sun.pk)
    assert cast.client("sun").get(url("deputies")).status_code == 200


def test_a_role_that_needs_a_unit_says_so(cast: Any) -> None:
    sun = cast.home.accounts["sun"]
    page = text(
        cast.client("feng").post(url("role_new", sun.pk), {"kind": "unit_handler", "starts_on": "2026-05-20"})
    )
    assert "这个角色要选单位" in page
    assert not sun.roles.everywhere("the test's own role").exists()


def test_two_of_the_three_are_refused_on_the_page(cast: Any) -> None:
    han = cast.home.accounts["han"]
    facts = {"kind": "auditor", "starts_on": "2026-05-20"}
    assert "不能由同一账号兼任" in text(cast.client("feng").post(url("role_new", han.pk), facts))


def test_the_security_administrator_gives_the_own_account_nothing(cast: Any) -> None:
    feng = cast.home.accounts["feng"]
    facts = {"kind": "leader", "starts_on": "2026-05-20"}
    assert "不能给自己授予角色" in text(cast.client("feng").post(url("role_new", feng.pk), facts))


def test_granting_in_a_lower_congress_offers_its_units(cast: Any) -> None:
    sun, lower = cast.home.accounts["sun"], cast.lower
    address = f"{url('role_new', sun.pk)}?place={lower.congress.pk}"
    page = text(cast.client("feng").get(address))
    assert f'value="{lower.units["education"].pk}"' in page
    facts = {"kind": "unit_handler", "unit": lower.units["education"].pk, "starts_on": "2026-05-20"}
    cast.client("feng").post(address, facts)
    assert sun.roles.everywhere("the test's own role").get().congress == lower.congress


def test_ending_a_role_asks_first(cast: Any) -> None:
    role = cast.home.accounts["wang"].roles.everywhere("the test's own role").get()
    client = cast.client("feng")
    assert "终止角色：联工委工作人员" in text(client.post(url("role_end", role.pk)))
    assert cast.wang.is_liaison
    client.post(url("role_end", role.pk), {"confirmed": "yes"})
    role.refresh_from_db(from_queryset=Role.objects.everywhere("the test's own role"))
    assert role.ends_on


def test_a_role_next_door_is_not_ended_from_here(cast: Any) -> None:
    role = cast.neighbour.accounts["wang"].roles.everywhere("the test's own role").get()
    assert cast.client("feng").post(url("role_end", role.pk), {"confirmed": "yes"}).status_code == 404
    assert Role.objects.everywhere("the test looks").filter(pk=role.pk, ends_on=None).exists()


def test_a_paused_account_is_seen_and_let_go_by_the_security_administrator(cast: Any) -> None:
    wang = cast.home.accounts["wang"]
    for _n in range(5):
        Client().post(reverse("account_login"), {"login": "wang", "password": "not-the-password"})
    client = cast.client("feng")
    assert "暂停登录到" in text(client.get(url("account", wang.pk)))
    client.post(url("account_unlock", wang.pk), {"confirmed": "yes"})
    guest = Client()
    guest.post(reverse("account_login"), {"login": "wang", "password": PASSWORD})
    assert "_auth_user_id" in guest.session


def test_resetting_signs_out_and_shows_the_new_password_once(cast: Any) -> None:
    wang, own = cast.home.accounts["wang"], Client()
    own.post(reverse("account_login"), {"login": "wang", "password": PASSWORD})
    client = cast.client("feng")
    assert "重置王敏的密码" in text(client.post(url("account_password", wang.pk)))
    response = client.post(url("account_password", wang.pk), {"confirmed": "yes"})
    assert shown_password(text(client.get(response.url)))
    assert own.get(reverse("ui:mine")).status_code == 302


def test_the_system_administrator_cannot_take_over_the_auditor(cast: Any) -> None:
    dong = cast.home.accounts["dong"]
    before = dong.password
    cast.client("han").post(url("account_password", dong.pk), {"confirmed": "yes"})
    dong.refresh_from_db()
    assert dong.password == before


def test_suspending_wants_a_reason_and_ends_the_sessions(cast: Any) -> None:
    wang, own = cast.home.accounts["wang"], Client()
    own.post(reverse("account_login"), {"login": "wang", "password": PASSWORD})
    client = cast.client("han")
    assert client.post(url("account_suspend", wang.pk), {"reason": ""}).status_code == 200
    client.post(url("account_suspend", wang.pk), {"reason": "调离本单位"})
    wang.refresh_from_db()
    assert not wang.is_active
    assert own.get(reverse("ui:mine")).status_code == 302
    log = AccountLog.objects.get(account=wang, act=AccountAct.SUSPENDED)
    assert log.note == "调离本单位"
    client.post(url("account_activate", wang.pk), {"confirmed": "yes"})
    wang.refresh_from_db()
    assert wang.is_active


@pytest.mark.parametrize(
    "name",
    [
        "account_unlock",
        "account_password",
        "account_devices",
        "account_activate",
        "account_suspend",
        "account_factor",
    ],
)
@pytest.mark.parametrize("key", ["wang", "li", "dong", "zhao"])
def test_acts_are_closed_to_everybody_else(cast: Any, name: str, key: str) -> None:
    qian = cast.home.accounts["qian"]
    before = AccountLog.objects.count()
    response = cast.client(key).post(url(name, qian.pk), {"confirmed": "yes", "reason": "没有权"})
    assert response.status_code == 403
    assert AccountLog.objects.count() == before


def test_the_phone_on_the_page_is_masked(cast: Any) -> None:
    wang = cast.home.accounts["wang"]
    wang.phone = "13900001234"
    wang.save()
    page = text(cast.client("feng").get(url("account", wang.pk)))
    assert "139****1234" in page
    assert "13900001234" not in page


def test_what_happened_stands_on_the_page(cast: Any, now: Any) -> None:
    sun = cast.home.accounts["sun"]
    grant_role(sun, Grant(kind=RoleKind.LEADER), actor=cast.feng, at=now)
    page = text(cast.client("feng").get(url("account", sun.pk)))
    assert "冯刚 · 安全管理员 授予角色" in page
    assert "领导 · 湖南省人大" in page
