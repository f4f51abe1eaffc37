from typing import Any

import pytest

from lianluo.notices import matrix
from lianluo.notices.events import EVENTS
from lianluo.notices.models import Mode, Preference, Switch
from lianluo.notices.tests.conftest import Matter
from lianluo.people.roles import RoleKind
from tests.cast import NOW, Cast

CELL = ("matter.assigned", RoleKind.UNIT_HANDLER, "email")


def ways(cast: Cast, role: str = RoleKind.UNIT_HANDLER, place: str = "home") -> frozenset[str]:
    congress = getattr(cast, place).congress
    return matrix.ways(EVENTS["matter.assigned"], [role], matrix.switches(congress))


def test_without_a_switch_the_declaration_holds(cast: Cast, matter: Matter) -> None:
    assert ways(cast) == {"site"}
    assert ways(cast, RoleKind.UNIT_ADMIN) == {"site", "email"}
    assert ways(cast, RoleKind.LEADER) == frozenset()


def test_a_congress_switches_a_cell_for_itself_and_below(cast: Cast, matter: Matter) -> None:
    matrix.switch(CELL, True, congress=cast.home.congress, actor=cast.qian, at=NOW)
    assert ways(cast) == {"site", "email"}
    assert ways(cast, place="lower") == {"site", "email"}
    assert ways(cast, place="neighbour") == {"site"}
    assert ways(cast, place="upper") == {"site"}


def test_the_nearest_congress_wins(cast: Cast, matter: Matter) -> None:
    matrix.switch(CELL, True, congress=cast.home.congress, actor=cast.qian, at=NOW)
    lower = cast.lower.actor("qian")
    matrix.switch(CELL, False, congress=cast.lower.congress, actor=lower, at=NOW)
    assert ways(cast, place="lower") == {"site"}
    assert ways(cast) == {"site", "email"}


def test_switching_twice_keeps_one_row_with_the_last_hand(cast: Cast, matter: Matter) -> None:
    for on, actor in ((True, cast.qian), (False, cast.han)):
        matrix.switch(CELL, on, congress=cast.home.congress, actor=actor, at=NOW)
    row = Switch.objects.within(cast.home.congress.scope).get()
    assert (row.on, row.changed_by_id) == (False, cast.han.account_id)


@pytest.mark.parametrize(
    "cell",
    [
        ("matter.nothing", "unit_admin", "email"),
        ("matter.assigned", "leader", "email"),
        ("matter.assigned", "unit_admin", "pigeon"),
    ],
)
def test_a_cell_that_is_not_in_the_table_is_refused(cast: Cast, matter: Matter, cell: Any) -> None:
    with pytest.raises(KeyError):
        matrix.switch(cell, True, congress=cast.home.congress, actor=cast.qian, at=NOW)


def test_choosing_what_happens_anyway_leaves_no_row(cast: Cast, matter: Matter) -> None:
    own = cast.xu.account_id
    matrix.choose(own, "matter.assigned", "email", Mode.DIGEST)
    assert Preference.objects.get().mode == Mode.DIGEST
    matrix.choose(own, "matter.assigned", "email", Mode.NOW)
    assert not Preference.objects.exists()


def test_an_unknown_choice_is_refused(cast: Cast, matter: Matter) -> None:
    with pytest.raises(ValueError, match="weekly"):
        matrix.choose(cast.xu.account_id, "matter.assigned", "email", "weekly")
