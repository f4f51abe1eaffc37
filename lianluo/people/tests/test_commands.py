"""What the operator of the machine can do."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from lianluo.people.models import Account, AccountLog, Person
from lianluo.people.sealed import blind


def told(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue().strip().rsplit("  ", 1)[-1]


def test_the_last_administrator_gets_back_in(cast: Any) -> None:
    password = told("account_reset", "feng")
    account = Account.objects.get(username="feng")
    assert account.check_password(password)
    assert account.must_change_password
    assert AccountLog.objects.get(account=account).note == "在服务器上执行"


def test_a_name_that_nobody_has_is_said(cast: Any) -> None:
    with pytest.raises(CommandError, match="没有这个账号"):
        told("account_reset", "nobody-here")


def test_after_a_new_key_everything_is_sealed_with_it(cast: Any, settings: Any) -> None:
    settings.FIELD_KEY = "aes-1"
    told("reseal")
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM people_person WHERE phone <> ''::bytea")
        assert all(bytes(row[0])[1:6] == b"aes-1" for row in cursor.fetchall())
    person = Person.objects.get(pk=cast.home.accounts["li"].person_id)
    assert person.phone == cast.home.accounts["li"].person.phone
    assert bytes(person.phone_digest) == blind(person.phone)
