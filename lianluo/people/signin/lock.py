"""The pause after wrong passwords and wrong codes, counted from the history that all processes share."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from lianluo.kernel.text import Sentence, _
from lianluo.people.history import record
from lianluo.people.models import Account, AccountLog
from lianluo.people.roles import FAILURES, AccountAct
from lianluo.people.sealed import blind, blinds
from lianluo.people.signin.names import account_named

TRIES = 5
PAUSE = timedelta(minutes=15)
FORGIVEN = frozenset({AccountAct.SIGNED_IN, AccountAct.UNLOCKED, AccountAct.PASSWORD_RESET})
"""After one of these the count starts anew."""


@dataclass(frozen=True, slots=True)
class Lock:
    """`left` tries remain; when none does, nobody gets in before `until`."""

    left: int = TRIES
    until: datetime | None = None

    def minutes(self, at: datetime) -> int:
        """Whole minutes until the next try, rounded up."""
        return max(1, -int((at - self.until).total_seconds() // 60)) if self.until else 0

    def sentence(self, at: datetime) -> Sentence:
        """Why nobody gets in, and when again."""
        assert self.until
        return Sentence(
            _(
                "连续 {n} 次输错，这个账号已暂停登录。请在 {minutes} 分钟后（{clock}）再试，或者请安全管理员解除。"
            ),
            n=TRIES,
            minutes=self.minutes(at),
            clock=f"{self.until.astimezone():%H:%M}",
        )


def lock_of(account: Account | None, typed: str, *, at: datetime) -> Lock:
    """How many tries `account` has left; names that no account has are counted alike, so that nothing is given away."""
    rows = AccountLog.objects.filter(at__gt=at - PAUSE, at__lte=at, act__in=FAILURES | FORGIVEN)
    mine = (
        rows.filter(account=account)
        if account
        else rows.filter(account=None, typed__in=blinds(_plain(typed)))
    )
    failures: list[datetime] = []
    for act, when in mine.order_by("-at", "-pk").values_list("act", "at"):
        if act in FORGIVEN:
            break
        failures.append(when)
    left = max(0, TRIES - len(failures))
    return Lock(left, None if left else failures[0] + PAUSE)


def slip(account: Account | None, act: str, *, typed: str = "", at: datetime, **facts: Any) -> None:
    """Keep a wrong password or code; the one that leaves no try leaves a second row: from here on it is paused."""
    facts["typed"] = b"" if account else digest(typed)
    record(account, act, at=at, **facts)
    if lock_of(account, typed, at=at).until:
        record(account, AccountAct.LOCKED, at=at, **facts)


def locked_accounts(ids: list[int], *, at: datetime) -> set[int]:
    """Those of the accounts that are paused now; one query."""
    rows = AccountLog.objects.filter(
        at__gt=at - PAUSE, at__lte=at, act__in=FAILURES | FORGIVEN, account_id__in=ids
    )
    counted: dict[int, int] = {}
    over: set[int] = set()
    for account, act in rows.order_by("-at", "-pk").values_list("account_id", "act"):
        if act in FORGIVEN:
            over.add(account)
        elif account not in over:
            counted[account] = counted.get(account, 0) + 1
    return {account for account, failures in counted.items() if failures >= TRIES}


def lock_for(typed: str, *, at: datetime) -> Lock:
    """The lock of whoever `typed` names."""
    return lock_of(account_named(typed), typed, at=at)


def digest(typed: str) -> bytes:
    """What the history keeps of a name that no account has: a slip may be a password typed into the wrong field."""
    return blind(_plain(typed))


def _plain(typed: str) -> str:
    return typed.strip().lower()
