"""代理 on its page: named, seen by both, told to both, ended early; and what it refuses, with the reason."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from lianluo.notices.models import Notice
from lianluo.notices.recipients import Recipients, resolved
from lianluo.people.actor import actor_for
from lianluo.people.models import StandIn
from lianluo.people.roles import RoleKind
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Reply
from lianluo.suggestions.selectors.todo import todo_entries
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Event
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAGE = "/me/stand-ins/"


def asked(cast: Cast, **changes: Any) -> dict[str, Any]:
    """Hu asks Ma to sign for the next days."""
    unit, today = cast.home.units["education"], timezone.localdate()
    facts = {
        "stand_in": cast.home.accounts["ma"].pk,
        "kinds": [f"{unit.pk}:{RoleKind.UNIT_SIGNER}"],
        "starts_on": today.isoformat(),
        "ends_on": (today + timedelta(days=3)).isoformat(),
        "reason": "出差",
    }
    return facts | changes


def send(cast: Cast, key: str = "hu", **changes: Any) -> str:
    return str(cast.client(key).post(PAGE, asked(cast, **changes), follow=True).content.decode())


def rows(cast: Cast) -> list[StandIn]:
    return list(StandIn.objects.within(cast.home.congress.scope))


def told(cast: Cast, key: str) -> set[int]:
    found = Notice.objects.within(cast.home.congress.scope).filter(key=key)
    return set(found.values_list("account", flat=True))


def test_hu_names_ma_and_both_read_it_and_twice_is_once(cast: Cast) -> None:
    for _time in range(2):
        assert "已请马芳代理" in send(cast)
    (row,) = rows(cast)
    assert (row.absent.display_name, row.stand_in.display_name, row.kind) == ("胡军", "马芳", "unit_signer")
    assert "我代谁" in cast.client("ma").get(PAGE).content.decode()
    assert told(cast, "absence.named") == {cast.ma.account_id}


def test_the_one_who_is_back_ends_it(cast: Cast) -> None:
    send(cast)
    (row,) = rows(cast)
    for _time in range(2):
        page = (
            cast.client("hu").post(reverse("desk:stand_in_end", args=[row.pk]), follow=True).content.decode()
        )
        assert "代理已终止" in page
    assert "以前的代理" in page
    assert "现在没有人代理您的工作" in page
    assert told(cast, "absence.ended") == {cast.ma.account_id}
    assert not actor_for(cast.home.accounts["ma"], cast.home.congress, timezone.localdate()).stands_in_for


def test_the_stand_in_may_give_it_back(cast: Cast) -> None:
    send(cast)
    (row,) = rows(cast)
    assert cast.client("zhao").post(reverse("desk:stand_in_end", args=[row.pk])).status_code == 404
    cast.client("ma").post(reverse("desk:stand_in_end", args=[row.pk]))
    assert told(cast, "absence.ended") == {cast.hu.account_id}


def test_what_does_not_fit_is_said_and_nothing_is_lost(cast: Cast) -> None:
    past, far = timezone.localdate() - timedelta(days=1), timezone.localdate() + timedelta(days=500)
    for changes, said in (
        ({"stand_in": ""}, "这个字段是必填项"),
        ({"stand_in": cast.home.accounts["liu"].pk}, "选择一个有效的选项"),
        ({"kinds": []}, "请选择代理哪些角色"),
        ({"starts_on": past.isoformat()}, "开始日期不能早于今天"),
        ({"ends_on": past.isoformat()}, "结束日期不能早于开始日期"),
        ({"ends_on": far.isoformat()}, "代理最长一年"),
    ):
        page = send(cast, **changes)
        assert said in page, changes
        assert 'value="出差"' in page
    assert rows(cast) == []


def test_two_stand_ins_for_the_same_days_are_refused(cast: Cast) -> None:
    send(cast)
    assert "这段时间已经请马芳代理" in send(cast, stand_in=cast.home.accounts["zhao"].pk)
    assert len(rows(cast)) == 1


@pytest.mark.parametrize("key", ["wang", "li", "gao", "chen"])
def test_whose_work_nobody_stands_in_for_reads_why(cast: Cast, key: str) -> None:
    answer = cast.client(key).get(PAGE)
    assert answer.status_code == 403
    assert "代理只用于承办单位" in answer.content.decode()


def waits_for_the_signature(cast: Cast, now: datetime) -> Reply:
    handling = lives.signed_for(cast.home, now).handlings.get()
    lives.talk(handling, cast.home, now)
    reply = say.write_reply(handling, lives.answer(), actor=cast.zhao, at=now)
    say.move_reply(reply, "to_review", actor=cast.zhao, at=now)
    say.move_reply(reply, "approve", actor=cast.ma, at=now)
    return reply


def test_the_to_do_list_says_whose_work_it_is(cast: Cast, now: datetime) -> None:
    send(cast)
    reply = waits_for_the_signature(cast, now)
    ma = actor_for(cast.home.accounts["ma"], cast.home.congress, timezone.localdate())
    (entry,) = [one for one in todo_entries(ma, timezone.now()) if one.key == f"reply:{reply.pk}"]
    assert "（代胡军）" in entry.why
    assert "您正在代胡军办理工作" in cast.client("ma").get("/").content.decode()
    (own,) = [one for one in todo_entries(cast.hu, timezone.now()) if one.key == f"reply:{reply.pk}"]
    assert "代" not in own.why


def test_the_history_names_both(cast: Cast, now: datetime) -> None:
    send(cast)
    reply = waits_for_the_signature(cast, now)
    ma = actor_for(cast.home.accounts["ma"], cast.home.congress, timezone.localdate())
    say.deliver(reply, actor=ma, at=now)
    signed = Event.objects.within(cast.home.congress.scope).get(case_type="reply", move="sign")
    assert signed.actor_name == "马芳（代胡军）"
    page = (
        cast.client("zhao")
        .get(reverse("suggestions:case", args=[reply.handling.suggestion_id]))
        .content.decode()
    )
    assert "马芳（代胡军）" in page.replace("<wbr>", "")


def test_notices_reach_both(cast: Cast) -> None:
    """Ma is told of what concerns the signer of the unit, in Hu's role; after that no more."""
    unit, day = cast.home.units["education"], timezone.localdate()
    signers = Recipients.unit(unit.pk, RoleKind.UNIT_SIGNER)
    hu, ma = cast.hu.account_id, cast.ma.account_id
    assert set(resolved(signers, cast.home.congress, day)) == {hu}
    send(cast)
    found = resolved(signers, cast.home.congress, day)
    assert set(found) == {hu, ma}
    assert RoleKind.UNIT_SIGNER in found[ma]
    assert set(resolved(Recipients.accounts([hu]), cast.home.congress, day)) == {hu, ma}
    assert set(resolved(signers, cast.home.congress, day + timedelta(days=4))) == {hu}


def test_the_way_there_stands_under_mine(cast: Cast) -> None:
    assert PAGE in cast.client("hu").get(reverse("ui:mine")).content.decode()
    assert PAGE in cast.client("hu").get(reverse("desk:me")).content.decode()
    assert PAGE not in cast.client("wang").get(reverse("ui:mine")).content.decode()
