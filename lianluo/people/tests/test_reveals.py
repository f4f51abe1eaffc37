"""Masked fields, who may have them shown, and what the database itself knows."""

from typing import Any

import pytest
from django.db import connection, transaction

from lianluo.people.identity import check_digit
from lianluo.people.models import Person, Reveal, Role
from lianluo.people.refusal import Refused, Unfit
from lianluo.people.roles import RoleKind
from lianluo.people.sealed import blind, blinds, mask_id, mask_phone
from lianluo.people.selectors import reveals_in
from lianluo.people.services import PersonFacts, correct_person, reveal
from tests.cast import TODAY

FIRST = "43010219800305113"
NUMBER = FIRST + check_digit(FIRST)
WHY = "核对代表证办理"


@pytest.fixture
def li(cast: Any, now: Any) -> Any:
    facts = PersonFacts(name="李建国", id_number=NUMBER, phone="13900001234")
    correct_person(cast.home.seats["li"], facts, actor=cast.wang, at=now)
    return cast.home.seats["li"]


def test_a_reveal_is_written_before_the_number_is_shown(cast: Any, now: Any, li: Any) -> None:
    assert reveal(li, "phone", reason=WHY, actor=cast.wang, at=now) == "13900001234"
    (row,) = reveals_in(cast.home.congress.scope)
    assert (row.account_id, row.person, row.field, row.reason, row.at) == (
        cast.wang.account_id,
        li.person,
        "phone",
        WHY,
        now,
    )


@pytest.mark.parametrize("reason", ["", "看看", "   ab "])
def test_without_a_reason_nothing_is_shown(cast: Any, now: Any, li: Any, reason: str) -> None:
    with pytest.raises(Unfit, match="用途"):
        reveal(li, "phone", reason=reason, actor=cast.wang, at=now)
    assert not reveals_in(cast.home.congress.scope)


@pytest.mark.parametrize(
    ("key", "phone", "number"),
    [
        ("qian", True, True),
        ("wang", True, False),
        ("he", True, False),
        ("lin", True, False),
        ("tang", True, False),
        ("wu", False, False),
        ("zhao", False, False),
        ("chen", False, False),
        ("han", False, False),
        ("feng", False, False),
        ("dong", False, False),
        ("sun", False, False),
    ],
)
def test_who_may_have_what_shown(cast: Any, now: Any, li: Any, key: str, phone: bool, number: bool) -> None:
    for field, allowed in (("phone", phone), ("id_number", number)):
        try:
            reveal(li, field, reason=WHY, actor=getattr(cast, key), at=now)
            shown = True
        except Refused:
            shown = False
        assert shown == allowed, field


def test_staff_of_a_delegation_see_only_their_own(cast: Any, now: Any) -> None:
    reveal(cast.home.seats["wu"], "phone", reason=WHY, actor=cast.he, at=now)
    with pytest.raises(Refused, match="本代表团"):
        reveal(cast.home.seats["zhou"], "phone", reason=WHY, actor=cast.he, at=now)


def test_other_congresses_see_nothing(cast: Any, now: Any, li: Any) -> None:
    for place in (cast.neighbour, cast.upper, cast.lower):
        with pytest.raises(Refused, match="不属于您所在的人大"):
            reveal(li, "phone", reason=WHY, actor=place.actor("qian"), at=now)


def test_a_field_that_is_not_masked_is_not_revealed(cast: Any, now: Any, li: Any) -> None:
    with pytest.raises(Unfit):
        reveal(li, "name", reason=WHY, actor=cast.qian, at=now)


def test_reveals_cannot_be_wiped_away(cast: Any, now: Any, li: Any) -> None:
    reveal(li, "phone", reason=WHY, actor=cast.wang, at=now)
    for sql in ("UPDATE people_reveal SET reason = 'x'", "DELETE FROM people_reveal"):
        with pytest.raises(Exception, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    assert Reveal.objects.within(cast.home.congress.scope).count() == 1


@pytest.mark.parametrize("key", ["sm4-1", "aes-1"])
def test_both_ciphers_keep_the_columns_unreadable(cast: Any, now: Any, settings: Any, key: str) -> None:
    settings.FIELD_KEY = key
    facts = PersonFacts(name="李建国", id_number=NUMBER, phone="13900001234")
    correct_person(cast.home.seats["li"], facts, actor=cast.wang, at=now)
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_person::text FROM people_person")
        rows = " ".join(row[0] for row in cursor.fetchall())
        cursor.execute("SELECT people_personevent::text FROM people_personevent")
        rows += " ".join(row[0] for row in cursor.fetchall())
        cursor.execute("SELECT phone, id_number FROM people_person WHERE name = '李建国'")
        phone, number = (bytes(value) for value in cursor.fetchone())
    for secret in ("13900001234", NUMBER):
        assert secret not in rows
        assert secret.encode().hex() not in rows
    assert key.encode() in phone
    assert key.encode() in number
    assert Person.objects.get(name="李建国").id_number == NUMBER


def test_what_an_older_key_sealed_is_still_read_and_found(cast: Any, settings: Any) -> None:
    person = cast.home.accounts["li"].person
    settings.FIELD_KEY = "aes-1" if settings.FIELD_KEY == "sm4-1" else "sm4-1"
    kept = Person.objects.get(pk=person.pk)
    assert kept.phone == person.phone
    assert Person.objects.filter(phone_digest__in=blinds(kept.phone)).get() == person
    assert bytes(kept.phone_digest) != blind(kept.phone)


def test_the_digest_follows_in_bulk_too(cast: Any) -> None:
    Person.objects.bulk_create([Person(name="甲", phone="13911112222")])
    assert Person.objects.get(phone_digest__in=blinds("13911112222")).name == "甲"


def test_the_digest_does_not_tell_the_number(settings: Any) -> None:
    import hashlib

    assert blind("13900001234") != hashlib.sha256(b"13900001234").digest()
    assert blind("") == b""


def test_masks() -> None:
    assert mask_phone("13900001234") == "139****1234"
    assert mask_id(NUMBER) == f"430102********{NUMBER[-4:]}"
    assert mask_phone("123") == "***"


def test_a_second_role_does_not_widen_what_the_first_refuses(cast: Any, now: Any, li: Any) -> None:
    Role.objects.create(
        congress=cast.home.congress,
        account=cast.home.accounts["wang"],
        kind=RoleKind.AUDITOR,
        starts_on=TODAY,
    )
    with pytest.raises(Refused):
        reveal(li, "id_number", reason=WHY, actor=cast.wang, at=now)
