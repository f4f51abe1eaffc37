"""What is read once for a whole file."""

from datetime import date

from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.exchange.kinds import Setting
from lianluo.exchange.matching import SeatNames, UnitNames
from lianluo.exchange.values import read_moment
from lianluo.people.models import Seat
from lianluo.suggestions.scale import Scale, scale


class Book:
    """Seats, units and topics of the congress, and what was said for the whole file."""

    def __init__(self, setting: Setting) -> None:
        congress = setting.actor.congress
        self.seats, self.units = SeatNames(congress), UnitNames(congress)
        self.topics = self._topics(setting)
        self._congress, self._scales = congress, dict[date, Scale]()
        self.lead = self._seat(setting.options.get("lead", ""))
        unit = setting.options.get("unit", "")
        self.unit = self.units.units.get(int(unit)) if unit.isdigit() else None
        submitted = setting.options.get("submitted_at", "")
        self.submitted = read_moment(submitted) if submitted else None

    def scale(self, day: date) -> Scale:
        """The congress's scale of judgement on that day, read once a day."""
        if day not in self._scales:
            self._scales[day] = scale(RuleBook(self._congress, day))
        return self._scales[day]

    def _seat(self, key: str) -> Seat | None:
        return self.seats.seats.get(int(key)) if key.isdigit() else None

    @staticmethod
    def _topics(setting: Setting) -> dict[str, str]:
        rows = RuleBook(setting.actor.congress, localdate(setting.at))["content.topics"]
        return {row["code"]: row["label"] for row in rows}
