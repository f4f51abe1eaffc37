"""Housekeeping of the search queue."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from lianluo.search.changes import KEPT, forget


@app.periodic(cron="40 3 * * *")
@app.task(name="search.forget", queueing_lock="search.forget")
def forget_changes(timestamp: int) -> int:
    """Every night: drop changes that every node has had time to read."""
    return forget(before=datetime.fromtimestamp(timestamp, UTC) - KEPT)
