"""Checks a password for a username, a mobile number or a mail address."""

from allauth.account.auth_backends import AuthenticationBackend

from lianluo.people.models import Account
from lianluo.people.signin.names import account_named


class NameOrPhone(AuthenticationBackend):  # type: ignore[misc]
    """allauth's backend with our own way of finding the account. Unknown names cost as much time as known ones."""

    def _authenticate_by_username(self, username: str, password: str) -> Account | None:
        found: Account | None = self._check_password(account_named(username), password)
        return found
