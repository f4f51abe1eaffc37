"""When a message may go out. Pure."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Hours:
    """Quiet hours may pass midnight (22:00–07:00); equal ends mean none."""

    quiet_from: time = time(22)
    quiet_to: time = time(7)
    digest_at: time = time(8)

    def is_quiet(self, clock: time) -> bool:
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= clock < self.quiet_to
        return clock >= self.quiet_from or clock < self.quiet_to


def next_at(at: datetime, clock: time) -> datetime:
    """The first moment from `at` on when the clock on the wall shows `clock`. `at` is local time."""
    due = at.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    return due if due >= at else due + timedelta(days=1)


def out_at(at: datetime, hours: Hours, *, urgent: bool) -> datetime:
    """When a message of `at` (local time) goes out: at once, or when the quiet hours end."""
    if urgent or not hours.is_quiet(at.time()):
        return at
    return next_at(at, hours.quiet_to)


def digest_at(at: datetime, hours: Hours) -> datetime:
    """When the digest that takes up a message of `at` goes out."""
    return next_at(at, hours.digest_at)
