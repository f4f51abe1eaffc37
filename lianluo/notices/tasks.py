"""Jobs of the notices. They are rows in PostgreSQL, written in the transaction that told something."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from lianluo.notices import jobs
from lianluo.notices.models import Delivery, DeliveryState
from lianluo.notices.sending import MOST_TRIES, deliver, deliver_digest, reopen

WHY = "digests of all congresses go out in one round"
BACKOFF = RetryStrategy(max_attempts=MOST_TRIES, exponential_wait=5)
"""Tries again after 5, 25, 125, 625 and 3,125 seconds."""


@app.task(name="notices.send", queue="notices", retry=BACKOFF)
def send(delivery_id: int) -> str:
    """Send one delivery."""
    return deliver(delivery_id, at=timezone.now())


@app.task(name="notices.digest", queue="notices", retry=BACKOFF)
def send_digest(account_id: int, channel: str) -> int:
    """Send one person's digest on one channel."""
    return deliver_digest(account_id, channel, at=timezone.now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="notices.digests", queue="notices", queueing_lock="notices.digests")
def start_digests(timestamp: int) -> int:
    """Every ten minutes: a job for every digest that is due."""
    due = datetime.fromtimestamp(timestamp, UTC) + timedelta(minutes=1)
    rows = Delivery.objects.everywhere(WHY).filter(state=DeliveryState.HELD, due_at__lte=due)
    pairs = sorted(set(rows.values_list("notice__account", "channel")))
    for account_id, channel in pairs:
        lock = f"digest:{account_id}:{channel}"
        jobs.defer_once(send_digest, lock, account_id=account_id, channel=channel)
    return len(pairs)


@app.periodic(cron="* * * * *")
@app.task(name="jobs.rescue", queueing_lock="jobs.rescue")
def rescue(timestamp: int) -> int:
    """Every minute: jobs whose worker died are started again."""
    return jobs.rescue_stalled()


@app.periodic(cron="15 3 * * *")
@app.task(name="jobs.sweep", queueing_lock="jobs.sweep")
def sweep(timestamp: int) -> int:
    """Every night: forget jobs that ended a week ago; failed ones stay for a month."""
    return jobs.sweep(datetime.fromtimestamp(timestamp, UTC))


def enqueue(deliveries: Iterable[Delivery]) -> None:
    """A job for each delivery, not before it is due; one statement for all that are due together."""
    by_time: dict[datetime, list[int]] = defaultdict(list)
    for delivery in deliveries:
        by_time[delivery.due_at].append(delivery.pk)
    for due_at, ids in by_time.items():
        send.configure(schedule_at=due_at).batch_defer(*({"delivery_id": pk} for pk in ids))  # type: ignore[arg-type]


def send_again(delivery: Delivery, *, at: datetime) -> bool:
    """Give a failed delivery another six tries. False when it did not fail."""
    if not reopen(delivery, at=at):
        return False
    send.configure(schedule_at=at).defer(delivery_id=delivery.pk)
    return True
