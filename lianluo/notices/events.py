"""What people are told about: each event is declared once, with the roles it is for and the ways it takes.

`declare` is called in a room's `apps.ready()` and refuses a bad entry right there. A congress may switch single
cells of the table on and off; a person may choose among what is left.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lianluo.kernel.registry import Registry
from lianluo.notices.channels import EMAIL, SITE
from lianluo.people.roles import RoleKind

DEPUTY = "deputy"
"""Deputies have no role: they have a seat."""
KEY = re.compile(r"[a-z][a-z_]*\.[a-z][a-z_]*")
WAYS = re.compile(r"[a-z][a-z0-9_]{1,11}")


class BadEvent(ValueError):
    """The declaration cannot be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One row of the table. `roles` maps a role to its ways. `urgent` passes quiet hours and cannot be switched off
    on the site. `discreet` says nothing outside the site but that there is a notice."""

    key: str
    label: Any
    group: Any
    roles: Mapping[str, frozenset[str]]
    urgent: bool = False
    discreet: bool = False

    def ways(self, role: str) -> frozenset[str]:
        return self.roles.get(role, frozenset())


EVENTS: Registry[Kind] = Registry("notices")


def declare(
    key: str,
    label: Any,
    *,
    group: Any,
    roles: Mapping[str, Iterable[str]] | Iterable[str],
    channels: Iterable[str] = (SITE, EMAIL),
    urgent: bool = False,
    discreet: bool = False,
) -> Kind:
    """Add an event to the table. `roles` are role kinds (or `DEPUTY`), with their ways when these differ."""
    given = roles if isinstance(roles, Mapping) else dict.fromkeys(roles, channels)
    ways = {str(role): frozenset(names) for role, names in given.items()}
    _check(key, label, ways)
    kind = Kind(key=key, label=label, group=group, roles=ways, urgent=urgent, discreet=discreet)
    return EVENTS.add(key, kind)


def _check(key: str, label: Any, ways: Mapping[str, frozenset[str]]) -> None:
    if not KEY.fullmatch(key):
        raise BadEvent(f"notices: {key!r} must look like suggestion.assigned")
    if not str(label):
        raise BadEvent(f"notices: {key} needs a label")
    if not ways:
        raise BadEvent(f"notices: {key} is for nobody")
    if unknown := set(ways) - {*RoleKind.values, DEPUTY}:
        raise BadEvent(f"notices: {key} names unknown roles {sorted(unknown)}")
    for names in ways.values():
        if SITE not in names or not all(WAYS.fullmatch(name) for name in names):
            raise BadEvent(f"notices: {key} must at least appear on the site")


def role_label(role: str) -> str:
    from django.utils.translation import gettext

    return gettext("代表") if role == DEPUTY else str(RoleKind(role).label)
