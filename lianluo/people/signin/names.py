"""Which account is meant by what somebody typed: username, mobile number, or mail address."""

from django.db.models import Q

from lianluo.people.identity import plain_phone
from lianluo.people.models import Account
from lianluo.people.sealed import blinds


def account_named(typed: str) -> Account | None:
    """The account, or None. A number or address that two accounts share names neither of them."""
    typed = typed.strip()
    if not typed:
        return None
    if found := Account.objects.filter(username__iexact=typed).first():
        return found
    if "@" in typed:
        return _only(Q(email__iexact=typed))
    digests = blinds(plain_phone(typed))
    return _only(Q(phone_digest__in=digests) | Q(person__phone_digest__in=digests)) if digests else None


def _only(which: Q) -> Account | None:
    found = list(Account.objects.filter(which).distinct()[:2])
    return found[0] if len(found) == 1 else None
