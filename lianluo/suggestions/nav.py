"""Where this room stands in the rail, and for whom."""

from django.utils.translation import gettext_lazy as _

from lianluo.people.roles import RoleKind
from lianluo.suggestions import policy
from lianluo.suggestions.selectors.promises import may_read_ledger
from lianluo.ui.nav import NAV, Group, NavEntry

ENTRIES = [
    NavEntry(
        key="suggestions",
        label=_("代表建议"),
        icon="file",
        url_name="suggestions:list",
        group=Group.DUTY,
        order=10,
        shown=lambda actor: bool(actor.roles) and policy.sees_any(actor),
        tab=_("建议"),
    ),
    NavEntry(
        key="publications",
        label=_("公开审核"),
        icon="eye",
        url_name="suggestions:publications",
        group=Group.DUTY,
        order=15,
        shown=lambda actor: actor.is_liaison,
    ),
    NavEntry(
        key="suggestions.promises",
        label=_("承诺台账"),
        icon="list",
        url_name="suggestions:promises",
        group=Group.DUTY,
        order=30,
        shown=may_read_ledger,
    ),
    NavEntry(
        key="suggestions.own_unit",
        label=_("发文字号与移交"),
        icon="settings",
        url_name="suggestions:own_unit",
        group=Group.ADMIN,
        order=40,
        shown=lambda actor: actor.has(RoleKind.UNIT_ADMIN),
    ),
    NavEntry(
        key="suggestions.plans",
        label=_("交办会"),
        icon="send",
        url_name="suggestions:plans",
        group=Group.DUTY,
        order=11,
        shown=lambda actor: (
            actor.is_liaison or actor.has("session_staff", "dispatcher", "leader", "committee")
        ),
    ),
]


def register() -> None:
    for entry in ENTRIES:
        NAV.add(entry.key, entry)
