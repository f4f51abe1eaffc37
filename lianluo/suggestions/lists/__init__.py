"""The lists of the room."""

from lianluo.suggestions.lists.pages import Suggestions, UnitSuggestions, list_for, register

__all__ = ["Suggestions", "UnitSuggestions", "list_for", "register"]
