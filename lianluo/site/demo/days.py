"""Days of the demo, counted back from the day on which it is filled: it always looks as if work were going on."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

TERM = 14


@dataclass(frozen=True)
class Days:
    """`today` is the day of filling."""

    today: date

    @property
    def session_opens(self) -> date:
        """Late January of the last year in which the session lies at least four months back."""
        year = self.today.year if self.today > date(self.today.year, 5, 31) else self.today.year - 1
        return date(year, 1, 24)

    @property
    def session_closes(self) -> date:
        return self.session_opens + timedelta(days=5)

    @property
    def now_opens(self) -> date:
        """The session that is in progress on the day of filling began the day before."""
        return self.today - timedelta(days=1)

    @property
    def now_closes(self) -> date:
        return self.today + timedelta(days=4)

    @property
    def assigned(self) -> date:
        """交办会, a month after the session."""
        return self.session_closes + timedelta(days=29)

    @property
    def term_starts(self) -> date:
        return date(2023, 1, 13)

    def at(self, day: date, hour: int = 9, minute: int = 0) -> datetime:
        """A moment of `day`, never in the future."""
        return min(self.on(day, hour, minute), timezone.now() - timedelta(minutes=5))

    def on(self, day: date, hour: int = 9, minute: int = 0) -> datetime:
        """A moment of `day`, which may be still to come."""
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=timezone.get_current_timezone())

    def ago(self, days: int, hour: int = 9, minute: int = 0) -> datetime:
        return self.at(self.today - timedelta(days=days), hour, minute)
