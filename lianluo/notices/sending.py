"""The outside world: one delivery, or a person's digest, really goes out here. Runs in jobs only."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from lianluo.notices.channels import EMAIL, Channel, channels
from lianluo.notices.events import EVENTS
from lianluo.notices.models import Delivery, DeliveryState, Notice
from lianluo.notices.sight import sees
from lianluo.people.models import Account

WHY = "a job sends what was written in the transaction of the event; rights are asked again below"
FOUND = "one delivery that the caller found in its own scope"
MOST_TRIES = 6


class NotSent(Exception):
    """The other side did not take it. The job tries again later."""


def deliver(delivery_id: int, *, at: datetime) -> str:
    """Send one delivery, if its person may still see what it is about. Returns the state it ended in.

    Raises `NotSent` while another try makes sense. Sending twice does no harm: e-mails carry a stable id.
    """
    rows = Delivery.objects.everywhere(WHY).select_related("notice__account__person", "notice__congress")
    delivery = rows.filter(pk=delivery_id).first()
    if delivery is None or delivery.state not in (DeliveryState.WAITING, DeliveryState.HELD):
        return delivery.state if delivery else DeliveryState.DROPPED
    notice = delivery.notice
    reason = refusal(notice, delivery.channel, at=at)
    if reason:
        return _end([delivery], DeliveryState.DROPPED, at=at, reason=reason)
    try:
        _send(channels()[delivery.channel], notice.account, *message(notice), str(delivery.pk))
    except Exception as error:
        return _failed([delivery], error, at=at)
    return _end([delivery], DeliveryState.SENT, at=at)


def deliver_digest(account_id: int, channel: str, *, at: datetime) -> int:
    """One message with everything that waited for this account. Returns how many notices it holds."""
    rows = Delivery.objects.everywhere(WHY).select_related("notice__account__person", "notice__congress")
    due = rows.filter(notice__account=account_id, channel=channel, state=DeliveryState.HELD, due_at__lte=at)
    waiting = list(due.order_by("notice__at", "pk"))
    kept = []
    for delivery in waiting:
        if reason := refusal(delivery.notice, channel, at=at):
            _end([delivery], DeliveryState.DROPPED, at=at, reason=reason)
        else:
            kept.append(delivery)
    if not kept:
        return 0
    notices = [delivery.notice for delivery in kept]
    try:
        _send(channels()[channel], notices[0].account, *digest(notices), f"d{kept[0].pk}")
    except Exception as error:
        _failed(kept, error, at=at)
        return 0
    _end(kept, DeliveryState.SENT, at=at)
    return len(kept)


def refusal(notice: Notice, channel: str, *, at: datetime) -> str:
    """Why this must not or cannot go out, as a sentence; empty when it may."""
    way = channels().get(channel)
    if way is None:
        return _("这个渠道已停用。")
    if not sees(notice.account, notice.congress, notice.case_type, notice.case_id, at=at):
        return _("收件人已不能查看此事。")
    needs = {EMAIL: {"email"}}.get(channel, set(way.needs))
    missing = sorted(need for need in needs if not address_of(notice.account)[need])
    if missing:
        return {"email": _("收件人没有填写电子邮箱。"), "phone": _("收件人没有登记手机号码。")}[missing[0]]
    return ""


def address_of(account: Account) -> dict[str, str]:
    """What the channels' addresses may be filled with."""
    phone = account.person.phone if account.person else ""
    return {"email": account.email, "phone": str(phone or ""), "username": account.username}


def message(notice: Notice) -> tuple[str, str]:
    """Subject and text of one notice outside the site."""
    kind = EVENTS.get(notice.key)
    if kind is None or kind.discreet:
        return _("您有一条新通知"), _("请登录后查看：{url}").format(url=absolute(notice.url))
    lines = [notice.title, notice.body, absolute(notice.url)]
    return notice.title, "\n\n".join(line for line in lines if line) + signature(notice)


def digest(notices: Sequence[Notice]) -> tuple[str, str]:
    """Subject and text of a digest."""
    subject = _("{n} 条通知").format(n=len(notices))
    entries = (f"{n}. {message(notice)[0]}\n   {absolute(notice.url)}" for n, notice in enumerate(notices, 1))
    return subject, "\n\n".join(entries) + signature(notices[0])


def signature(notice: Notice) -> str:
    change = absolute("/notices/preferences/")
    return "\n\n--\n" + _("{congress} · 在这里调整接收方式：{url}").format(
        congress=notice.congress.name, url=change
    )


def absolute(url: str) -> str:
    return f"{settings.ORIGIN}{url}" if url.startswith("/") else url


def _send(channel: Channel, account: Account, subject: str, text: str, mark: str) -> None:
    if channel.name == EMAIL:
        headers = {"Message-ID": f"<notice-{mark}@lianluo>", "Auto-Submitted": "auto-generated"}
        EmailMessage(subject.replace("\n", " "), text, to=[account.email], headers=headers).send()
        return
    import apprise  # heavy: only where a channel is set up

    facts: dict[str, Any] = address_of(account) if channel.needs else {}
    address = channel.address
    for name, value in facts.items():
        address = address.replace(f"{{{name}}}", value)
    outside = apprise.Apprise()
    if not outside.add(address) or not outside.notify(title=subject, body=text):
        raise NotSent(channel.name)


def reopen(delivery: Delivery, *, at: datetime) -> bool:
    """A failed delivery waits again, with all its tries. False when it did not fail."""
    failed = Delivery.objects.everywhere(FOUND).filter(pk=delivery.pk, state=DeliveryState.FAILED)
    return bool(failed.update(state=DeliveryState.WAITING, attempts=0, due_at=at, reason=""))


def _end(deliveries: Sequence[Delivery], state: str, *, at: datetime, reason: str = "") -> str:
    ids = [delivery.pk for delivery in deliveries]
    sent_at = at if state == DeliveryState.SENT else None
    rows = Delivery.objects.everywhere(WHY).filter(pk__in=ids)
    tries = max(delivery.attempts for delivery in deliveries) + 1
    rows.update(state=state, sent_at=sent_at, reason=reason[:300], attempts=tries)
    return state


def _failed(deliveries: Sequence[Delivery], error: Exception, *, at: datetime) -> str:
    """Note the failure; the last one ends the delivery, the others raise `NotSent` so that the job comes again."""
    reason = _("对方系统没有收下：{error}").format(error=type(error).__name__)
    if max(delivery.attempts for delivery in deliveries) + 1 >= MOST_TRIES:
        return _end(deliveries, DeliveryState.FAILED, at=at, reason=reason)
    _end(deliveries, deliveries[0].state, at=at, reason=reason)
    raise NotSent(reason) from error
