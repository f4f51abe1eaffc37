"""What the room does by itself."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from lianluo.suggestions.services.promise_month import remind_units


@app.periodic(cron="20 1 * * *")
@app.task(name="suggestions.promise_month", queueing_lock="suggestions.promise_month")
def promise_month(timestamp: int) -> int:
    """Every morning; it says something in the month that the congress has chosen, once a year."""
    return remind_units(datetime.fromtimestamp(timestamp, UTC))
