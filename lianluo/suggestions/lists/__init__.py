"""The lists of the room."""

from lianluo.suggestions.lists.pages import Suggestions, UnitSuggestions, list_for, register
from lianluo.suggestions.lists.plans import PlanRows, row_after
from lianluo.suggestions.lists.promises import Promises

__all__ = ["PlanRows", "Promises", "Suggestions", "UnitSuggestions", "list_for", "register", "row_after"]
