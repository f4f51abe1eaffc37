"""What the room registers for first pages, and the deputies' door to their own suggestions."""

from django.utils.translation import gettext_lazy as _

from lianluo.people.actor import Actor

STEPS = "new write details check submit sent word attach delegation invite confirm"
OWN_PAGES = frozenset(f"suggestions:{name}" for name in STEPS.split())
"""Pages on which a deputy writes: they lie under 我的建议, whatever their address."""


def _public(actor: Actor) -> bool:
    """A deputy without any office reads the others' suggestions too, by a door of its own."""
    return actor.is_deputy and not actor.roles


def register() -> None:
    """Called once when the application starts."""
    from lianluo.suggestions.selectors import overview
    from lianluo.suggestions.selectors.mine import glance_panels
    from lianluo.ui.glance import GLANCE, Glance
    from lianluo.ui.nav import NAV, Group, NavEntry

    GLANCE.add(
        "suggestions.mine",
        Glance(key="suggestions.mine", panels=glance_panels, shown=lambda actor: actor.is_deputy, order=10),
    )
    GLANCE.add(
        "suggestions",
        Glance(key="suggestions", panels=overview.panels, shown=overview.sees_overview, order=20),
    )
    NAV.add(
        "suggestions.mine",
        NavEntry(
            key="suggestions.mine",
            label=_("我的建议"),
            icon="edit",
            url_name="suggestions:mine",
            group=Group.DUTY,
            order=5,
            shown=lambda actor: actor.is_deputy,
            tab=_("我的建议"),
            pages=OWN_PAGES,
        ),
    )
    NAV.add(
        "suggestions.all",
        NavEntry(
            key="suggestions.all",
            label=_("代表建议"),
            icon="file",
            url_name="suggestions:list",
            group=Group.DUTY,
            order=10,
            shown=_public,
            tab=_("全部建议"),
        ),
    )
