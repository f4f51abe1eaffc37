"""What this room registers with the floors below and above it."""


def register() -> None:
    """Called once when the application starts."""
    from django.utils.translation import gettext_lazy as _

    from lianluo.suggestions import (
        cases,
        figures,  # noqa: F401  its figures register when they are defined
        figures_public,  # noqa: F401  likewise
        lists,
        nav,
        notices,
        own,
        papers,
        search,
    )
    from lianluo.suggestions.intake import kind as intake
    from lianluo.suggestions.selectors.todo import SHOWN, todo_entries
    from lianluo.suggestions.services import publishing_follows, recount, succession
    from lianluo.ui.todo import TODO, TodoSource

    cases.register()
    intake.register()
    lists.register()
    notices.register()
    search.register()
    succession.register()
    recount.register()
    publishing_follows.register()
    source = TodoSource(key="suggestions", label=_("代表建议"), entries=todo_entries, most=SHOWN)
    TODO.add("suggestions", source)
    nav.register()
    own.register()
    papers.register()
