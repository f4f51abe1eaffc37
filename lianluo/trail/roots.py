"""The daily root: one digest that can be printed, published and checked years later."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from lianluo.trail import chain
from lianluo.trail.models import DayRoot, Event, RootHead

WHY = "one root over the history of every congress"
LOCK_WAIT = "30s"


@transaction.atomic
def seal_day(*, at: datetime) -> DayRoot | None:
    """Write the root of the day before `at`, over everything recorded since the last root.

    Days on which nobody ran this are covered by the next root. None when the day has its root already.
    Writers wait for a moment: only so is it certain that no earlier event is still on its way.
    """
    day = timezone.localtime(at).date() - timedelta(days=1)
    _let_writers_finish()
    last = DayRoot.objects.order_by("-day").first()
    if last and last.day >= day:
        return None
    since = last.upto if last else 0
    upto = Event.objects.everywhere(WHY).aggregate(upto=Max("pk"))["upto"] or since
    tree = chain.Merkle()
    for leaf in leaves(since, upto):
        tree.add(leaf)
    previous = bytes(last.root) if last else chain.GENESIS
    root = chain.day_root(previous, day, upto, tree)
    RootHead.objects.update_or_create(pk=1, defaults={"day": day, "root": root})
    return DayRoot.objects.create(day=day, upto=upto, leaves=tree.leaves, root=root, previous=previous)


def leaves(since: int, upto: int) -> Iterator[bytes]:
    """The last digest of every case with an event after `since` up to `upto` (keys), in the order of `verify`."""
    rows = Event.objects.everywhere(WHY).filter(pk__gt=since, pk__lte=upto)
    for case_type in sorted(set(rows.order_by().values_list("case_type", flat=True))):
        last = rows.filter(case_type=case_type).order_by("case_id", "-seq").distinct("case_id")
        yield from (bytes(leaf) for leaf in last.values_list("hash", flat=True).iterator())


def as_text(roots: list[DayRoot]) -> str:
    """Lines to print or publish: day, number of cases, root in hexadecimal."""
    return "".join(f"{root.day.isoformat()}\t{root.leaves}\t{bytes(root.root).hex()}\n" for root in roots)


def sealed_by(key: int) -> DayRoot | None:
    """The first root that covers the event `key`; None while its day is not sealed."""
    return DayRoot.objects.filter(upto__gte=key).order_by("day").first()


def missing_since(day: date) -> bool:
    """Is the root of `day` still missing?"""
    return not DayRoot.objects.filter(day__gte=day).exists()


def _let_writers_finish() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_WAIT}'")
        cursor.execute(f"LOCK TABLE {Event._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
