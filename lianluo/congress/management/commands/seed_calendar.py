"""`manage.py seed_calendar`: fill the announced years that are missing from the work calendar."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from lianluo.congress.calendar_seed import seed_calendar
from lianluo.congress.models import CalendarDay, CalendarYear


class Command(BaseCommand):
    help = (
        "Fill the years of the work calendar that are missing and were announced when this version was made."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        added = seed_calendar(CalendarYear, CalendarDay, at=timezone.now())
        self.stdout.write(f"{added} years added")
