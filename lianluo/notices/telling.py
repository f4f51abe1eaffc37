"""`tell`: the one sentence by which anything reaches anybody. It writes rows and jobs; nothing outlives a rollback."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from lianluo.congress.models import Congress
from lianluo.notices import matrix
from lianluo.notices.channels import SITE, channels
from lianluo.notices.events import EVENTS, Kind
from lianluo.notices.habits import usual_hours
from lianluo.notices.models import Delivery, DeliveryState, Habit, Mode, Notice
from lianluo.notices.recipients import Recipients, resolved
from lianluo.notices.sight import SIGHTS
from lianluo.notices.times import Hours, digest_at, out_at

TOLD = "the same fact is told to an account once, whichever congress told it first"


NEVER = datetime.min.replace(tzinfo=UTC)
ALWAYS = datetime.max.replace(tzinfo=UTC)
_quiet_before: ContextVar[datetime] = ContextVar("quiet_before", default=NEVER)


@contextmanager
def quietly(before: datetime = ALWAYS) -> Iterator[None]:
    """Inside, nobody is told what happened before then: what is entered after the fact is no news."""
    token = _quiet_before.set(before)
    try:
        yield
    finally:
        _quiet_before.reset(token)


class UnknownCase(KeyError):
    """No room has said who may see this kind of case, so nothing is told about it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one account gets: whether the site shows it, and the mode of every other channel."""

    account_id: int
    site: bool
    out: dict[str, str]


@transaction.atomic
def tell(  # noqa: PLR0913  one sentence: what, to whom, about which case
    key: str,
    *,
    to: Recipients | Iterable[int],
    title: str,
    url: str,
    congress: Congress,
    at: datetime,
    body: str = "",
    case: tuple[str, int] | None = None,
    once: str = "",
) -> list[Notice]:
    """Tell `to` about the event `key`. Who has no role in the event's row of the table hears nothing.

    `case` is (kind of case, id): the right to see it is asked again when a message goes out. `once` names the
    fact: the same fact is told to an account only once (default: the whole content and the time).
    Returns the notices written; doubles are left out. `title` and `body` are already in the reader's language.
    """
    kind = EVENTS[key]
    if at < _quiet_before.get():
        return []
    if case is not None and case[0] not in SIGHTS:
        raise UnknownCase(case[0])
    plans = _plans(kind, to if isinstance(to, Recipients) else Recipients.accounts(to), congress, at)
    facts: dict[str, Any] = {"title": title[:200], "body": body, "url": url, "at": at, "key": key}
    facts |= {"case_type": case[0] if case else "", "case_id": case[1] if case else None}
    facts["once"] = once[:100] or _fingerprint(*(str(facts[name]) for name in sorted(facts)))
    written = _written(kind, plans, congress, facts)
    _send_out(kind, written, plans, at)
    return written


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What some accounts are told about many cases at once. `once` names the fact, as in `tell`."""

    accounts: frozenset[int]
    title: str
    url: str
    once: str
    body: str = ""


@transaction.atomic
def tell_each(key: str, messages: Iterable[Message], *, congress: Congress, at: datetime) -> list[Notice]:
    """`tell` for many messages of one event: roles, switches and habits are read once for all of them."""
    kind, wanted = EVENTS[key], list(messages)
    if not wanted:
        return []
    everybody = frozenset[int]().union(*(one.accounts for one in wanted))
    plans = {plan.account_id: plan for plan in _plans(kind, Recipients.accounts(everybody), congress, at)}
    before = Notice.objects.everywhere(TOLD).filter(account__in=plans, once__in=[one.once for one in wanted])
    told = set(before.values_list("account", "once"))
    made: list[Notice] = Notice.objects.bulk_create(
        Notice(
            account_id=pk, congress=congress, urgent=kind.urgent, shown=plans[pk].site, key=key, at=at,
            title=one.title[:200], body=one.body, url=one.url, once=one.once[:100],
        )
        for one in wanted
        for pk in sorted(one.accounts & plans.keys())
        if (pk, one.once) not in told
    )  # fmt: skip
    _send_out(kind, made, list(plans.values()), at)
    return made


def _fingerprint(*parts: str) -> str:
    return sha256("\x00".join(parts).encode()).hexdigest()[:40]


def _plans(kind: Kind, to: Recipients, congress: Congress, at: datetime) -> list[Plan]:
    roles = resolved(to, congress, timezone.localdate(at))
    switched, modes = matrix.switches(congress, [kind.key]), matrix.modes(kind, roles)
    plans = []
    for account_id, held in sorted(roles.items()):
        ways = matrix.ways(kind, held, switched)
        mode = {way: matrix.chosen(kind, way, modes.get((account_id, way))) for way in ways}
        plan = {way: name for way, name in mode.items() if name != Mode.OFF}
        if plan:
            plans.append(Plan(account_id, SITE in plan, {w: m for w, m in plan.items() if w != SITE}))
    return plans


def _written(kind: Kind, plans: list[Plan], congress: Congress, facts: dict[str, Any]) -> list[Notice]:
    """The notices that were not told before. A simultaneous double waits here and is then left out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [facts["once"]])
    accounts = [plan.account_id for plan in plans]
    before = Notice.objects.everywhere(TOLD).filter(account__in=accounts, once=facts["once"])
    told = set(before.values_list("account", flat=True))
    made: list[Notice] = Notice.objects.bulk_create(
        Notice(account_id=plan.account_id, congress=congress, urgent=kind.urgent, shown=plan.site, **facts)
        for plan in plans
        if plan.account_id not in told
    )
    return made


def _send_out(kind: Kind, notices: list[Notice], plans: list[Plan], at: datetime) -> None:
    """Deliveries for every channel but the site, and a job for each that does not wait for a digest."""
    from lianluo.notices.tasks import enqueue

    if not notices:
        return
    hours = _hours([notice.account_id for notice in notices])
    usual = usual_hours(notices[0].congress, timezone.localdate(at))
    out = {plan.account_id: plan.out for plan in plans}
    groups = {name for name, channel in channels().items() if channel.is_group}
    local, deliveries = timezone.localtime(at), list[Delivery]()
    for notice in notices:
        own = hours.get(notice.account_id, usual)
        for way, mode in sorted(out[notice.account_id].items()):
            if way in groups and any(delivery.channel == way for delivery in deliveries):
                continue  # a group hears of it once, not once per person
            deliveries.append(_delivery(kind, notice, way, mode, local, own))
    made = Delivery.objects.bulk_create(deliveries)
    enqueue([delivery for delivery in made if delivery.state == DeliveryState.WAITING])


def _delivery(kind: Kind, notice: Notice, way: str, mode: str, local: datetime, hours: Hours) -> Delivery:
    held = mode == Mode.DIGEST and not kind.urgent
    due = digest_at(local, hours) if held else out_at(local, hours, urgent=kind.urgent)
    state = DeliveryState.HELD if held else DeliveryState.WAITING
    return Delivery(notice=notice, channel=way, state=state, due_at=due)


def _hours(account_ids: list[int]) -> dict[int, Hours]:
    rows = Habit.objects.filter(account__in=account_ids)
    return {row.account_id: Hours(row.quiet_from, row.quiet_to, row.digest_at) for row in rows}
