"""What the trail does by itself."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from lianluo.trail import roots


@app.periodic(cron="10 * * * *")
@app.task(queueing_lock="trail_day_root", pass_context=False)
def seal_yesterday(timestamp: int) -> None:
    """Every hour at ten past; the first run after midnight in China writes the root, the others find it done."""
    if roots.missing_since(timezone.localdate() - timedelta(days=1)):
        roots.seal_day(at=timezone.now())
