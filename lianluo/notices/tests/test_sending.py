from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from lianluo.notices import matrix, sending
from lianluo.notices.models import Delivery, DeliveryState, Mode
from lianluo.notices.recipients import Recipients
from lianluo.notices.sending import MOST_TRIES, NotSent, deliver, deliver_digest
from lianluo.notices.tasks import start_digests
from lianluo.notices.telling import tell
from lianluo.notices.tests.conftest import Matter
from lianluo.notices.tests.test_tell import assigned, deliveries
from lianluo.people.models import Account
from lianluo.people.roles import RoleKind
from tests.cast import NOW, Cast


def one(cast: Cast, **changes: Any) -> Delivery:
    """The message to 徐丽."""
    assigned(cast, **changes)
    return deliveries()[-1]


def again(delivery: Delivery) -> Delivery:
    return next(d for d in deliveries() if d.pk == delivery.pk)


def test_an_email_says_what_and_where(cast: Cast, matter: Matter, mailed: None, settings: Any) -> None:
    settings.ORIGIN = "https://rd.example.cn"
    delivery = one(cast, body="请于5月25日前确认。")
    assert deliver(delivery.pk, at=NOW) == DeliveryState.SENT
    letter = mail.outbox[0]
    assert letter.to == ["xu@example.cn"]
    assert letter.subject == "新交办建议第0123号"
    assert "请于5月25日前确认。" in letter.body
    assert "https://rd.example.cn/suggestions/7/" in letter.body
    assert again(delivery).sent_at == NOW


def test_a_message_goes_out_once(cast: Cast, matter: Matter, mailed: None) -> None:
    delivery = one(cast)
    deliver(delivery.pk, at=NOW)
    deliver(delivery.pk, at=NOW)
    assert len(mail.outbox) == 1


def test_rights_are_asked_again_when_it_goes_out(cast: Cast, matter: Matter, mailed: None) -> None:
    delivery = one(cast)
    matter.hidden.add((cast.xu.account_id, 7))
    assert deliver(delivery.pk, at=NOW) == DeliveryState.DROPPED
    assert mail.outbox == []
    assert again(delivery).reason == "收件人已不能查看此事。"


def test_nothing_goes_to_an_account_that_was_closed(cast: Cast, matter: Matter, mailed: None) -> None:
    delivery = one(cast)
    Account.objects.filter(pk=cast.xu.account_id).update(is_active=False)
    assert deliver(delivery.pk, at=NOW) == DeliveryState.DROPPED
    assert mail.outbox == []


def test_without_an_address_the_log_says_so(cast: Cast, matter: Matter) -> None:
    delivery = one(cast)
    assert deliver(delivery.pk, at=NOW) == DeliveryState.DROPPED
    assert again(delivery).reason == "收件人没有填写电子邮箱。"


def test_a_discreet_event_says_nothing_outside(cast: Cast, matter: Matter, mailed: None) -> None:
    tell(
        "matter.secret",
        to=Recipients.roles(RoleKind.LIAISON),
        title="关于某人代表资格的审查",
        url="/x/",
        congress=cast.home.congress,
        at=NOW,
    )
    deliver(deliveries()[-1].pk, at=NOW)
    assert mail.outbox[0].subject == "您有一条新通知"
    assert "某人" not in mail.outbox[0].subject + mail.outbox[0].body


class Broken:
    """A mail server that does not answer."""

    tries = 0

    def __call__(self, *_args: Any) -> None:
        self.tries += 1
        raise ConnectionRefusedError("no route to host")


def test_a_failure_is_tried_again_and_ends_after_six(
    cast: Cast, matter: Matter, mailed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery, broken = one(cast), Broken()
    monkeypatch.setattr(sending, "_send", broken)
    for _try in range(MOST_TRIES - 1):
        with pytest.raises(NotSent):
            deliver(delivery.pk, at=NOW)
    assert deliver(delivery.pk, at=NOW) == DeliveryState.FAILED
    assert deliver(delivery.pk, at=NOW) == DeliveryState.FAILED
    assert broken.tries == MOST_TRIES
    assert "ConnectionRefusedError" in again(delivery).reason


def test_the_digest_holds_everything_that_waited(cast: Cast, matter: Matter, mailed: None) -> None:
    matrix.choose(cast.xu.account_id, "matter.assigned", "email", Mode.DIGEST)
    for n in range(3):
        assigned(cast, title=f"建议第{n}号", at=NOW + timedelta(minutes=n))
    morning = NOW + timedelta(days=1)
    assert deliver_digest(cast.xu.account_id, "email", at=morning) == 3
    assert mail.outbox[0].subject == "3 条通知"
    assert all(f"建议第{n}号" in mail.outbox[0].body for n in range(3))
    assert {d.state for d in deliveries()} == {DeliveryState.SENT}
    assert deliver_digest(cast.xu.account_id, "email", at=morning) == 0


def test_a_digest_leaves_out_what_may_not_be_seen_any_more(cast: Cast, matter: Matter, mailed: None) -> None:
    matrix.choose(cast.xu.account_id, "matter.assigned", "email", Mode.DIGEST)
    assigned(cast, title="甲案")
    assigned(cast, title="乙案", case=("matter", 8))
    matter.hidden.add((cast.xu.account_id, 7))
    assert deliver_digest(cast.xu.account_id, "email", at=NOW + timedelta(days=1)) == 1
    assert "甲案" not in mail.outbox[0].body


def test_due_digests_are_started_and_never_twice(cast: Cast, matter: Matter) -> None:
    matrix.choose(cast.xu.account_id, "matter.assigned", "email", Mode.DIGEST)
    assigned(cast)
    before, due = NOW.timestamp(), (NOW + timedelta(days=1)).timestamp()
    assert start_digests.func(int(before)) == 0
    assert start_digests.func(int(due)) == 1
    assert start_digests.func(int(due)) == 1
    assert ProcrastinateJob.objects.filter(task_name="notices.digest").count() == 1


def test_other_channels_go_through_apprise(
    cast: Cast, matter: Matter, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NOTICE_CHANNELS = ("sms=json://gateway/{phone}",)
    person = cast.home.seats["li"].person
    account = cast.home.accounts["li"]
    sent: list[tuple[str, str]] = []

    class Fake:
        def add(self, address: str) -> bool:
            self.address = address
            return True

        def notify(self, title: str, body: str) -> bool:
            sent.append((self.address, title))
            return True

    monkeypatch.setattr("apprise.Apprise", Fake)
    matrix.switch(
        ("matter.answered", "deputy", "sms"), True, congress=cast.home.congress, actor=cast.qian, at=NOW
    )
    tell("matter.answered", to=[account.pk], title="已答复", url="/", congress=cast.home.congress, at=NOW)
    sms = next(d for d in deliveries() if d.channel == "sms")
    assert deliver(sms.pk, at=NOW) == DeliveryState.SENT
    assert sent == [(f"json://gateway/{person.phone}", "已答复")]


def test_a_channel_that_was_taken_out_of_the_setting_is_dropped(
    cast: Cast, matter: Matter, settings: Any
) -> None:
    settings.NOTICE_CHANNELS = ("feishu=feishu://token",)
    matrix.switch(
        ("matter.assigned", "unit_admin", "feishu"),
        True,
        congress=cast.home.congress,
        actor=cast.qian,
        at=NOW,
    )
    assigned(cast)
    settings.NOTICE_CHANNELS = ()
    feishu = next(d for d in deliveries() if d.channel == "feishu")
    assert deliver(feishu.pk, at=NOW) == DeliveryState.DROPPED
    assert again(feishu).reason == "这个渠道已停用。"
