from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from lianluo.notices import matrix
from lianluo.notices.models import Delivery, DeliveryState, Habit, Mode, Notice
from lianluo.notices.recipients import Recipients
from lianluo.notices.telling import UnknownCase, tell
from lianluo.notices.tests.conftest import Matter
from lianluo.people.models import Account, Role
from lianluo.people.roles import RoleKind
from tests.cast import NOW, Cast, build

WHY = "tests read the whole table"


def assigned(cast: Cast, at: datetime = NOW, **changes: Any) -> list[Notice]:
    """The education unit is told that case 7 was assigned to it."""
    facts: dict[str, Any] = {
        "to": Recipients.unit(cast.home.units["education"].pk),
        "title": "新交办建议第0123号",
        "url": "/suggestions/7/",
        "case": ("matter", 7),
        "congress": cast.home.congress,
        "at": at,
    }
    return tell("matter.assigned", **facts | changes)


def deliveries() -> list[Delivery]:
    return list(Delivery.objects.everywhere(WHY).order_by("pk"))


def jobs() -> list[dict[str, Any]]:
    return list(
        ProcrastinateJob.objects.filter(task_name="notices.send").values("args", "scheduled_at", "status")
    )


def test_roles_of_the_row_are_told_and_no_others(cast: Cast, matter: Matter) -> None:
    told = {notice.account_id for notice in assigned(cast)}
    assert told == {cast.xu.account_id, cast.zhao.account_id}


def test_each_role_has_its_own_ways_and_a_job_for_each_message(cast: Cast, matter: Matter) -> None:
    assigned(cast)
    sent = deliveries()
    assert [(d.channel, d.notice.account_id) for d in sent] == [("email", cast.xu.account_id)]
    assert [job["args"] for job in jobs()] == [{"delivery_id": sent[0].pk}]


def test_the_neighbours_people_are_never_told(cast: Cast, matter: Matter) -> None:
    everybody = Account.objects.values_list("pk", flat=True)
    told = {notice.account_id for notice in assigned(cast, to=everybody)}
    home = {account.pk for account in cast.home.accounts.values()}
    assert told
    assert told <= home


def test_deputies_are_reached_by_their_seats(cast: Cast, matter: Matter) -> None:
    seats = Recipients.seats(cast.home.seats["li"].pk)
    told = tell("matter.answered", to=seats, title="t", url="/", congress=cast.home.congress, at=NOW)
    assert [notice.account_id for notice in told] == [cast.li.account_id]


def test_descriptions_of_people_are_joined(cast: Cast, matter: Matter) -> None:
    who = Recipients.unit(cast.home.units["education"].pk, RoleKind.UNIT_ADMIN) | Recipients.accounts(
        [cast.liu.account_id]
    )
    assert {n.account_id for n in assigned(cast, to=who)} == {cast.xu.account_id, cast.liu.account_id}


def test_who_may_no_longer_sign_in_is_not_told(cast: Cast, matter: Matter) -> None:
    Account.objects.filter(pk=cast.xu.account_id).update(is_active=False)
    assert {n.account_id for n in assigned(cast)} == {cast.zhao.account_id}


def test_a_role_that_ended_is_not_told(cast: Cast, matter: Matter) -> None:
    Role.objects.within(cast.home.congress.scope).filter(account=cast.xu.account_id).update(
        ends_on=NOW.date() - timedelta(days=1)
    )
    assert {n.account_id for n in assigned(cast)} == {cast.zhao.account_id}


def test_the_same_fact_is_told_once(cast: Cast, matter: Matter) -> None:
    assert len(assigned(cast, once="assigned:7:2")) == 2
    assert assigned(cast, once="assigned:7:2", at=NOW + timedelta(hours=1)) == []
    assert len(deliveries()) == 1


def test_a_retried_call_is_the_same_fact_and_a_later_one_is_not(cast: Cast, matter: Matter) -> None:
    assigned(cast)
    assert assigned(cast) == []
    assert len(assigned(cast, at=NOW + timedelta(days=1))) == 2


def test_a_kind_of_case_that_nobody_guards_is_refused(cast: Cast, matter: Matter) -> None:
    with pytest.raises(UnknownCase):
        assigned(cast, case=("secret", 7))


