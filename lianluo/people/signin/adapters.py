"""The adapters by which allauth asks this house."""

import base64
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lianluo.people.models import Account
from lianluo.people.roles import STAFF_ROLES, AccountAct
from lianluo.people.sealed import keyring
from lianluo.people.signin.lock import lock_for, slip
from lianluo.people.signin.names import account_named
from lianluo.people.standing import standing

A_MOMENT = 5 * 60
"""Seconds."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Password sign-in for accounts that exist. Nobody signs up; nobody is asked to confirm an address."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("账号或密码不正确。"),
        "too_many_login_attempts": _("这个网络地址上出错太多，请一分钟后再试。"),
        "incorrect_password": _("密码不正确。"),
        "enter_current_password": _("当前密码不正确。"),
        "rate_limited": _("操作太频繁，请稍后再试。"),
        "invalid_password_reset": _("这个链接已经用过或者过期，请重新申请。"),
        "same_as_current": _("新密码不能与当前密码相同。"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse before the password is looked at while the account is paused."""
        now = timezone.now()
        lock = lock_for(str(credentials.get("username", "")), at=now)
        if lock.until:
            raise ValidationError(str(lock.sentence(now)), code="locked")
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        typed = str(credentials.get("username", ""))
        slip(
            account_named(typed),
            AccountAct.WRONG_PASSWORD,
            typed=typed,
            at=timezone.now(),
            ip=self.get_client_ip(request),
            agent=self.get_http_user_agent(request),
        )

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever signed in or confirmed it a moment ago is not asked again."""
        given = get_authentication_records(self.request, self.request.user)
        if given and time.time() - given[-1]["at"] < A_MOMENT:
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def get_login_stages(self) -> list[str]:
        """Only the second step; trusting the computer is chosen on the same page."""
        return ["allauth.mfa.stages.AuthenticateStage"]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return str(settings.LOGIN_REDIRECT_URL)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Such messages go through our own notices."""


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors: secrets are sealed like personal fields, and the last one stays where it is demanded."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("这组数字不对或者已经过期，请看验证器上现在的数字。"),
        "cannot_delete_authenticator": _("您的角色必须有第二步验证。请先添加另一种，再取消这一种。"),
        "cannot_generate_recovery_codes": _("请先设置验证器或者通行密钥，再生成备用码。"),
    }

    def encrypt(self, text: str) -> str:
        return base64.b64encode(keyring().seal(text)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return keyring().unseal(base64.b64decode(encrypted_text))

    def get_totp_label(self, user: Account) -> str:
        return user.username

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        account = authenticator.user
        others = Authenticator.objects.filter(user=account).exclude(pk=authenticator.pk)
        if others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            return True
        demanded = settings.SECOND_FACTOR_REQUIRED and is_staff(account)
        return not (settings.SECOND_FACTOR_FOR_ALL or demanded)

    def generate_authenticator_name(self, user: Account, type: Authenticator.Type) -> str:  # noqa: A002
        return str(_("通行密钥 {n}")).format(n=Authenticator.objects.filter(user=user, type=type).count() + 1)


def is_staff(account: Account) -> bool:
    """Does the account hold, in any congress, a role for which a second factor may be demanded?"""
    return bool(standing(account, timezone.now()).kinds & STAFF_ROLES)


class OutsideAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Sign-in through another system (OIDC): it must belong to an account that exists."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Connect at the first sign-in by the claim that the operator trusts; else say whom to ask.

        The app's setting `match` names the claim that carries our username, such as "preferred_username".
        """
        if sociallogin.is_existing or request.user.is_authenticated:
            return
        claim = sociallogin.provider.app.settings.get("match", "")
        name = str(_claims(sociallogin).get(claim) or "") if claim else ""
        account = Account.objects.filter(username=name, is_active=True).first() if name else None
        if account is None:
            raise ImmediateHttpResponse(redirect(reverse("account_unknown")))
        sociallogin.connect(request, account)


def _claims(sociallogin: SocialLogin) -> dict[str, Any]:
    kept = sociallogin.account.extra_data
    return {**kept, **(kept.get("userinfo") or {}), **(kept.get("id_token") or {})}
