from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def fill_calendar(using: str, **_signal: Any) -> None:
    """After migrating (and after a test emptied the tables) the announced years are there."""
    from django.db import connections
    from django.utils import timezone

    from lianluo.congress.calendar_seed import seed_calendar
    from lianluo.congress.models import CalendarDay, CalendarStamp, CalendarYear

    if CalendarStamp._meta.db_table in connections[using].introspection.table_names():
        seed_calendar(CalendarYear, CalendarDay, at=timezone.now())


class CongressConfig(AppConfig):
    name = "lianluo.congress"
    label = "congress"

    def ready(self) -> None:
        post_migrate.connect(fill_calendar, sender=self)
