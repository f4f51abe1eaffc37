"""The list of everything that went out of the site."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.notices import inbox, policy
from lianluo.notices.channels import LABELS, channels
from lianluo.notices.models import Delivery, DeliveryState
from lianluo.notices.tasks import send_again
from lianluo.people.actor import Actor
from lianluo.ui.components.small import badge
from lianluo.ui.components.text import moment
from lianluo.ui.lists import LISTS, Bulk, Choices, Column, Days, ListPage, Sort, View

PROGRESS = {DeliveryState.WAITING: 30, DeliveryState.HELD: 10}


def _what(delivery: Delivery) -> str:
    note = now_("发给{who}").format(who=delivery.notice.account)
    return format_html('<b class="t">{}</b><small>{}</small>', delivery.notice.title, note)


def _state(delivery: Delivery) -> str:
    state = DeliveryState(delivery.state)
    shown = badge(label=state.label, tone=state.tone, p=PROGRESS.get(state, 100))
    return format_html("{}<small>{}</small>", shown, delivery.reason) if delivery.reason else shown


def _channels(actor: Actor, at: datetime) -> Iterable[tuple[str, Any]]:
    return [(name, channel.label) for name, channel in channels().items() if name != "site"]


def _may_resend(actor: Actor, delivery: Delivery) -> Verdict:
    """Only what failed, and only by whoever looks after the notices."""
    if not (verdict := policy.may_switch(actor)):
        return verdict
    return YES if delivery.state == DeliveryState.FAILED else no(_("这条消息没有失败，不用重发。"))


def _resend(delivery: Delivery, actor: Actor, at: datetime, facts: Mapping[str, Any]) -> object:
    return send_again(delivery, at=at)


def _effect(deliveries: Sequence[Delivery]) -> str:
    return now_("{n} 条消息重新排队，各再试六次。").format(n=len(deliveries))


class Deliveries(ListPage):
    """Every message of the congress that left the site or should have."""

    name, title, unit = "deliveries", _("发送记录"), _("条")
    template = "desk/deliveries.html"
    columns = (
        Column("what", _("通知"), cell=_what, text=lambda d: d.notice.title, fixed=True, main=True, width=44),
        Column("who", _("收件人"), cell=lambda d: str(d.notice.account), shown=False),
        Column("channel", _("渠道"), cell=lambda d: LABELS.get(d.channel, d.channel)),
        Column("state", _("状态"), cell=_state, text=lambda d: d.get_state_display()),
        Column("due", _("应发时间"), cell=lambda d: moment(d.due_at), sort="due"),
        Column("sent", _("发出时间"), cell=lambda d: moment(d.sent_at)),
        Column("attempts", _("次数"), cell=lambda d: d.attempts, numeric=True),
    )
    filters = (
        Choices("state", _("状态"), DeliveryState.choices, lookup="state"),
        Choices("channel", _("渠道"), _channels, lookup="channel"),
        Days("due", _("应发时间"), lookup="due_at__date"),
    )
    sorts = (Sort("new", _("最新在前"), ("-pk",)), Sort("due", _("应发时间"), ("due_at", "pk")))
    views = (
        View("all", _("全部"), ""),
        View("failed", _("失败"), "state=failed"),
        View("waiting", _("等待"), "state=waiting&state=held"),
    )
    bulks = (
        Bulk(
            "again",
            _("重发"),
            _may_resend,
            _resend,
            _effect,
            shown=lambda actor: bool(policy.may_switch(actor)),
        ),
    )
    find_hint = _("通知标题或收件人")
    empty_title = _("还没有发往站外的通知")
    empty_text = _("邮件和其他渠道的每一条消息都会列在这里。")

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        return inbox.log(actor).order_by()

    def find(self, rows: "QuerySet[Any]", words: str) -> "QuerySet[Any]":
        return rows.filter(notice__title__icontains=words) | rows.filter(
            notice__account__display_name__icontains=words
        )

    def may_see(self, actor: Actor) -> Any:
        return policy.may_see_log(actor)


LISTS.add("deliveries", Deliveries)
