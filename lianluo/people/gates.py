"""Doors between sign-in and work: a one-time password is changed first, staff set up a second factor first."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from lianluo.people import policy
from lianluo.people.models import Account

HAS_FACTOR = "second_factor"
ALWAYS = frozenset(
    {"account_logout", "ui:preferences", "ui:worker", "ui:manifest", "ui:offline", "healthz", "metrics"}
)
PASSWORD = ALWAYS | {"account_change_password", "account_set_password"}
FACTOR = ALWAYS | {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "account_reauthenticate",
    "account_change_password",
}


class Gates:
    """Sends a signed-in account to what it must do first. Stands after `ActorMiddleware`."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not isinstance(request.user, Account) or request.resolver_match is None:
            return None
        name = request.resolver_match.view_name
        if request.user.must_change_password:
            return None if name in PASSWORD else _to(request, "account_change_password")
        if name not in FACTOR and factor_missing(request):
            return _to(request, "mfa_index")
        return None


def factor_missing(request: HttpRequest) -> bool:
    """Must this account set up a second factor before anything else?

    Asked of the database until the answer is no; a factor cannot be taken away after that without ending the session.
    """
    if not _demanded(request) or request.session.get(HAS_FACTOR):
        return False
    if Authenticator.objects.filter(user_id=request.user.pk).exists():
        request.session[HAS_FACTOR] = True
        return False
    return True


def _demanded(request: HttpRequest) -> bool:
    if settings.SECOND_FACTOR_FOR_ALL:
        return True
    return settings.SECOND_FACTOR_REQUIRED and policy.needs_second_factor(getattr(request, "actor", None))


def _to(request: HttpRequest, name: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": reverse(name)})
    return HttpResponseRedirect(reverse(name))
