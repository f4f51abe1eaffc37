from typing import Any

import pytest
from django.urls import reverse

from lianluo.desk.delivery_list import _may_resend
from lianluo.notices import inbox, matrix
from lianluo.notices.models import Delivery, DeliveryState, Habit, Mode, Notice, Preference, Switch
from lianluo.notices.telling import tell
from lianluo.notices.tests.conftest import Matter, matter  # noqa: F401  a fixture
from tests.cast import NOW, Cast

WHY = "tests read the whole table"


@pytest.fixture
def told(cast: Cast, matter: Matter) -> Notice:  # noqa: F811
    """Zhao was told of case 7, Xu too, with an e-mail."""
    to = [cast.zhao.account_id, cast.xu.account_id]
    facts: dict[str, Any] = {
        "title": "新交办建议第0123号",
        "url": "/notices/?show=all",
        "case": ("matter", 7),
    }
    made = tell("matter.assigned", to=to, congress=cast.home.congress, at=NOW, **facts)
    return next(one for one in made if one.account_id == cast.zhao.account_id)


def test_the_list_shows_what_is_unread_and_all_on_request(cast: Cast, told: Notice) -> None:
    client = cast.client("zhao")
    assert told.title in client.get(reverse("desk:notices")).content.decode()
    inbox.mark_read(told.account_id, at=NOW)
    assert told.title not in client.get(reverse("desk:notices")).content.decode()
    assert told.title in client.get(reverse("desk:notices"), {"show": "all"}).content.decode()


def test_opening_a_notice_marks_it_and_leads_where_it_says(cast: Cast, told: Notice) -> None:
    answer = cast.client("zhao").get(reverse("desk:notice", args=[told.pk]))
    assert answer["Location"] == told.url
    assert inbox.unread_count(told.account_id) == 0


def test_somebody_elses_notice_does_not_exist(cast: Cast, told: Notice) -> None:
    assert cast.client("xu").get(reverse("desk:notice", args=[told.pk])).status_code == 404


def test_a_notice_never_leads_off_the_site(cast: Cast, told: Notice) -> None:
    Notice.objects.everywhere(WHY).filter(pk=told.pk).update(url="https://evil.example/")
    answer = cast.client("zhao").get(reverse("desk:notice", args=[told.pk]))
    assert answer["Location"] == reverse("desk:notices")


def test_a_case_that_may_not_be_seen_any_more_is_not_named(
    cast: Cast,
    told: Notice,
    matter: Matter,  # noqa: F811
) -> None:
    matter.hidden.add((told.account_id, 7))
    client = cast.client("zhao")
    shown = client.get(reverse("desk:notices")).content.decode()
    assert told.title not in shown
    assert "这件事已不在您的权限内" in shown
    assert client.get(reverse("desk:notice", args=[told.pk])).status_code == 403


def test_all_are_marked_with_one_button(cast: Cast, told: Notice) -> None:
    cast.client("zhao").post(reverse("desk:notices_read"))
    assert inbox.unread_count(told.account_id) == 0
    assert inbox.unread_count(cast.xu.account_id) == 1


def test_one_is_marked_without_being_opened(cast: Cast, told: Notice) -> None:
    cast.client("zhao").post(reverse("desk:notices_read"), {"notice": told.pk})
    assert inbox.unread_count(told.account_id) == 0


def test_choices_are_kept(cast: Cast, told: Notice) -> None:
    client, url = cast.client("xu"), reverse("desk:notice_preferences")
    assert "交办到本单位" in client.get(url).content.decode()
    facts = {
        "quiet_from": "21:00",
        "quiet_to": "06:30",
        "digest_at": "09:00",
        "matter.assigned--site": Mode.NOW,
        "matter.assigned--email": Mode.DIGEST,
        "matter.overdue--site": Mode.NOW,
        "matter.overdue--email": Mode.OFF,
    }
    assert client.post(url, facts).status_code == 302
    own = (
        Preference.objects.filter(account=cast.xu.account_id)
        .order_by("key")
        .values_list("key", "channel", "mode")
    )
    assert list(own) == [("matter.assigned", "email", "digest"), ("matter.overdue", "email", "off")]
    assert str(Habit.objects.get(account=cast.xu.account_id).quiet_to) == "06:30:00"


def test_an_urgent_event_offers_no_way_out_on_the_site(cast: Cast, told: Notice) -> None:
    facts = {
        "quiet_from": "22:00",
        "quiet_to": "07:00",
        "digest_at": "08:00",
        "matter.overdue--site": Mode.OFF,
    }
    answer = cast.client("xu").post(reverse("desk:notice_preferences"), facts)
    assert answer.status_code == 200
    assert not Preference.objects.exists()


def test_the_table_is_switched_cell_by_cell(cast: Cast, told: Notice) -> None:
    client, url = cast.client("qian"), reverse("desk:notice_matrix")
    cells = [
        f"{kind.key}|{role}|{way}"
        for kind, rows in matrix.table(cast.home.congress)
        for role, ways in rows
        for way, on in ways.items()
        if on
    ]
    client.post(url, {"cell": [*cells, "matter.assigned|unit_handler|email", "nonsense", "a|b|c"]})
    rows = Switch.objects.within(cast.home.congress.scope)
    assert [(row.key, row.role, row.channel, row.on) for row in rows] == [
        ("matter.assigned", "unit_handler", "email", True)
    ]


def test_the_log_shows_what_went_wrong_and_sends_again(cast: Cast, told: Notice) -> None:
    rows = Delivery.objects.everywhere(WHY)
    rows.update(state=DeliveryState.FAILED, reason="对方系统没有收下")
    client, url = cast.client("qian"), reverse("desk:deliveries")
    assert "对方系统没有收下" in client.get(url).content.decode()
    client.post(url, {"do": "bulk", "bulk": "again", "pk": rows.get().pk, "confirmed": "1"})
    assert rows.get().state == DeliveryState.WAITING


def test_what_did_not_fail_is_not_sent_again(cast: Cast, told: Notice) -> None:
    delivery = Delivery.objects.everywhere(WHY).get()
    assert not _may_resend(cast.qian, delivery)
    delivery.state = DeliveryState.FAILED
    assert _may_resend(cast.qian, delivery)
    assert not _may_resend(cast.dong, delivery)


def test_jobs_are_listed_and_put_back(cast: Cast, told: Notice) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    from lianluo.notices.tests.test_jobs import set_status

    job = ProcrastinateJob.objects.latest("pk")
    set_status(job.pk, "doing")
    set_status(job.pk, "failed")
    client = cast.client("han")
    assert "发送通知" in client.get(reverse("desk:jobs")).content.decode()
    client.post(reverse("desk:job_again", args=[job.pk]))
    job.refresh_from_db()
    assert job.status == "todo"


def test_a_notice_of_another_congress_opens_there(cast: Cast, matter: Matter) -> None:  # noqa: F811
    from lianluo.people.models import Role
    from lianluo.people.roles import RoleKind

    account = cast.home.accounts["wang"]
    Role.objects.create(
        congress=cast.lower.congress, account=account, kind=RoleKind.LIAISON, starts_on=NOW.date()
    )
    (made,) = tell("matter.secret", to=[account.pk], title="t", url="/", congress=cast.lower.congress, at=NOW)
    client = cast.client("wang")
    client.get(reverse("desk:notice", args=[made.pk]))
    assert client.get(reverse("desk:notices")).wsgi_request.actor.congress == cast.lower.congress
