from lianluo.trail.models.attachments import Attachment
from lianluo.trail.models.cases import Case
from lianluo.trail.models.clocks import Clock
from lianluo.trail.models.events import DayRoot, Event, RootHead

__all__ = ["Attachment", "Case", "Clock", "DayRoot", "Event", "RootHead"]
