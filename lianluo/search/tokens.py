"""Rights as words: a record lists who may find it, an actor lists what it holds; one in common is enough.

| token | held by |
|---|---|
| `public` | everybody, signed in or not |
| `congress:12` | whoever has a seat or a role in congress 12 |
| `role:liaison:12` | whoever has that role in congress 12 |
| `unit:5` · `unit:5:unit_signer` | whoever works for unit 5 (in that role) |
| `delegation:3` | staff of delegation 3 |
| `seat:9` | the deputy on seat 9 |
| `deputy:12` | every deputy of congress 12 |
| `account:7` | that account |
"""

from lianluo.people.actor import Actor
from lianluo.people.roles import UNIT_ROLES

PUBLIC = "public"


def held(actor: Actor | None) -> frozenset[str]:
    """All tokens that `actor` holds."""
    if actor is None:
        return frozenset({PUBLIC})
    found = {PUBLIC, f"account:{actor.account_id}"}
    found |= {f"seat:{seat_id}" for seat_id in actor.own_seat_ids}
    found |= {f"delegation:{delegation_id}" for delegation_id in actor.delegation_ids}
    for role in actor.roles:
        found.add(f"role:{role.kind}:{actor.congress.pk}")
        if role.unit_id and role.kind in UNIT_ROLES:
            found |= {f"unit:{role.unit_id}", f"unit:{role.unit_id}:{role.kind}"}
    if actor.seats:
        found.add(f"deputy:{actor.congress.pk}")
    if actor.roles or actor.seats:
        found.add(f"congress:{actor.congress.pk}")
    return frozenset(found)
