"""Puts the name of who acts into the field-level history, next to what the request says."""

from contextlib import AbstractContextManager
from typing import Any

import pghistory

from lianluo.congress.policy import Worker


def signed(actor: Worker | None, why: str = "") -> AbstractContextManager[Any]:
    """Inside, every recorded change names `actor` and `why`."""
    facts = {"actor": actor.name, "account": actor.account_id} if actor else {"actor": ""}
    context: AbstractContextManager[Any] = pghistory.context(**facts, why=why)
    return context
