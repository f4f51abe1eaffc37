"""Sessions end: for idleness, and at last; what was typed is not lost with them."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lianluo.people.models import AccountLog
from lianluo.people.roles import AccountAct
from tests.cast import PASSWORD

TEXT = "农村饮水管网老化，建议分三年改造。"


def sign_in(login: str = "wang") -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": login, "password": PASSWORD})
    return client


def inside(client: Client) -> bool:
    return client.get(reverse("ui:mine")).status_code == 200


def test_an_hour_without_use_ends_it_and_is_kept(cast: Any, time_machine_at: Any) -> None:
    with time_machine_at(minutes=0):
        client = sign_in()
    with time_machine_at(minutes=59):
        assert inside(client)
    with time_machine_at(minutes=59 + 61):
        assert not inside(client)
    log = AccountLog.objects.get(account=cast.home.accounts["wang"], act=AccountAct.SIGNED_OUT)
    assert log.note == "60 分钟没有操作"


def test_twelve_hours_end_it_however_much_is_done(cast: Any, time_machine_at: Any) -> None:
    with time_machine_at(minutes=0):
        client = sign_in()
    for half_hours in range(1, 25):
        with time_machine_at(minutes=30 * half_hours):
            assert inside(client)
    with time_machine_at(minutes=12 * 60 + 1):
        assert not inside(client)


def test_a_form_that_comes_too_late_gives_its_texts_back(cast: Any, time_machine_at: Any) -> None:
    with time_machine_at(minutes=0):
        client = sign_in()
    with time_machine_at(minutes=61):
        answer = client.post(
            reverse("desk:deputy_new"), {"career": TEXT, "oldpassword": "a-secret-of-mine", "gender": "male"}
        )
    page = answer.content.decode()
    assert answer.status_code == 403
    assert TEXT in page
    assert "a-secret-of-mine" not in page


@pytest.mark.parametrize("markup", ["</textarea><script>x</script>"])
def test_what_is_given_back_stays_text(cast: Any, time_machine_at: Any, markup: str) -> None:
    with time_machine_at(minutes=0):
        client = sign_in()
    with time_machine_at(minutes=61):
        page = client.post(reverse("desk:deputy_new"), {"career": markup}).content.decode()
    assert markup not in page


def test_a_running_page_is_led_to_the_door(cast: Any, time_machine_at: Any) -> None:
    with time_machine_at(minutes=0):
        client = sign_in()
    with time_machine_at(minutes=61):
        answer = client.get(reverse("ui:mine"), headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == reverse("account_login")


def test_the_last_use_is_not_written_at_every_page(cast: Any, time_machine_at: Any) -> None:
    with time_machine_at(minutes=0):
        client = sign_in()
        used = client.session["used"]
    with time_machine_at(minutes=4):
        inside(client)
        assert client.session["used"] == used
    with time_machine_at(minutes=6):
        inside(client)
        assert client.session["used"] > used
