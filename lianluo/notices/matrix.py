"""The table event × role × channel: as declared, as a congress switched it, as a person chose."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import Scope
from lianluo.notices.channels import SITE, channels
from lianluo.notices.events import DEPUTY, EVENTS, Kind
from lianluo.notices.models import Mode, Preference, Switch
from lianluo.people.actor import Actor

Cell = tuple[str, str, str]
"""Event, role, channel."""


def switches(congress: Congress, keys: Iterable[str] | None = None) -> dict[Cell, bool]:
    """Cells that `congress` or one above it has set; the nearest congress wins."""
    rows = Switch.objects.within(Scope(own=tuple(congress.ancestor_paths))).order_by("congress__path")
    if keys is not None:
        rows = rows.filter(key__in=keys)
    return {(key, role, way): on for key, role, way, on in rows.values_list("key", "role", "channel", "on")}


def ways(kind: Kind, roles: Iterable[str], switched: Mapping[Cell, bool]) -> frozenset[str]:
    """The channels on which a holder of `roles` hears of `kind`, before the own choice."""
    known = channels()
    return frozenset(
        way
        for role in roles
        if role in kind.roles
        for way in known
        if switched.get((kind.key, role, way), way in kind.ways(role))
    )


def modes(kind: Kind, account_ids: Iterable[int]) -> dict[tuple[int, str], str]:
    """What these accounts chose for `kind`: (account, channel) → mode."""
    rows = Preference.objects.filter(key=kind.key, account__in=account_ids)
    return {(account, way): mode for account, way, mode in rows.values_list("account", "channel", "mode")}


def chosen(kind: Kind, way: str, mode: str | None) -> str:
    """The mode that holds: on the site an urgent notice cannot be refused, and there is no digest."""
    if way == SITE:
        return Mode.OFF if mode == Mode.OFF and not kind.urgent else Mode.NOW
    return mode or Mode.NOW


@transaction.atomic
def switch(cell: Cell, on: bool, *, congress: Congress, actor: Actor, at: datetime) -> None:
    """Set one cell for `congress`; the same as declared removes the row. Unknown cells raise `KeyError`."""
    key, role, way = cell
    kind = EVENTS[key]
    channels()[way]
    if role not in kind.roles:
        raise KeyError(role)
    facts = {"on": on, "changed_by_id": actor.account_id, "changed_at": at}
    own = Switch.objects.within(congress.scope)
    own.update_or_create(congress=congress, key=key, role=role, channel=way, defaults=facts)


def choose(account_id: int, key: str, way: str, mode: str) -> None:
    """A person chooses. NOW is what happens anyway and leaves no row."""
    EVENTS[key]
    channels()[way]
    own = Preference.objects.filter(account=account_id, key=key, channel=way)
    if mode == Mode.NOW:
        own.delete()
    else:
        Preference.objects.update_or_create(
            account_id=account_id, key=key, channel=way, defaults={"mode": Mode(mode)}
        )


def table(congress: Congress) -> list[tuple[Kind, list[tuple[str, dict[str, bool]]]]]:
    """The whole table as it holds in `congress`: events in order of their groups, each with its roles and ways."""
    switched, known = switches(congress), list(channels())
    return [
        (
            kind,
            [
                (role, {way: switched.get((kind.key, role, way), way in kind.ways(role)) for way in known})
                for role in kind.roles
            ],
        )
        for kind in sorted(EVENTS, key=lambda kind: str(kind.group))
    ]


@transaction.atomic
def save(wanted: set[Cell], *, congress: Congress, actor: Actor, at: datetime) -> int:
    """Set every cell of the table to on (in `wanted`) or off. Only what differs is written. Returns how many."""
    count = 0
    for kind, rows in table(congress):
        for role, cells in rows:
            for way, on in cells.items():
                cell = (kind.key, role, way)
                if (cell in wanted) is not on:
                    switch(cell, cell in wanted, congress=congress, actor=actor, at=at)
                    count += 1
    return count


def offered(actor: Actor) -> list[tuple[Kind, frozenset[str]]]:
    """The events that `actor` hears of in the own roles, with their ways: what there is to choose from."""
    held = {role.kind for role in actor.roles} | ({DEPUTY} if actor.seats else set())
    switched = switches(actor.congress)
    found = ((kind, ways(kind, held, switched)) for kind in sorted(EVENTS, key=lambda kind: str(kind.group)))
    return [(kind, names) for kind, names in found if names]
