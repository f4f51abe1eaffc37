"""Signing in through another system (OIDC): into accounts that exist, never making new ones."""

from typing import Any

import pytest
from allauth.core import context
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.login import complete_login
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client, RequestFactory
from django.urls import reverse

from lianluo.people.models import Account

CLAIMS = {"sub": "gov-77", "preferred_username": "wang", "name": "王敏"}


def come_from_outside(settings: Any, claims: dict[str, str], match: str = "preferred_username") -> Any:
    """What happens when the other system sends somebody back with `claims`."""
    app = {
        "provider_id": "gov",
        "name": "政务网统一身份",
        "client_id": "lianluo",
        "secret": "s",
        "settings": {"server_url": "https://id.example.invalid", "match": match},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    request = RequestFactory().get("/")
    request.user, request.session = AnonymousUser(), SessionStore()
    request._messages = FallbackStorage(request)
    with context.request_context(request):
        login = (
            get_adapter()
            .get_provider(request, "gov")
            .sociallogin_from_response(request, {"userinfo": claims})
        )
        return request, complete_login(request, login)


def test_the_trusted_claim_opens_the_account_of_that_name(cast: Any, settings: Any) -> None:
    request, response = come_from_outside(settings, CLAIMS)
    assert response.status_code == 302
    assert request.session["_auth_user_id"] == str(cast.home.accounts["wang"].pk)
    assert SocialAccount.objects.get().user == cast.home.accounts["wang"]


def test_the_next_time_the_link_is_enough(cast: Any, settings: Any) -> None:
    come_from_outside(settings, CLAIMS)
    request, _response = come_from_outside(settings, {"sub": "gov-77", "name": "王敏"})
    assert request.session["_auth_user_id"] == str(cast.home.accounts["wang"].pk)


@pytest.mark.parametrize(
    ("claims", "match"),
    [
        ({"sub": "gov-78", "preferred_username": "stranger"}, "preferred_username"),
        ({"sub": "gov-78"}, "preferred_username"),
        (CLAIMS, ""),
        (CLAIMS, "name"),
    ],
)
def test_nobody_gets_in_who_has_no_account(
    cast: Any, settings: Any, claims: dict[str, str], match: str
) -> None:
    before = Account.objects.count()
    request, response = come_from_outside(settings, claims, match)
    assert response.url == reverse("account_unknown")
    assert "_auth_user_id" not in request.session
    assert Account.objects.count() == before
    assert "还没有为您开通账号" in Client().get(response.url).content.decode()


def test_a_suspended_account_stays_closed(cast: Any, settings: Any) -> None:
    wang = cast.home.accounts["wang"]
    wang.is_active = False
    wang.save()
    request, _response = come_from_outside(settings, CLAIMS)
    assert "_auth_user_id" not in request.session


def test_the_door_shows_the_other_system_only_when_there_is_one(cast: Any, settings: Any) -> None:
    assert "政务网" not in Client().get(reverse("account_login")).content.decode()
    come_from_outside(settings, CLAIMS)
    assert "用政务网统一身份登录" in Client().get(reverse("account_login")).content.decode()
