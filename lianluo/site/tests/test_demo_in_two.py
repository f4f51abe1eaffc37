"""The demo is filled by two processes: what one of them does wrong is seen by the other, and a half demo is known as such."""

import os
import time
from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from lianluo.people.models import Account
from lianluo.site.demo.beside import Broken, beside
from lianluo.site.demo.cast import PARTS
from lianluo.site.demo.unfinished import note_finished, note_unfinished
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        ((pid,),) = cursor.fetchall()
    return int(pid)


def test_the_work_beside_has_a_connection_of_its_own() -> None:
    with beside(backend) as other:
        here = backend()
    assert other.answer not in (0, here)


@pytest.mark.parametrize("end", [lambda: 1 // 0, lambda: os._exit(9)], ids=["an error", "killed"])
def test_work_that_breaks_off_is_told(end: Callable[[], int], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Broken), beside(end):
        backend()


def slow() -> int:
    time.sleep(60)
    return 1


def test_an_error_here_ends_the_work_beside() -> None:
    began = time.monotonic()
    with pytest.raises(ZeroDivisionError), beside(slow):
        raise ZeroDivisionError
    assert time.monotonic() - began < 30


def wanted() -> str:
    out = StringIO()
    call_command("demo", "--wanted", stdout=out)
    return out.getvalue().strip()


@pytest.fixture
def unfinished() -> Iterator[None]:
    note_unfinished()
    yield
    note_finished()


def test_a_demo_is_wanted_where_nobody_can_sign_in() -> None:
    assert wanted() == "yes"


@pytest.mark.usefixtures("unfinished")
def test_half_a_demo_is_filled_anew() -> None:
    Account.objects.bulk_create(Account(username=part.username, password="!") for part in PARTS)
    assert wanted() == "yes"
    note_finished()
    assert wanted() == "no"


@pytest.mark.usefixtures("unfinished")
def test_the_note_alone_deletes_nothing(cast: Cast) -> None:
    """Somebody began with a demo that broke off and works with data of his own since then."""
    before = Account.objects.count()
    assert wanted() == "no"
    for told in ((), ("--clear",)):
        with pytest.raises(CommandError):
            call_command("demo", *told)
    assert Account.objects.count() == before
