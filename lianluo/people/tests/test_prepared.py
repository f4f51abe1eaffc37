"""A prepared question answers as the question does that Django builds anew; asked about roles, which every request asks."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lianluo.kernel.prepared import NotPrepared, Prepared
from lianluo.people.actor import _roles_of, _seats_of
from lianluo.people.models import Role, StandIn
from lianluo.people.roles import RoleKind
from tests.cast import KEYS, NOW, TODAY


def told(rows: Any) -> list[dict[str, Any]]:
    return [{name: value for name, value in vars(row).items() if name != "_state"} for row in rows]


@pytest.mark.parametrize("day", [TODAY, TODAY - timedelta(days=9000), TODAY + timedelta(days=9000)])
def test_it_answers_as_the_question_built_anew(cast: Any, day: date) -> None:
    """For everybody of the cast one after the other: nothing of the one before remains."""
    stand_in(cast)
    roles, seats = Prepared(_roles_of, account=int, day=date), Prepared(_seats_of, person=int, day=date)
    for key in KEYS:
        account = cast.home.accounts[key]
        assert told(roles(account=account.pk, day=day)) == told(_roles_of(account.pk, day)), key
        if account.person_id:
            assert told(seats(person=account.person_id, day=day)) == told(_seats_of(account.person_id, day))


def stand_in(cast: Any) -> None:
    facts = {"absent": cast.home.accounts["zhao"], "stand_in": cast.home.accounts["chen"]}
    facts |= {"unit": cast.home.units["education"], "kind": RoleKind.UNIT_HANDLER}
    StandIn.objects.create(congress=cast.home.congress, starts_on=TODAY, ends_on=TODAY, made_at=NOW, **facts)


def test_it_asks_once_and_brings_what_belongs_to_a_row(cast: Any) -> None:
    roles = Prepared(_roles_of, account=int, day=date)
    with CaptureQueriesContext(connection) as asked:
        (role,) = roles(account=cast.home.accounts["zhao"].pk, day=TODAY)
        assert (str(role.unit), role.congress, role.account.username) == (
            "教育厅",
            cast.home.congress,
            "zhao",
        )
    assert len(asked) == 1


def test_a_value_of_another_kind_is_refused(cast: Any) -> None:
    """None or text would need other SQL."""
    roles = Prepared(_roles_of, account=int, day=date)
    for values in ({"account": None, "day": TODAY}, {"account": 1}, {"account": "1", "day": TODAY}):
        with pytest.raises(NotPrepared):
            roles(**values)


def test_a_value_that_the_question_does_not_ask_by_is_refused(cast: Any) -> None:
    forgetful = Prepared(lambda account, day: Role.objects.everywhere("a test").filter(account=account),
                         account=int, day=date)  # fmt: skip
    with pytest.raises(NotPrepared):
        forgetful(account=1, day=TODAY)
