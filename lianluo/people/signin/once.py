"""One-time passwords run out: a letter that was never opened is no key for ever."""

from datetime import datetime, timedelta

from django.db.models import Max

from lianluo.people.models import Account, AccountLog
from lianluo.people.roles import AccountAct

VALID = timedelta(days=14)
"""Long enough for a letter to a deputy in the country."""
HANDED_OUT = (AccountAct.OPENED, AccountAct.PASSWORD_RESET)


def ran_out(account: Account, *, at: datetime) -> bool:
    """Was the password that `account` still has to change handed out too long ago?"""
    if not account.must_change_password:
        return False
    rows = AccountLog.objects.filter(account=account, act__in=HANDED_OUT)
    last = rows.aggregate(last=Max("at"))["last"]
    return last is not None and at - last > VALID
