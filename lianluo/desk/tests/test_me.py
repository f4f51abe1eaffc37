"""My account, my devices, and the pickers."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from lianluo.desk.agents import device_name
from lianluo.people.models import AccountLog
from lianluo.people.roles import AccountAct
from tests.cast import NOW, PASSWORD

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36"
WECHAT = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Mobile MicroMessenger/8.0"


def signed_in(login: str, agent: str = WINDOWS) -> Client:
    client = Client(headers={"user-agent": agent})
    client.post(reverse("account_login"), {"login": login, "password": PASSWORD})
    return client


def text(response: Any) -> str:
    return str(response.content.decode()).replace("<wbr>", "")


def inside(client: Client) -> bool:
    return client.get(reverse("ui:mine")).status_code == 200


def test_my_page_shows_what_is_kept_about_me(cast: Any, at_most_queries: Any) -> None:
    client = cast.client("li")
    with at_most_queries(12):
        page = text(client.get(reverse("desk:me")))
    assert cast.home.accounts["li"].person.phone in page
    assert "湖南省人大代表" in page


def test_without_any_role_the_page_still_opens(cast: Any) -> None:
    assert "还没有角色" in text(cast.client("sun").get(reverse("desk:me")))


def test_my_devices_are_listed_in_words(cast: Any) -> None:
    signed_in("wang", WECHAT)
    page = text(signed_in("wang").get(reverse("desk:sessions")))
    assert "Chrome · Windows" in page
    assert "微信 · 安卓" in page
    assert page.count("这台设备") >= 1


def test_one_device_is_ended_and_the_others_stay(cast: Any) -> None:
    here, phone, third = signed_in("wang"), signed_in("wang", WECHAT), signed_in("wang")
    here.post(reverse("desk:session_end"), {"key": phone.session.session_key})
    assert (inside(here), inside(phone), inside(third)) == (True, False, True)


def test_all_others_are_ended_at_once(cast: Any) -> None:
    here, phone, third = signed_in("wang"), signed_in("wang", WECHAT), signed_in("wang")
    here.post(reverse("desk:session_end"), {"key": "others"})
    assert (inside(here), inside(phone), inside(third)) == (True, False, False)
    log = AccountLog.objects.get(account=cast.home.accounts["wang"], act=AccountAct.SESSIONS_ENDED)
    assert log.note == "2 台设备"


def test_an_old_session_gives_the_password_again_before_it_ends_others(cast: Any) -> None:
    with time_machine.travel(NOW, tick=False):
        here, phone = signed_in("wang"), signed_in("wang", WECHAT)
    with time_machine.travel(NOW + timedelta(minutes=20), tick=False):
        asked = here.post(reverse("desk:session_end"), {"key": "others"})
        assert asked.url.startswith(reverse("account_reauthenticate"))
        assert inside(phone)
        here.post(asked.url, {"password": PASSWORD})
        assert (inside(here), inside(phone)) == (True, False)


def test_nobody_ends_the_session_of_another(cast: Any) -> None:
    qian, wang = signed_in("qian"), signed_in("wang")
    wang.post(reverse("desk:session_end"), {"key": qian.session.session_key})
    assert inside(qian)


@pytest.mark.parametrize("name", ["me", "sessions"])
def test_these_pages_are_behind_the_door(shared_cast: Any, name: str) -> None:
    assert Client().get(reverse(f"desk:{name}")).url.startswith(reverse("account_login"))


def test_devices_have_names() -> None:
    assert device_name("curl/8") == "未知设备"
    assert device_name("Mozilla/5.0 (iPhone) Version/17 Safari/604") == "Safari · iPhone"


def picked(client: Client, what: str, typed: str) -> list[str]:
    answer = client.get(reverse(f"desk:pick_{what}"), {"q": typed})
    assert answer.status_code == 200
    return [row["label"] for row in answer.json()]


def test_pickers_answer_by_initials_and_name(shared_cast: Any) -> None:
    wang = shared_cast.client("wang")
    assert picked(wang, "units", "jyt") == ["教育厅"]
    assert picked(wang, "deputies", "李") == ["李建国"]
    assert "赵磊" in picked(shared_cast.client("feng"), "accounts", "zhao")


def test_pickers_offer_nothing_of_other_congresses(shared_cast: Any) -> None:
    wang = shared_cast.client("wang")
    assert all("（" not in name for name in picked(wang, "deputies", ""))
    units = wang.get(reverse("desk:pick_units"), {"q": ""}).json()
    assert {row["value"] for row in units} <= {unit.pk for unit in shared_cast.home.units.values()}


@pytest.mark.parametrize(("what", "key"), [("deputies", "zhao"), ("accounts", "wang"), ("accounts", "dong")])
def test_pickers_are_closed_to_those_who_may_not_see(shared_cast: Any, what: str, key: str) -> None:
    assert shared_cast.client(key).get(reverse(f"desk:pick_{what}")).status_code == 403
