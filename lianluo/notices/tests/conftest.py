"""A little table of events and a kind of case, as a room would bring them."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from lianluo.notices.channels import EMAIL, SITE
from lianluo.notices.events import DEPUTY, EVENTS, declare
from lianluo.notices.sight import SIGHTS
from lianluo.people.actor import Actor
from lianluo.people.models import Account
from lianluo.people.roles import RoleKind


@dataclass
class Matter:
    """Cases of the kind "matter": `hidden` are (account, case) pairs that lost the right to see."""

    hidden: set[tuple[int, int]] = field(default_factory=set)
    asked: int = 0

    def visible(self, actor: Actor, ids: frozenset[int]) -> list[int]:
        self.asked += 1
        return [pk for pk in ids if (actor.account_id, pk) not in self.hidden]


@pytest.fixture
def matter(monkeypatch: pytest.MonkeyPatch) -> Matter:
    """Events `matter.assigned` (units; handlers on the site only), `matter.answered` (deputies), `matter.overdue`
    (urgent) and `matter.secret` (discreet)."""
    monkeypatch.setattr(EVENTS, "_entries", {})
    monkeypatch.setattr(SIGHTS, "_entries", {})
    found = Matter()
    SIGHTS.add("matter", found.visible)
    unit = {RoleKind.UNIT_ADMIN: (SITE, EMAIL), RoleKind.UNIT_HANDLER: (SITE,)}
    declare("matter.assigned", "交办到本单位", group="建议办理", roles=unit)
    declare("matter.answered", "建议已答复", group="建议办理", roles=[DEPUTY])
    declare("matter.overdue", "已逾期", group="建议办理", roles=[RoleKind.UNIT_ADMIN], urgent=True)
    declare("matter.secret", "资格审查", group="人事", roles=[RoleKind.LIAISON], discreet=True)
    return found


@pytest.fixture
def mailed(cast: Any) -> None:
    """Everybody at home has an e-mail address."""
    for key, account in cast.home.accounts.items():
        account.email = f"{key}@example.cn"
    Account.objects.bulk_update(cast.home.accounts.values(), ["email"])
