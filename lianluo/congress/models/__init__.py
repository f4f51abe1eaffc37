from lianluo.congress.models.calendar import CalendarDay, CalendarStamp, CalendarYear
from lianluo.congress.models.counters import Counter
from lianluo.congress.models.rules import Rule
from lianluo.congress.models.terms import Delegation, DeputyGroup, ElectoralUnit, Session, Term
from lianluo.congress.models.tree import Congress, OfficeName, Region
from lianluo.congress.models.units import Unit, UnitName

__all__ = [
    "CalendarDay",
    "CalendarStamp",
    "CalendarYear",
    "Congress",
    "Counter",
    "Delegation",
    "DeputyGroup",
    "ElectoralUnit",
    "OfficeName",
    "Region",
    "Rule",
    "Session",
    "Term",
    "Unit",
    "UnitName",
]