def test_an_event_that_was_not_declared_is_refused(cast: Cast, matter: Matter) -> None:
    with pytest.raises(KeyError):
        tell("matter.nothing", to=[1], title="t", url="/", congress=cast.home.congress, at=NOW)


def test_at_night_the_message_waits_for_the_morning(cast: Cast, matter: Matter) -> None:
    assigned(cast, at=NOW.replace(hour=23))
    morning = NOW.replace(hour=7, minute=30) + timedelta(days=1)
    assert [job["scheduled_at"] for job in jobs()] == [morning]


def test_an_urgent_message_does_not_wait(cast: Cast, matter: Matter) -> None:
    night = NOW.replace(hour=23)
    unit = Recipients.unit(cast.home.units["education"].pk)
    tell("matter.overdue", to=unit, title="t", url="/", congress=cast.home.congress, at=night)
    assert [job["scheduled_at"] for job in jobs()] == [night]


def test_own_quiet_hours_hold(cast: Cast, matter: Matter) -> None:
    Habit.objects.create(account_id=cast.xu.account_id, quiet_from="09:00", quiet_to="10:00")
    assigned(cast)
    assert deliveries()[0].due_at == NOW.replace(hour=10, minute=0)


def test_what_was_chosen_for_the_digest_waits_without_a_job(cast: Cast, matter: Matter) -> None:
    matrix.choose(cast.xu.account_id, "matter.assigned", "email", Mode.DIGEST)
    assigned(cast)
    assert [d.state for d in deliveries()] == [DeliveryState.HELD]
    assert jobs() == []


def test_what_was_refused_is_not_sent(cast: Cast, matter: Matter) -> None:
    matrix.choose(cast.xu.account_id, "matter.assigned", "email", Mode.OFF)
    assert len(assigned(cast)) == 2
    assert deliveries() == []


def test_who_refuses_all_ways_is_not_told(cast: Cast, matter: Matter) -> None:
    matrix.choose(cast.zhao.account_id, "matter.assigned", "site", Mode.OFF)
    assert {n.account_id for n in assigned(cast)} == {cast.xu.account_id}


def test_an_urgent_notice_cannot_be_refused_on_the_site(cast: Cast, matter: Matter) -> None:
    matrix.choose(cast.xu.account_id, "matter.overdue", "site", Mode.OFF)
    unit = Recipients.unit(cast.home.units["education"].pk)
    told = tell("matter.overdue", to=unit, title="t", url="/", congress=cast.home.congress, at=NOW)
    assert [notice.shown for notice in told] == [True]


def test_a_group_hears_of_it_once(cast: Cast, matter: Matter, settings: Any) -> None:
    settings.NOTICE_CHANNELS = ("dingtalk=dingtalk://token",)
    for role in (RoleKind.UNIT_ADMIN, RoleKind.UNIT_HANDLER):
        cell = ("matter.assigned", role, "dingtalk")
        matrix.switch(cell, True, congress=cast.home.congress, actor=cast.qian, at=NOW)
    assigned(cast)
    assert [d.channel for d in deliveries()].count("dingtalk") == 1


def test_telling_two_hundred_takes_a_handful_of_queries(
    cast: Cast, matter: Matter, at_most_queries: Any
) -> None:
    accounts = Account.objects.bulk_create(
        Account(username=f"many{n}", display_name="多", password="!") for n in range(200)
    )
    Role.objects.bulk_create(
        Role(
            congress=cast.home.congress,
            account=account,
            kind=RoleKind.UNIT_ADMIN,
            unit=cast.home.units["health"],
            starts_on=NOW.date(),
        )
        for account in accounts
    )
    with at_most_queries(20):
        told = assigned(cast, to=Recipients.unit(cast.home.units["health"].pk))
    assert len(told) == 201
    assert len(jobs()) == 200


@pytest.mark.django_db(transaction=True)
def test_nothing_is_left_after_a_rollback(matter: Matter) -> None:
    cast = build()
    with transaction.atomic():
        assert assigned(cast)
        assert jobs()
        transaction.set_rollback(True)
    assert Notice.objects.everywhere(WHY).count() == 0
    assert deliveries() == []
    assert jobs() == []
    assert not connection.in_atomic_block
