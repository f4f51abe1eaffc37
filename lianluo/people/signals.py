"""What allauth tells us about sign-ins becomes rows of the account's history."""

from typing import Any

from allauth.account import signals as account_signals
from allauth.account.adapter import get_adapter
from allauth.mfa import signals as mfa_signals
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.http import HttpRequest
from django.utils import timezone

from lianluo.people.history import record
from lianluo.people.models import Account
from lianluo.people.roles import AccountAct
from lianluo.people.signin.lock import slip
from lianluo.people.signin.session_life import start


def _note(act: str, request: HttpRequest, user: Any, note: str = "") -> None:
    if isinstance(user, Account):
        adapter = get_adapter()
        facts = {"ip": adapter.get_client_ip(request), "agent": adapter.get_http_user_agent(request)}
        record(user, act, at=timezone.now(), note=note, **facts)


def signed_in(request: HttpRequest, user: Any, **_kwargs: Any) -> None:
    _note(AccountAct.SIGNED_IN, request, user)


def session_begun(request: HttpRequest, **_kwargs: Any) -> None:
    start(request.session)


def signed_out(request: HttpRequest, user: Any, **_kwargs: Any) -> None:
    _note(AccountAct.SIGNED_OUT, request, user)


def wrong_code(request: HttpRequest, user: Any, **_kwargs: Any) -> None:
    adapter = get_adapter()
    facts = {"ip": adapter.get_client_ip(request), "agent": adapter.get_http_user_agent(request)}
    slip(user, AccountAct.WRONG_CODE, at=timezone.now(), **facts)


def password_changed(request: HttpRequest, user: Any, **_kwargs: Any) -> None:
    Account.objects.filter(pk=user.pk).update(must_change_password=False)
    user.must_change_password = False
    _note(AccountAct.PASSWORD_CHANGED, request, user)


def factor_added(request: HttpRequest, user: Any, authenticator: Any, **_kwargs: Any) -> None:
    _note(AccountAct.FACTOR_ADDED, request, user, str(authenticator.get_type_display()))


def factor_removed(request: HttpRequest, user: Any, authenticator: Any, **_kwargs: Any) -> None:
    _note(AccountAct.FACTOR_REMOVED, request, user, str(authenticator.get_type_display()))


def connect() -> None:
    """Called once when the application starts."""
    account_signals.user_logged_in.connect(signed_in, dispatch_uid="people.signed_in")
    user_logged_in.connect(session_begun, dispatch_uid="people.session_begun")
    user_logged_out.connect(signed_out, dispatch_uid="people.signed_out")
    for signal in (
        account_signals.password_changed,
        account_signals.password_set,
        account_signals.password_reset,
    ):
        signal.connect(password_changed, dispatch_uid="people.password_changed")
    mfa_signals.authentication_failed.connect(wrong_code, dispatch_uid="people.wrong_code")
    mfa_signals.authenticator_added.connect(factor_added, dispatch_uid="people.factor_added")
    mfa_signals.authenticator_removed.connect(factor_removed, dispatch_uid="people.factor_removed")
