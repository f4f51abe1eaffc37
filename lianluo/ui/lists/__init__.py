"""Lists: declare columns, filters, sorts, views and bulk moves; everything else comes from `ListPage`."""

from lianluo.ui.lists.filters import Choices, Days, Filter, Flag
from lianluo.ui.lists.page import LISTS, ListPage
from lianluo.ui.lists.parts import Bulk, Column, Sort, View

__all__ = ["LISTS", "Bulk", "Choices", "Column", "Days", "Filter", "Flag", "ListPage", "Sort", "View"]
