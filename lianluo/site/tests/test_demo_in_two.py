"""The demo is filled by two processes: what one of them does wrong is seen by the other, and a half demo is known as such."""

import os
import time
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from lianluo.people.models import Account
from lianluo.site.demo.beside import Broken, beside
from lianluo.site.demo.unfinished import is_unfinished, note_finished, note_unfinished
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


def test_a_demo_is_wanted_where_there_is_none_or_half_of_one(cast: Cast) -> None:
    assert wanted() == "no"
    note_unfinished()
    assert (is_unfinished(), wanted()) == (True, "yes")
    note_finished()
    assert (is_unfinished(), wanted()) == (False, "no")
    Account.objects.update(is_active=False)
    assert wanted() == "no"
