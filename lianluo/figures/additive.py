"""The promise of an additive figure: what lies below adds up to the whole. Used by tests of every room."""

from lianluo.congress.models import Congress
from lianluo.figures.counting import by_congress, number
from lianluo.figures.periods import Period
from lianluo.figures.registry import Figure


def discrepancy(figure: Figure, congress: Congress, period: Period) -> int:
    """The number of the whole tree minus the sum of its parts: 0 for an additive figure."""
    parts = sum(count for _congress, count in by_congress(figure, congress, period))
    return number(figure, congress.subtree, period) - parts
