"""The three administrators have separate powers, and nobody gives a role to oneself."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from lianluo.people import policy
from lianluo.people.models import Account, AccountLog, Role
from lianluo.people.refusal import Refused, Unfit
from lianluo.people.roles import ADMIN_ROLES, AccountAct, RoleKind
from lianluo.people.services import (
    Grant,
    activate_account,
    change_account,
    end_role,
    end_sessions_of,
    grant_role,
    open_account,
    reset_password,
    reset_second_factor,
    suspend_account,
    unlock_account,
)
from tests.cast import TODAY


def test_the_system_administrator_opens_an_account(cast: Any, now: Any) -> None:
    account, password = open_account(
        username="Zeng.Li", display_name=" 曾丽 ", phone="139 0000 1234", actor=cast.han, at=now
    )
    assert account.username == "zeng.li"
    assert account.display_name == "曾丽"
    assert account.home == cast.home.congress
    assert account.must_change_password
    assert account.check_password(password)
    log = AccountLog.objects.get(account=account)
    assert (log.act, log.by_id) == (AccountAct.OPENED, cast.han.account_id)


@pytest.mark.parametrize("key", ["li", "wang", "qian", "zhao", "feng", "dong", "sun", "chen"])
def test_nobody_else_opens_accounts(cast: Any, now: Any, key: str) -> None:
    with pytest.raises(Refused, match="系统管理员"):
        open_account(username="newone", display_name="新人", actor=getattr(cast, key), at=now)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"username": "wang", "display_name": "王"}, "username"),
        ({"username": "1a", "display_name": "王"}, "username"),
        ({"username": "fine.name", "display_name": " "}, "display_name"),
        ({"username": "fine.name", "display_name": "王", "phone": "12345"}, "phone"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(cast: Any, now: Any, facts: Any, field: str) -> None:
    with pytest.raises(Unfit) as wrong:
        open_account(**facts, actor=cast.han, at=now)
    assert wrong.value.field == field
    assert str(wrong.value)


def test_one_phone_belongs_to_one_account(cast: Any, now: Any) -> None:
    open_account(username="first", display_name="甲", phone="13900001234", actor=cast.han, at=now)
    with pytest.raises(Unfit, match="另一个账号"):
        open_account(username="second", display_name="乙", phone="139-0000-1234", actor=cast.han, at=now)


def test_only_the_security_administrator_grants(cast: Any, now: Any) -> None:
    sun = cast.home.accounts["sun"]
    role = grant_role(sun, Grant(kind=RoleKind.LIAISON), actor=cast.feng, at=now)
    assert role.granted_by_id == cast.feng.account_id
    assert cast.sun.is_liaison
    for key in ("han", "dong", "qian", "chen"):
        with pytest.raises(Refused):
            grant_role(sun, Grant(kind=RoleKind.LEADER), actor=getattr(cast, key), at=now)


@pytest.mark.parametrize("kind", sorted(RoleKind))
def test_nobody_grants_to_oneself(cast: Any, now: Any, kind: str) -> None:
    me = cast.home.accounts["feng"]
    with pytest.raises(Refused, match="不能给自己授予角色"):
        grant_role(me, Grant(kind=kind, unit=cast.home.units["education"]), actor=cast.feng, at=now)


def test_the_database_too_refuses_a_role_granted_to_oneself(cast: Any) -> None:
    me = cast.home.accounts["feng"]
    with pytest.raises(IntegrityError, match="nobody_grants_to_oneself"), transaction.atomic():
        Role.objects.create(
            congress=cast.home.congress, account=me, kind=RoleKind.LEADER, starts_on=TODAY, granted_by=me
        )


@pytest.mark.parametrize("key", ["han", "dong"])
@pytest.mark.parametrize("kind", sorted(ADMIN_ROLES))
def test_no_account_holds_two_of_the_three(cast: Any, now: Any, key: str, kind: str) -> None:
    account = cast.home.accounts[key]
    held = account.roles.everywhere("the test's own role").get().kind
    with pytest.raises((Refused, Unfit)) as refusal:
        grant_role(account, Grant(kind=kind), actor=cast.feng, at=now)
    assert ("兼任" in str(refusal.value)) == (kind != held)


def _by_update(row: Role) -> None:
    other = Role.objects.create(
        congress=row.congress, account=row.account, kind=RoleKind.LEADER, starts_on=TODAY
    )
    Role.objects.within(row.congress.scope).filter(pk=other.pk).update(kind=row.kind)


def _by_sql(row: Role) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO people_role (congress_id, account_id, kind, title, starts_on) VALUES (%s, %s, %s, '', %s)",
            [row.congress_id, row.account_id, row.kind, row.starts_on],
        )


WAYS: tuple[Callable[[Role], object], ...] = (
    Role.save,
    lambda row: Role.objects.bulk_create([row]),
    _by_update,
    _by_sql,
)


@pytest.mark.parametrize("write", WAYS, ids=("save", "bulk", "update", "sql"))
def test_the_database_refuses_two_of_the_three_by_every_way(
    cast: Any, write: Callable[[Role], object]
) -> None:
    account, place = cast.home.accounts["han"], cast.lower.congress
    row = Role(congress=place, account=account, kind=RoleKind.AUDITOR, starts_on=TODAY)
    with pytest.raises(IntegrityError, match="three administrator roles"), transaction.atomic():
        write(row)


def test_one_after_the_other_is_allowed(cast: Any, now: Any) -> None:
    role = cast.home.accounts["han"].roles.everywhere("the test's own role").get()
    end_role(role, actor=cast.feng, at=now)
    grant_role(cast.home.accounts["han"], Grant(kind=RoleKind.AUDITOR), actor=cast.feng, at=now)
    assert cast.han.has(RoleKind.AUDITOR)
    assert not cast.han.has(RoleKind.SYSTEM_ADMIN)


@pytest.mark.django_db(transaction=True)
def test_two_grants_at_the_same_moment_do_not_both_win(django_user_model: Any) -> None:
    from tests.cast import build

    cast = build()
    account, place, won = cast.home.accounts["sun"], cast.home.congress, []
    gate = threading.Barrier(2)

    def grant(kind: str) -> None:
        try:
            with transaction.atomic():
                gate.wait()
                Role.objects.create(congress=place, account=account, kind=kind, starts_on=TODAY)
            won.append(kind)
        except IntegrityError:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=grant, args=(kind,)) for kind in ("auditor", "system_admin")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1


def test_a_unit_administrator_sets_the_own_unit_only(cast: Any, now: Any) -> None:
    sun, units = cast.home.accounts["sun"], cast.home.units
    grant_role(sun, Grant(kind=RoleKind.UNIT_HANDLER, unit=units["education"]), actor=cast.xu, at=now)
    with pytest.raises(Refused, match="自己单位"):
        grant_role(sun, Grant(kind=RoleKind.UNIT_HANDLER, unit=units["health"]), actor=cast.xu, at=now)
    with pytest.raises(Refused, match="承办人、审核人、签发人"):
        grant_role(sun, Grant(kind=RoleKind.UNIT_ADMIN, unit=units["education"]), actor=cast.xu, at=now)


def test_roles_are_granted_below_but_not_beside_or_above(cast: Any, now: Any) -> None:
    sun = cast.home.accounts["sun"]
    grant_role(sun, Grant(kind=RoleKind.LEADER, congress=cast.lower.congress), actor=cast.feng, at=now)
    for place in (cast.neighbour, cast.upper):
        with pytest.raises(Refused, match="本级和下级"):
            grant_role(sun, Grant(kind=RoleKind.LEADER, congress=place.congress), actor=cast.feng, at=now)


def test_a_role_wants_the_unit_of_its_own_congress(cast: Any, now: Any) -> None:
    sun, elsewhere = cast.home.accounts["sun"], cast.neighbour
    for grant, field in (
        (Grant(kind=RoleKind.UNIT_HANDLER), "unit"),
        (Grant(kind=RoleKind.UNIT_HANDLER, unit=elsewhere.units["education"]), "unit"),
        (Grant(kind=RoleKind.DELEGATION_STAFF), "delegation"),
        (Grant(kind=RoleKind.DELEGATION_STAFF, delegation=elsewhere.delegations[0]), "delegation"),
    ):
        with pytest.raises(Unfit) as wrong:
            grant_role(sun, grant, actor=cast.feng, at=now)
        assert wrong.value.field == field


def test_a_role_held_already_is_not_granted_twice(cast: Any, now: Any) -> None:
    with pytest.raises(Unfit, match="王敏已经是联工委工作人员"):
        grant_role(cast.home.accounts["wang"], Grant(kind=RoleKind.LIAISON), actor=cast.feng, at=now)


def test_an_ended_role_is_over_at_once_and_stays_in_history(cast: Any, now: Any) -> None:
    role = cast.home.accounts["wang"].roles.everywhere("the test's own role").get()
    end_role(role, actor=cast.feng, at=now)
    assert not cast.wang.roles
    log = AccountLog.objects.get(account=cast.home.accounts["wang"])
    assert (log.act, log.note) == (AccountAct.ROLE_ENDED, "联工委工作人员 · 湖南省人大")


def test_nobody_ends_the_own_role(cast: Any, now: Any) -> None:
    role = cast.home.accounts["feng"].roles.everywhere("the test's own role").get()
    with pytest.raises(Refused, match="自己的角色"):
        end_role(role, actor=cast.feng, at=now)


def test_a_role_may_have_an_end_from_the_start(cast: Any, now: Any) -> None:
    grant = Grant(kind=RoleKind.SESSION_STAFF, starts_on=TODAY, ends_on=TODAY)
    role = grant_role(cast.home.accounts["sun"], grant, actor=cast.feng, at=now)
    assert role.ends_on == TODAY
    assert cast.sun.has(RoleKind.SESSION_STAFF)


def test_the_auditor_only_reads_the_audit(cast: Any) -> None:
    powers = {power for power in policy.POWERS if policy.may(cast.dong, power)}
    assert powers == {"read_audit"}


def test_the_powers_of_the_other_two(cast: Any) -> None:
    def powers(actor: Any) -> set[str]:
        return {power for power in policy.POWERS if policy.may(actor, power)}

    assert "read_audit" not in powers(cast.han) | powers(cast.feng)
    assert "grant_role" not in powers(cast.han)
    assert not powers(cast.feng) & {"open_account", "change_account"}
    assert {"unlock_account", "see_sessions", "grant_role", "reset_factor"} <= powers(cast.feng)
    assert not powers(cast.han) & {"keep_roster", "see_roster", "decide_seat"}


def test_no_power_is_without_a_refusal() -> None:
    assert set(policy.POWERS) == set(policy.REFUSALS)


def test_an_administrators_password_is_reset_by_the_security_administrator_alone(cast: Any, now: Any) -> None:
    dong = cast.home.accounts["dong"]
    with pytest.raises(Refused, match="管理员的密码"):
        reset_password(dong, actor=cast.han, at=now)
    password = reset_password(dong, actor=cast.feng, at=now)
    dong.refresh_from_db()
    assert dong.check_password(password)
    assert dong.must_change_password


def test_a_unit_administrator_resets_only_the_own_people(cast: Any, now: Any) -> None:
    reset_password(cast.home.accounts["zhao"], actor=cast.xu, at=now)
    for key in ("liu", "wang", "li", "xu", "sun"):
        with pytest.raises(Refused):
            reset_password(cast.home.accounts[key], actor=cast.xu, at=now)


def test_a_handler_who_is_a_deputy_too_is_not_the_units_to_reset(cast: Any, now: Any) -> None:
    li = cast.home.accounts["li"]
    Role.objects.create(
        congress=cast.home.congress,
        account=li,
        kind=RoleKind.UNIT_HANDLER,
        unit=cast.home.units["education"],
        starts_on=TODAY,
    )
    with pytest.raises(Refused, match="不只在您的单位任职"):
        reset_password(li, actor=cast.xu, at=now)


@pytest.mark.parametrize("place", ["neighbour", "upper"])
def test_administrators_do_not_reach_other_congresses(cast: Any, now: Any, place: str) -> None:
    there: Account = getattr(cast, place).accounts["wang"]
    for act in (
        lambda: reset_password(there, actor=cast.feng, at=now),
        lambda: suspend_account(there, reason="x", actor=cast.han, at=now),
        lambda: unlock_account(there, actor=cast.feng, at=now),
        lambda: end_sessions_of(there, actor=cast.feng, at=now),
        lambda: reset_second_factor(there, reason="x", actor=cast.feng, at=now),
        lambda: change_account(there, display_name="x", actor=cast.han, at=now),
    ):
        with pytest.raises(Refused, match="不归您所在的人大"):
            act()


def test_suspending_signs_out_and_activating_lets_in_again(cast: Any, now: Any) -> None:
    wang = cast.home.accounts["wang"]
    suspend_account(wang, reason="调离", actor=cast.han, at=now)
    assert not wang.is_active
    activate_account(wang, actor=cast.feng, at=now)
    assert wang.is_active
    acts = AccountLog.objects.filter(account=wang).order_by("pk").values_list("act", "note")
    assert list(acts) == [(AccountAct.SUSPENDED, "调离"), (AccountAct.ACTIVATED, "")]


def test_nobody_suspends_oneself(cast: Any, now: Any) -> None:
    with pytest.raises(Refused, match="自己的账号"):
        suspend_account(cast.home.accounts["han"], reason="x", actor=cast.han, at=now)


def test_the_history_of_accounts_cannot_be_changed(cast: Any, now: Any) -> None:
    suspend_account(cast.home.accounts["wang"], reason="调离", actor=cast.han, at=now)
    for sql in ("UPDATE people_accountlog SET note = 'x'", "DELETE FROM people_accountlog"):
        with pytest.raises(Exception, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
