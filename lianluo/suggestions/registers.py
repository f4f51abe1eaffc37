"""What this room registers with the floors below and above it."""


def register() -> None:
    """Called once when the application starts."""
    from django.utils.translation import gettext_lazy as _

    from lianluo.people.roles import RoleKind
    from lianluo.suggestions import (
        cases,
        figures,  # noqa: F401  its figures register when they are defined
        figures_public,  # noqa: F401  likewise
        lists,
        notices,
        own,
        papers,
        policy,
        search,
    )
    from lianluo.suggestions.intake import kind as intake
    from lianluo.suggestions.selectors.promises import may_read_ledger
    from lianluo.suggestions.selectors.todo import todo_entries
    from lianluo.suggestions.services import publishing_follows, recount, succession
    from lianluo.ui.nav import NAV, Group, NavEntry
    from lianluo.ui.todo import TODO, TodoSource

    cases.register()
    intake.register()
    lists.register()
    notices.register()
    search.register()
    succession.register()
    recount.register()
    publishing_follows.register()
    TODO.add("suggestions", TodoSource(key="suggestions", label=_("代表建议"), entries=todo_entries))
    NAV.add(
        "suggestions",
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
    )
    NAV.add(
        "publications",
        NavEntry(
            key="publications",
            label=_("公开审核"),
            icon="eye",
            url_name="suggestions:publications",
            group=Group.DUTY,
            order=15,
            shown=lambda actor: actor.is_liaison,
        ),
    )
    NAV.add(
        "suggestions.promises",
        NavEntry(
            key="suggestions.promises",
            label=_("承诺台账"),
            icon="list",
            url_name="suggestions:promises",
            group=Group.DUTY,
            order=30,
            shown=may_read_ledger,
        ),
    )
    NAV.add(
        "suggestions.own_unit",
        NavEntry(
            key="suggestions.own_unit",
            label=_("发文字号与移交"),
            icon="settings",
            url_name="suggestions:own_unit",
            group=Group.ADMIN,
            order=40,
            shown=lambda actor: actor.has(RoleKind.UNIT_ADMIN),
        ),
    )
    NAV.add(
        "suggestions.plans",
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
    )
    own.register()
    papers.register()
