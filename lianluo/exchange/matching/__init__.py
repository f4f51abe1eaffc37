"""Who or what a written name means: sure when there is one answer, otherwise with candidates to choose from."""

from lianluo.exchange.matching.deputies import SeatNames
from lianluo.exchange.matching.found import Found
from lianluo.exchange.matching.units import UnitNames

__all__ = ["Found", "SeatNames", "UnitNames"]
