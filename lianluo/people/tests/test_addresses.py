"""Every address of sign-in, walked by everybody: nothing breaks, nothing of one's own shows to another."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import URLPattern, reverse

from lianluo.people.urls import urlpatterns

OPEN = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_unknown",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_login_webauthn",
    "mfa_authenticate",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
}
"""What answers before sign-in; everything else leads to the door."""
ARGUMENTS = {"account_reset_password_from_key": ["1", "no-such-key"]}
ADDRESSES = [one.name for one in urlpatterns if isinstance(one, URLPattern) and one.name]


def address(name: str) -> str:
    needs = ["1"] if name in {"mfa_remove_webauthn", "mfa_edit_webauthn"} else ARGUMENTS.get(name, [])
    return reverse(name, args=needs)


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_before_sign_in(shared_cast: Any, name: str, method: str) -> None:
    response = getattr(Client(), method)(address(name))
    assert response.status_code < 500
    if name not in OPEN:
        assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize("key", ["wang", "li", "sun"])
def test_after_sign_in(shared_cast: Any, name: str, key: str) -> None:
    response = shared_cast.client(key).get(address(name))
    assert response.status_code < 500
    page = response.content.decode() if response.status_code == 200 else ""
    for foreign in ("Sign In", "Change Password", "Two-Factor", "Recovery"):
        assert foreign not in page


def test_the_passkey_of_another_is_not_there(cast: Any) -> None:
    key = Authenticator.objects.create(
        user=cast.home.accounts["qian"], type=Authenticator.Type.WEBAUTHN, data={"name": "钱的钥匙"}
    )
    client = Client()
    client.post(reverse("account_login"), {"login": "wang", "password": "leave-the-door-open-7"})
    for name in ("mfa_remove_webauthn", "mfa_edit_webauthn"):
        assert client.post(reverse(name, args=[key.pk])).status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_of_allauth_only_what_the_house_uses_is_there(shared_cast: Any) -> None:
    for path in (
        "signup/",
        "email/",
        "confirm-email/",
        "sessions/",
        "3rdparty/",
        "2fa/",
        "login/code/confirm/",
    ):
        assert Client().get(f"/accounts/{path}").status_code == 404


def test_too_many_requests_read_why(shared_cast: Any, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    from django.core.cache import cache

    cache.clear()
    Client().get(reverse("account_login"))
    Client().post(reverse("account_login"))
    page = Client().post(reverse("account_login"))
    assert page.status_code == 429
    assert "一分钟后再试" in page.content.decode()
    cache.clear()
