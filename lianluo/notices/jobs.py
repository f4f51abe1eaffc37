"""Background jobs as the system administrator sees them, and the housekeeping of their table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from asgiref.sync import async_to_sync
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

KEPT, KEPT_FAILED = timedelta(days=7), timedelta(days=30)
STALLED = 90.0
"""Seconds without a sign of life after which a worker counts as dead."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many jobs are in which state."""

    waiting: int
    running: int
    failed: int


def counts() -> Counts:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY 1")
        found: dict[str, int] = dict(cursor.fetchall())
    return Counts(found.get("todo", 0), found.get("doing", 0), found.get("failed", 0))


def listed(states: Sequence[str], most: int = 100) -> list[ProcrastinateJob]:
    """The newest jobs in one of `states`."""
    return list(ProcrastinateJob.objects.filter(status__in=states).order_by("-pk")[:most])


@transaction.atomic
def retry(job_id: int, *, at: datetime) -> bool:
    """Put a failed job back into the queue. False when it is no longer failed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM procrastinate_jobs WHERE id = %s AND status = 'failed' FOR UPDATE", [job_id]
        )
        if cursor.fetchone() is None:
            return False
        cursor.execute("SELECT procrastinate_retry_job_v2(%s, %s, NULL, NULL, NULL)", [job_id, at])
    return True


def defer_once(task: Any, lock: str, **arguments: Any) -> None:
    """Defer `task` unless the same is waiting already."""
    try:
        with transaction.atomic():
            task.configure(queueing_lock=lock).defer(**arguments)
    except AlreadyEnqueued:
        return


def rescue_stalled() -> int:
    """Jobs whose worker gave no sign of life go back into the queue."""
    from procrastinate.contrib.django import app

    async def rescued() -> int:
        manager = app.job_manager
        stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED))
        for job in stalled:
            await manager.retry_job(job)
        return len(stalled)

    return async_to_sync(rescued)()


def sweep(at: datetime) -> int:
    """Remove what ended long ago. Returns how many jobs."""
    rows = """
        DELETE FROM procrastinate_jobs j USING (
            SELECT job_id, max(at) AS last FROM procrastinate_events GROUP BY job_id
        ) e WHERE e.job_id = j.id AND (
            (j.status IN ('succeeded', 'cancelled', 'aborted') AND e.last < %s)
            OR (j.status = 'failed' AND e.last < %s))"""
    with connection.cursor() as cursor:
        cursor.execute(rows, [at - KEPT, at - KEPT_FAILED])
        return int(cursor.rowcount)
