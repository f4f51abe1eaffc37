"""Checks a password for a username, a mobile number or a mail address."""

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from lianluo.kernel.prepared import Prepared
from lianluo.people.models import Account
from lianluo.people.signin.names import account_named


def _account(pk: int) -> QuerySet[Account]:
    return Account.objects.filter(pk=pk)


_accounts = Prepared(_account, pk=int)
"""Asked at every request."""


class NameOrPhone(AuthenticationBackend):  # type: ignore[misc]
    """allauth's backend with our own way of finding the account. Unknown names cost as much time as known ones."""

    def _authenticate_by_username(self, username: str, password: str) -> Account | None:
        found: Account | None = self._check_password(account_named(username), password)
        return found

    def get_user(self, user_id: object) -> Account | None:
        """The account of a session; None where it was deleted or closed."""
        found = next(iter(_accounts(pk=int(str(user_id)))), None)
        return found if found and self.user_can_authenticate(found) else None
