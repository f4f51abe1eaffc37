"""May this account still see the case? Asked again when a message goes out and when the list is shown.

A room registers per kind of case the same function that its pages use: `visible(actor, ids) -> ids`.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.utils import timezone

from lianluo.congress.models import Congress
from lianluo.kernel.registry import Registry
from lianluo.people.actor import Actor, actor_for
from lianluo.people.models import Account

Sight = Callable[[Actor, frozenset[int]], Iterable[int]]

SIGHTS: Registry[Sight] = Registry("sights")


def sees(account: Account, congress: Congress, case_type: str, case_id: int | None, *, at: datetime) -> bool:
    """May `account` sign in and see the case now? A notice without a case is for whoever may sign in."""
    if not account.is_active:
        return False
    if not case_type or case_id is None:
        return True
    actor = actor_for(account, congress, timezone.localdate(at))
    return case_id in set(SIGHTS[case_type](actor, frozenset({case_id})))


def seen(actor: Actor, cases: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    """Those of `cases` that `actor` may see: one question per kind of case."""
    wanted: dict[str, set[int]] = {}
    for case_type, case_id in cases:
        wanted.setdefault(case_type, set()).add(case_id)
    return {
        (case_type, case_id)
        for case_type, ids in wanted.items()
        if case_type in SIGHTS
        for case_id in SIGHTS[case_type](actor, frozenset(ids))
    }
