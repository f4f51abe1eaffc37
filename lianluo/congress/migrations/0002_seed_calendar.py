"""The announced years, so that working days are right from the first start."""

from typing import Any

from django.db import migrations
from django.utils import timezone


def fill(apps: Any, schema_editor: Any) -> None:
    from lianluo.congress.calendar_seed import seed_calendar

    seed_calendar(
        apps.get_model("congress", "CalendarYear"),
        apps.get_model("congress", "CalendarDay"),
        at=timezone.now(),
    )


class Migration(migrations.Migration):
    dependencies = [("congress", "0001_tables")]

    replaces = [("congress", "0003_seed_calendar")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
