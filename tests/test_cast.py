"""The cast is believable: who is who, and that nobody of another congress is somebody at home."""

import pytest

from lianluo.people.actor import actor_for, workplaces
from lianluo.people.roles import RoleKind
from tests.cast import KEYS, STAFF, TODAY, Cast


def test_deputy_li_sits_at_home_and_nowhere_else(cast: Cast) -> None:
    li = cast.home.accounts["li"]
    assert cast.li.is_deputy
    assert workplaces(li, TODAY) == [cast.home.congress]
    assert not actor_for(li, cast.neighbour.congress, TODAY).seats


def test_every_role_has_somebody(cast: Cast) -> None:
    held = {role.kind for key in KEYS for role in cast.home.actor(key).roles}
    assert held == set(RoleKind)


@pytest.mark.parametrize(("key", "kind"), [(row[0], row[2]) for row in STAFF])
def test_the_same_people_work_next_door(cast: Cast, key: str, kind: str) -> None:
    next_door = cast.neighbour.actor(key)
    assert next_door.has(kind)
    assert next_door.congress.path == "00/42/"


def test_sun_is_nobody(cast: Cast) -> None:
    assert not cast.sun.roles
    assert workplaces(cast.home.accounts["sun"], TODAY) == []


@pytest.mark.django_db
def test_the_shared_cast_is_the_same_house(shared_cast: Cast) -> None:
    assert shared_cast.lower.congress.path == "00/43/4301/"
