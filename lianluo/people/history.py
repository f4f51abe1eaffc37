"""Write the history of an account. Nothing else writes `AccountLog`."""

from datetime import datetime
from typing import Any

from lianluo.people.actor import Actor
from lianluo.people.models import Account, AccountLog


def record(
    account: Account | None,
    act: str,
    *,
    at: datetime,
    actor: Actor | None = None,
    note: object = "",
    **facts: Any,
) -> AccountLog:
    """One row. Without `actor` the account itself acted. `facts`: ip, agent, typed."""
    by = {"by_id": actor.account_id, "by_name": f"{actor.name} · {actor.role_label}"[:120]} if actor else {}
    place = actor.congress.pk if actor else (account.home_id or account.last_congress_id if account else None)
    facts["agent"] = str(facts.get("agent", ""))[:200]
    return AccountLog.objects.create(
        account=account, act=act, at=at, note=str(note)[:300], congress_id=place, **by, **facts
    )
