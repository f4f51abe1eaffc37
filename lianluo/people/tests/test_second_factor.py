"""The second step, and when it is demanded."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from lianluo.people.models import AccountLog
from lianluo.people.roles import AccountAct
from tests.cast import PASSWORD

SECRET = "JBSWY3DPEHPK3PXP"


def code_now() -> str:
    return format_hotp_value(hotp_value(SECRET, next(iter(yield_hotp_counters_from_time()))))


def wrong_code() -> str:
    return f"{(int(code_now()) + 1) % 1_000_000:06}"


def half_in(login: str) -> Client:
    """A browser that gave the right password and now stands before the second step."""
    client = Client()
    response = client.post(reverse("account_login"), {"login": login, "password": PASSWORD})
    assert response.url == reverse("mfa_authenticate")
    return client


def step(client: Client, code: str, **more: str) -> Any:
    return client.post(reverse("mfa_authenticate"), {"code": code, **more})


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_the_password_alone_does_not_let_in(cast: Any) -> None:
    TOTP.activate(cast.home.accounts["wang"], SECRET)
    client = half_in("wang")
    assert not signed_in(client)
    assert client.get(reverse("ui:mine")).status_code == 302
    page = client.get(reverse("mfa_authenticate")).content.decode()
    assert "再验证一步" in page
    assert "王敏" in page


def test_password_and_code_let_in(cast: Any) -> None:
    TOTP.activate(cast.home.accounts["wang"], SECRET)
    client = half_in("wang")
    assert step(client, code_now()).status_code == 302
    assert signed_in(client)


def test_a_wrong_code_counts_like_a_wrong_password(cast: Any) -> None:
    TOTP.activate(cast.home.accounts["wang"], SECRET)
    client = half_in("wang")
    assert "还可以再试 4 次" in step(client, wrong_code()).content.decode()
    for _n in range(4):
        page = step(client, wrong_code()).content.decode()
    assert "已暂停登录" in page
    step(client, code_now())
    assert not signed_in(client)
    log = AccountLog.objects.filter(account=cast.home.accounts["wang"], act=AccountAct.WRONG_CODE)
    assert log.count() == 5


def test_a_recovery_code_lets_in_once(cast: Any) -> None:
    wang = cast.home.accounts["wang"]
    TOTP.activate(wang, SECRET)
    code = RecoveryCodes.activate(wang).get_unused_codes()[0]
    client = half_in("wang")
    step(client, code)
    assert signed_in(client)
    again = half_in("wang")
    step(again, code)
    assert not signed_in(again)


def test_a_code_of_the_authenticator_lets_in_once(cast: Any) -> None:
    cache.clear()
    TOTP.activate(cast.home.accounts["wang"], SECRET)
    code, first, second = code_now(), half_in("wang"), half_in("wang")
    step(first, code)
    step(second, code)
    assert (signed_in(first), signed_in(second)) == (True, False)


def test_a_new_password_by_mail_does_not_pass_the_second_step(cast: Any) -> None:
    TOTP.activate(cast.home.accounts["wang"], SECRET)
    cast.home.accounts["wang"].set_password(PASSWORD)
    cast.home.accounts["wang"].save()
    assert not signed_in(half_in("wang"))


def test_a_trusted_computer_is_not_asked_for_seven_days(cast: Any, settings: Any) -> None:
    TOTP.activate(cast.home.accounts["wang"], SECRET)
    client = half_in("wang")
    step(client, code_now(), trust="on")
    client.post(reverse("account_logout"))
    response = client.post(reverse("account_login"), {"login": "wang", "password": PASSWORD})
    assert response.url == settings.LOGIN_REDIRECT_URL
    assert signed_in(client)


def test_the_secret_is_sealed_in_the_database(cast: Any) -> None:
    TOTP.activate(cast.home.accounts["wang"], SECRET)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator")
        assert SECRET not in cursor.fetchone()[0]


def really_in(login: str) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": login, "password": PASSWORD})
    return client


def test_staff_must_set_one_up_first_where_the_installation_says_so(cast: Any, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client = really_in("wang")
    response = client.get(reverse("ui:mine"))
    assert response.url == reverse("mfa_index")
    assert "您还没有设置第二步验证" in client.get(response.url).content.decode()
    page = client.get(reverse("mfa_activate_totp"))
    assert "data:image/svg+xml;base64," in page.content.decode()
    assert "data:" in page["Content-Security-Policy"]
    secret = client.session["mfa.totp.secret"]
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    response = client.post(reverse("mfa_activate_totp"), {"code": code})
    assert response.url == reverse("mfa_view_recovery_codes")
    assert client.get(response.url).content.decode().count("<li>") >= 10
    assert client.get(reverse("ui:mine")).status_code == 200


def test_an_old_session_is_asked_for_the_password_again(cast: Any, time_machine_at: Any) -> None:
    with time_machine_at(minutes=0):
        client = really_in("wang")
        assert client.get(reverse("mfa_activate_totp")).status_code == 200
    with time_machine_at(minutes=6):
        response = client.get(reverse("mfa_activate_totp"))
        assert response.url.startswith(reverse("account_reauthenticate"))
        page = client.post(response.url, {"password": PASSWORD})
        assert page.url == reverse("mfa_activate_totp")
        assert client.get(page.url).status_code == 200


def test_the_demand_reaches_a_running_htmx_page(cast: Any, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    response = really_in("wang").get(reverse("ui:mine"), headers={"HX-Request": "true"})
    assert response.headers["HX-Redirect"] == reverse("mfa_index")


def test_a_deputy_is_not_asked_for_one(cast: Any, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    assert really_in("li").get(reverse("ui:mine")).status_code == 200


def test_everybody_is_asked_where_the_installation_says_all(cast: Any, settings: Any) -> None:
    settings.SECOND_FACTOR_FOR_ALL = True
    assert really_in("li").get(reverse("ui:mine")).url == reverse("mfa_index")
    TOTP.activate(cast.home.accounts["wu"], SECRET)
    client = half_in("wu")
    step(client, code_now())
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=cast.home.accounts["wu"]).exists()


def test_nobody_is_asked_where_the_installation_does_not_say_so(cast: Any, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    assert really_in("wang").get(reverse("ui:mine")).status_code == 200


def test_the_last_factor_stays_where_it_is_demanded(cast: Any, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    wang = cast.home.accounts["wang"]
    TOTP.activate(wang, SECRET)
    client = half_in("wang")
    step(client, code_now())
    page = client.get(reverse("mfa_deactivate_totp")).content.decode()
    assert "您的角色必须有第二步验证" in page
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=wang).exists()


def test_it_may_be_taken_away_where_it_is_not_demanded(cast: Any, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    wang = cast.home.accounts["wang"]
    TOTP.activate(wang, SECRET)
    client = half_in("wang")
    step(client, code_now())
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=wang).exists()
    log = AccountLog.objects.filter(account=wang, act=AccountAct.FACTOR_REMOVED)
    assert log.count() == 1


def test_pages_for_passkeys_carry_no_script_of_their_own(cast: Any) -> None:
    client = really_in("wang")
    page = client.get(reverse("mfa_add_webauthn"))
    assert page.status_code == 200
    for tag in page.content.decode().split("<script")[1:]:
        head = tag.split(">", 1)[0]
        assert 'src="' in head or 'type="application/json"' in head, head


def test_a_passkey_that_is_made_up_does_not_let_in(cast: Any) -> None:
    client = Client()
    response = client.post(reverse("mfa_login_webauthn"), {"credential": "{}"})
    assert response.url == reverse("account_login")
    assert not signed_in(client)
