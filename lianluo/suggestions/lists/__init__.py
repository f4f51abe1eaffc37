"""The lists of the room."""

from lianluo.suggestions.lists.pages import Suggestions, UnitSuggestions, list_for
from lianluo.suggestions.lists.promises import Promises
from lianluo.ui.lists import LISTS


def register() -> None:
    """Exports in the background find their list by name."""
    for page in (Suggestions, UnitSuggestions, Promises):
        LISTS.add(page.name, page)


__all__ = ["Promises", "Suggestions", "UnitSuggestions", "list_for", "register"]
